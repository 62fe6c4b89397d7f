import { describedEnum } from '../platform/graphql/described-enum.js';

export const SizeClass = describedEnum('SizeClass', 'Size of an organisation by the Chinese standard of 2011 (中小企业划型标准规定).', {
  LARGE: 'Large (大型).',
  MEDIUM: 'Medium (中型).',
  SMALL: 'Small (小型).',
  MICRO: 'Micro (微型).',
});

export const InnovationTier = describedEnum('InnovationTier', 'Tier of an innovative small or medium firm (优质中小企业梯度培育).', {
  NONE: 'No tier.',
  INNOVATIVE: 'Innovative (创新型中小企业).',
  SPECIALISED: 'Specialised (专精特新中小企业).',
  LITTLE_GIANT: 'Little giant (专精特新“小巨人”企业).',
});

export const Ownership = describedEnum('Ownership', 'Who owns an organisation, as far as the rules of payment ask.', {
  PRIVATE: 'Neither state-owned nor a public body.',
  STATE_OWNED: 'State-owned enterprise (国有企业).',
  PUBLIC_BODY: 'State organ or public institution (机关、事业单位).',
});

export const OrganisationRole = describedEnum('OrganisationRole', 'What an organisation does on the hub.', {
  BUYER: 'Places orders.',
  SUPPLIER: 'Takes orders.',
  FINANCIER: 'Finances receivables, orders or receipts.',
  WAREHOUSE_KEEPER: 'Keeps goods and issues warehouse receipts.',
  SERVICE_BODY: 'Offers services to firms.',
  GOVERNMENT: 'Public authority.',
  ASSOCIATION: 'Trade association.',
  OPERATOR: 'Operates this hub.',
});

export const OrganisationStatus = describedEnum('OrganisationStatus', 'How far an organisation is known to be who it says.', {
  CLAIMED: 'Entered, not yet checked.',
  VERIFIED: 'Checked by the operator on evidence.',
});

export const OrganisationAction = describedEnum('OrganisationAction', 'What can be done with an organisation.', {
  VERIFY: 'Record evidence and take it as verified.',
});

export const EvidenceKind = describedEnum('EvidenceKind', 'What an organisation was verified by.', {
  BUSINESS_LICENCE: 'Business licence (营业执照).',
  AUTHORITY_LETTER: 'Letter of authority for the person who acts (授权委托书).',
  REGISTER_EXTRACT: 'Extract of a public register.',
  OTHER: 'Other evidence.',
});

export const PersonDuty = describedEnum('PersonDuty', 'What a person does for an organisation.', {
  CLERK: 'Handles orders from day to day.',
  APPROVER: 'Binds the organisation, such as by confirming a debt.',
  REVIEWER: 'Reviews and recommends.',
  CHECKER: 'Checks what another has recommended.',
  QUALITY: 'Handles quality tasks.',
  ADMIN: 'Administers people, keys and agreements.',
  AUDITOR: 'Reads everything, including the audit trail.',
});

export const PersonLocale = describedEnum('PersonLocale', 'Language in which a person is addressed.', { zh: 'Chinese.', en: 'English.' });

export const ViewerKind = describedEnum('ViewerKind', 'Who asks.', {
  PERSON: 'A person in a session.',
  KEY: 'A machine by its API key.',
  SYSTEM: 'A job of the hub.',
});

export const CredentialStatus = describedEnum('CredentialStatus', 'Whether a key or session opens anything.', {
  ACTIVE: 'In use; look at its end.',
  REVOKED: 'Ended before its time.',
});

export const PriceBasis = describedEnum('PriceBasis', 'Whether agreed prices hold the tax.', {
  NET: 'Prices without tax (不含税).',
  TAX_INCLUSIVE: 'Prices with tax (含税).',
});

export const RoundingBasis = describedEnum('RoundingBasis', 'Where amounts are rounded.', {
  PER_LINE: 'Each line is rounded, the total is their sum.',
  PER_DOCUMENT: 'Only the total is rounded.',
});

