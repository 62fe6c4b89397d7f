import { decimal } from '../../kernel/decimal.js';
import type { Refusal } from '../../kernel/refusal.js';

/** Up to an amount (null: any) so many different approvers are asked for. */
export interface Tier {
  readonly upTo: string | null;
  readonly approvers: number;
}

/** Tiers in one currency. An amount in another one asks for the most that any tier asks. */
export interface Policy {
  readonly currency: string;
  readonly tiers: readonly Tier[];
}

/** How many approvers an amount asks for; above the last limit as many as the strictest tier. */
export const approversFor = ({ currency, tiers }: Policy, amount: string, of: string): number => {
  const strictest = Math.max(...tiers.map((tier) => tier.approvers));
  if (of !== currency) return strictest;
  return tiers.find((tier) => tier.upTo !== null && decimal(amount).lte(tier.upTo))?.approvers ?? strictest;
};

/** What speaks against a list of tiers. */
export const tierFaults = (tiers: readonly Tier[]): Refusal<'TIERS_NOT_RISING'>[] =>
  tiers.flatMap((tier, i) => {
    const before = tiers[i - 1];
    if (before === undefined) return [];
    const rises = before.upTo !== null && (tier.upTo === null || decimal(tier.upTo).gt(before.upTo));
    return rises && tier.approvers >= before.approvers ? [] : [{ code: 'TIERS_NOT_RISING', field: ['tiers', String(i)] }];
  });
