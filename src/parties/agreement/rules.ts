import { decimal } from '../../kernel/decimal.js';
import { lifecycle } from '../../kernel/lifecycle.js';
import type { Refusal } from '../../kernel/refusal.js';
import type { AgreementCode } from '../refusals.js';

export const PRICE_BASES = ['NET', 'TAX_INCLUSIVE'] as const;
export const ROUNDINGS = ['PER_LINE', 'PER_DOCUMENT'] as const;
export const TERM_BASES = ['DELIVERY', 'ACCEPTANCE', 'INVOICE_RECEIVED', 'MONTH_END', 'CONFIRMED_STATEMENT'] as const;

export const APPLICATION_ORDERS = ['CIVIL_CODE_561', 'PRINCIPAL_FIRST'] as const;
export const PAYMENT_INSTRUMENTS = ['TRANSFER', 'CASH', 'CHEQUE', 'BILL', 'VOUCHER'] as const;
export const INTEREST_BASES = ['ACT_365F', 'ACT_360'] as const;
export const PLAN_KINDS = ['ADVANCE', 'DELIVERY', 'ACCEPTANCE', 'RETENTION'] as const;
export const PLAN_TRIGGERS = ['ORDER', ...TERM_BASES] as const;

export type AgreementStatus = 'PROPOSED' | 'IN_FORCE' | 'REFUSED' | 'WITHDRAWN' | 'ENDED';
export type AgreementAction = 'CONFIRM' | 'REFUSE' | 'WITHDRAW' | 'END';
export type AgreementSide = 'PROPOSER' | 'OTHER';

export const agreementLifecycle = lifecycle<AgreementStatus, AgreementAction, AgreementSide, object, never>([
  { action: 'CONFIRM', by: 'OTHER', from: 'PROPOSED', to: 'IN_FORCE' },
  { action: 'REFUSE', by: 'OTHER', from: 'PROPOSED', to: 'REFUSED' },
  { action: 'WITHDRAW', by: 'PROPOSER', from: 'PROPOSED', to: 'WITHDRAWN' },
  { action: 'END', by: 'PROPOSER', from: 'IN_FORCE', to: 'ENDED' },
  { action: 'END', by: 'OTHER', from: 'IN_FORCE', to: 'ENDED' },
]);

export const sideOf = (proposedBy: string, me: string): AgreementSide => (proposedBy === me ? 'PROPOSER' : 'OTHER');

/** What `allowedActions` of an agreement tells its viewer. */
export const agreementActions = (facts: { readonly status: AgreementStatus; readonly proposedBy: string; readonly me: string }) =>
  agreementLifecycle.allowed(facts, sideOf(facts.proposedBy, facts.me));

/** A party of an agreement as the law looks at it. */
export interface PartyFacts {
  readonly sizeClass: string;
  readonly ownership: string;
}

/** A limit of the law that holds on the day of signing. */
export interface Limit {
  readonly value: string;
  readonly source: string;
}

export interface Terms {
  readonly termDays: number;
  readonly termReason?: string | null;
  readonly conditionalOnThirdParty?: boolean;
}

export interface TermLimits {
  readonly publicBodyCap?: Limit;
  readonly largeBuyer?: Limit;
}

const over = (days: number, limit: Limit | undefined): limit is Limit => limit !== undefined && decimal(days).gt(limit.value);

/** Whether the law on payments to small and medium firms (Order 802) holds between the two. Sizes are those at signing (art. 3). */
const protectedByLaw = (buyer: PartyFacts, supplier: PartyFacts): boolean =>
  supplier.sizeClass !== 'LARGE' && (buyer.sizeClass === 'LARGE' || buyer.ownership === 'PUBLIC_BODY');

/** What speaks against a term of payment. Order 802 art. 9. */
export const termFaults = (terms: Terms, buyer: PartyFacts, supplier: PartyFacts, limits: TermLimits): Refusal<AgreementCode>[] => {
  const faults: Refusal<AgreementCode>[] = [];
  if (terms.conditionalOnThirdParty) faults.push({ code: 'TERM_CONDITIONAL', field: ['conditionalOnThirdParty'] });
  if (!protectedByLaw(buyer, supplier)) return faults;
  const state = (limit: Limit) => ({ days: limit.value, source: limit.source });
  if (buyer.ownership === 'PUBLIC_BODY') {
    if (over(terms.termDays, limits.publicBodyCap))
      faults.push({ code: 'TERM_OVER_CAP', field: ['termDays'], params: state(limits.publicBodyCap) });
  } else if (over(terms.termDays, limits.largeBuyer) && !terms.termReason) {
    faults.push({ code: 'TERM_REASON_REQUIRED', field: ['termReason'], params: state(limits.largeBuyer) });
  }
  return faults;
};

/** What speaks against the supplier's declaration of its size. Order 802 art. 3. */
export const declarationFaults = (declared: boolean | null | undefined, supplier: PartyFacts): Refusal<AgreementCode>[] => {
  if (declared === undefined || declared === null) return [{ code: 'SME_DECLARATION_REQUIRED', field: ['smeDeclared'] }];
  return declared && supplier.sizeClass === 'LARGE' ? [{ code: 'SME_DECLARATION_WRONG', field: ['smeDeclared'] }] : [];
};

export interface Flagged {
  readonly termReason: string | null;
  readonly buyerClass: string | null;
  readonly buyerOwnership: string | null;
  readonly lateRate: string | null;
  readonly lprAtSigning: string | null;
}

/** What the law says about what was signed; empty before it was. */
export const agreementFlags = (signed: Flagged): string[] => {
  const flags: string[] = [];
  const large = signed.buyerClass === 'LARGE';
  if (large && signed.termReason !== null) flags.push('LONGER_THAN_LAW');
  if (large && signed.buyerOwnership === 'STATE_OWNED') flags.push('BUYER_STATE_OWNED_LARGE');
  if (signed.lateRate !== null && signed.lprAtSigning !== null && decimal(signed.lateRate).lt(signed.lprAtSigning))
    flags.push('RATE_BELOW_LPR');
  return flags;
};
