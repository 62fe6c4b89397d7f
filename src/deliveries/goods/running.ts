import { type Refusal, refused, unless, type Verdict } from '../../kernel/refusal.js';
import type { Counts, GoodsLine } from './rules.js';

/** What the documents before this one in a request have made of the counts. A document that is refused leaves no trace. */
export class Running {
  private readonly counts = new Map<string, Counts>();
  private trial = new Map<string, Counts>();

  of(line: GoodsLine): Counts {
    return this.trial.get(line.id) ?? this.counts.get(line.id) ?? line.counts;
  }

  /** Moves a line within the document at hand; counts stay where the move is refused. */
  move(line: GoodsLine, next: Verdict<Counts>): readonly Refusal[] {
    if (!next.ok) return next.refusals;
    this.trial.set(line.id, next.value);
    return [];
  }

  keep(): void {
    for (const [id, counts] of this.trial) this.counts.set(id, counts);
    this.trial = new Map();
  }

  drop(): void {
    this.trial = new Map();
  }
}

/** The document, where each of its lines is taken; else every reason at once. */
export const allOf = <Value>(verdicts: readonly Verdict<Value>[]): Verdict<readonly Value[]> => {
  const faults = verdicts.flatMap((one) => (one.ok ? [] : one.refusals));
  return unless(
    faults,
    verdicts.flatMap((one) => (one.ok ? [one.value] : [])),
  );
};

/** Refusals of one line stand under it. */
export const under = <Value>(at: readonly string[], verdict: Verdict<Value>): Verdict<Value> =>
  verdict.ok ? verdict : refused(...verdict.refusals.map((one) => ({ ...one, field: [...at, ...(one.field ?? [])] })));
