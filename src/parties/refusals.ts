import type { Catalogue } from '../kernel/refusal.js';

export const organisationRefusals = {
  USCC_INVALID: {
    en: 'This is not a unified social credit code: 18 characters without I, O, S, V, Z, and the last one must fit the others. Check it for typing errors.',
    zh: '统一社会信用代码无效：应为 18 位（不含 I、O、S、V、Z），且末位校验码须正确，请核对。',
  },
  USCC_REQUIRED: { en: 'A Chinese organisation needs its unified social credit code.', zh: '境内组织必须填写统一社会信用代码。' },
  USCC_NOT_EXPECTED: {
    en: 'Only Chinese organisations have a unified social credit code. Give country CN, or leave the code out and add an identifier.',
    zh: '仅境内组织有统一社会信用代码，请将国家填为 CN，或不填该代码并添加其他标识。',
  },
  USCC_TAKEN: { en: 'An organisation with this code is on the hub already.', zh: '使用该代码的组织已在平台登记。' },
  HUB_FOUNDED: {
    en: 'This hub has its operator already, whose administrators enter everybody else.',
    zh: '平台已有运营方，其他组织由运营方管理员登记。',
  },
  OPERATOR_IS_ONE: {
    en: 'A hub has one operator, and it is there already. Leave the role OPERATOR out.',
    zh: '平台只有一个运营方且已存在，请去掉 OPERATOR 角色。',
  },
  IDENTIFIER_INVALID: {
    en: 'An identifier is 1 to 50 letters, digits and the signs : . _ / + -, its scheme 1 to 35 of them. Check it.',
    zh: '标识应为 1 至 50 位字母、数字或 : . _ / + - 符号，方案代码为 1 至 35 位，请核对。',
  },
  IDENTIFIER_TAKEN: { en: 'This identifier is confirmed for another organisation.', zh: '该标识已确认属于其他组织。' },
  ORGANISATION_UNKNOWN: {
    en: 'No organisation with {scheme} {value} is on the hub. Ask the operator to enter it, or to add this identifier to it.',
    zh: '平台上没有标识为 {scheme} {value} 的组织，请联系运营方登记该组织或添加该标识。',
  },
} as const satisfies Catalogue;

export type OrganisationCode = keyof typeof organisationRefusals;

export const peopleRefusals = {
  LOGIN_NOT_AVAILABLE: { en: 'This log-in name cannot be given. Choose another.', zh: '该登录名不可用，请换一个。' },
  LOGIN_INVALID: {
    en: 'A log-in name is 3 to 100 characters without blanks, such as an e-mail address.',
    zh: '登录名应为 3 至 100 个字符且不含空格，例如电子邮箱地址。',
  },
  DATES_REVERSED: { en: 'The last day lies before the first. Exchange or correct them.', zh: '结束日期早于开始日期，请更正。' },
  ENDED_ALREADY: { en: 'This has ended already.', zh: '已经终止。' },
  DELEGATION_WITHOUT_END: { en: 'A delegation needs a last day.', zh: '授权代理必须填写截止日期。' },
  DELEGATION_TOO_WIDE: {
    en: 'One can delegate only duties that one holds, within their dates, and not those that were delegated to oneself.',
    zh: '只能在任期内转授本人直接持有的职责，代理所得的职责不得再转授。',
  },
  DELEGATION_TO_ONESELF: { en: 'A delegation goes to another person.', zh: '授权代理的对象必须是其他人。' },
  LAST_ADMINISTRATOR: {
    en: 'This is the last administrator without an end date. Give the duty ADMIN to another person first.',
    zh: '这是最后一位长期管理员，请先将 ADMIN 职责授予其他人。',
  },
  PASSWORD_WRONG: { en: 'The present password is not right.', zh: '当前密码不正确。' },
  PASSWORD_TOO_WEAK: {
    en: 'A password has 12 to 128 characters, and is not the old one nor the log-in name.',
    zh: '密码长度应为 12 至 128 个字符，且不得与原密码或登录名相同。',
  },
  FIRST_ADMINISTRATOR_ONLY: {
    en: 'The operator invites the first person of an organisation, as ADMIN and nothing else; from then on its administrators invite.',
    zh: '运营方只能为组织邀请首位人员，且职责仅限 ADMIN；此后由该组织的管理员邀请。',
  },
  PERSON_ONLY: { en: 'Only a person in a session can do this.', zh: '仅限个人登录会话执行此操作。' },
  PERSON_OF_ANOTHER: {
    en: 'Only the organisation that invited the person may do this.',
    zh: '仅邀请该人员的组织可以执行此操作。',
  },
} as const satisfies Catalogue;

export type PeopleCode = keyof typeof peopleRefusals;

export const credentialRefusals = {
  SCOPE_NOT_AVAILABLE: { en: "The scope {scope} is the operator's only. Leave it out.", zh: '权限 {scope} 仅限平台运营方，请去掉。' },
  KEY_NOT_LIVE: { en: 'This key has expired or was revoked. Create a new one.', zh: '该密钥已过期或已撤销，请新建密钥。' },
  KEY_ROTATED_ALREADY: { en: 'This key was rotated already. Rotate its successor.', zh: '该密钥已轮换，请对其后继密钥进行轮换。' },
} as const satisfies Catalogue;

export type CredentialCode = keyof typeof credentialRefusals;

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
  PLAN_NOT_WHOLE: {
    en: 'The shares of the payment plan sum to {sum}; make them 1.',
    zh: '付款计划各部分比例合计为 {sum}，应为 1。',
  },
  PLAN_KIND_REPEATED: { en: 'The plan has more than one part of kind {kind}.', zh: '付款计划中 {kind} 部分重复。' },
  PLAN_TRIGGER: {
    en: 'A part of kind {kind} does not run from this event: ADVANCE runs from ORDER and nothing else does; RETENTION runs from DELIVERY, ACCEPTANCE or INVOICE_RECEIVED.',
    zh: '{kind} 部分不能自该事件起算：预付款自 ORDER 起算且仅其可用；质保金自 DELIVERY、ACCEPTANCE 或 INVOICE_RECEIVED 起算。',
  },
  BILL_NOT_AGREED: {
    en: 'A bill can settle only where bills or vouchers are among the agreed instruments (Order 802 art. 11).',
    zh: '仅当约定可使用商业汇票或电子凭证时，方可约定以其清偿（《保障中小企业款项支付条例》第十一条）。',
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
