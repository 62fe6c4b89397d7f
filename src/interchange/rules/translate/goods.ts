import { decimal, plain, zero } from '../../../kernel/decimal.js';
import { convert, isUnit } from '../../../kernel/units.js';
import type {
  DespatchLine,
  HandlingUnit,
  Item,
  OrderLineReference,
  Quantity,
  ReceiptLine,
  TradeDocument,
  Wording,
} from '../document/index.js';
import { entry } from '../figures.js';
import type { Findings } from './findings.js';
import type { DespatchMessage, DespatchTerms, PackageTerms, ReceiptMessage, ReceiptTerms } from './goods-message.js';
import { identity } from './identity.js';
import { day, joined, known, number, tidy } from './lines.js';

export const wordsOf = (remarks: readonly Wording[] | undefined): string | undefined => joined(remarks?.map((one) => one.value));

/** The order's line that a line speaks of. What names none is read as the order's line of its own number. */
const orderLineOf = (
  document: TradeDocument,
  references: readonly (OrderLineReference | undefined)[],
  id: string | undefined,
  at: readonly string[],
  findings: Findings,
): { readonly order?: string; readonly lineId: string } => {
  const [reference, ...others] = references.filter((one) => one !== undefined);
  if (others.length > 0) findings.refuse('ORDER_LINES_SEVERAL', [...at, 'cac:OrderLineReference']);
  const order = tidy(reference?.order?.id?.value) ?? tidy(document.orders?.[0]?.id?.value);
  const named = tidy(reference?.line?.value);
  if (named === undefined) findings.warn('LINE_READ_AS_ORDER_LINE', [...at, 'cac:OrderLineReference'], { lineId: id ?? '' });
  return known({ order, lineId: named ?? findings.need(id, [...at, 'cbc:ID']) });
};

/** The one lot of an item; several are kept with the document. */
const lotOf = (item: Item | undefined): string | undefined => {
  const lots = new Set((item?.instances ?? []).flatMap((one) => tidy(one.lot?.value) ?? []));
  return lots.size === 1 ? [...lots][0] : undefined;
};

// UN/EDIFACT 6313: gross and net weight.
const GROSS = 'AAB';
const NET = 'AAA';

const packageOf = ({ id, typeCode, measurements = [], packages = [] }: HandlingUnit): PackageTerms => {
  const weight = (attribute: string) => measurements.find((one) => one.attribute?.value.trim() === attribute)?.measure;
  const [gross, net] = [weight(GROSS), weight(NET)];
  const unit = tidy(gross?.unit ?? net?.unit);
  return known({
    marks: tidy(id?.value),
    kind: tidy(typeCode?.value),
    count: packages.length > 0 ? packages.length : undefined,
    grossWeight: number(gross),
    netWeight: number(net),
    weightUnit: unit !== undefined && isUnit(unit) ? unit : undefined,
  });
};

const despatchLine = (document: TradeDocument, line: DespatchLine, index: number, findings: Findings): DespatchTerms | undefined => {
  const at = [entry('cac:DespatchLine', index)];
  const quantity = findings.need(line.delivered?.value, [...at, 'cbc:DeliveredQuantity'], 'PEPPOL-T16-R005');
  if (quantity !== '' && decimal(quantity).lt(zero))
    findings.refuse('QUANTITY_NOT_POSITIVE', [...at, 'cbc:DeliveredQuantity'], { quantity, rule: 'PEPPOL-T16-R006' });
  if (quantity !== '' && decimal(quantity).isZero()) {
    findings.warn('LINE_WITHOUT_GOODS', at);
    return undefined;
  }
  const unit = findings.need(line.delivered?.unit, [...at, 'cbc:DeliveredQuantity', '@unitCode']);
  const outstanding = line.outstanding ?? line.backorder;
  const reason = joined(line.outstandingReasons, line.backorderReasons);
  if (reason !== undefined && !outstanding) findings.warn('REASON_WITHOUT_QUANTITY', [...at, 'cbc:OutstandingReason'], { reason });
  const packages = (line.shipments ?? []).flatMap((one) => one.units ?? []).map(packageOf);
  const about = orderLineOf(document, line.orderLines ?? [], line.id?.value, at, findings);
  findings.need(about.order, [...at, 'cac:OrderLineReference', 'cac:OrderReference', 'cbc:ID'], 'PEPPOL-T16-R002');
  return known({
    ...about,
    documentLine: tidy(line.id?.value),
    quantity: number(line.delivered) ?? '',
    unit,
    outstandingQuantity: number(outstanding),
    outstandingReason: outstanding ? reason : undefined,
    lot: lotOf(line.item),
    packages: packages.length > 0 ? packages : undefined,
    note: wordsOf(line.remarks),
  });
};

export const despatchMessage = (document: TradeDocument, findings: Findings): DespatchMessage => {
  const { shipment } = document;
  const consignment = shipment?.consignments?.[0];
  const expected = shipment?.delivery?.estimated;
  const tracking = tidy(shipment?.delivery?.tracking?.value);
  const lines = (document.despatchLines ?? []).flatMap((line, i) => despatchLine(document, line, i, findings) ?? []);
  if (lines.length === 0) findings.refuse('NOTHING_DELIVERED', ['cac:DespatchLine']);
  return known({
    kind: 'DESPATCH' as const,
    ...identity(document, findings),
    despatchedOn: day(shipment?.delivery?.actualDespatchDate),
    expectedOn: day(expected?.endDate ?? expected?.startDate),
    carrier: tidy(consignment?.carrier?.names?.[0]) ?? tidy(consignment?.carrier?.legalEntities?.[0]?.name),
    consignment: tidy(consignment?.id?.value),
    note: joined(
      document.remarks?.map((one) => one.value),
      shipment?.informations,
    ),
    details: tracking === undefined ? undefined : { tracking },
    lines,
  });
};

