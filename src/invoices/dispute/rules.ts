import { type Decimal, decimal, plain, zero } from '../../kernel/decimal.js';
import { posting } from '../../kernel/money.js';
import { ok, type Refusal, refused, type Verdict } from '../../kernel/refusal.js';

/** Peppol status reasons (OPStatusReason) without PPD, which is said of a payment. */
export const DISPUTE_REASONS = ['REF', 'LEG', 'REC', 'QUA', 'DEL', 'PRI', 'QTY', 'ITM', 'PAY', 'UNR', 'FIN', 'OTH'] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** What buyers give as a reason and the law does not take: Order 802 art. 14. */
export const NO_REASONS = ['MANAGEMENT_CHANGE', 'INTERNAL_PROCESS', 'AUDIT_PENDING'] as const;
export const GIVEN_REASONS = [...DISPUTE_REASONS, ...NO_REASONS] as const;
export type GivenReason = (typeof GIVEN_REASONS)[number];

/** Peppol status actions (OPStatusAction). */
export const DISPUTE_ACTION_CODES = ['NOA', 'PIN', 'NIN', 'CNF', 'CNP', 'CNA', 'OTH'] as const;

export const isReason = (reason: GivenReason): reason is DisputeReason => !(NO_REASONS as readonly string[]).includes(reason);

export const reasonFaults = (reasons: readonly GivenReason[], field: readonly string[]): readonly Refusal<'DISPUTE_REASON_INVALID'>[] =>
  reasons.flatMap((reason, i) =>
    isReason(reason) ? [] : [{ code: 'DISPUTE_REASON_INVALID' as const, field: [...field, String(i)], params: { reason } }],
  );

/** A line as a dispute by hand sees it; plain decimals. */
export interface Disputable {
  readonly lineId: string;
  readonly currency: string;
  readonly pending: string;
  /** What of the line went into payables, and what of that is neither paid nor disputed. */
  readonly due: string;
  /** Worth of the whole line, and its units. */
  readonly worth: string;
  readonly quantity: string;
}

export interface Asked {
  readonly amount?: string | undefined;
  readonly quantity?: string | undefined;
}

export type DisputeCode = 'DISPUTE_NOTHING' | 'DISPUTE_OVER_OPEN';

/** How much a dispute takes, and from where: what is due first, since that would be paid next. All of the line where no amount is given. */
export const disputeOf = (
  line: Disputable,
  { amount, quantity }: Asked,
  field: readonly string[],
): Verdict<{ readonly fromPayable: Decimal; readonly fromPending: Decimal }, DisputeCode> => {
  const open = decimal(line.pending).plus(line.due);
  const params = { lineId: line.lineId };
  if (!open.gt(zero)) return refused({ code: 'DISPUTE_NOTHING', field: [...field, 'lineId'], params });
  const byUnits = quantity === undefined ? open : posting(line.currency)(decimal(line.worth).times(quantity).div(line.quantity));
  const asked = amount === undefined ? byUnits : decimal(amount);
  if (asked.gt(open))
    return refused({
      code: 'DISPUTE_OVER_OPEN',
      field: [...field, amount === undefined ? 'quantity' : 'amount'],
      params: { ...params, open: plain(open), currency: line.currency, asked: plain(asked) },
    });
  const fromPayable = asked.lt(line.due) ? asked : decimal(line.due);
  return ok({ fromPayable, fromPending: asked.minus(fromPayable) });
};
