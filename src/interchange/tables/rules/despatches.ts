import { column, type Layout } from './layout.js';

/** Despatch advices as their supplier sends them; one line of the table is one line of a despatch. */
export const despatchesLayout: Layout = {
  kind: 'DESPATCHES',
  columns: [
    column(
      'number',
      'TEXT',
      ['发货单号', 'Despatch number'],
      ['同一发货单的各行填写相同的单号。', 'The same in all lines of one despatch.'],
      {
        required: true,
        key: true,
        also: ['送货单号', '单据编号', 'Delivery note', 'ASN'],
      },
    ),
    column(
      'buyer',
      'PARTY',
      ['采购方', 'Buyer'],
      ['统一社会信用代码、平台标识（org_…）或“方案:编号”。', 'Unified social credit code, id on the hub (org_…), or scheme:value.'],
      {
        required: true,
        key: true,
        also: ['客户', '需方', 'Customer'],
      },
    ),
    column('issuedOn', 'DATE', ['单据日期', 'Issued on'], ['缺省为导入当日。', 'The day of the import when empty.']),
    column('despatchedOn', 'DATE', ['发货日期', 'Despatched on'], ['实际发出日。', 'The day on which the goods left.'], {
      also: ['Ship date'],
    }),
    column('expectedOn', 'DATE', ['预计到货日期', 'Expected on'], ['预计到达日。', 'The day on which they should arrive.'], {
      also: ['预计到货日', 'ETA'],
    }),
    column('carrier', 'TEXT', ['承运人', 'Carrier'], ['承运人名称。', 'Who carries the goods.'], { also: ['物流公司'] }),
    column('consignment', 'TEXT', ['运单号', 'Consignment'], ['运单或提单号。', 'Number of the consignment note.'], {
      also: ['物流单号', 'Tracking number'],
    }),
    column(
      'externalReference',
      'TEXT',
      ['外部编号', 'External reference'],
      ['贵方系统中的编号。', 'Name of the despatch in your own system.'],
    ),
    column('note', 'TEXT', ['发货备注', 'Despatch note'], ['整单备注。', 'About the despatch as a whole.']),
    column('lines.order.number', 'TEXT', ['订单号', 'Order number'], ['所发货物的订单号。', 'Order of the goods.'], {
      required: true,
      also: ['采购订单号', 'PO number', 'PO'],
    }),
    column('lines.lineId', 'TEXT', ['行号', 'Line'], ['订单行号，按原样填写。', 'Line of the order, as written there.'], {
      required: true,
      also: ['订单行号', '项次', 'Line number', 'Line id'],
    }),
    column('lines.quantity', 'NUMBER', ['发货数量', 'Quantity'], ['大于零。', 'Above zero.'], {
      required: true,
      also: ['数量', 'Qty', 'Despatched'],
    }),
    column('lines.unit', 'UNIT', ['单位', 'Unit'], ['缺省为订单行的单位。', 'Unit of the order line when empty.'], { also: ['计量单位'] }),
    column('lines.outstandingQuantity', 'NUMBER', ['欠发数量', 'Outstanding'], ['仍将后续发出的数量。', 'What is still to follow.'], {
      also: ['Outstanding quantity'],
    }),
    column('lines.outstandingReason', 'TEXT', ['欠发原因', 'Outstanding reason'], ['为何未随此批发出。', 'Why it is not among this.']),
    column('lines.documentLine', 'TEXT', ['发货单行号', 'Document line'], ['本单据自身的行号。', 'Number of the line in this document.']),
    column('lines.lot', 'TEXT', ['批次', 'Lot'], ['批次号。', 'Lot of the goods.'], { also: ['批号', 'Batch'] }),
    column('lines.note', 'TEXT', ['行备注', 'Line note'], ['该行备注。', 'About the line.'], { also: ['备注'] }),
  ],
};
