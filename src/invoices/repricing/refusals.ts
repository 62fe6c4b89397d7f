import type { Catalogue } from '../../kernel/refusal.js';

/** Why a list of price differences is not made, agreed or settled. */
export const repricingRefusals = {
  REPRICING_NOT_FRAME: {
    en: 'Order {number} is no frame agreement (type 221): only its dated prices can change what was invoiced.',
    zh: '订单 {number} 不是框架协议（221），只有框架协议的分期价格变动才会产生价差。',
  },
  REPRICING_REVISION: {
    en: 'Revision {revision} of the frame agreement changed nothing that both sides agreed on; the agreed one is {agreed}.',
    zh: '框架协议第 {revision} 版不是双方已同意的变更，当前同意的版本为第 {agreed} 版。',
  },
  REPRICING_AGREED_ALREADY: { en: 'This side has agreed to the list already.', zh: '该方已同意此价差清单。' },
  REPRICING_NOT_AGREED_BY_OTHER: { en: 'The other side has not agreed to the list yet.', zh: '对方尚未同意此价差清单。' },
  REPRICING_NOT_OPEN: {
    en: 'The list is {status}: a document settles a list that both sides agreed on and that is not settled yet.',
    zh: '价差清单状态为 {status}，仅双方已同意且未结清的清单可由单据结清。',
  },
  REPRICING_OVER: {
    en: 'Of the list {open} {currency} are open for this document, it is worth {total}. Issue it for what is open at most.',
    zh: '清单中该单据可结清的余额为 {open} {currency}，单据金额为 {total}，请勿超出余额。',
  },
  REPRICING_NO_DOCUMENT: {
    en: 'Name one document: a further invoice, or a credit note or red invoice.',
    zh: '请指定一份单据：补开发票，或贷项通知单／红字发票。',
  },
  REPRICING_DOCUMENT_USED: {
    en: 'This document settles a list already, or was rejected or voided.',
    zh: '该单据已用于结清价差清单，或已被拒绝、作废。',
  },
  REPRICING_CURRENCY: { en: 'The list is in {currency}.', zh: '价差清单币种为 {currency}。' },
} as const satisfies Catalogue;
