import type { Catalogue } from '../../kernel/refusal.js';

/** Why a dispute, or a word in it, is not taken. */
export const disputeRefusals = {
  DISPUTE_REASON_INVALID: {
    en: 'This is no reason to hold back a payment: neither a change of management, nor internal process, nor an audit that is not finished (Order 802 art. 14).',
    zh: '法定代表人或主要负责人变更、履行内部付款流程、未作约定的竣工验收批复或决算审计，均不得作为拒绝或迟延付款的理由（《保障中小企业款项支付条例》第十四条）。',
  },
  DISPUTE_LINE_UNKNOWN: { en: 'The invoice has no line {lineId}.', zh: '发票中没有行 {lineId}。' },
  DISPUTE_OVER_OPEN: {
    en: 'Of line {lineId} {open} {currency} are neither settled nor disputed, {asked} are disputed here.',
    zh: '行 {lineId} 未结算且无争议的金额为 {open} {currency}，此处争议 {asked}。',
  },
  DISPUTE_NOTHING: { en: 'Nothing of line {lineId} is left to dispute.', zh: '行 {lineId} 没有可争议的金额。' },
  DISPUTE_TEXT_REQUIRED: { en: 'Say why you contradict.', zh: '请说明不认可的理由。' },
  DISPUTE_CONCEDED_OVER: {
    en: 'Of this dispute {open} {currency} are open, {asked} cannot become payable.',
    zh: '该争议未决金额为 {open} {currency}，不能将 {asked} 转为应付。',
  },
} as const satisfies Catalogue;
