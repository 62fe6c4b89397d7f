import { moneyText } from '../kernel/money.js';
import { lineAmount, type LineContent, type OrderContent, totalsOf } from '../orders/index.js';
import type { DocumentKind, TradeDocument } from './rules/document/index.js';
import type { OrderMessage } from './rules/translate/message.js';
import { understand } from './rules/translate/understand.js';
import { writeUbl } from './ubl/index.js';
import { brought } from './rules/compose/merge.js';
import { type BillFacts, billDocument, breakdownOf } from './rules/compose/bill.js';
import { type DespatchFacts, despatchDocument, type ReceiptFacts, receiptDocument } from './rules/compose/goods.js';
import type { PartyFacts, Sides } from './rules/compose/party.js';
import { responseDocument, type ResponseFacts } from './rules/compose/response.js';
import {
  type ComposedHeader,
  headOf,
  type Identity,
  lineOf,
  type LineFacts,
  type OrderingKind,
  termsOfHeader,
  totalsOfDocument,
} from './rules/compose/document.js';

/** A row of `app.exported_document` or `app.exported_bill`. */
export interface ExportRow {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly number: string | null;
  readonly issuedOn: string;
  readonly orderNumber: string | null;
  readonly facts: Facts | null;
  readonly received: TradeDocument | null;
  readonly buyer: PartyFacts;
  readonly seller: PartyFacts;
}

interface Facts {
  readonly typeCode?: string;
  readonly code?: string;
  readonly note?: string | null;
  readonly answers?: string | null;
  readonly header?: ComposedHeader & { readonly currency?: string };
  readonly lines?: readonly (LineFacts & { readonly change?: string })[] | null;
}

const ACTIONS: Readonly<Record<string, string>> = { ADDED: '1', ENDED: '2', CHANGED: '3', REFUSED: '7', REOPENED: '74' };

type Order = OrderContent & { readonly typeCode: string };

const orderDocument = (identity: Identity, sides: Sides, { typeCode, header, lines }: Order): TradeDocument => {
  const { currency } = header;
  const counted = lines.map((line): LineFacts => {
    const amount = lineAmount(line, currency);
    return amount === undefined ? line : { ...line, amount: moneyText({ amount, currency }) };
  });
  return {
    ...headOf('ORDER', identity, sides),
    ...(typeCode === '220' ? {} : { orderType: { value: typeCode } }),
    ...termsOfHeader(header, currency),
    totals: totalsOfDocument(totalsOf({ header, lines }), header.tax, currency),
    lines: counted.map((line) => lineOf(line, currency)),
  };
};

/** The order that a document asked for, as the hub holds orders. */
const orderOf = ({ orderType, header, lines }: OrderMessage): Order => ({
  typeCode: orderType,
  header,
  lines: lines.map((line) => ({
    ...line,
    state: 'ACTIVE',
    unit: line.unit?.toUpperCase(),
    schedules: line.schedules ?? [{ scheduleId: '1', quantity: line.quantity ?? '0' }],
  })) as readonly LineContent[],
});

const order = (identity: Identity, sides: Sides, facts: Order, received: TradeDocument | null): TradeDocument => {
  const now = orderDocument(identity, sides, facts);
  const then = received && understand({ kind: 'ORDER', document: received });
  if (!received || !then?.ok || then.value.message.kind !== 'ORDER') return now;
  return brought(orderDocument(identity, sides, orderOf(then.value.message)), now, received);
};

const composed = (row: ExportRow, kind: OrderingKind, identity: Identity, facts: Facts): TradeDocument => {
  const { buyer, seller } = row;
  const orderNumber = row.orderNumber ?? '';
  const head = { ...headOf(kind, identity, { buyer, seller }), orders: [{ id: { value: orderNumber } }] };
  const notes = facts.note ? [facts.note] : undefined;
  if (kind === 'ORDER_CANCELLATION') return { ...head, cancellationNotes: notes ?? [`Order ${orderNumber} is cancelled.`] };
  if (kind === 'ORDER_RESPONSE_SIMPLE') return { ...head, accepted: facts.code === 'AP', ...(notes && { notes }) };
  const currency = facts.header?.currency ?? '';
  const lines = (facts.lines ?? []).map(({ change, ...line }) =>
    lineOf({ ...line, action: line.action ?? ACTIONS[change ?? ''] }, currency),
  );
  const answers = facts.answers ? { orderChanges: [{ id: { value: facts.answers } }] } : {};
  const own = kind === 'ORDER_CHANGE' ? { sequence: '1' } : { responseCode: { value: facts.code ?? '' }, ...answers };
  return { ...head, ...own, ...termsOfHeader(facts.header ?? {}, currency), ...(notes && { notes }), ...(lines.length > 0 && { lines }) };
};

/** A credit note names no breakdown of its own: it takes back line by line. */
const withBreakdown = (facts: BillFacts): BillFacts => ({ ...facts, taxBreakdown: facts.taxBreakdown ?? breakdownOf(facts.lines ?? []) });

/** What the hub holds, as a document of its kind. */
const madeHere = (row: ExportRow, identity: Identity): TradeDocument => {
  const { kind, buyer, seller } = row;
  const sides: Sides = { buyer, seller };
  const facts: unknown = row.facts ?? {};
  switch (kind) {
    case 'DESPATCH_ADVICE':
      return despatchDocument(identity, sides, facts as DespatchFacts);
    case 'RECEIPT_ADVICE':
      return receiptDocument(identity, sides, facts as ReceiptFacts);
    case 'INVOICE':
    case 'CREDIT_NOTE':
      return billDocument(identity, sides, withBreakdown(facts as BillFacts));
    case 'APPLICATION_RESPONSE':
      return responseDocument(identity, sides, facts as ResponseFacts);
    default:
      return composed(row, kind, identity, facts as Facts);
  }
};

/** The document of a row: an order with what has changed since it came in; any other never changes and is written as it came. */
const documentOf = (row: ExportRow): TradeDocument => {
  const { kind, facts, received, buyer, seller } = row;
  const identity = { number: row.number ?? row.id, issuedOn: row.issuedOn };
  if (kind === 'ORDER' && facts) return order(identity, { buyer, seller }, facts as unknown as Order, received);
  return received ?? madeHere(row, identity);
};

/** The row as a UBL 2 document, always the same text for the same facts. */
export const exportUbl = (row: ExportRow): string => writeUbl({ kind: row.kind, document: documentOf(row) });
