import type { LineKind } from '../match/rules.js';
import type { Sitting } from '../account/sit.js';
import type { Mark, MarkedLine } from './rules.js';

/** A line with what a comparison asks of it. */
export interface HeldLineRow extends MarkedLine {
  readonly number: string;
  readonly amount: string | null;
}

/** Every line of the statement, as its own side sees it. */
export const linesOf = async ({ ctx, statement, side }: Sitting): Promise<ReadonlyMap<string, HeldLineRow>> => {
  const [mine, theirs] = side === 'BUYER' ? ['buyer_mark', 'supplier_mark'] : ['supplier_mark', 'buyer_mark'];
  const rows = await ctx.sql<{
    id: string;
    kind: LineKind;
    number: string;
    amount: string | null;
    mine: Mark | null;
    theirs: Mark | null;
    excluded: boolean;
  }>(
    `select id, kind, reference as number, amount::text, ${mine} as mine, ${theirs} as theirs, excluded
     from app.statement_line where statement_id = $1 order by position`,
    [statement.id],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
