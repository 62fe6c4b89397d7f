import type { Catalogue } from '../../kernel/refusal.js';

/** Why a credit note or red invoice is not taken. */
export const creditRefusals = {
  ORIGINAL_UNKNOWN: {
    en: 'The invoice that this takes back is not known to the hub, or not between these parties. Check its number.',
    zh: '系统中没有买卖双方之间的该原发票，请检查编号。',
  },
  CREDIT_OVER_INVOICE: {
    en: 'Of the invoice {left} {currency} are left to take back, this takes {given}.',
    zh: '原发票可冲减余额为 {left} {currency}，本单据为 {given}。',
  },
  CREDIT_OVER_LINE: {
    en: 'Of line {lineId} {left} {currency} are left to take back, this takes {given}.',
    zh: '行 {lineId} 可冲减余额为 {left} {currency}，本单据为 {given}。',
  },
  CREDIT_OVER_QUANTITY: {
    en: 'Of line {lineId} {left} {unit} are left to take back, this takes {given}.',
    zh: '行 {lineId} 可冲减数量为 {left} {unit}，本单据为 {given}。',
  },
  CREDIT_LINE_UNKNOWN: { en: 'The original has no line {lineId}.', zh: '原发票中没有行 {lineId}。' },
  CREDIT_NOTHING: {
    en: 'Nothing is taken back: name lines with an amount or a quantity, or take back the whole.',
    zh: '没有冲减内容，请填写行的金额或数量，或整张冲减。',
  },
  CREDIT_NOTHING_LEFT: { en: 'The invoice is taken back as a whole already.', zh: '原发票已全额冲减。' },
  CREDIT_NUMBER_EXISTS: {
    en: 'A credit note or red invoice {number} between these parties exists already.',
    zh: '买卖双方之间的贷项通知单或红字发票 {number} 已存在。',
  },
  CREDIT_CURRENCY: { en: 'The original is in {expected}.', zh: '原发票币种为 {expected}。' },
  CREDIT_BEFORE_ORIGINAL: {
    en: 'It is dated {given}, before the original of {expected}.',
    zh: '日期 {given} 早于原发票日期 {expected}。',
  },
  CREDIT_SUM_WRONG: { en: 'The lines sum to {expected}, the document says {given}.', zh: '各行合计为 {expected}，单据为 {given}。' },
  RED_NEEDS_FAPIAO: {
    en: 'A red invoice takes back a tax invoice, and none is recorded for the original.',
    zh: '红字发票须对应蓝字发票，原发票未登记税务发票。',
  },
} as const satisfies Catalogue;
