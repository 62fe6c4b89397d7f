import { ok, refused, type Refusal, unless, type Verdict } from '../../kernel/refusal.js';
import type { OrderRow, Side } from '../../orders/index.js';
import type { OrganisationRef } from '../../parties/index.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { type Document, type DocumentKind, namesTaken } from './documents.js';
import type { OrderRef } from './inputs.js';
import { counterpartiesOf, loadLines, lockOrders, type NamedOrder, nameOfLine, type PartyOf } from './load.js';
import { type GoodsLine, notMoving } from './rules.js';

/** A document about goods, as far as despatches and receipts are alike. */
export interface Paper {
  /** The other party, needed where orders are named by number. */
  readonly party?: OrganisationRef | undefined;
  readonly number: string;
  readonly externalReference?: string | undefined;
  readonly lines: readonly PaperLine[];
}

export interface PaperLine {
  readonly order: OrderRef;
  readonly lineId: string;
}

/** The two sides of a document. */
export interface Pair {
  readonly buyerId: string;
  readonly supplierId: string;
}

/** All that a request of many documents asks the database, in a fixed number of statements (and one for each distinct party named). */
export interface Survey {
  /** The parties of a document: one buyer, one supplier, and the acting organisation on its side. */
  pairOf(paper: Paper): Verdict<Pair>;
  /** A line that goods can move on. */
  lineOf(paper: Paper, line: PaperLine): Verdict<GoodsLine>;
  /** What speaks against number and reference of the document. */
  nameFaults(paper: Paper): readonly Refusal[];
  /** The document is taken: its number and reference are no longer free. */
  take(paper: Paper): void;
}

const OTHER = { BUYER: 'supplier', SUPPLIER: 'buyer' } as const;

/** The orders that each line of each document names, all locked. */
const ordersOf = async (ctx: CommandContext, side: Side, papers: readonly Paper[], partyOf: PartyOf) => {
  const named = ({ party }: Paper, { order }: PaperLine): NamedOrder => {
    const found = partyOf(party);
    return { ...order, ...(found?.ok ? { counterpartyId: found.value } : {}) };
  };
  const orders = await lockOrders(
    ctx,
    side,
    papers.flatMap((paper) => paper.lines.map((line) => named(paper, line))),
  );
  return (paper: Paper, line: PaperLine): OrderRow | undefined => orders.of(named(paper, line));
};

const pairOf = (orders: readonly (OrderRow | undefined)[], side: Side, me: string): Verdict<Pair> => {
  const first = orders.find((one) => one !== undefined);
  if (first === undefined) return refused({ code: 'NOT_FOUND', field: ['lines', '0', 'order'] });
  const other = orders.findIndex((one) => one !== undefined && (one.buyerId !== first.buyerId || one.supplierId !== first.supplierId));
  if (other >= 0) return refused({ code: 'PARTIES_DIFFER', field: ['lines', String(other), 'order'] });
  const { buyerId, supplierId, number } = first;
  return (side === 'BUYER' ? buyerId : supplierId) === me
    ? ok({ buyerId, supplierId })
    : refused({ code: 'WRONG_SIDE', field: ['lines', '0', 'order'], params: { number } });
};

const between = (pair: Verdict<Pair>, party: Verdict<string> | undefined, side: Side): Verdict<Pair> => {
  if (party?.ok === false) return party;
  if (!pair.ok || party === undefined) return pair;
  const other = side === 'BUYER' ? pair.value.supplierId : pair.value.buyerId;
  return party.value === other ? pair : refused({ code: 'PARTIES_DIFFER', field: [OTHER[side]] });
};

const documentOf = ({ number, externalReference }: Paper, { buyerId, supplierId }: Pair, side: Side): Document => ({
  otherId: side === 'BUYER' ? supplierId : buyerId,
  number,
  externalReference,
});

const found = (line: GoodsLine | undefined, order: OrderRow | undefined, lineId: string): Verdict<GoodsLine> => {
  if (order === undefined) return refused({ code: 'NOT_FOUND', field: ['order'] });
  if (line === undefined) return refused({ code: 'LINE_UNKNOWN', field: ['lineId'], params: { lineId } });
  return unless(notMoving(line, ['lineId']), line);
};

/** Finds what documents of the acting organisation speak of, and locks every order among it. */
export const survey = async (ctx: CommandContext, side: Side, kind: DocumentKind, papers: readonly Paper[]): Promise<Survey> => {
  const partyOf = await counterpartiesOf(
    ctx,
    papers.map(({ party }) => party),
    OTHER[side],
  );
  const orderOf = await ordersOf(ctx, side, papers, partyOf);
  const nameOf = (paper: Paper, line: PaperLine) => {
    const order = orderOf(paper, line);
    return order && { orderId: order.id, lineNo: line.lineId };
  };
  const names = papers.flatMap((paper) => paper.lines.flatMap((line) => nameOf(paper, line) ?? []));
  const lines = await loadLines(ctx, names);
  const pairs = new Map(
    papers.map((paper) => {
      const pair = pairOf(
        paper.lines.map((line) => orderOf(paper, line)),
        side,
        ctx.viewer.orgId,
      );
      return [paper, between(pair, partyOf(paper.party), side)];
    }),
  );
  const told = (paper: Paper): Document | undefined => {
    const pair = pairs.get(paper);
    return pair?.ok ? documentOf(paper, pair.value, side) : undefined;
  };
  const taken = await namesTaken(
    ctx,
    kind,
    side,
    papers.flatMap((paper) => told(paper) ?? []),
  );
  return {
    pairOf: (paper) => pairs.get(paper) ?? refused(),
    lineOf: (paper, line) => {
      const name = nameOf(paper, line);
      return found(name && lines.get(nameOfLine(name)), orderOf(paper, line), line.lineId);
    },
    nameFaults: (paper) => taken.faults(told(paper)),
    take: (paper) => taken.take(told(paper)),
  };
};
