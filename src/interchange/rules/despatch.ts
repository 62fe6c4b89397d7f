import { decimal } from '../../kernel/decimal.js';
import type { DespatchLine, PartyRole, TradeDocument } from './document/index.js';
import { type Broken, brokenIn, type PartRule, places, said } from './place.js';

const SPECIFICATION = 'urn:fdc:peppol.eu:poacc:trns:despatch_advice:3';

const DOCUMENT: readonly PartRule<TradeDocument>[] = [
  ['PEPPOL-T16-R002', 'cac:OrderReference/cbc:ID', ({ orders = [] }) => said(orders[0]?.id)],
];

const named = (rule: string): readonly PartRule<PartyRole>[] => [
  [rule, 'cac:Party/cac:PartyName/cbc:Name', ({ party }) => (party?.names ?? []).some(said) || (party?.identifiers ?? []).some(said)],
];

const LINE: readonly PartRule<DespatchLine>[] = [
  ['PEPPOL-T16-R003', 'cac:Item/cac:SellersItemIdentification/cbc:ID', ({ item }) => said(item?.standardId) || said(item?.sellerId)],
  ['PEPPOL-T16-R004', 'cac:Item/cbc:Name', ({ item }) => said(item?.name)],
  ['PEPPOL-T16-R005', 'cbc:DeliveredQuantity', ({ delivered }) => said(delivered)],
  ['PEPPOL-T16-R006', 'cbc:DeliveredQuantity', ({ delivered }) => !delivered || !decimal(delivered.value).lt(0), 'VALUE_AGAINST_RULE'],
  ['PEPPOL-T16-R007', 'cbc:OutstandingReason', ({ outstanding, outstandingReasons = [] }) => !outstanding || outstandingReasons.some(said)],
];

const role = (name: string, part: PartyRole | undefined, rule: string): Broken[] =>
  part ? brokenIn(named(rule), { part, at: [name] }) : [];

/** The rules of Peppol BIS Despatch Advice 3 (T16) that a document breaks, where it says that it follows them. */
export const brokenDespatch = (document: TradeDocument): readonly Broken[] =>
  document.customization?.value.trim().startsWith(SPECIFICATION)
    ? [
        ...brokenIn(DOCUMENT, { part: document, at: [] }),
        ...role('cac:BuyerCustomerParty', document.buyer, 'PEPPOL-T16-R008'),
        ...role('cac:SellerSupplierParty', document.seller, 'PEPPOL-T16-R009'),
        ...role('cac:OriginatorCustomerParty', document.originator, 'PEPPOL-T16-R010'),
        ...places(document.despatchLines, 'cac:DespatchLine').flatMap((line) => brokenIn(LINE, line)),
      ]
    : [];
