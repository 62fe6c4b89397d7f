import { type Ask, askAs, granted, type UserError } from '../hub-client.js';
import type { Timing } from './figures.js';

export const operator = askAs('rt_demo_operator');
export const buyer = askAs('rt_demo_buyer');

/** Works through a list by several hands at once. */
export const lanes = async <Item>(count: number, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> => {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: count }, lane));
};

export const slices = <Item>(
  items: readonly Item[],
  size: number,
): readonly { readonly index: number; readonly items: readonly Item[] }[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => ({ index, items: items.slice(index * size, (index + 1) * size) }));

interface Refused {
  readonly number: string;
  readonly errors: readonly UserError[];
}

const report = (refused: readonly Refused[] | null): void => {
  for (const { number, errors } of refused ?? []) console.log(`refused ${number}: ${errors[0]?.code} ${errors[0]?.message}`);
};

export interface IssuedOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
}

/** Issues orders in one call. @returns those that stand now, new or not */
export const issueOrders = async (key: string, orders: readonly object[]): Promise<readonly IssuedOrder[]> => {
  const query = `mutation ($input: OrderBulkIssueInput!) { done: orderBulkIssue(input: $input) {
    userErrors { code field message } orders { id number status } refused { number errors { code field message } } } }`;
  type Done = { done: { userErrors: UserError[]; orders: IssuedOrder[] | null; refused: Refused[] | null } };
  const { done } = await buyer<Done>(query, { input: { idempotencyKey: key, orders } });
  report(granted(done).refused);
  return done.orders ?? [];
};

/** Accepts offers as their supplier. */
export const acceptOrders = async (vendor: Ask, key: string, ids: readonly string[]): Promise<void> => {
  const query = `mutation ($input: OrderBulkAcceptInput!) { done: orderBulkAccept(input: $input) {
    userErrors { code field message } refused { number errors { code field message } } } }`;
  type Done = { done: { userErrors: UserError[]; refused: Refused[] | null } };
  const orders = ids.map((orderId) => ({ orderId, revision: 1 }));
  const { done } = await vendor<Done>(query, { input: { idempotencyKey: key, orders } });
  report(granted(done).refused);
};

/** Records receipts in one call. @returns how many lines were taken */
export const recordReceipts = async (key: string, receipts: readonly object[]): Promise<number> => {
  const query = `mutation ($input: ReceiptBulkRecordInput!) { done: receiptBulkRecord(input: $input) {
    userErrors { code field message } receipts { lineCount } refused { number errors { code field message } } } }`;
  type Done = { done: { userErrors: UserError[]; receipts: { lineCount: number }[] | null; refused: Refused[] | null } };
  const { done } = await buyer<Done>(query, { input: { idempotencyKey: key, receipts } });
  report(granted(done).refused);
  return (done.receipts ?? []).reduce((sum, { lineCount }) => sum + lineCount, 0);
};

interface Figure {
  readonly supplier: { readonly legalName: string };
  readonly timing: {
    readonly judged: number;
    readonly early: number;
    readonly onTheDay: number;
    readonly late: number;
    readonly daysLate: string;
    readonly earlyShare: string | null;
    readonly onTheDayShare: string | null;
    readonly lateShare: string | null;
    readonly meanDaysLate: string | null;
  };
}

/** What the hub says of one supplier: counts to add up, and the shares as it shows them. */
export interface HubTiming {
  readonly counts: Timing;
  readonly shown: {
    readonly lines: number;
    readonly early: string | null;
    readonly onTheDay: string | null;
    readonly late: string | null;
    readonly meanDaysLate: string | null;
  };
}

const told = ({ timing }: Figure): HubTiming => ({
  counts: {
    // What is overdue has not come: as long as lines are missing the job is not done.
    lines: timing.early + timing.onTheDay + timing.late,
    early: timing.early,
    onTheDay: timing.onTheDay,
    late: timing.late,
    daysLate: Number(timing.daysLate),
  },
  shown: {
    lines: timing.judged,
    early: timing.earlyShare,
    onTheDay: timing.onTheDayShare,
    late: timing.lateShare,
    meanDaysLate: timing.meanDaysLate,
  },
});

/** The delivery figures of every supplier of the buyer, by name. */
export const hubTimings = async (): Promise<ReadonlyMap<string, HubTiming>> => {
  const figures = new Map<string, HubTiming>();
  const query = `query ($after: Cursor) { deliveryFigures(as: BUYER, first: 100, after: $after) { pageInfo { hasNextPage endCursor }
    nodes { supplier { legalName } timing { judged early onTheDay late daysLate earlyShare onTheDayShare lateShare meanDaysLate } } } }`;
  type Page = { deliveryFigures: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: Figure[] } };
  for (let after: string | null = null; ; ) {
    const { deliveryFigures }: Page = await buyer<Page>(query, { after });
    for (const figure of deliveryFigures.nodes) figures.set(figure.supplier.legalName, told(figure));
    if (!deliveryFigures.pageInfo.hasNextPage) return figures;
    after = deliveryFigures.pageInfo.endCursor;
  }
};

interface OrdersPage {
  readonly orders: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly { readonly number: string; readonly lineCount: number; readonly total: { readonly amount: string } }[];
  };
}

/** The buyer's orders as they stand on the hub, read page by page as any client would. */
export async function* standingOrders(): AsyncGenerator<OrdersPage['orders']['nodes'][number]> {
  const query = `query ($after: Cursor) { orders(as: BUYER, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { number lineCount total { amount } } } }`;
  for (let after: string | null = null; ; ) {
    const { orders }: OrdersPage = await buyer<OrdersPage>(query, { after });
    yield* orders.nodes;
    if (!orders.pageInfo.hasNextPage) return;
    after = orders.pageInfo.endCursor;
  }
}
