import type {
  Address,
  Contact,
  Delivery,
  DeliveryTerms,
  DocumentReference,
  LegalEntity,
  Location,
  Party,
  PartyRole,
  Period,
  Person,
  TaxRegistration,
  TaxScheme,
} from '../rules/document/index.js';
import type { Table } from './table.js';
import { code, date, embeddedFile, flag, identifier, quantity, text, time } from './values.js';

export const period: Table<Period> = [
  ['cbc:StartDate', 'startDate', date],
  ['cbc:StartTime', 'startTime', time],
  ['cbc:EndDate', 'endDate', date],
  ['cbc:EndTime', 'endTime', time],
  ['cbc:DescriptionCode*', 'codes', code],
];

export const address: Table<Address> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Postbox', 'postbox', text],
  ['cbc:StreetName', 'street', text],
  ['cbc:AdditionalStreetName', 'additionalStreet', text],
  ['cbc:BuildingName', 'building', text],
  ['cbc:BuildingNumber', 'buildingNumber', text],
  ['cbc:Department', 'department', text],
  ['cbc:CityName', 'city', text],
  ['cbc:PostalZone', 'postalCode', text],
  ['cbc:CountrySubentity', 'region', text],
  ['cbc:CountrySubentityCode', 'regionCode', text],
  ['cac:AddressLine*/cbc:Line', 'lines', text],
  ['cac:Country/cbc:IdentificationCode', 'country', code],
];

export const contact: Table<Contact> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Name', 'name', text],
  ['cbc:Telephone', 'telephone', text],
  ['cbc:Telefax', 'telefax', text],
  ['cbc:ElectronicMail', 'mail', text],
];

export const documentReference: Table<DocumentReference> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:CopyIndicator', 'copy', flag],
  ['cbc:UUID', 'uuid', text],
  ['cbc:IssueDate', 'issueDate', date],
  ['cbc:IssueTime', 'issueTime', time],
  ['cbc:DocumentTypeCode', 'typeCode', code],
  ['cbc:DocumentType*', 'types', text],
  ['cbc:VersionID', 'version', text],
  ['cbc:DocumentDescription*', 'descriptions', text],
  ['cac:Attachment/cbc:EmbeddedDocumentBinaryObject', 'file', embeddedFile],
  ['cac:Attachment/cac:ExternalReference/cbc:URI', 'uri', text],
];

const person: Table<Person> = [
  ['cbc:FirstName', 'firstName', text],
  ['cbc:FamilyName', 'familyName', text],
  ['cbc:Title', 'title', text],
  ['cbc:MiddleName', 'middleName', text],
  ['cbc:JobTitle', 'jobTitle', text],
  ['cac:IdentityDocumentReference*', 'identityDocuments', documentReference],
];

export const taxScheme: Table<TaxScheme> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:TaxTypeCode', 'typeCode', code],
];

const taxRegistration: Table<TaxRegistration> = [
  ['cbc:RegistrationName', 'name', text],
  ['cbc:CompanyID', 'companyId', identifier],
  ['cbc:ExemptionReason*', 'exemptionReasons', text],
  ['cac:RegistrationAddress', 'address', address],
  ['cac:TaxScheme', 'scheme', taxScheme],
];

const legalEntity: Table<LegalEntity> = [
  ['cbc:RegistrationName', 'name', text],
  ['cbc:CompanyID', 'companyId', identifier],
  ['cbc:CompanyLegalForm', 'legalForm', text],
  ['cac:RegistrationAddress', 'address', address],
];

export const party: Table<Party> = [
  ['cbc:EndpointID', 'endpoint', identifier],
  ['cac:PartyIdentification*/cbc:ID', 'identifiers', identifier],
  ['cac:PartyName*/cbc:Name', 'names', text],
  ['cac:PostalAddress', 'address', address],
  ['cac:PartyTaxScheme*', 'taxRegistrations', taxRegistration],
  ['cac:PartyLegalEntity*', 'legalEntities', legalEntity],
  ['cac:Contact', 'contact', contact],
  ['cac:Person*', 'persons', person],
];

export const customer: Table<PartyRole> = [
  ['cbc:CustomerAssignedAccountID', 'customerAccount', identifier],
  ['cbc:SupplierAssignedAccountID', 'supplierAccount', identifier],
  ['cac:Party', 'party', party],
  ['cac:DeliveryContact', 'deliveryContact', contact],
];

export const supplier: Table<PartyRole> = customer.filter(([, field]) => field === 'customerAccount' || field === 'party');

const location: Table<Location> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Description*', 'descriptions', text],
  ['cbc:Name', 'name', text],
  ['cac:Address', 'address', address],
];

export const delivery: Table<Delivery> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Quantity', 'quantity', quantity],
  ['cbc:ActualDeliveryDate', 'actualDate', date],
  ['cbc:ActualDeliveryTime', 'actualTime', time],
  ['cbc:TrackingID', 'tracking', identifier],
  ['cac:DeliveryAddress', 'address', address],
  ['cac:DeliveryLocation', 'location', location],
  ['cac:RequestedDeliveryPeriod', 'requested', period],
  ['cac:PromisedDeliveryPeriod', 'promised', period],
  ['cac:EstimatedDeliveryPeriod', 'estimated', period],
  ['cac:DeliveryParty', 'party', party],
  ['cac:Despatch/cbc:RequestedDespatchDate', 'requestedDespatchDate', date],
  ['cac:Despatch/cbc:RequestedDespatchTime', 'requestedDespatchTime', time],
  ['cac:Despatch/cbc:ActualDespatchDate', 'actualDespatchDate', date],
  ['cac:Despatch/cbc:ActualDespatchTime', 'actualDespatchTime', time],
  ['cac:Despatch/cac:DespatchAddress', 'despatchAddress', address],
  ['cac:Shipment/cbc:ID', 'shipment', identifier],
  ['cac:Shipment/cbc:ShippingPriorityLevelCode', 'priority', code],
  ['cac:Shipment/cac:TransportHandlingUnit/cbc:ShippingMarks*', 'shippingMarks', text],
];

export const deliveryTerms: Table<DeliveryTerms> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:SpecialTerms*', 'specialTerms', text],
  ['cac:DeliveryLocation', 'location', location],
];
