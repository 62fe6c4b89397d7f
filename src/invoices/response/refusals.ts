import type { Catalogue } from '../../kernel/refusal.js';

/** Why an answer to an invoice is not taken. */
export const responseRefusals = {
  RESPONSE_OUT_OF_ORDER: {
    en: 'After {status} an answer {code} is not possible: the order is AB, IP, UQ, CA, RE, AP, PD, and RE and PD are final.',
    zh: '状态 {status} 之后不能答复 {code}：顺序为 AB、IP、UQ、CA、RE、AP、PD，其中 RE 与 PD 为最终答复。',
  },
  RESPONSE_NEEDS_REASON: { en: '{code} needs at least one reason code.', zh: '{code} 须至少填写一个原因代码。' },
  RESPONSE_REPEATED: { en: 'An answer with this number was received for this invoice already.', zh: '该发票已收到相同编号的答复。' },
  INVOICE_PART_SETTLED: {
    en: '{settled} {currency} of the invoice are settled already; it cannot be taken as a whole any more. Use a credit note.',
    zh: '发票已结算 {settled} {currency}，不能再整张处理，请使用贷项通知单。',
  },
  OPEN_DISPUTES: {
    en: '{disputed} {currency} are in dispute. Withdraw the disputes, or answer CA.',
    zh: '有 {disputed} {currency} 处于争议中，请先撤回争议或以 CA 答复。',
  },
  NOT_SETTLED: {
    en: '{open} {currency} are not settled. Advise the payment first, or say that a part is paid (PPD).',
    zh: '尚有 {open} {currency} 未结算，请先登记付款，或注明部分付款（PPD）。',
  },
  NOTHING_OPEN: { en: 'Nothing of this invoice is open any more.', zh: '该发票已没有未结金额。' },
  APPROVAL_PENDING: {
    en: 'The invoice needs the approval of the buyer first, by the agreed tiers of amount.',
    zh: '该发票须先按金额层级完成买方审批。',
  },
} as const satisfies Catalogue;
