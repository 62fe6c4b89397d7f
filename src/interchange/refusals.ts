import type { Catalogue } from '../kernel/refusal.js';
import { breaking } from './texts/breaking.js';
import { contradicting } from './texts/figures.js';
import { reading } from './texts/reading.js';
import type { ParseCode } from './ubl/index.js';

const parsing: Catalogue<ParseCode> = {
  DOCUMENT_TOO_LARGE: { en: 'The document is larger than {max} bytes. Split it.', zh: '单据超过 {max} 字节，请拆分。' },
  DOCUMENT_ENCODING: {
    en: 'The document is not valid {encoding}. Send it as UTF-8, or as UTF-16 with a byte order mark.',
    zh: '单据不是可读取的 {encoding} 编码，请以 UTF-8 或带 BOM 的 UTF-16 发送。',
  },
  DOCUMENT_MALFORMED: {
    en: 'The document is not well-formed XML: {reason} Correct it at that place.',
    zh: '单据不是格式良好的 XML：{reason} 请在该处更正。',
  },
  DOCUMENT_HAS_DTD: { en: 'The document has a DOCTYPE, which is not taken. Remove it.', zh: '单据含有 DOCTYPE 声明，不予接收，请删除。' },
  DOCUMENT_TOO_COMPLEX: {
    en: 'The document is nested too deeply or has too many elements or attributes for a document of trade. Split it.',
    zh: '单据嵌套过深或元素、属性过多，请拆分。',
  },
  DOCUMENT_UNSUPPORTED: {
    en: 'The hub does not take {root}. Send a UBL 2 Order, OrderChange, OrderResponse, OrderResponseSimple, OrderCancellation, DespatchAdvice, ReceiptAdvice, Invoice, CreditNote or ApplicationResponse.',
    zh: '平台不接收 {root}，请发送 UBL 2 的 Order、OrderChange、OrderResponse、OrderResponseSimple、OrderCancellation、DespatchAdvice、ReceiptAdvice、Invoice、CreditNote 或 ApplicationResponse。',
  },
};

const importing = {
  CONTENT_OR_FILE: { en: 'Give either the content or the file, not both and not neither.', zh: '请提供内容或文件之一。' },
  COUNTERPARTY_UNKNOWN: {
    en: 'The document names the other side by {names}, and no organisation on the hub is known by that. Ask the operator to add the identifier, or name the counterparty in the input.',
    zh: '单据以 {names} 指明对方，平台上没有对应组织。请联系运营方添加该标识，或在输入中指明对方组织。',
  },
  COUNTERPARTY_NOT_NAMED: {
    en: 'The document names the other side by no identifier with a scheme. Name the counterparty in the input.',
    zh: '单据未以带方案的标识指明对方，请在输入中指明对方组织。',
  },
  COUNTERPARTY_IS_SENDER: {
    en: 'The document names you yourself as the other side. Correct it, or name the counterparty in the input.',
    zh: '单据将您自己列为对方，请更正或在输入中指明对方组织。',
  },
  COUNTERPARTY_DIFFERS: {
    en: 'The document names the other side by {names}, which is not known for the organisation named in the input. The input was followed.',
    zh: '单据以 {names} 指明对方，与输入中的组织不符，已按输入处理。',
  },
  SENDER_DIFFERS: {
    en: 'The document names its sender by {names}, which is not known for you. It was taken as yours, since you sent it.',
    zh: '单据以 {names} 指明发送方，与您的标识不符；因由您发送，按您的单据处理。',
  },
  ORDER_NUMBER_UNKNOWN: {
    en: 'There is no order {number} between you and that organisation. Send the order first.',
    zh: '您与该组织之间没有编号为 {number} 的订单，请先发送订单。',
  },
  ORDER_NOT_KNOWN: {
    en: 'The hub knows no order {number} between you and that organisation ({rule}). The line was taken without an order, and the buyer decides on it by hand.',
    zh: '平台上没有双方之间编号为 {number} 的订单（{rule}）；该行未关联订单，由买方人工决定。',
  },
  INVOICE_NUMBER_UNKNOWN: {
    en: 'There is no invoice {number} between you and that organisation ({rule}). Check the number, or wait until the invoice has come.',
    zh: '双方之间没有编号为 {number} 的发票（{rule}），请核对编号或等待发票到达。',
  },
  ORIGINAL_NOT_KNOWN: {
    en: 'The document refers to an earlier invoice {number} that the hub does not know between you and that organisation ({rule}). It was taken without that reference.',
    zh: '单据引用的原发票 {number} 在双方之间不存在（{rule}），已忽略该引用。',
  },
  WHOLE_TAKEN_BACK: {
    en: 'The lines of the document come to {found} {currency}, and it states another amount: all that was left of invoice {number}, {left}. That was taken back.',
    zh: '单据各行合计为 {found} {currency}，但其声明金额等于发票 {number} 的全部余额 {left}，已整张冲减。',
  },
  CREDIT_LINE_BELOW_ZERO: {
    en: 'A part of an invoice is taken back by lines above zero, and this document has others; {left} {currency} are left of the invoice. Take back lines above zero, or all that is left.',
    zh: '部分冲减时各行金额须大于零，而单据含有其他行；原发票尚余 {left} {currency}。请逐行冲减或整张冲减。',
  },
  ORIGINAL_NOT_NAMED: {
    en: 'The document names no invoice that it takes back ({rule}), and none or several of them could be meant. Name the invoice.',
    zh: '单据未注明所冲减的发票（{rule}），且无法唯一确定，请注明原发票。',
  },
  ORIGINAL_READ_AS: {
    en: 'The document names no invoice that it takes back ({rule}). The only one of order {order} was taken: {number}.',
    zh: '单据未注明所冲减的发票（{rule}），已取订单 {order} 的唯一发票 {number}。',
  },
  SUM_TAKEN: {
    en: 'The document says {found} at {path}; its own figures come to {expected}, which was taken.',
    zh: '单据在 {path} 处为 {found}，按其自身数据为 {expected}，已采用后者。',
  },
  DESPATCH_LINE_NOT_KNOWN: {
    en: 'Despatch {number} has no line {lineId}. Name a line of the despatch, or the line of the order.',
    zh: '发货通知 {number} 中没有行 {lineId}，请填写发货行号或订单行号。',
  },
  DESPATCH_NOT_KNOWN: {
    en: 'The hub knows no despatch {number} between you and that organisation. The receipt was taken by what it says of the order.',
    zh: '平台上没有双方之间编号为 {number} 的发货通知，已按单据所述订单登记收货。',
  },
  ANSWERS_OTHER_CHANGE: {
    en: 'The document answers change {number}, but change {open} of this order awaits the answer. Answer that one.',
    zh: '单据答复的是变更 {number}，而该订单待答复的变更为 {open}，请答复后者。',
  },
  PROMISE_NOT_TAKEN: {
    en: 'The document accepts as requested and promises {from} to {to}, which lies outside the request. The promise was not taken; answer CA to propose other days.',
    zh: '单据按要求接受，却承诺 {from} 至 {to}，超出要求日期。该承诺未采用；如需更改日期请以 CA 答复。',
  },
} as const satisfies Catalogue;

export const interchangeRefusals = { ...parsing, ...contradicting, ...breaking, ...reading, ...importing };

export type InterchangeCode = keyof typeof interchangeRefusals;
