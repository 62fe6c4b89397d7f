import { type CalendarDate, plusMonths } from '../../kernel/date.js';
import { type Decimal, plain } from '../../kernel/decimal.js';
import { lifecycle } from '../../kernel/lifecycle.js';
import { type Refusal, unless, type Verdict } from '../../kernel/refusal.js';

export const WARRANTY_STATUSES = ['CLAIMED', 'ACCEPTED', 'REFUSED', 'REMEDIED', 'CLOSED'] as const;
export type WarrantyStatus = (typeof WARRANTY_STATUSES)[number];
export const WARRANTY_ACTIONS = ['ACCEPT', 'REFUSE', 'REMEDY', 'REOPEN', 'CLOSE'] as const;
export type WarrantyAction = (typeof WARRANTY_ACTIONS)[number];
export const DEFECTS = ['VISIBLE', 'HIDDEN'] as const;
export const REMEDIES = ['REPAIR', 'REPLACE', 'RETURN', 'PRICE_CUT'] as const;
export type Remedy = (typeof REMEDIES)[number];
export type WarrantySide = 'BUYER' | 'SUPPLIER';

export interface WarrantyFacts {
  readonly status: WarrantyStatus;
  readonly remedy: Remedy;
  /** Claimed, and not yet sent back. */
  readonly outstanding: Decimal;
}

/** Goods that are to be replaced or paid back go back first (Civil Code art. 582 names the remedies side by side). */
const goodsBack = ({ remedy, outstanding }: WarrantyFacts): readonly Refusal<'GOODS_NOT_RETURNED'>[] =>
  (remedy === 'REPLACE' || remedy === 'RETURN') && outstanding.gt(0)
    ? [{ code: 'GOODS_NOT_RETURNED', params: { left: plain(outstanding) } }]
    : [];

/** The supplier answers and remedies; the buyer takes the claim back, finds the remedy wanting, or closes it. */
export const warrantyLifecycle = lifecycle<WarrantyStatus, WarrantyAction, WarrantySide, WarrantyFacts, 'GOODS_NOT_RETURNED'>([
  { action: 'ACCEPT', by: 'SUPPLIER', from: 'CLAIMED', to: 'ACCEPTED' },
  { action: 'REFUSE', by: 'SUPPLIER', from: 'CLAIMED', to: 'REFUSED' },
  { action: 'REMEDY', by: 'SUPPLIER', from: 'ACCEPTED', to: 'REMEDIED', guards: [goodsBack] },
  { action: 'REOPEN', by: 'BUYER', from: 'REMEDIED', to: 'ACCEPTED' },
  { action: 'CLOSE', by: 'BUYER', from: 'CLAIMED', to: 'CLOSED' },
  { action: 'CLOSE', by: 'BUYER', from: 'ACCEPTED', to: 'CLOSED' },
  { action: 'CLOSE', by: 'BUYER', from: 'REFUSED', to: 'CLOSED' },
  { action: 'CLOSE', by: 'BUYER', from: 'REMEDIED', to: 'CLOSED' },
]);

/** The last day for a claim: that of the agreed guarantee, else two years from the receipt (Civil Code art. 621 para. 2). */
export const claimUntil = (receivedOn: string, agreedMonths: number | null): CalendarDate =>
  plusMonths(receivedOn as CalendarDate, agreedMonths ?? 24);

/** An accepted receipt line as it is claimed about, in the unit of the order's line. */
export interface Claimable {
  readonly receivedOn: string;
  /** Months of the agreed guarantee; null where none is agreed. */
  readonly agreedMonths: number | null;
  /** Accepted, still there, and not under another claim. */
  readonly free: Decimal;
  readonly lineNo: string;
  readonly unit: string;
}

export interface Claim {
  readonly today: string;
  readonly foundOn: string;
  readonly quantity: Decimal;
  readonly remedy: Remedy;
  readonly priceCut?: Decimal | undefined;
}

export type ClaimCode = 'CLAIM_TOO_LATE' | 'CLAIM_OVER_ACCEPTED' | 'FOUND_ON_WRONG_DAY' | 'PRICE_CUT_ONLY_AS_REMEDY' | 'REQUIRED';

/** The last day on which the claim is in time, or everything that speaks against it. */
export const claim = (line: Claimable, { today, foundOn, quantity, remedy, priceCut }: Claim): Verdict<CalendarDate, ClaimCode> => {
  const until = claimUntil(line.receivedOn, line.agreedMonths);
  const faults: Refusal<ClaimCode>[] = [];
  if (today > until) faults.push({ code: 'CLAIM_TOO_LATE', params: { until, receivedOn: line.receivedOn } });
  if (foundOn < line.receivedOn || foundOn > today)
    faults.push({ code: 'FOUND_ON_WRONG_DAY', field: ['foundOn'], params: { from: line.receivedOn, to: today } });
  if (quantity.gt(line.free)) {
    const params = { lineId: line.lineNo, free: plain(line.free), asked: plain(quantity), unit: line.unit };
    faults.push({ code: 'CLAIM_OVER_ACCEPTED', field: ['quantity'], params });
  }
  if (remedy === 'PRICE_CUT' && priceCut === undefined) faults.push({ code: 'REQUIRED', field: ['priceCut'] });
  if (remedy !== 'PRICE_CUT' && priceCut !== undefined) faults.push({ code: 'PRICE_CUT_ONLY_AS_REMEDY', field: ['priceCut'] });
  return unless(faults, until);
};
