import { deliveries } from '../../src/deliveries/index.js';
import { agreed, type LineSpec, ordersHub, type OrdersHub, type OrderView, type Party } from './orders.js';

/** What a mutation about goods answers, with whatever object was selected as `it`. */
export interface Done<It = { readonly id: string }> {
  readonly it: It | null;
  readonly replayed: boolean;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[] | null;
    readonly message: string;
    readonly params: readonly { readonly name: string; readonly value: string }[];
  }[];
}

export const goodsHub = (): Promise<OrdersHub> => ordersHub([deliveries]);

const OBJECTS: Readonly<Record<string, string>> = {
  despatchSend: 'despatch',
  despatchCancel: 'despatch',
  receiptRecord: 'receipt',
  lineClose: 'line',
  lineReopen: 'line',
  promiseUpdate: 'line',
};

let calls = 0;

/** Sends one mutation about goods; documents get a key of their own unless one is given. */
export const move = async <It = { readonly id: string; readonly version: number }>(
  who: Party,
  mutation: string,
  input: object,
  select = /^(line|promise)/.test(mutation) ? 'id' : 'id version',
): Promise<Done<It>> => {
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const document = `mutation M($input: ${name}) { done: ${mutation}(input: $input) {
    it: ${OBJECTS[mutation]} { ${select} } replayed userErrors { code field message params { name value } } } }`;
  const key = /Send|Record/.test(mutation) ? { idempotencyKey: `goods-${calls++}` } : {};
  return (await who.ask<{ done: Done<It> }>(document, { input: { ...key, ...input } })).done;
};

/** Codes of a refusal, with the params of the first. */
export const refusalOf = ({ userErrors }: Done<unknown>) => ({
  codes: userErrors.map(({ code }) => code),
  field: userErrors[0]?.field ?? null,
  params: Object.fromEntries((userErrors[0]?.params ?? []).map(({ name, value }) => [name, value])),
});

export interface Progress {
  readonly ordered: string;
  readonly ceiling: string;
  readonly despatched: string;
  readonly inTransit: string;
  readonly received: string;
  readonly rejected: string;
  readonly short: string;
  readonly open: string;
  readonly closedOn: string | null;
  readonly dueOn: string | null;
  readonly late: boolean;
  readonly atRisk: boolean;
  readonly allowedActions: readonly { readonly action: string; readonly allowed: boolean; readonly reason: string | null }[];
}

export interface GoodsLineView {
  readonly id: string;
  readonly lineId: string;
  readonly progress: Progress | null;
  readonly deliverySchedules: readonly {
    readonly scheduleId: string;
    readonly received: string;
    readonly inTransit: string;
    readonly open: string;
    readonly settled: boolean;
    readonly agreedOn: string | null;
    readonly promisedOn: string | null;
    readonly dueOn: string | null;
    readonly atRisk: boolean;
  }[];
}

const LINES = `query Q($id: ID!) { order(by: { id: $id }) { lines { id lineId
  progress { ordered ceiling despatched inTransit received rejected short open closedOn dueOn late atRisk allowedActions { action allowed reason } }
  deliverySchedules { scheduleId received inTransit open settled agreedOn promisedOn dueOn atRisk } } } }`;

/** The lines of an order with all that is told about their goods. */
export const goodsOf = async (who: Party, orderId: string): Promise<readonly GoodsLineView[]> =>
  (await who.ask<{ order: { lines: GoodsLineView[] } }>(LINES, { id: orderId })).order.lines;

export const progressOf = async (who: Party, orderId: string, lineId = '1'): Promise<Progress> => {
  const line = (await goodsOf(who, orderId)).find((one) => one.lineId === lineId);
  if (!line?.progress) throw new Error(`line ${lineId} has no progress`);
  return line.progress;
};

export const lineIdOf = async (who: Party, orderId: string, lineId = '1'): Promise<string> => {
  const line = (await goodsOf(who, orderId)).find((one) => one.lineId === lineId);
  if (!line) throw new Error(`there is no line ${lineId}`);
  return line.id;
};

/** An agreed order of one line of 100 pieces, unless other lines are given. */
export const agreedGoods = (
  buyer: Party,
  supplier: Party,
  number: string,
  lines: readonly LineSpec[] = [{ id: '1', quantity: '100' }],
): Promise<OrderView> => agreed(buyer, supplier, number, lines);

export const despatchOf = (order: OrderView, number: string, quantity: string, more: object = {}, line: object = {}) => ({
  number,
  lines: [{ order: { id: order.id }, lineId: '1', quantity, ...line }],
  ...more,
});

export const receiptOf = (order: OrderView, number: string, line: object, more: object = {}) => ({
  number,
  lines: [{ order: { id: order.id }, lineId: '1', ...line }],
  ...more,
});

/** An agreement between the two under which more or less may come than was ordered, as shares of one. */
export const agreeTolerance = async (
  hub: OrdersHub,
  buyer: Party,
  supplier: Party,
  { over = '0', under = '0', inspectionDays = 0 }: { readonly over?: string; readonly under?: string; readonly inspectionDays?: number },
): Promise<void> => {
  const client = await hub.db.owner.connect();
  const as = (who: Party) => client.query(`select set_config('app.org', $1, true), set_config('app.actor', $1, true)`, [who.uuid]);
  try {
    await client.query('begin');
    await as(buyer);
    const { rows } = await client.query<{ id: string }>(
      `insert into app.trade_agreement (id, buyer_id, supplier_id, number, number_key, proposed_by, valid_from, currency, price_basis, rounding,
         term_days, term_basis, inspection_days, over_tolerance, under_tolerance, price_tolerance, answer_hours)
       values (gen_random_uuid(), $1, $2, 'T', 't', $1, '2020-01-01', 'CNY', 'NET', 'PER_LINE', 30, 'DELIVERY', $5, $3, $4, 0, 48) returning id`,
      [buyer.uuid, supplier.uuid, over, under, inspectionDays],
    );
    await as(supplier);
    await client.query(
      `update app.trade_agreement set status = 'IN_FORCE', decided_by = $2, sme_declared = false, buyer_class = 'SMALL', supplier_class = 'SMALL',
         buyer_ownership = 'PRIVATE', signed_on = '2020-01-01' where id = $1`,
      [rows[0]?.id, supplier.uuid],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
};
