import type { Catalogue } from '../../kernel/refusal.js';

export const agreementRefusals = {
  PARTY_IS_ONESELF: { en: 'Buyer and supplier must be two organisations.', zh: '买方与供应方必须是两个不同的组织。' },
  ROLE_MISSING: {
    en: 'On the hub {party} does not act as {role}. The operator can add the role.',
    zh: '{party} 在平台上不具备 {role} 角色，请联系运营方添加。',
  },
  AGREEMENT_NUMBER_TAKEN: { en: 'These two parties have an agreement with this number already.', zh: '双方已有使用该编号的协议。' },
  AGREEMENT_DATES: { en: 'The last day must not lie before the first, nor before today.', zh: '截止日期不得早于起始日期或今天。' },
  TERM_CONDITIONAL: {
    en: 'Payment to an SME must not depend on being paid by somebody else (Order 802 art. 9(2)). Agree on a term in days.',
    zh: '不得约定以收到第三方付款作为向中小企业支付款项的条件（《保障中小企业款项支付条例》第九条），请约定具体付款天数。',
  },
  TERM_OVER_CAP: {
    en: 'A public body pays an SME within {days} days of delivery at most ({source}). Shorten the term.',
    zh: '机关、事业单位向中小企业付款期限自交付之日起最长 {days} 日（{source}），请缩短期限。',
  },
  TERM_REASON_REQUIRED: {
    en: 'A large buyer pays an SME within {days} days of delivery ({source}). Shorten the term, or give the reason from trade practice in termReason.',
    zh: '大型企业向中小企业付款期限为自交付之日起 {days} 日（{source}），请缩短期限，或在 termReason 中说明行业惯例理由。',
  },
  SME_DECLARATION_REQUIRED: {
    en: 'The supplier must say at signing whether it is a small or medium firm (Order 802 art. 3).',
    zh: '签约时供应方须主动告知其是否属于中小企业（《保障中小企业款项支付条例》第三条）。',
  },
  SME_DECLARATION_WRONG: {
    en: 'A large organisation cannot declare itself a small or medium firm. Correct the declaration or the size class.',
    zh: '大型企业不得声明为中小企业，请更正声明或企业规模。',
  },
} as const satisfies Catalogue;

export type AgreementCode = keyof typeof agreementRefusals;