// UBL gives no list; these are the words of the hub, which other words are not forced into.
const SHORT_ACTIONS = new Set(['SEND_REST', 'CREDIT', 'CANCEL_REST', 'NONE']);
const REJECT_REASONS = new Set(['OVER_SUPPLY', 'DAMAGED', 'WRONG_ITEM', 'QUALITY', 'TOO_EARLY', 'TOO_LATE', 'DOCUMENTS', 'OTHER']);
const REJECT_ACTIONS = new Set(['RETURN', 'REPLACE', 'CREDIT', 'DISPOSE', 'NONE']);

/** The code where it is one of the words, else the one that says least. */
const wordOf = (
  code: { readonly value: string } | undefined,
  words: ReadonlySet<string>,
  otherwise: string,
  field: readonly string[],
  findings: Findings,
): string => {
  const written = tidy(code?.value)?.toUpperCase();
  if (written !== undefined && words.has(written)) return written;
  findings.warn('ACTION_READ_AS', field, { written: code?.value ?? '', read: otherwise });
  return otherwise;
};

/** A quantity in the unit of the line, with a refusal where it measures something else. */
const inUnit = (quantity: Quantity | undefined, unit: string, field: readonly string[], findings: Findings): string | undefined => {
  if (!quantity) return undefined;
  const written = decimal(quantity.value);
  if (written.lt(zero)) findings.refuse('QUANTITY_NOT_POSITIVE', field, { quantity: quantity.value });
  const converted = convert(written, tidy(quantity.unit) ?? unit, unit);
  if (converted === undefined) findings.refuse('UNITS_DIFFER', field, { unit: quantity.unit ?? '', other: unit });
  return converted && !converted.isZero() ? plain(converted) : undefined;
};

/** UBL counts among the received what is then rejected (short is what was despatched and not received); the hub counts what is kept. */
const keptOf = (received: string | undefined, rejected: string | undefined, at: readonly string[], findings: Findings): string => {
  const kept = decimal(received ?? '0').minus(rejected ?? '0');
  if (kept.lt(zero))
    findings.refuse('REJECTED_OVER_RECEIVED', [...at, 'cbc:RejectedQuantity'], { received: received ?? '0', rejected: rejected ?? '0' });
  return plain(kept);
};

const receiptLine = (document: TradeDocument, line: ReceiptLine, index: number, findings: Findings): ReceiptTerms => {
  const at = [entry('cac:ReceiptLine', index)];
  const said = line.received ?? line.short ?? line.rejected;
  const unit = findings.need(said?.unit, [...at, 'cbc:ReceivedQuantity', '@unitCode']);
  const of = (quantity: Quantity | undefined, name: string) => inUnit(quantity, unit, [...at, `cbc:${name}`], findings);
  const [short, rejected] = [of(line.short, 'ShortQuantity'), of(line.rejected, 'RejectedQuantity')];
  const despatchLine = tidy(line.despatchLines?.[0]?.line?.value);
  const named = despatchLine === undefined ? orderLineOf(document, [line.orderLine], line.id?.value, at, findings) : { lineId: '' };
  const word = (code: typeof line.shortAction, words: ReadonlySet<string>, otherwise: string, name: string) =>
    wordOf(code, words, otherwise, [...at, `cbc:${name}`], findings);
  return known({
    ...named,
    despatchLine,
    documentLine: tidy(line.id?.value),
    unit,
    received: keptOf(of(line.received, 'ReceivedQuantity'), rejected, at, findings),
    short,
    shortAction: short === undefined ? undefined : word(line.shortAction, SHORT_ACTIONS, 'NONE', 'ShortageActionCode'),
    rejected,
    rejectReason: rejected === undefined ? undefined : word(line.rejectReason, REJECT_REASONS, 'OTHER', 'RejectReasonCode'),
    rejectAction: rejected === undefined ? undefined : word(line.rejectAction, REJECT_ACTIONS, 'NONE', 'RejectActionCode'),
    lot: lotOf(line.items?.[0]),
    note: joined(
      line.remarks?.map((one) => one.value),
      line.rejectReasons,
    ),
  });
};

export const receiptMessage = (document: TradeDocument, findings: Findings): ReceiptMessage => {
  const { receiptLines = [], shipment } = document;
  if (receiptLines.length === 0) findings.refuse('DOCUMENT_FACT_MISSING', ['cac:ReceiptLine']);
  const about = identity(document, findings);
  return known({
    kind: 'RECEIPT' as const,
    ...about,
    receivedOn: day(shipment?.delivery?.actualDate) ?? day(receiptLines[0]?.receivedOn) ?? about.issuedOn,
    despatch: tidy(document.despatches?.[0]?.id?.value),
    note: wordsOf(document.remarks),
    lines: receiptLines.map((line, i) => receiptLine(document, line, i, findings)),
  });
};
