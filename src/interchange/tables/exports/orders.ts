import { column } from '../rules/layout.js';
import { ordersLayout } from '../rules/orders.js';
import type { TableRecord } from '../rules/record.js';
import { around, type ExportKind, PARTY, type Party, partyCell } from './kind.js';

interface Line {
  readonly lineId: string;
  readonly state: string;
  readonly itemName: string;
  readonly description: string | null;
  readonly buyerItemId: string | null;
  readonly sellerItemId: string | null;
  readonly standardItemId: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly priceBasis: string | null;
  readonly taxRate: string | null;
  readonly note: string | null;
  readonly price?: string | null;
  readonly amount?: string | null;
  readonly schedules: readonly { readonly requestedFrom: string | null; readonly requestedTo: string | null }[];
}

interface Node {
  readonly number: string;
  readonly type: string;
  readonly issuedOn: string;
  readonly status: string;
  readonly revision: number;
  readonly externalReference: string | null;
  readonly currency: string;
  readonly note: string | null;
  readonly buyerReference: string | null;
  readonly deliverFrom: string | null;
  readonly deliverTo: string | null;
  readonly buyer: Party;
  readonly supplier: Party;
  readonly frame: { readonly number: string } | null;
  readonly lines: readonly Line[];
}

const TYPES: Readonly<Record<string, string>> = { PURCHASE_ORDER: '105', ORDER: '220', FRAME: '221', CALL_OFF: '226', CONSIGNMENT: '227' };

const ofLine = (line: Line): TableRecord => {
  // Several deliveries of one line do not fit into one line of a table; how many there are stands beside it.
  const [only] = line.schedules.length === 1 ? line.schedules : [];
  return {
    'lines.lineId': line.lineId,
    'lines.itemName': line.itemName,
    'lines.description': line.description,
    'lines.buyerItemId': line.buyerItemId,
    'lines.sellerItemId': line.sellerItemId,
    'lines.standardItemId': line.standardItemId,
    'lines.quantity': line.quantity,
    'lines.unit': line.unit,
    'lines.price': line.price,
    'lines.priceBasis': line.priceBasis,
    'lines.taxRate': line.taxRate,
    'lines.requestedFrom': only?.requestedFrom,
    'lines.requestedTo': only?.requestedTo,
    'lines.note': line.note,
    amount: line.amount,
    deliveries: String(line.schedules.length),
  };
};

const records = (order: Node): readonly TableRecord[] => {
  const head: TableRecord = {
    number: order.number,
    supplier: partyCell(order.supplier),
    supplierName: order.supplier.legalName,
    buyer: partyCell(order.buyer),
    buyerName: order.buyer.legalName,
    typeCode: TYPES[order.type],
    issuedOn: order.issuedOn,
    externalReference: order.externalReference,
    'frame.number': order.frame?.number,
    'header.currency': order.currency,
    'header.buyerReference': order.buyerReference,
    'header.note': order.note,
    'header.deliverFrom': order.deliverFrom,
    'header.deliverTo': order.deliverTo,
    status: order.status,
    revision: String(order.revision),
  };
  return order.lines.filter(({ state }) => state === 'ACTIVE').map((line) => ({ ...head, ...ofLine(line) }));
};

const none = ['导出列，导入时忽略。', 'Only in exports; an import passes over it.'] as const;

/** Orders with their active lines, in the columns of the import: read in again as they are, they change nothing. */
export const ordersExport: ExportKind<Node> = {
  path: 'orders',
  list: 'orders',
  filter: 'OrderFilter',
  day: 'issuedOn',
  columns: around(
    ordersLayout,
    [],
    [
      column('amount', 'NUMBER', ['行金额', 'Amount'], none),
      column('deliveries', 'NUMBER', ['交货批数', 'Deliveries'], none),
      column('status', 'TEXT', ['订单状态', 'Status'], none),
      column('revision', 'NUMBER', ['版本', 'Revision'], none),
      column('supplierName', 'TEXT', ['供应商名称', 'Supplier name'], none),
      column('buyer', 'TEXT', ['采购方', 'Buyer'], none),
      column('buyerName', 'TEXT', ['采购方名称', 'Buyer name'], none),
    ],
  ),
  priced: new Set(['lines.price', 'amount']),
  selection: (amounts) => `number type issuedOn status revision externalReference currency note buyerReference deliverFrom deliverTo
    buyer ${PARTY} supplier ${PARTY} frame { number } lines { lineId state itemName description buyerItemId sellerItemId standardItemId quantity unit
      priceBasis taxRate note ${amounts ? 'price amount' : ''} schedules { requestedFrom requestedTo } }`,
  records,
};
