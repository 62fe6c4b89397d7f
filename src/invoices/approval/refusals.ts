import type { Catalogue } from '../../kernel/refusal.js';

/** Why an approval or its tiers are not taken. */
export const approvalRefusals = {
  APPROVER_ONLY: { en: 'Only a person with the duty APPROVER approves an invoice.', zh: '仅持有 APPROVER 职责的人员可审批发票。' },
  APPROVED_BY_YOU: {
    en: 'You have approved this invoice; the next step is for somebody else.',
    zh: '您已审批过该发票，下一级须由其他人员审批。',
  },
  APPROVAL_COMPLETE: { en: 'The invoice is approved already.', zh: '该发票已完成审批。' },
  APPROVAL_NO_TIERS: {
    en: 'Your organisation has set no tiers of approval. Answer the invoice with AP, or set tiers.',
    zh: '贵组织未设置审批层级，请直接答复 AP 或先设置层级。',
  },
  TIERS_NOT_RISING: {
    en: 'Tiers rise in amount and never ask for fewer approvers; only the last one may be without a limit.',
    zh: '各层级金额须递增，审批人数不得减少，且仅最后一级可不设上限。',
  },
} as const satisfies Catalogue;
