import type { Code, EmbeddedFile, Identifier, Period, Quantity } from './values.js';

export interface Address {
  id?: Identifier;
  postbox?: string;
  street?: string;
  additionalStreet?: string;
  building?: string;
  buildingNumber?: string;
  department?: string;
  city?: string;
  postalCode?: string;
  region?: string;
  regionCode?: string;
  lines?: string[];
  country?: Code;
}

export interface Contact {
  id?: Identifier;
  name?: string;
  telephone?: string;
  telefax?: string;
  mail?: string;
}

export interface Person {
  firstName?: string;
  familyName?: string;
  title?: string;
  middleName?: string;
  jobTitle?: string;
  identityDocuments?: DocumentReference[];
}

export interface TaxScheme {
  id?: Identifier;
  typeCode?: Code;
}

export interface TaxRegistration {
  name?: string;
  companyId?: Identifier;
  exemptionReasons?: string[];
  address?: Address;
  scheme?: TaxScheme;
}

export interface LegalEntity {
  name?: string;
  companyId?: Identifier;
  legalForm?: string;
  address?: Address;
}

export interface Party {
  /** Electronic address. */
  endpoint?: Identifier;
  identifiers?: Identifier[];
  names?: string[];
  address?: Address;
  taxRegistrations?: TaxRegistration[];
  legalEntities?: LegalEntity[];
  contact?: Contact;
  persons?: Person[];
}

/** A party in its role, with the account numbers by which the two sides know it. */
export interface PartyRole {
  customerAccount?: Identifier;
  supplierAccount?: Identifier;
  party?: Party;
  deliveryContact?: Contact;
}

export interface Location {
  id?: Identifier;
  descriptions?: string[];
  name?: string;
  address?: Address;
}

export interface Delivery {
  id?: Identifier;
  quantity?: Quantity;
  actualDate?: string;
  actualTime?: string;
  tracking?: Identifier;
  address?: Address;
  location?: Location;
  requested?: Period;
  promised?: Period;
  estimated?: Period;
  party?: Party;
  requestedDespatchDate?: string;
  requestedDespatchTime?: string;
  actualDespatchDate?: string;
  actualDespatchTime?: string;
  despatchAddress?: Address;
  shipment?: Identifier;
  priority?: Code;
  shippingMarks?: string[];
}

export interface DeliveryTerms {
  id?: Identifier;
  specialTerms?: string[];
  location?: Location;
}

export interface DocumentReference {
  id?: Identifier;
  copy?: boolean;
  uuid?: string;
  issueDate?: string;
  issueTime?: string;
  typeCode?: Code;
  types?: string[];
  version?: string;
  descriptions?: string[];
  file?: EmbeddedFile;
  uri?: string;
}
