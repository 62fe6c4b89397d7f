import type { Catalogue } from '../kernel/refusal.js';
import type { ContradictionCode } from './rules/contradictions.js';
import type { FindingCode } from './rules/translate/codes.js';
import type { ParseCode } from './ubl/index.js';

const differs = (en: string, zh: string) => ({
  en: `${en} is {found} in the document, but {expected} follows from its other figures ({rule}). The order counts with its own figures; have the document corrected.`,
  zh: `单据中${zh}为 {found}，但按其他数据应为 {expected}（{rule}）。订单按自身数据计算，请更正单据。`,
});

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
    en: 'The document is nested too deeply or has too many elements or attributes for an order. Split it.',
    zh: '单据嵌套过深或元素、属性过多，请拆分。',
  },
  DOCUMENT_UNSUPPORTED: {
    en: 'The hub does not take {root}. Send a UBL 2 Order, OrderChange, OrderResponse, OrderResponseSimple or OrderCancellation.',
    zh: '平台不接收 {root}，请发送 UBL 2 的 Order、OrderChange、OrderResponse、OrderResponseSimple 或 OrderCancellation。',
  },
};

const contradicting: Catalogue<ContradictionCode> = {
  LINE_AMOUNT_DIFFERS: differs('The amount of the line', '行金额'),
  NET_PRICE_DIFFERS: differs('The net price', '净价'),
  ALLOWANCE_DIFFERS: differs('The allowance or charge', '折让或费用'),
  LINES_TOTAL_DIFFERS: differs('The sum of the lines', '行金额合计'),
  ALLOWANCES_TOTAL_DIFFERS: differs('The sum of allowances', '折让合计'),
  CHARGES_TOTAL_DIFFERS: differs('The sum of charges', '费用合计'),
  TOTAL_WITHOUT_TAX_DIFFERS: differs('The total without tax', '不含税总额'),
  TOTAL_WITH_TAX_DIFFERS: differs('The total with tax', '含税总额'),
  PAYABLE_DIFFERS: differs('The amount to pay', '应付金额'),
  TAX_DIFFERS: differs('The tax', '税额'),
};

const reading: Catalogue<FindingCode> = {
  DOCUMENT_FACT_MISSING: {
    en: 'The document says nothing at {path}, which an order needs ({rule}). Add it.',
    zh: '单据缺少必需内容 {path}（{rule}），请补充。',
  },
  CURRENCY_DIFFERS: {
    en: 'The document is in {currency}, but has amounts in {others} ({rule}). Send one document per currency.',
    zh: '单据币种为 {currency}，但含有 {others} 金额（{rule}），请按币种分别发送。',
  },
  LINE_ID_REPEATED: {
    en: 'Line {lineId} stands in the document twice ({rule}). Give each line its own number.',
    zh: '单据中行号 {lineId} 重复（{rule}），请使用唯一行号。',
  },
  QUANTITY_NOT_POSITIVE: {
    en: 'The quantity {quantity} at {path} is not above zero ({rule}). Correct it, or end the line by an order change.',
    zh: '{path} 处数量 {quantity} 须大于零（{rule}），请更正或以变更单结束该行。',
  },
  PRICE_NEGATIVE: {
    en: 'The price {price} at {path} is below zero ({rule}). Correct it.',
    zh: '{path} 处价格 {price} 不得为负（{rule}），请更正。',
  },
  BASE_NOT_POSITIVE: {
    en: 'The price at {path} is for a quantity that is not above zero ({rule}). Correct it.',
    zh: '{path} 处计价数量须大于零（{rule}），请更正。',
  },
  BASE_UNIT_DIFFERS: {
    en: 'The price at {path} is per {base}, but the line is in {unit}, and the hub cannot convert these. Give both in one unit.',
    zh: '{path} 处计价单位 {base} 与行单位 {unit} 无法换算，请统一单位。',
  },
  ORDER_TYPE_UNKNOWN: {
    en: 'The order type {orderType} is none of 105, 220, 221, 226 and 227. Correct it.',
    zh: '订单类型 {orderType} 不在 105、220、221、226、227 之中，请更正。',
  },
  ANSWER_CODE_UNKNOWN: {
    en: 'The response code {answer} is none of AB, AP, CA and RE. Correct it.',
    zh: '应答代码 {answer} 不在 AB、AP、CA、RE 之中，请更正。',
  },
  ANSWER_WITHOUT_LINES: {
    en: 'The document accepts with changes and names no line ({rule}). Answer every line.',
    zh: '单据为有变更的接受但未列任何行（{rule}），请逐行答复。',
  },
  ANSWER_CONTRADICTS_LINES: {
    en: 'The document says {answer} for the whole order and {status} at {path} ({rule}). Say CA where a line differs.',
    zh: '单据整体为 {answer}，但 {path} 处为 {status}（{rule}），有差异时请使用 CA。',
  },
  LINE_STATUS_UNKNOWN: {
    en: 'The line status {status} at {path} says neither yes nor no. Use the codes of UN/EDIFACT 1229.',
    zh: '{path} 处行状态 {status} 无法判定，请使用 UN/EDIFACT 1229 代码。',
  },
  CURRENCY_ASSUMED: {
    en: 'The document states no currency of its own; its amounts are all in {currency}, which was taken.',
    zh: '单据未声明币种，已按其金额采用 {currency}。',
  },
  PERIOD_IN_THE_PAST: {
    en: 'The document of {issuedOn} asks for delivery until {day}, which was over. The period was not taken; agree on another.',
    zh: '{issuedOn} 的单据要求在 {day} 前交货，该日期已过，未予采用，请另行约定。',
  },
  VALIDITY_IN_THE_PAST: {
    en: 'The document of {issuedOn} is valid until {day}, which was over. The validity was not taken.',
    zh: '{issuedOn} 的单据有效期至 {day}，该日期已过，未予采用。',
  },
  SCHEDULES_WITHOUT_QUANTITY: {
    en: 'The line has several deliveries, and not each says its quantity. They were not taken; give each a quantity.',
    zh: '该行有多次交货但未逐一注明数量，未予采用，请逐一注明数量。',
  },
  ANSWER_NOT_STATED: { en: 'The document has no response code. It was read as {answer}.', zh: '单据没有应答代码，按 {answer} 处理。' },
  LINES_NOT_EXPECTED: {
    en: 'Beside {answer} no lines are expected ({rule}). They were not taken.',
    zh: '应答 {answer} 不应包含行（{rule}），未予采用。',
  },
  LINE_STATUS_READ_AS: {
    en: 'The line status "{status}" at {path} was read as {action}.',
    zh: '{path} 处行状态“{status}”按 {action} 处理。',
  },
  VALUE_NOT_READ: {
    en: '"{value}" at {path} is no {type}. It was left out; correct it.',
    zh: '{path} 处“{value}”不是有效的 {type}，已略去，请更正。',
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
  ANSWERS_OTHER_CHANGE: {
    en: 'The document answers change {number}, but change {open} of this order awaits the answer. Answer that one.',
    zh: '单据答复的是变更 {number}，而该订单待答复的变更为 {open}，请答复后者。',
  },
  PROMISE_NOT_TAKEN: {
    en: 'The document accepts as requested and promises {from} to {to}, which lies outside the request. The promise was not taken; answer CA to propose other days.',
    zh: '单据按要求接受，却承诺 {from} 至 {to}，超出要求日期。该承诺未采用；如需更改日期请以 CA 答复。',
  },
} as const satisfies Catalogue;

export const interchangeRefusals = { ...parsing, ...contradicting, ...reading, ...importing };

export type InterchangeCode = keyof typeof interchangeRefusals;
