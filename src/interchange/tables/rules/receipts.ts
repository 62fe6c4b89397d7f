import { column, type Layout } from './layout.js';

const SHORT = { 补发: 'SEND_REST', 补货: 'SEND_REST', 扣款: 'CREDIT', 取消: 'CANCEL_REST', 取消余量: 'CANCEL_REST', 无: 'NONE' };
const REASONS = {
  超量: 'OVER_SUPPLY',
  破损: 'DAMAGED',
  错货: 'WRONG_ITEM',
  质量: 'QUALITY',
  质量不合格: 'QUALITY',
  早到: 'TOO_EARLY',
  迟到: 'TOO_LATE',
  单证不符: 'DOCUMENTS',
  其他: 'OTHER',
};
const ACTIONS = { 退货: 'RETURN', 换货: 'REPLACE', 扣款: 'CREDIT', 报废: 'DISPOSE', 无: 'NONE' };

/** Receipt advices as their buyer records them; one line of the table is one line of a receipt. */
export const receiptsLayout: Layout = {
  kind: 'RECEIPTS',
  columns: [
    column(
      'number',
      'TEXT',
      ['收货单号', 'Receipt number'],
      ['同一收货单的各行填写相同的单号。', 'The same in all lines of one receipt.'],
      {
        required: true,
        key: true,
        also: ['入库单号', '单据编号', 'Goods receipt', 'GRN'],
      },
    ),
    column(
      'supplier',
      'PARTY',
      ['供应商', 'Supplier'],
      ['统一社会信用代码、平台标识（org_…）或“方案:编号”。', 'Unified social credit code, id on the hub (org_…), or scheme:value.'],
      {
        required: true,
        key: true,
        also: ['供应商统一社会信用代码', '供方', 'Supplier code', 'Vendor'],
      },
    ),
    column(
      'despatch.number',
      'TEXT',
      ['发货单号', 'Despatch number'],
      ['所对应的发货单。', 'The despatch that came, where it was announced.'],
      { also: ['送货单号', 'Delivery note', 'ASN'] },
    ),
    column('receivedOn', 'DATE', ['收货日期', 'Received on'], ['缺省为导入当日。', 'The day of the import when empty.'], {
      also: ['入库日期', 'Receipt date'],
    }),
    column(
      'externalReference',
      'TEXT',
      ['外部编号', 'External reference'],
      ['贵方系统中的编号。', 'Name of the receipt in your own system.'],
    ),
    column('note', 'TEXT', ['收货备注', 'Receipt note'], ['整单备注。', 'About the receipt as a whole.']),
    column('lines.order.number', 'TEXT', ['订单号', 'Order number'], ['所收货物的订单号。', 'Order of the goods.'], {
      required: true,
      also: ['采购订单号', 'PO number', 'PO'],
    }),
    column('lines.lineId', 'TEXT', ['行号', 'Line'], ['订单行号，按原样填写。', 'Line of the order, as written there.'], {
      required: true,
      also: ['订单行号', '项次', 'Line number', 'Line id'],
    }),
    column(
      'lines.received',
      'NUMBER',
      ['实收数量', 'Received'],
      ['到货并留下的数量，不含拒收。', 'What came and was kept; what was rejected is not in it.'],
      { required: true, also: ['收货数量', '数量', 'Quantity', 'Qty'] },
    ),
    column('lines.unit', 'UNIT', ['单位', 'Unit'], ['缺省为订单行的单位。', 'Unit of the order line when empty.'], { also: ['计量单位'] }),
    column('lines.short', 'NUMBER', ['短少数量', 'Short'], ['已发而未到的数量。', 'What was despatched and did not come.'], {
      also: ['短缺数量'],
    }),
    column(
      'lines.shortAction',
      'CODE',
      ['短少处理', 'Short action'],
      ['补发、扣款、取消、无。', 'SEND_REST, CREDIT, CANCEL_REST or NONE.'],
      { codes: SHORT },
    ),
    column('lines.rejected', 'NUMBER', ['拒收数量', 'Rejected'], ['到货时退回的数量。', 'What was turned away at the door.']),
    column(
      'lines.rejectReason',
      'CODE',
      ['拒收原因', 'Reject reason'],
      [
        '破损、错货、质量、超量、早到、迟到、单证不符、其他。',
        'DAMAGED, WRONG_ITEM, QUALITY, OVER_SUPPLY, TOO_EARLY, TOO_LATE, DOCUMENTS or OTHER.',
      ],
      { codes: REASONS },
    ),
    column(
      'lines.rejectAction',
      'CODE',
      ['拒收处理', 'Reject action'],
      ['退货、换货、扣款、报废、无。', 'RETURN, REPLACE, CREDIT, DISPOSE or NONE.'],
      { codes: ACTIONS },
    ),
    column('lines.documentLine', 'TEXT', ['收货单行号', 'Document line'], ['本单据自身的行号。', 'Number of the line in this document.']),
    column('lines.lot', 'TEXT', ['批次', 'Lot'], ['批次号。', 'Lot of the goods.'], { also: ['批号', 'Batch'] }),
    column('lines.note', 'TEXT', ['行备注', 'Line note'], ['该行备注。', 'About the line.'], { also: ['备注'] }),
  ],
};
