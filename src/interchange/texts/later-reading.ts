import type { Catalogue } from '../../kernel/refusal.js';

/** What stops a document of delivery, billing or response while it is read, or should be known about it. */
export const laterReading = {
  CURRENCY_UNKNOWN: {
    en: '{currency} is no currency of ISO 4217 ({rule}). Give its three capital letters.',
    zh: '{currency} 不是 ISO 4217 币种代码（{rule}），请填写三位大写字母。',
  },
  ORDER_LINES_SEVERAL: {
    en: 'The line at {path} is about several lines of orders ({rule}). Send one line for each.',
    zh: '{path} 处的行对应多个订单行（{rule}），请按订单行分别填写。',
  },
  NOTHING_DELIVERED: {
    en: 'No line of the document delivers anything ({rule}). Send it when goods are under way.',
    zh: '单据没有任何发货数量（{rule}），请在发货时再发送。',
  },
  UNITS_DIFFER: {
    en: 'The quantity at {path} is in {unit}, the line in {other}, and the hub cannot convert these ({rule}). Give both in one unit.',
    zh: '{path} 处单位 {unit} 与行单位 {other} 无法换算（{rule}），请统一单位。',
  },
  REJECTED_OVER_RECEIVED: {
    en: 'At {path} {rejected} are rejected of {received} received ({rule}). Rejected goods are among the received; correct one of the two.',
    zh: '{path} 处拒收 {rejected} 超过收货 {received}（{rule}）；拒收数量包含在收货数量内，请更正。',
  },
  INVOICE_NOT_NAMED: {
    en: 'The document names no invoice at {path} ({rule}). Name it.',
    zh: '单据在 {path} 处未注明发票（{rule}），请注明。',
  },
  RESPONSE_NOT_TO_INVOICE: {
    en: 'The document answers {about}, and the hub takes answers to invoices alone ({rule}). Send it to the system that sent what it answers.',
    zh: '单据答复的是 {about}，平台只接收对发票的答复（{rule}），请发送至相应系统。',
  },
  RESPONSES_SEVERAL: {
    en: 'The document answers several documents at {path} ({rule}). Send one for each.',
    zh: '单据在 {path} 处答复多个单据（{rule}），请分别发送。',
  },
  LINE_READ_AS_ORDER_LINE: {
    en: 'The line at {path} names no line of an order. It was read as line {lineId} of the order ({rule}).',
    zh: '{path} 处的行未注明订单行，按订单行 {lineId} 处理（{rule}）。',
  },
  LINE_WITHOUT_GOODS: {
    en: 'The line at {path} delivers nothing ({rule}). It was left out.',
    zh: '{path} 处的行发货数量为零（{rule}），已略去。',
  },
  REASON_WITHOUT_QUANTITY: {
    en: 'At {path} stands why something is outstanding ("{reason}"), but not how much ({rule}). It was kept with the document.',
    zh: '{path} 处注明未交原因“{reason}”但没有数量（{rule}），仅随单据保存。',
  },
  ACTION_READ_AS: {
    en: 'The code "{written}" at {path} was read as {read}.',
    zh: '{path} 处代码“{written}”按 {read} 处理。',
  },
  BILL_TYPE_READ_AS: {
    en: 'The type {written} is none that the hub keeps ({rule}). It was read as {read}.',
    zh: '发票类型 {written} 不在平台类型之中（{rule}），按 {read} 处理。',
  },
  TAX_READ_AS: {
    en: 'The tax category {written} at {path} is none of EN 16931 ({rule}). It was read as {read}.',
    zh: '{path} 处税收类别 {written} 不在 EN 16931 之中（{rule}），按 {read} 处理。',
  },
  READ_AS_CREDIT: {
    en: 'The invoice comes to {total}: it takes another one back, and was read as a credit note.',
    zh: '发票合计为 {total}，系冲减其他发票，按贷项通知单处理。',
  },
  REASON_NOT_STATED: {
    en: 'The answer {answer} has no reason code ({rule}). It was read as OTH with the words beside it.',
    zh: '答复 {answer} 没有原因代码（{rule}），按 OTH 及其文字说明处理。',
  },
  SIGNATURE_NOT_CHECKED: {
    en: 'The document carries a signature. The hub keeps it and does not check it; it does not hold for the document as the hub writes it.',
    zh: '单据带有签名；平台仅保存而不验证，且该签名对平台重新生成的单据无效。',
  },
} as const satisfies Catalogue;
