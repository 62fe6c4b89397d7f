import type { Refusal, Verdict } from './refusal.js';
import { ok, refused } from './refusal.js';

/** A guard looks at the facts and names every reason against an action; an empty answer lets it pass. */
export type Guard<Facts, Code extends string> = (facts: Facts) => readonly Refusal<Code>[];

export interface Transition<State extends string, Action extends string, Side extends string, Facts, Code extends string> {
  readonly action: Action;
  readonly by: Side;
  readonly from: State;
  readonly to: State;
  readonly guards?: readonly Guard<Facts, Code>[];
}

export interface AllowedAction<Action extends string, Code extends string> {
  readonly action: Action;
  readonly allowed: boolean;
  /** Why not; absent when allowed. */
  readonly reason?: Code | 'NOT_ALLOWED';
}

export interface Lifecycle<State extends string, Action extends string, Side extends string, Facts, Code extends string> {
  readonly transitions: readonly Transition<State, Action, Side, Facts, Code>[];
  /** The state that `action` leads to, or why it is refused: NOT_ALLOWED when the table has no such row, else the guards' reasons. */
  decide(facts: Facts & { readonly status: State }, action: Action, side: Side): Verdict<State, Code | 'NOT_ALLOWED'>;
  /** Every action of that side in the table, with the first reason where it is refused. Agrees with `decide` by construction. */
  allowed(facts: Facts & { readonly status: State }, side: Side): readonly AllowedAction<Action, Code>[];
  /** The pairs of states which the database knows too. */
  pairs(): readonly (readonly [from: State, to: State])[];
}

/** A life cycle as one table (state x action x side) that commands, `allowedActions`, documents and the database all read. */
export const lifecycle = <State extends string, Action extends string, Side extends string, Facts, Code extends string>(
  transitions: readonly Transition<State, Action, Side, Facts, Code>[],
): Lifecycle<State, Action, Side, Facts, Code> => {
  const decide: Lifecycle<State, Action, Side, Facts, Code>['decide'] = (facts, action, side) => {
    const row = transitions.find((t) => t.action === action && t.by === side && t.from === facts.status);
    if (!row) return refused({ code: 'NOT_ALLOWED', params: { action, status: facts.status } });
    const reasons = (row.guards ?? []).flatMap((guard) => guard(facts));
    return reasons.length === 0 ? ok(row.to) : refused(...reasons);
  };
  return {
    transitions,
    decide,
    allowed: (facts, side) =>
      [...new Set(transitions.filter((t) => t.by === side).map((t) => t.action))].map((action) => {
        const verdict = decide(facts, action, side);
        return verdict.ok ? { action, allowed: true } : { action, allowed: false, reason: verdict.refusals[0]?.code ?? 'NOT_ALLOWED' };
      }),
    pairs: () => {
      const seen = new Map(transitions.map((t) => [`${t.from}>${t.to}`, [t.from, t.to] as const]));
      return [...seen.values()].sort(([a, b], [c, d]) => (`${a}>${b}` < `${c}>${d}` ? -1 : 1));
    },
  };
};
