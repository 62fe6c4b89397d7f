import { type Decimal, decimal } from '../../kernel/decimal.js';
import type { CommandContext, Sql } from '../../platform/commands/index.js';
import type { HeaderContent, LineContent, OrderContent } from '../content/rules.js';
import { apply, type LineDelta } from '../diff/rules.js';
import { type OrderFacts, otherSide, type Side } from '../lifecycle/rules.js';
import { type Order, OrderEntity, sideOf } from '../model.js';

/** An order's content and the ids of its rows. */
export interface Loaded {
  readonly content: OrderContent;
  readonly rowIds: ReadonlyMap<string, string>;
  /** By line, in the line's unit: what call-offs drew. */
  readonly calledOff: ReadonlyMap<string, Decimal>;
}

export interface OpenProposal {
  readonly id: string;
  readonly side: Side;
  readonly baseRevision: number;
  readonly endsOrder: boolean;
  readonly next: OrderContent;
  readonly headerChanges: readonly unknown[];
  readonly lines: readonly LineDelta[];
}

/** An order at the table: locked, with all that its rules ask about. */
export interface Sitting {
  readonly ctx: CommandContext;
  readonly order: Order;
  readonly side: Side;
  readonly loaded: Loaded;
  readonly open: Readonly<Partial<Record<Side, OpenProposal>>>;
  readonly facts: OrderFacts;
  /** Types of events about proposals, in their order; they are told at the end of the command, with the state that it leads to. */
  readonly told: string[];
  /** The frame agreement of a call-off, locked too. */
  readonly frame?: { readonly order: Order; readonly loaded: Loaded };
}

interface LineRow {
  readonly order_id: string;
  readonly id: string;
  readonly line_no: string;
  readonly called_off: string;
  readonly content: LineContent;
}

// What the supplier added with an acceptance makes no revision: it stands in the order's own columns.
const headerOf = (header: HeaderContent, order: Order): HeaderContent => ({
  ...header,
  ...(order.salesOrderNumber === null ? {} : { salesOrderNumber: order.salesOrderNumber }),
  ...(order.promisedFrom === null ? {} : { promisedFrom: order.promisedFrom }),
  ...(order.promisedTo === null ? {} : { promisedTo: order.promisedTo }),
});

const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
};

/** Contents of any number of orders in two statements. */
export const loadContents = async (sql: Sql, orders: readonly Order[]): Promise<ReadonlyMap<string, Loaded>> => {
  const ids = orders.map((order) => order.id);
  if (ids.length === 0) return new Map();
  const lines = await sql<LineRow>(
    `select l.order_id, l.id, l.line_no, l.called_off, r.content
     from app.order_line l join app.order_revision_line r on (r.order_id, r.revision, r.line_no) = (l.order_id, l.revision, l.line_no)
     where l.order_id = any($1::uuid[]) order by l.order_id, l.position`,
    [ids],
  );
  const headers = await sql<{ order_id: string; header: HeaderContent }>(
    `select r.order_id, r.header from app.order_revision r join app.orders o on (o.id, o.revision) = (r.order_id, r.revision) where o.id = any($1::uuid[])`,
    [ids],
  );
  const headerById = new Map(headers.map((row) => [row.order_id, row.header]));
  const grouped = groupBy(lines, (row) => row.order_id);
  return new Map(
    orders.map((order) => {
      const rows = grouped.get(order.id) ?? [];
      const content = {
        header: headerOf(headerById.get(order.id) ?? { currency: order.currency }, order),
        lines: rows.map((row) => row.content),
      };
      return [
        order.id,
        {
          content,
          rowIds: new Map(rows.map((row) => [row.line_no, row.id])),
          calledOff: new Map(rows.map((row) => [row.line_no, decimal(row.called_off)])),
        },
      ];
    }),
  );
};

interface ProposalRow {
  readonly id: string;
  readonly side: Side;
  readonly base_revision: number;
  readonly ends_order: boolean;
  readonly header_after: HeaderContent;
  readonly header_changes: readonly unknown[];
  readonly lines: readonly LineDelta[] | null;
}

const openProposals = async (sql: Sql, orderId: string, base: OrderContent): Promise<Sitting['open']> => {
  const rows = await sql<ProposalRow>(
    `select p.id, p.side, p.base_revision, p.ends_order, p.header_after, p.header_changes,
       (select jsonb_agg(jsonb_build_object('lineId', l.line_no, 'kind', l.kind, 'before', l.before, 'after', l.after, 'changes', l.changes) order by l.position)
        from app.order_proposal_line l where l.proposal_id = p.id) as lines
     from app.order_proposal p where p.order_id = $1 and p.status = 'OPEN' order by p.at, p.id`,
    [orderId],
  );
  return Object.fromEntries(
    rows.map((row): [Side, OpenProposal] => {
      const lines = row.lines ?? [];
      const next = apply(base, { header: { after: row.header_after }, lines });
      return [
        row.side,
        {
          id: row.id,
          side: row.side,
          baseRevision: row.base_revision,
          endsOrder: row.ends_order,
          headerChanges: row.header_changes,
          next,
          lines,
        },
      ];
    }),
  );
};

/**
 * Locks an order of the acting organisation, and with it the frame agreement that it calls off from.
 * @returns undefined where the organisation is not a party to it
 */
export const sit = async (ctx: CommandContext, orderId: string, answeredRevision?: number): Promise<Sitting | undefined> => {
  const [known] = await ctx.sql<{ frame_id: string | null }>('select frame_id from app.orders where id = $1', [orderId]);
  if (known === undefined) return undefined;
  const locked = await ctx.lockMany(OrderEntity, known.frame_id === null ? [orderId] : [orderId, known.frame_id]);
  const order = locked.find((one) => one.id === orderId);
  if (order === undefined) return undefined;
  const contents = await loadContents(ctx.sql, locked);
  const loaded = contents.get(orderId);
  const frame = locked.find((one) => one.id === order.frameId);
  const frameLoaded = frame && contents.get(frame.id);
  if (loaded === undefined) return undefined;
  const open = await openProposals(ctx.sql, orderId, loaded.content);
  const side = sideOf(order, ctx.viewer.orgId);
  const facts: OrderFacts = {
    status: order.status,
    revision: order.revision,
    open,
    ...(answeredRevision === undefined ? {} : { answeredRevision }),
  };
  return {
    ctx,
    order,
    side,
    loaded,
    open,
    facts,
    told: [],
    ...(frame && frameLoaded ? { frame: { order: frame, loaded: frameLoaded } } : {}),
  };
};

/** The content that the other side's open proposal would make of the order. */
export const theirsOf = ({ open, side }: Sitting): OrderContent | undefined => open[otherSide(side)]?.next;
