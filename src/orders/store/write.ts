import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import { fingerprint } from '../../kernel/text.js';
import { plusHours } from '../../kernel/date.js';
import { endsEverything, type OrderContent } from '../content/rules.js';
import type { Delta } from '../diff/rules.js';
import { otherSide, type OrderStatus, type Side, waitsFor } from '../lifecycle/rules.js';
import { type Order, orgOn } from '../model.js';
import type { OpenProposal, Sitting } from './load.js';
import { type PlacedLine, writeLines } from './lines.js';
import { headerOf, partyCells, totalCells } from './rows.js';

/** What every fact of one command has in common. */
const byMe = ({ ctx }: Pick<Sitting, 'ctx'>) => ({ actor_id: ctx.viewer.actorId, business_time: ctx.businessNow });

/** The document in which something was said. */
export interface Said {
  readonly number?: string;
  readonly note?: string;
}
export const saidCells = ({ number, note }: Said) => ({
  number: number ?? null,
  number_key: number === undefined ? null : fingerprint(number),
  note: note ?? null,
});

/** The lines of a difference at their rows; new ones stand behind all others. */
const placed = (s: Sitting, delta: Delta, revision: number): readonly PlacedLine[] => {
  const { ctx, order, loaded, frame } = s;
  let last = loaded.content.lines.length;
  return delta.lines.map(({ lineId, kind, before, after, changes }) => {
    const rowId = loaded.rowIds.get(lineId);
    return {
      parties: order,
      revision,
      rowId: rowId ?? ctx.newId(),
      ...(rowId === undefined ? { place: ++last } : {}),
      kind,
      ...(before === undefined ? {} : { before }),
      line: after,
      changes,
      currency: delta.header.after.currency,
      frameLineId: frame?.loaded.rowIds.get(after.frameLineId ?? '') ?? null,
    };
  });
};

/** Makes the next revision: the fact, and the order as it stands from now on. */
const writeRevision = async (s: Sitting, next: OrderContent, delta: Delta, proposalId?: string): Promise<void> => {
  const { ctx, order } = s;
  const revision = order.revision + 1;
  const totals = totalCells(next);
  await insertRows(ctx.write, 'order_revision', [
    {
      id: ctx.newId(),
      ...partyCells(order),
      revision,
      origin: proposalId === undefined ? 'REPLACED' : 'CHANGED',
      proposal_id: proposalId ?? null,
      org_id: ctx.viewer.orgId,
      ...byMe(s),
      header: next.header,
      header_changes: delta.header.changes,
      total: totals.total,
      currency: next.header.currency,
    },
  ]);
  await writeLines(ctx, placed(s, delta, revision));
  Object.assign(order, headerOf(next.header), totals, { revision });
};

