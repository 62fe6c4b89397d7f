import type { Catalogue } from '../../kernel/refusal.js';
import type { FindingCode } from '../rules/translate/codes.js';
import { laterReading } from './later-reading.js';

/** What stops a document of ordering while it is read, or should be known about it. */
export const reading: Catalogue<FindingCode> = {
  ...laterReading,
  DOCUMENT_FACT_MISSING: {
    en: 'The document says nothing at {path}, which is needed ({rule}). Add it.',
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
