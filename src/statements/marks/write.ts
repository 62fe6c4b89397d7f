import { insertRows } from '../../platform/commands/index.js';
import { answered, conclude, type Sitting, step } from '../account/sit.js';
import type { StatementStatus } from '../lifecycle/rules.js';
import { partyCells, type Side } from '../model.js';
import type { MarkKind } from './rules.js';

export interface NewMark {
  readonly lineId: string;
  readonly kind: MarkKind;
  readonly reason?: string | undefined;
  readonly claimed?: string | undefined;
  readonly byMatch?: boolean;
}

interface Now {
  readonly status: StatementStatus;
  readonly buyer_confirmed_on: string | null;
  readonly supplier_confirmed_on: string | null;
  readonly by_buyer: boolean;
  readonly by_supplier: boolean;
}

const NOW = `select s.status, s.buyer_confirmed_on, s.supplier_confirmed_on,
   exists (select from app.statement_line l where l.statement_id = s.id and not l.excluded and l.buyer_mark = 'DISPUTED') as by_buyer,
   exists (select from app.statement_line l where l.statement_id = s.id and not l.excluded and l.supplier_mark = 'DISPUTED') as by_supplier
 from app.statement s where s.id = $1`;

const CHANGED: Readonly<Record<MarkKind, readonly [event: string, changed: readonly string[]]>> = {
  TICK: ['STATEMENT_TICKED', ['lines']],
  DISPUTE: ['STATEMENT_DISPUTED', ['lines', 'status']],
  EXCLUDE: ['STATEMENT_LINES_SET_ASIDE', ['lines', 'status', 'closing']],
};

/** Writes what a side says of lines. The database carries it to lines, sums and status; what it made of them is told at the end. */
export const writeMarks = async (s: Sitting, kind: MarkKind, marks: readonly NewMark[]): Promise<void> => {
  const { ctx, statement, side } = s;
  if (marks.length === 0) return;
  await insertRows(
    ctx.sql,
    'statement_mark',
    marks.map((mark) => ({
      id: ctx.newId(),
      line_id: mark.lineId,
      ...partyCells(statement),
      side,
      kind,
      by_match: mark.byMatch ?? false,
      reason: mark.reason ?? null,
      claimed: mark.claimed ?? null,
      currency: statement.currency,
      org_id: ctx.viewer.orgId,
      actor_id: ctx.viewer.actorId,
      business_time: ctx.businessNow,
    })),
  );
  const [now] = await ctx.sql<Now>(NOW, [statement.id]);
  if (now === undefined) return;
  const lapsed =
    (statement.buyerConfirmedOn ?? statement.supplierConfirmedOn) !== null && !(now.buyer_confirmed_on ?? now.supplier_confirmed_on);
  if (lapsed) await step(s, 'LAPSED');
  Object.assign(statement, {
    status: now.status,
    buyerConfirmedOn: now.buyer_confirmed_on,
    supplierConfirmedOn: now.supplier_confirmed_on,
  });
  if (kind === 'DISPUTE') answered(s);
  const [event, changed] = CHANGED[kind];
  conclude(s, event, changed, disputesOf(s, { BUYER: now.by_buyer, SUPPLIER: now.by_supplier }));
};

const disputesOf = ({ statement }: Sitting, by: Readonly<Record<Side, boolean>>) =>
  statement.draftedBy === statement.buyerId ? { DRAFTER: by.BUYER, OTHER: by.SUPPLIER } : { DRAFTER: by.SUPPLIER, OTHER: by.BUYER };
