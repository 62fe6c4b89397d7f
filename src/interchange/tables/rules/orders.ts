import { column, type Layout } from './layout.js';

const TYPES = {
  采购订单: '105',
  订单: '220',
  框架协议: '221',
  框架订单: '221',
  要货单: '226',
  寄售订单: '227',
  PURCHASE_ORDER: '105',
  ORDER: '220',
  FRAME: '221',
  CALL_OFF: '226',
  CONSIGNMENT: '227',
};

/** Orders as their buyer issues them; one line of the table is one line of an order. */
export const ordersLayout: Layout = {
  kind: 'ORDERS',
  columns: [
    column('number', 'TEXT', ['订单号', 'Order number'], ['同一订单的各行填写相同的订单号。', 'The same in all lines of one order.'], {
      required: true,
      key: true,
      also: ['采购订单号', '单据编号', 'PO number', 'PO'],
    }),
    column(
      'supplier',
      'PARTY',
      ['供应商', 'Supplier'],
      ['统一社会信用代码、平台标识（org_…）或“方案:编号”。', 'Unified social credit code, id on the hub (org_…), or scheme:value.'],
      { required: true, key: true, also: ['供应商统一社会信用代码', '供方', 'Supplier code', 'Vendor'] },
    ),
    column('typeCode', 'CODE', ['订单类型', 'Order type'], ['UNCL1001 代码，缺省为 220。', 'Code of UNCL1001; 220 when empty.'], {
      codes: TYPES,
    }),
    column('issuedOn', 'DATE', ['下单日期', 'Issued on'], ['缺省为导入当日。', 'The day of the import when empty.'], {
      also: ['订单日期', 'Order date'],
    }),
    column(
      'externalReference',
      'TEXT',
      ['外部编号', 'External reference'],
      ['贵方系统中的编号。', 'Name of the order in your own system.'],
    ),
    column('frame.number', 'TEXT', ['框架协议号', 'Frame number'], ['要货单所属的框架协议。', 'Of a call-off: the frame agreement.']),
    column('header.currency', 'CODE', ['币种', 'Currency'], ['ISO 4217 代码。', 'Code of ISO 4217.'], {
      required: true,
      codes: { 人民币: 'CNY', RMB: 'CNY' },
    }),
    column('header.buyerReference', 'TEXT', ['采购方参考', 'Buyer reference'], ['如部门或项目。', 'Such as a department or project.']),
    column('header.note', 'TEXT', ['订单备注', 'Order note'], ['整单备注。', 'About the order as a whole.']),
    column('header.deliverFrom', 'DATE', ['交货起始', 'Deliver from'], ['整单最早交货日。', 'Earliest day for the order as a whole.']),
    column('header.deliverTo', 'DATE', ['交货截止', 'Deliver to'], ['整单最晚交货日。', 'Latest day for the order as a whole.']),
    column('lines.lineId', 'TEXT', ['行号', 'Line'], ['按原样保留，00010 与 10 不同。', 'Kept as written: 00010 is not 10.'], {
      required: true,
      also: ['项次', 'Line number', 'Line id'],
    }),
    column('lines.itemName', 'TEXT', ['品名', 'Item'], ['物料名称。', 'Name of the item.'], {
      required: true,
      also: ['物料名称', '物料描述', '产品名称', 'Item name'],
    }),
    column('lines.description', 'TEXT', ['规格', 'Description'], ['规格说明。', 'Description of the item.'], {
      also: ['规格型号', 'Specification'],
    }),
    column('lines.buyerItemId', 'TEXT', ['采购方料号', 'Buyer item'], ['采购方编码。', "The buyer's code."], {
      also: ['物料编码', '料号', 'Buyer item id'],
    }),
    column('lines.sellerItemId', 'TEXT', ['供应商料号', 'Seller item'], ['供应商编码。', "The seller's code."], {
      also: ['Seller item id'],
    }),
    column('lines.standardItemId', 'TEXT', ['标准编码', 'Standard item'], ['如 GTIN。', 'Such as a GTIN.'], {
      also: ['GTIN', 'Standard item id'],
    }),
    column('lines.quantity', 'NUMBER', ['数量', 'Quantity'], ['大于零。', 'Above zero.'], { required: true, also: ['订单数量', 'Qty'] }),
    column(
      'lines.unit',
      'UNIT',
      ['单位', 'Unit'],
      ['UN/ECE 20 号建议书代码，或 个、千克、吨 等。', 'Code of UN/ECE recommendation 20, or kg, t, m, pcs …'],
      { required: true, also: ['计量单位'] },
    ),
    column('lines.price', 'NUMBER', ['单价', 'Price'], ['不含税。', 'Without tax.'], { also: ['不含税单价', 'Unit price'] }),
    column(
      'lines.priceBasis',
      'NUMBER',
      ['计价数量', 'Price basis'],
      ['单价对应的数量，缺省为 1。', 'Quantity that the price is for; 1 when empty.'],
    ),
    column('lines.taxRate', 'PERCENT', ['税率', 'Tax rate'], ['13 或 13%。', '13 or 13%.'], { also: ['税率%'] }),
    column('lines.requestedFrom', 'DATE', ['要求交货起', 'Requested from'], ['该行最早到货日。', 'Earliest day for the line.']),
    column('lines.requestedTo', 'DATE', ['要求交货日', 'Requested to'], ['该行最晚到货日。', 'Latest day for the line.'], {
      also: ['交货日期', '要求到货日期', 'Delivery date'],
    }),
    column('lines.note', 'TEXT', ['行备注', 'Line note'], ['该行备注。', 'About the line.'], { also: ['备注'] }),
  ],
};
