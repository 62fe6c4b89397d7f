import { decimal, plain } from '../../../kernel/decimal.js';
import type { DespatchLine, Item, OrderLineReference, ReceiptLine, Shipment, TradeDocument } from '../document/index.js';
import type { DespatchTerms, PackageTerms, ReceiptTerms } from '../translate/goods-message.js';
import { known } from '../translate/lines.js';
import type { Identity } from './document.js';
import { roleOf, type Sides } from './party.js';

/** What a line of an order says of its item. */
interface ItemFacts {
  readonly itemName?: string;
  readonly description?: string;
  readonly buyerItemId?: string;
  readonly sellerItemId?: string;
  readonly standardItemId?: string;
}

interface Placed extends ItemFacts {
  readonly position: number;
}

export interface DespatchFacts {
  readonly despatchedOn?: string;
  readonly expectedOn?: string;
  readonly carrier?: string;
  readonly consignment?: string;
  readonly note?: string;
  readonly details?: Readonly<Record<string, string>>;
  readonly lines?: readonly (DespatchTerms & Placed)[];
}

export interface ReceiptFacts {
  readonly receivedOn?: string;
  readonly despatch?: string;
  readonly note?: string;
  readonly lines?: readonly (ReceiptTerms & Placed)[];
}

const value = (text: string | undefined) => (text === undefined ? undefined : { value: text });
const words = (text: string | undefined) => (text === undefined ? undefined : [{ value: text }]);
const list = (text: string | undefined) => (text === undefined ? undefined : [text]);

/** The item as documents of delivery and billing describe it. */
export const itemOf = ({ itemName, description, buyerItemId, sellerItemId, standardItemId }: ItemFacts): Item =>
  known({
    wordings: words(description),
    name: itemName,
    buyerId: value(buyerItemId),
    sellerId: value(sellerItemId),
    standardId: standardItemId === undefined ? undefined : { value: standardItemId, scheme: '0160' },
  });

const withLot = (item: Item, lot: string | undefined): Item =>
  lot === undefined ? item : { ...item, instances: [{ lot: { value: lot } }] };

const orderLine = (order: string | undefined, lineId: string): OrderLineReference =>
  known({ line: { value: lineId }, order: order === undefined ? undefined : { id: { value: order } } });

const weight = (attribute: string, quantity: string | undefined, unit: string | undefined) =>
  quantity === undefined ? [] : [{ attribute: { value: attribute }, measure: known({ value: quantity, unit }) }];

/** Each handling unit; UBL counts its packages one by one. */
const shipmentOf = (packages: readonly PackageTerms[]): Shipment => ({
  id: { value: 'NA' },
  units: packages.map(({ marks, kind, count, grossWeight, netWeight, weightUnit }) => {
    const measurements = [...weight('AAB', grossWeight, weightUnit), ...weight('AAA', netWeight, weightUnit)];
    return known({
      id: value(marks),
      typeCode: value(kind),
      measurements: measurements.length > 0 ? measurements : undefined,
      packages: count === undefined ? undefined : [{ quantity: { value: String(count) } }],
    });
  }),
});

const despatchLine = (line: DespatchTerms & Placed): DespatchLine => {
  const { unit, packages = [] } = line;
  return known({
    id: { value: line.documentLine ?? String(line.position) },
    remarks: words(line.note),
    delivered: { value: line.quantity, unit },
    outstanding: line.outstandingQuantity === undefined ? undefined : { value: line.outstandingQuantity, unit },
    outstandingReasons: list(line.outstandingReason),
    orderLines: [orderLine(line.order, line.lineId)],
    item: withLot(itemOf(line), line.lot),
    shipments: packages.length > 0 ? [shipmentOf(packages)] : undefined,
  });
};

/** The numbers of the orders that lines speak of, each once. */
const ordersIn = (lines: readonly { readonly order?: string }[]) =>
  [...new Set(lines.flatMap(({ order }) => order ?? []))].map((id) => ({ id: { value: id } }));

export const despatchDocument = ({ number, issuedOn }: Identity, { buyer, seller }: Sides, facts: DespatchFacts): TradeDocument => {
  const { lines = [], carrier, consignment, expectedOn, despatchedOn, details = {} } = facts;
  const tracking = details['tracking'];
  return known({
    customization: { value: 'urn:fdc:peppol.eu:poacc:trns:despatch_advice:3' },
    profile: { value: 'urn:fdc:peppol.eu:poacc:bis:despatch_advice:3' },
    number: { value: number },
    issueDate: issuedOn,
    deliverer: roleOf(seller),
    receiver: roleOf(buyer),
    remarks: words(facts.note),
    orders: ordersIn(lines),
    shipment: known({
      id: { value: 'NA' },
      consignments:
        carrier === undefined && consignment === undefined
          ? undefined
          : [known({ id: { value: consignment ?? 'NA' }, carrier: carrier === undefined ? undefined : { names: [carrier] } })],
      delivery: known({
        tracking: value(tracking),
        estimated: expectedOn === undefined ? undefined : { endDate: expectedOn },
        actualDespatchDate: despatchedOn,
      }),
    }),
    despatchLines: lines.map(despatchLine),
  });
};

const zeros = (text: string | undefined): string | undefined => (text === undefined || /^0(\.0*)?$/.test(text) ? undefined : text);

/** UBL's received holds what was rejected; the hub's does not. */
const receiptLine = (line: ReceiptTerms & Placed): ReceiptLine => {
  const { unit } = line;
  const [short, rejected] = [zeros(line.short), zeros(line.rejected)];
  return known({
    id: { value: line.documentLine ?? String(line.position) },
    remarks: words(line.note),
    received: { value: plain(decimal(line.received).plus(rejected ?? '0')), unit },
    short: short === undefined ? undefined : { value: short, unit },
    shortAction: value(line.shortAction),
    rejected: rejected === undefined ? undefined : { value: rejected, unit },
    rejectReason: value(line.rejectReason),
    rejectAction: value(line.rejectAction),
    orderLine: orderLine(line.order, line.lineId),
    items: [withLot(itemOf(line), line.lot)],
  });
};

/** Plain UBL: Peppol has no receipt advice. */
export const receiptDocument = ({ number, issuedOn }: Identity, { buyer, seller }: Sides, facts: ReceiptFacts): TradeDocument => {
  const { lines = [], despatch, receivedOn } = facts;
  return known({
    number: { value: number },
    issueDate: issuedOn,
    remarks: words(facts.note),
    orders: ordersIn(lines),
    despatches: despatch === undefined ? undefined : [{ id: { value: despatch } }],
    receiver: roleOf(buyer),
    deliverer: roleOf(seller),
    shipment: receivedOn === undefined ? undefined : { id: { value: 'NA' }, delivery: { actualDate: receivedOn } },
    receiptLines: lines.map(receiptLine),
  });
};
