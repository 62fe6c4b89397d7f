import type { Catalogue } from '../../kernel/refusal.js';

/** Why an invoice is not taken, or what was recorded on it. */
export const invoiceDocumentRefusals = {
  INVOICE_EXISTS: {
    en: 'Invoice {number} between these parties exists already. Use another number, or void the first one.',
    zh: '买卖双方之间的发票 {number} 已存在，请使用其他编号或先作废原发票。',
  },
  INVOICE_REFERENCE_TAKEN: { en: 'Another invoice carries this external reference already.', zh: '该外部编号已用于其他发票。' },
  INVOICE_WITH_ONESELF: { en: 'Buyer and supplier must be two organisations.', zh: '买方与供应商不能是同一组织。' },
  INVOICE_LINE_REPEATED: { en: 'Line {lineId} stands here more than once.', zh: '行 {lineId} 重复出现。' },
  INVOICE_UNIT_UNKNOWN: {
    en: '{unit} is not a unit code of UN/ECE recommendation 20.',
    zh: '{unit} 不是 UN/ECE 第 20 号建议书的计量单位代码。',
  },
  SUM_WRONG: {
    en: 'By rounding {rounding} this is {expected}, the invoice says {given}. Correct the sum, or the figures it is made of.',
    zh: '按 {rounding} 取整应为 {expected}，发票为 {given}。请更正该金额或其构成数字。',
  },
  TOTAL_BELOW_ZERO: {
    en: 'The invoice comes to {total}: below zero. Send a credit note or a red invoice instead.',
    zh: '发票合计为 {total}，低于零，请改用贷项通知单或红字发票。',
  },
  TAX_RATE_WRONG: {
    en: 'Tax category {category} cannot have the rate {rate} %: S is above zero, Z, E, AE, K, G and O are zero.',
    zh: '税收类别 {category} 不能使用税率 {rate}%：S 类须大于零，Z、E、AE、K、G、O 类须为零。',
  },
  TAX_RATE_NOT_AGREED: {
    en: 'The agreement allows the tax rates {allowed} %, the line has {rate} %.',
    zh: '协议允许的税率为 {allowed}%，该行税率为 {rate}%。',
  },
  TAX_OF_ADJUSTMENT_REQUIRED: {
    en: 'The lines have several tax rates: say which category and rate this allowance or charge has.',
    zh: '各行税率不一，请注明该折让或费用的税收类别和税率。',
  },
  CURRENCY_WRONG: {
    en: 'Order {order} is in {expected}, the invoice in {given}. Invoice it in the currency of the order.',
    zh: '订单 {order} 的币种为 {expected}，发票为 {given}，请使用订单币种开票。',
  },
  DATED_BEFORE_ORDER: {
    en: 'The invoice is dated {given}, before order {order} of {expected}.',
    zh: '发票日期 {given} 早于订单 {order} 的日期 {expected}。',
  },
  DATED_IN_FUTURE: { en: 'The invoice is dated {given}; today is {expected}.', zh: '发票日期 {given} 晚于今日 {expected}。' },
  INVOICE_ORDER_LINE_UNKNOWN: { en: 'Order {order} has no line {lineId}.', zh: '订单 {order} 中没有行 {lineId}。' },
  INVOICE_UNIT_WRONG: {
    en: 'The order counts in {expected}, and {given} cannot be converted to it.',
    zh: '订单计量单位为 {expected}，{given} 无法换算。',
  },
  LINE_NOT_RECEIVED: {
    en: 'Nothing of line {lineId} of order {order} was received ({ordered} {unit} are ordered). Invoice it when the goods are received.',
    zh: '订单 {order} 的行 {lineId} 尚未收货（订购 {ordered} {unit}），请在收货后开票。',
  },
  RECEIPT_INVOICED: {
    en: 'Of line {lineId} of order {order} {received} {unit} were received and {invoiced} are invoiced already: nothing is left to invoice.',
    zh: '订单 {order} 的行 {lineId} 已收 {received} {unit}，已开票 {invoiced}，没有可开票的数量。',
  },
  RECEIPT_LINE_UNKNOWN: {
    en: 'This is not a receipt of the order line that the invoice line names.',
    zh: '该收货行不属于发票行所指的订单行。',
  },
  PREPAID_OVER_TOTAL: { en: 'The prepaid amount {prepaid} is more than the total {total}.', zh: '预付金额 {prepaid} 超过合计 {total}。' },
  FAPIAO_NUMBER_WRONG: {
    en: 'A fully digital invoice (数电票) has one number of 20 digits and no code; older forms have a code of 10 or 12 digits and a number of 8.',
    zh: '数电票只有 20 位发票号码、没有发票代码；其他发票为 10 或 12 位代码和 8 位号码。',
  },
  FAPIAO_EXISTS: { en: 'This tax invoice number stands on another invoice of yours.', zh: '该发票号码已用于贵方的另一张发票。' },
  FAPIAO_RECORDED: {
    en: 'The tax invoice {number} is recorded already, as {status}.',
    zh: '税务发票 {number} 已登记，状态为 {status}。',
  },
  FAPIAO_NOT_RECORDED: { en: 'No tax invoice is recorded for this invoice.', zh: '该发票尚未登记税务发票。' },
  FAPIAO_NOT_VOIDABLE: {
    en: 'A tax invoice of kind {kind} of {issuedOn} cannot be voided: digital ones never, others only in the month of issue. Issue a red invoice.',
    zh: '{issuedOn} 开具的 {kind} 发票不能作废：数电票不可作废，其他发票仅限当月。请开具红字发票。',
  },
  INVOICE_ORIGINAL_UNKNOWN: {
    en: 'The hub knows no invoice {original} between these parties.',
    zh: '系统中没有买卖双方之间的发票 {original}。',
  },
} as const satisfies Catalogue;