const decideRow = (s: Sitting, id: string, status: 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED', reason?: string): Promise<unknown> =>
  s.ctx.write(
    `update app.order_proposal set status = $2, version = version + 1, decision_reason = $3, decided_by = $4, decided_at = clock_timestamp() where id = $1`,
    [id, status, reason ?? null, s.ctx.viewer.actorId],
  );

/** Closes an open proposal, for the record and in the feed. */
export const close = async (
  s: Sitting,
  proposal: OpenProposal,
  status: 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED',
  reason?: string,
): Promise<void> => {
  await decideRow(s, proposal.id, status, reason);
  s.told.push(`ORDER_CHANGE_${status}`);
};

/** Both sides agree on the revisions at which the orders stand. */
export const agreeAll = async (ctx: CommandContext, orders: readonly Order[]): Promise<void> => {
  await insertRows(
    ctx.write,
    'order_agreement',
    orders.map((order) => ({
      id: ctx.newId(),
      ...partyCells(order),
      revision: order.revision,
      org_id: ctx.viewer.orgId,
      ...byMe({ ctx }),
    })),
  );
  for (const order of orders) order.agreedRevision = order.revision;
};

/** The same for the order at the table. */
export const agree = ({ ctx, order }: Sitting): Promise<void> => agreeAll(ctx, [order]);

/** The other side's proposal becomes the next revision and is agreed; whatever else was open on the old base lapses after it. */
export const adopt = async (s: Sitting, proposal: OpenProposal, delta: Delta, reason?: string): Promise<void> => {
  await close(s, proposal, 'ACCEPTED', reason);
  await writeRevision(s, proposal.next, delta, proposal.id);
  await agree(s);
  const mine = s.open[s.side];
  if (mine) await close(s, mine, 'LAPSED');
};

/** The buyer's offer is another one from now on; a counter to the old one lapses. */
export const replace = async (s: Sitting, next: OrderContent, delta: Delta): Promise<void> => {
  await writeRevision(s, next, delta);
  for (const proposal of Object.values(s.open)) await close(s, proposal, 'LAPSED');
};

/** A proposal of my side on the present revision; an open one of mine gives way to it. */
export const putForward = async (
  s: Sitting,
  next: OrderContent,
  delta: Delta,
  said: Said,
  base: OrderContent = s.loaded.content,
): Promise<string> => {
  const { ctx, order, side } = s;
  const mine = s.open[side];
  if (mine && mine.baseRevision === order.revision) await close(s, mine, 'LAPSED');
  const id = ctx.newId();
  await insertRows(ctx.write, 'order_proposal', [
    {
      id,
      ...partyCells(order),
      side,
      base_revision: order.revision,
      ends_order: endsEverything(next),
      ...saidCells(said),
      ...byMe(s),
      header_before: base.header,
      header_after: next.header,
      header_changes: delta.header.changes,
      total_before: totalCells(base).total,
      total_after: totalCells(next).total,
      currency: next.header.currency,
    },
  ]);
  await insertRows(
    ctx.write,
    'order_proposal_line',
    delta.lines.map((line, i) => ({
      id: ctx.newId(),
      proposal_id: id,
      ...partyCells(order),
      line_no: line.lineId,
      position: i + 1,
      kind: line.kind,
      before: line.before ?? null,
      after: line.after,
      changes: line.changes,
    })),
  );
  s.told.push('ORDER_CHANGE_PROPOSED');
  return id;
};

const ANSWER_DUE = 'ORDER_ANSWER_DUE';

/** What is still to be decided when the command is done. */
export interface Outcome {
  readonly status: OrderStatus;
  /** Sides whose proposals are open afterwards, the oldest first. */
  readonly open: readonly Side[];
  /** Whether this command asks somebody for an answer: the clock of the answer starts anew. */
  readonly asks: boolean;
  readonly event?: string;
  readonly changed?: readonly string[];
}

/** The order's own columns, its clock and its events, at the end of every command. */
export const conclude = (
  s: Pick<Sitting, 'ctx' | 'order' | 'told'>,
  { status, open, asks, event, changed = ['status'] }: Outcome,
): void => {
  const { ctx, order } = s;
  const owes = waitsFor(status, open[0]);
  const owing = status === 'IN_FORCE' ? [...new Set(open.map(otherSide))] : owes === undefined ? [] : [owes];
  if (asks || owes !== order.waitsFor) {
    order.waitsFor = owes ?? null;
    order.waitsSince = owes === undefined ? null : ctx.businessNow;
    ctx.clearDeadlines(order.id, [ANSWER_DUE]);
    const parties = [order.buyerId, order.supplierId];
    const due = {
      kind: ANSWER_DUE,
      dueAt: plusHours(ctx.businessNow, order.answerHours),
      subject: 'Order',
      subjectId: order.id,
      version: order.version + 1,
      parties,
    };
    for (const side of owing) ctx.deadline({ ...due, orgId: orgOn(order, side) });
  }
  // Where a decision on a proposal moves the order and has no event beside it, it tells of the move itself.
  const moves = event === undefined && status !== order.status;
  order.status = status;
  order.version += 1;
  const { id, version, buyerId, supplierId } = order;
  const own = { subject: 'Order', id, version, parties: [buyerId, supplierId], status };
  for (const type of s.told) ctx.event({ type, ...own, changed: moves ? ['proposals', 'status'] : ['proposals'] });
  if (event) ctx.event({ type: event, ...own, changed });
};