export const TermBasis = describedEnum('TermBasis', 'The event from which the term of payment runs.', {
  DELIVERY: 'Delivery (交付).',
  ACCEPTANCE: 'Acceptance passed (验收合格).',
  INVOICE_RECEIVED: 'Invoice received (票到).',
  MONTH_END: 'End of the month of delivery (月结).',
  CONFIRMED_STATEMENT: 'Statement confirmed by both (对账确认).',
});

export const ApplicationOrder = describedEnum('ApplicationOrder', 'To what a payment of one debt is applied first.', {
  CIVIL_CODE_561: 'Costs, then interest, then the debt itself (Civil Code art. 561).',
  PRINCIPAL_FIRST: 'Costs, then the debt itself, then interest, as agreed.',
});

export const PaymentInstrument = describedEnum('PaymentInstrument', 'How money is paid.', {
  TRANSFER: 'Bank transfer (转账).',
  CASH: 'Cash (现金).',
  CHEQUE: 'Cheque (支票).',
  BILL: 'Commercial bill (商业汇票).',
  VOUCHER: 'Electronic receivable voucher (应收账款电子凭证).',
});

export const InterestBasis = describedEnum('InterestBasis', 'Day count of a yearly late rate.', {
  ACT_365F: 'Actual days of a year of 365 (ACT/365F).',
  ACT_360: 'Actual days of a year of 360 (ACT/360).',
});

export const PlanKind = describedEnum('PlanKind', 'A part of a payment plan.', {
  ADVANCE: 'Paid before delivery (预付款).',
  DELIVERY: 'Paid on delivery (到货款).',
  ACCEPTANCE: 'Paid on acceptance (验收款).',
  RETENTION: 'Held back and released after its time (质保金).',
});

export const PlanTrigger = describedEnum('PlanTrigger', 'The event from which the days of a part run.', {
  ORDER: 'The order in force.',
  DELIVERY: 'Delivery (交付).',
  ACCEPTANCE: 'Acceptance passed (验收合格).',
  INVOICE_RECEIVED: 'Invoice received (票到).',
  MONTH_END: 'End of the month of delivery (月结).',
  CONFIRMED_STATEMENT: 'Statement confirmed by both (对账确认).',
});

export const AgreementStatus = describedEnum('AgreementStatus', 'Where a trade agreement stands.', {
  PROPOSED: 'Proposed by one side, the other has not decided.',
  IN_FORCE: 'Confirmed by both; holds between its dates.',
  REFUSED: 'Refused by the other side.',
  WITHDRAWN: 'Taken back by its proposer before a decision.',
  ENDED: 'Ended by one of the sides.',
});

export const AgreementAction = describedEnum('AgreementAction', 'What can be done with a trade agreement.', {
  CONFIRM: 'Confirm the proposal of the other side.',
  REFUSE: 'Refuse the proposal of the other side.',
  WITHDRAW: 'Take back the own proposal.',
  END: 'End the agreement; orders already placed keep its terms.',
});

export const AgreementSide = describedEnum('AgreementSide', 'On which side of trade agreements the caller stands.', {
  BUYER: 'As the buyer.',
  SUPPLIER: 'As the supplier.',
});

export const AgreementFlag = describedEnum('AgreementFlag', 'What the law says about an agreed term.', {
  LONGER_THAN_LAW: 'A large buyer pays an SME later than 60 days from delivery; a reason is recorded (Order 802 art. 9(2)).',
  BUYER_STATE_OWNED_LARGE: 'A state-owned large buyer may not make audit results the basis of settlement (Order 802 art. 12).',
  RATE_BELOW_LPR: 'The agreed late rate is below the one-year LPR at signing, which holds instead (Order 802 art. 17).',
});

export const OrganisationOrder = describedEnum('OrganisationOrder', 'Order of a list of organisations.', {
  LEGAL_NAME: 'By legal name, in order of code points.',
  CREATED_AT: 'Oldest first.',
});

export const CreationOrder = describedEnum('CreationOrder', 'Order of a list by time of creation.', { CREATED_AT: 'Oldest first.' });

export const SessionOrder = describedEnum('SessionOrder', 'Order of a list of sessions.', { OPENED_AT: 'Oldest first.' });

export const AgreementOrder = describedEnum('AgreementOrder', 'Order of a list of trade agreements.', {
  CREATED_AT: 'Oldest first.',
  NEWEST: 'Newest first.',
});
