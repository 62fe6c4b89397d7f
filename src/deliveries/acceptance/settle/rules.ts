import { type Decimal, plain } from '../../../kernel/decimal.js';
import { type Refusal, unless, type Verdict } from '../../../kernel/refusal.js';
import type { Consequence } from '../../returns/rules.js';
import type { RefuseAction } from '../rules.js';

export const SETTLEMENT_OUTCOMES = ['REWORKED', 'CONCEDED', 'SCRAPPED'] as const;
export type SettlementOutcome = (typeof SETTLEMENT_OUTCOMES)[number];

/** A refused quantity as it stands, in the unit of the order's line. */
export interface Refused {
  readonly action: RefuseAction;
  readonly refusedOn: string;
  /** Neither settled nor sent back. */
  readonly left: Decimal;
  readonly unit: string;
}

export interface Settling {
  readonly side: 'BUYER' | 'SUPPLIER';
  readonly today: string;
  readonly outcome: SettlementOutcome;
  readonly quantity: Decimal;
  readonly consequence?: Consequence | undefined;
  readonly settledOn: string;
}

export type SettlementCode = 'NOT_ALLOWED' | 'REQUIRED' | 'REFUSED_LEFT' | 'CONSEQUENCE_ONLY_WITH_SCRAP' | 'SETTLED_ON_WRONG_DAY';

/** The buyer accepts what was made good (Civil Code art. 582); to keep less for less, or to give goods up, is the supplier's to agree. */
const SPEAKER = { REWORKED: 'BUYER', CONCEDED: 'SUPPLIER', SCRAPPED: 'SUPPLIER' } as const;

/** Whether a refused quantity can be settled so. */
export const settle = (refusal: Refused, asked: Settling): Verdict<Settling, SettlementCode> => {
  const { outcome, consequence, quantity, settledOn } = asked;
  if (SPEAKER[outcome] !== asked.side || (outcome === 'CONCEDED' && refusal.action !== 'CONCESSION'))
    return unless([{ code: 'NOT_ALLOWED' as const, field: ['outcome'], params: { action: outcome, status: refusal.action } }], asked);
  const faults: Refusal<SettlementCode>[] = [];
  if (outcome === 'SCRAPPED' && consequence === undefined) faults.push({ code: 'REQUIRED', field: ['consequence'] });
  if (outcome !== 'SCRAPPED' && consequence !== undefined) faults.push({ code: 'CONSEQUENCE_ONLY_WITH_SCRAP', field: ['consequence'] });
  if (settledOn < refusal.refusedOn || settledOn > asked.today)
    faults.push({ code: 'SETTLED_ON_WRONG_DAY', field: ['settledOn'], params: { from: refusal.refusedOn, to: asked.today } });
  if (quantity.gt(refusal.left) || quantity.lte(0))
    faults.push({
      code: 'REFUSED_LEFT',
      field: ['quantity'],
      params: { left: plain(refusal.left), asked: plain(quantity), unit: refusal.unit },
    });
  return unless(faults, asked);
};
