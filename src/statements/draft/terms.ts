import type { CommandContext, Sql } from '../../platform/commands/index.js';
import type { StatementStatus } from '../lifecycle/rules.js';
import type { Scope } from './collect.js';

/** The statement that the next one of the account follows. */
export interface Last {
  readonly id: string;
  readonly number: string;
  readonly status: StatementStatus;
  readonly closing: string;
  readonly period_to: string;
}

export const lastOf = async (sql: Sql, { buyerId, supplierId, currency }: Scope): Promise<Last | undefined> =>
  (
    await sql<Last>(
      `select s.id, s.number, s.status, s.closing::text, s.period_to from app.statement s
       where s.buyer_id = $1 and s.supplier_id = $2 and s.currency = $3 and s.status <> 'WITHDRAWN'
         and not exists (select from app.statement n where n.previous_id = s.id and n.status <> 'WITHDRAWN')`,
      [buyerId, supplierId, currency],
    )
  )[0];

/** Under which agreement, and how many working days the other side has for its answer. */
export interface AnswerTerms {
  readonly id: string | null;
  readonly answer_days: number;
}

/** The agreement in force between the two today, and its days for an answer; else the hub's own default, which is a dated row. */
export const agreementOf = async (ctx: CommandContext, { buyerId, supplierId }: Scope): Promise<AnswerTerms> => {
  const [found] = await ctx.sql<AnswerTerms>(
    `select a.id, coalesce(a.statement_answer_days, d.answer_days) as answer_days
     from (select answer_days from app.statement_default where valid_from <= $3::date order by valid_from desc limit 1) d
     left join app.trade_agreement a on a.buyer_id = $1 and a.supplier_id = $2 and a.status = 'IN_FORCE'
       and $3::date between a.valid_from and coalesce(a.valid_to, 'infinity')
     order by a.signed_on desc nulls last, a.id desc limit 1`,
    [buyerId, supplierId, ctx.businessDate],
  );
  if (found === undefined) throw new Error('there is no default for the days of an answer');
  return found;
};

/** A number that the pair has not used: 对账 by the month of the period's end. */
export const numberFor = async (sql: Sql, { buyerId, supplierId, to }: Scope): Promise<string> => {
  const [used] = await sql<{ n: number }>('select count(*)::int as n from app.statement where buyer_id = $1 and supplier_id = $2', [
    buyerId,
    supplierId,
  ]);
  return `DZ-${to.slice(0, 7)}-${(used?.n ?? 0) + 1}`;
};
