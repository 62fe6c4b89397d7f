import { despatchesLayout } from '../rules/despatches.js';
import { column } from '../rules/layout.js';
import { receiptsLayout } from '../rules/receipts.js';
import type { TableRecord } from '../rules/record.js';
import { around, type ExportKind, PARTY, type Party, partyCell } from './kind.js';

interface Goods {
  readonly number: string;
  readonly externalReference: string | null;
  readonly note: string | null;
  readonly buyer: Party;
  readonly supplier: Party;
}

interface GoodsLine {
  readonly order: { readonly number: string } | null;
  readonly lineId: string;
  readonly unit: string;
  readonly documentLine: string | null;
  readonly lot: string | null;
  readonly note: string | null;
}

interface Despatch extends Goods {
  readonly status: string;
  readonly issuedOn: string;
  readonly despatchedOn: string | null;
  readonly expectedOn: string | null;
  readonly carrier: string | null;
  readonly consignment: string | null;
  readonly lines: readonly (GoodsLine & {
    readonly quantity: string;
    readonly outstandingQuantity: string | null;
    readonly outstandingReason: string | null;
    readonly inTransit: string;
  })[];
}

interface Receipt extends Goods {
  readonly receivedOn: string;
  readonly despatch: { readonly number: string } | null;
  readonly lines: readonly (GoodsLine & {
    readonly receivedWritten: string;
    readonly shortWritten: string;
    readonly shortAction: string | null;
    readonly rejectedWritten: string;
    readonly rejectReason: string | null;
    readonly rejectAction: string | null;
    readonly accepted: string;
    readonly refused: string;
    readonly returned: string;
    readonly invoiced: string;
  })[];
}

const headOf = ({ number, externalReference, note, buyer, supplier }: Goods): TableRecord => ({
  number,
  externalReference,
  note,
  buyer: partyCell(buyer),
  buyerName: buyer.legalName,
  supplier: partyCell(supplier),
  supplierName: supplier.legalName,
});

const lineOf = ({ order, lineId, unit, documentLine, lot, note }: GoodsLine): TableRecord => ({
  'lines.order.number': order?.number,
  'lines.lineId': lineId,
  'lines.unit': unit,
  'lines.documentLine': documentLine,
  'lines.lot': lot,
  'lines.note': note,
});

const GOODS = `number externalReference note buyer ${PARTY} supplier ${PARTY}`;
const LINE = 'order { number } lineId unit documentLine lot note';

const none = ['导出列，导入时忽略。', 'Only in exports; an import passes over it.'] as const;
const other = (at: 'buyer' | 'supplier') => {
  const [zh, en] = at === 'buyer' ? ['采购方', 'Buyer'] : ['供应商', 'Supplier'];
  return [column(at, 'TEXT', [zh, en], none), ...names];
};
const names = [
  column('supplierName', 'TEXT', ['供应商名称', 'Supplier name'], none),
  column('buyerName', 'TEXT', ['采购方名称', 'Buyer name'], none),
];

const nothing = (text: string): string | null => (/^0(\.0+)?$/.test(text) ? null : text);

/** Despatch advices in the columns of the import. */
export const despatchesExport: ExportKind<Despatch> = {
  path: 'despatches',
  list: 'despatches',
  filter: 'DespatchFilter',
  columns: around(
    despatchesLayout,
    [],
    [
      column('status', 'TEXT', ['状态', 'Status'], none),
      column('inTransit', 'NUMBER', ['在途数量', 'In transit'], none),
      ...other('supplier'),
    ],
  ),
  priced: new Set(),
  selection: () =>
    `${GOODS} status issuedOn despatchedOn expectedOn carrier consignment lines { ${LINE} quantity outstandingQuantity outstandingReason inTransit }`,
  records: (despatch) =>
    despatch.lines.map((line) => ({
      ...headOf(despatch),
      ...lineOf(line),
      status: despatch.status,
      issuedOn: despatch.issuedOn,
      despatchedOn: despatch.despatchedOn,
      expectedOn: despatch.expectedOn,
      carrier: despatch.carrier,
      consignment: despatch.consignment,
      'lines.quantity': line.quantity,
      'lines.outstandingQuantity': line.outstandingQuantity,
      'lines.outstandingReason': line.outstandingReason,
      inTransit: line.inTransit,
    })),
};

/** Receipt advices in the columns of the import, with what became of the goods. */
export const receiptsExport: ExportKind<Receipt> = {
  path: 'receipts',
  list: 'receipts',
  filter: 'ReceiptFilter',
  day: 'receivedOn',
  columns: around(
    receiptsLayout,
    [],
    [
      column('accepted', 'NUMBER', ['已验收', 'Accepted'], none),
      column('refused', 'NUMBER', ['验收拒绝', 'Refused'], none),
      column('returned', 'NUMBER', ['已退货', 'Returned'], none),
      column('invoiced', 'NUMBER', ['已开票', 'Invoiced'], none),
      ...other('buyer'),
    ],
  ),
  priced: new Set(),
  selection: () => `${GOODS} receivedOn despatch { number } lines { ${LINE} receivedWritten shortWritten shortAction rejectedWritten
    rejectReason rejectAction accepted refused returned invoiced }`,
  records: (receipt) =>
    receipt.lines.map((line) => ({
      ...headOf(receipt),
      ...lineOf(line),
      receivedOn: receipt.receivedOn,
      'despatch.number': receipt.despatch?.number,
      'lines.received': line.receivedWritten,
      'lines.short': nothing(line.shortWritten),
      'lines.shortAction': line.shortAction,
      'lines.rejected': nothing(line.rejectedWritten),
      'lines.rejectReason': line.rejectReason,
      'lines.rejectAction': line.rejectAction,
      accepted: line.accepted,
      refused: line.refused,
      returned: line.returned,
      invoiced: line.invoiced,
    })),
};
