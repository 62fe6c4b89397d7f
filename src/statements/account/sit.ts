import { refused, type Verdict, ok } from '../../kernel/refusal.js';
import { type CommandContext, insertRows, staleVersion } from '../../platform/commands/index.js';
import { type Hand, type StatementFacts, waitingFor } from '../lifecycle/rules.js';
import { handOf, orgOn, partyCells, type Side, sideOf, sideOfHand, type Statement, StatementEntity } from '../model.js';

/** A statement at the table: locked, with all that its rules ask about. */
export interface Sitting {
  readonly ctx: CommandContext;
  readonly statement: Statement;
  readonly side: Side;
  readonly hand: Hand;
  readonly facts: StatementFacts;
}

interface Chain {
  readonly previous_confirmed: boolean;
  readonly opening_holds: boolean;
  readonly followed: boolean;
}

const CHAIN = `select coalesce(p.status = 'CONFIRMED', true) as previous_confirmed, coalesce(p.closing = s.opening, true) as opening_holds,
   exists (select from app.statement n where n.previous_id = s.id and n.status <> 'WITHDRAWN') as followed
 from app.statement s left join app.statement p on p.id = s.previous_id where s.id = $1`;

const factsOf = (s: Statement, chain: Chain | undefined): StatementFacts => {
  const drafter = s.draftedBy === s.buyerId;
  const [buyer, supplier] = [s.buyerConfirmedOn !== null, s.supplierConfirmedOn !== null];
  return {
    status: s.status,
    lineCount: s.lineCount,
    excludedCount: s.excludedCount,
    ticked: drafter ? { DRAFTER: s.buyerTicked, OTHER: s.supplierTicked } : { DRAFTER: s.supplierTicked, OTHER: s.buyerTicked },
    confirmed: drafter ? { DRAFTER: buyer, OTHER: supplier } : { DRAFTER: supplier, OTHER: buyer },
    openDisputes: s.openDisputes,
    previousConfirmed: chain?.previous_confirmed ?? true,
    openingHolds: chain?.opening_holds ?? true,
    followed: chain?.followed ?? false,
  };
};

/** What is told and asked of a statement, whether it is locked or not yet. */
export const factsIn = async (ctx: CommandContext, statement: Statement): Promise<StatementFacts> =>
  factsOf(statement, (await ctx.sql<Chain & Record<string, unknown>>(CHAIN, [statement.id]))[0]);

/** Locks a statement of the acting organisation. Refuses NOT_FOUND, STALE_VERSION. */
export const sit = async (
  ctx: CommandContext,
  { statementId, expectedVersion }: { readonly statementId: string; readonly expectedVersion?: number | undefined },
): Promise<Verdict<Sitting>> => {
  const statement = await ctx.lockById(StatementEntity, statementId);
  if (statement === undefined) return refused({ code: 'NOT_FOUND', field: ['statementId'] });
  const stale = staleVersion(statement.version, expectedVersion);
  if (stale.length > 0) return refused(...stale);
  const { orgId } = ctx.viewer;
  return ok({ ctx, statement, side: sideOf(statement, orgId), hand: handOf(statement, orgId), facts: await factsIn(ctx, statement) });
};

export type StepKind = 'DRAFTED' | 'SENT' | 'CONFIRMED' | 'LAPSED' | 'WITHDRAWN';

interface Stepping {
  readonly ctx: CommandContext;
  readonly statement: Pick<Statement, 'id' | 'buyerId' | 'supplierId'>;
  readonly side: Side;
}

/** Writes a step of the statement as a whole, in one's own name. */
export const step = ({ ctx, statement, side }: Stepping, kind: StepKind, note?: string): Promise<void> =>
  insertRows(ctx.sql, 'statement_step', [
    {
      id: ctx.newId(),
      ...partyCells(statement),
      kind,
      side,
      note: note ?? null,
      org_id: ctx.viewer.orgId,
      actor_id: ctx.viewer.actorId,
      business_time: ctx.businessNow,
    },
  ]);

export const ANSWER_DUE = 'STATEMENT_ANSWER_DUE';

type Disputes = Readonly<Record<Hand, boolean>>;

/** The statement's own columns and its event, at the end of every command: whoever must act next is said with them. */
export const conclude = (s: Sitting, event: string, changed: readonly string[], disputes?: Disputes): void => {
  const { ctx, statement } = s;
  const { confirmed } = factsOf(statement, undefined);
  const hand = waitingFor(statement.status, confirmed, disputes);
  const waits = hand === undefined ? null : sideOfHand(statement, hand);
  if (waits !== statement.waitsFor) {
    statement.waitsFor = waits;
    statement.waitsSince = waits === null ? null : ctx.businessNow;
  }
  statement.version += 1;
  const { id, version, status, buyerId, supplierId } = statement;
  ctx.event({ type: event, subject: 'Statement', id, version, parties: [buyerId, supplierId], status, changed });
};

/** That the side to which it was sent has answered: what was waited for has come. */
export const answered = ({ ctx, statement, hand }: Sitting): void => {
  if (hand !== 'OTHER' || statement.answeredOn !== null) return;
  statement.answeredOn = ctx.businessDate;
  ctx.clearDeadlines(statement.id, [ANSWER_DUE]);
};

/** The organisation that the statement is sent to. */
export const receiverOf = (statement: Statement): string => orgOn(statement, sideOfHand(statement, 'OTHER'));
