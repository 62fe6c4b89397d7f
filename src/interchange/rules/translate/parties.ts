import { isUscc, normaliseUscc } from '../../../kernel/uscc.js';
import type { DocumentKind, Identifier, KindedDocument, PartyRole, TradeDocument } from '../document/index.js';

/** By what a document names a party: an identifier with who gives such identifiers. */
export interface PartyName {
  readonly scheme: string;
  readonly value: string;
}

// Names that documents before ISO 6523 codes gave to the same schemes.
const SCHEMES: Readonly<Record<string, string>> = {
  GLN: '0088',
  DUNS: '0060',
  'SE:ORGNR': '0007',
  'NO:ORGNR': '0192',
  'DK:CVR': '0184',
  'CN:USCC': 'USCC',
};

const nameOf = (identifier: Identifier | undefined): readonly PartyName[] => {
  const value = identifier?.value.trim() ?? '';
  const scheme = identifier?.scheme?.trim();
  if (value === '' || value.length > LONGEST || (scheme ?? '').length > LONGEST) return [];
  if (scheme) return [{ scheme: SCHEMES[scheme.toUpperCase()] ?? scheme, value }];
  return isUscc(normaliseUscc(value)) ? [{ scheme: 'USCC', value: normaliseUscc(value) }] : [];
};

// More names than any party has; each costs a look-up.
const MOST_NAMES = 10;
const LONGEST = 50;

const identifiersOf = ({ party }: PartyRole): readonly (Identifier | undefined)[] => {
  const { endpoint, identifiers = [], legalEntities = [] } = party ?? {};
  return [endpoint, ...legalEntities.slice(0, MOST_NAMES).map((entity) => entity.companyId), ...identifiers.slice(0, MOST_NAMES)];
};

/** Every identifier that can find the party, the surest first: endpoint, registered company, other identifications. One without a scheme finds nobody. */
const namesOf = (...roles: readonly (PartyRole | undefined)[]): readonly PartyName[] => {
  const all = roles.flatMap((role) => (role ? identifiersOf(role) : [])).flatMap(nameOf);
  return all.filter((name, i) => all.findIndex((other) => other.scheme === name.scheme && other.value === name.value) === i);
};

type Roles = (document: TradeDocument) => readonly (PartyRole | undefined)[];
interface Sides<Side> {
  readonly buyer: Side;
  readonly seller: Side;
}

const ordering: Sides<Roles> = { buyer: ({ buyer }) => [buyer], seller: ({ seller }) => [seller] };
const delivering: Sides<Roles> = {
  buyer: ({ buyer, receiver }) => [buyer, receiver],
  seller: ({ seller, deliverer }) => [seller, deliverer],
};
const billing: Sides<Roles> = {
  buyer: ({ accountingCustomer }) => [accountingCustomer],
  seller: ({ accountingSupplier }) => [accountingSupplier],
};

// In which roles a document names the buyer and the seller. An answer to an invoice goes from the one to the other.
const ROLES: Readonly<Record<DocumentKind, Sides<Roles>>> = {
  ORDER: ordering,
  ORDER_CHANGE: ordering,
  ORDER_RESPONSE: ordering,
  ORDER_RESPONSE_SIMPLE: ordering,
  ORDER_CANCELLATION: ordering,
  DESPATCH_ADVICE: delivering,
  RECEIPT_ADVICE: delivering,
  INVOICE: billing,
  CREDIT_NOTE: billing,
  APPLICATION_RESPONSE: {
    buyer: ({ senderParty }) => [senderParty && { party: senderParty }],
    seller: ({ receiverParty }) => [receiverParty && { party: receiverParty }],
  },
};

/** By what a document names its two sides. */
export const partiesOf = ({ kind, document }: KindedDocument): Sides<readonly PartyName[]> => {
  const { buyer, seller } = ROLES[kind];
  return { buyer: namesOf(...buyer(document)), seller: namesOf(...seller(document)) };
};
