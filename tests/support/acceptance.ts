import { randomUUID } from 'node:crypto';
import { parseId } from '../../src/kernel/ids.js';
import type { OrderView, OrdersHub, Party } from './orders.js';
import { type Done, move, receiptOf } from './deliveries.js';

export interface Terms {
  readonly inspectionDays?: number;
  readonly overTolerance?: string;
  readonly underTolerance?: string;
  readonly warrantyMonths?: number;
}

/** An agreement in force between two parties, on which the orders issued afterwards stand. */
export const agreement = async (hub: OrdersHub, buyer: Party, supplier: Party, terms: Terms): Promise<void> => {
  const client = await hub.db.owner.connect();
  const id = randomUUID();
  const act = (who: Party) => client.query(`select set_config('app.org', $1, true), set_config('app.actor', $1, true)`, [who.uuid]);
  await client.query('begin');
  await act(buyer);
  await client.query(
    `insert into app.trade_agreement (id, buyer_id, supplier_id, number, number_key, proposed_by, valid_from, currency, price_basis, rounding,
       term_days, term_basis, inspection_days, over_tolerance, under_tolerance, price_tolerance, answer_hours, warranty_months)
     values ($1, $2, $3, $4, $4, $2, '2020-01-01', 'CNY', 'NET', 'PER_LINE', 60, 'ACCEPTANCE', $5, $6, $7, 0, 48, $8)`,
    [
      id,
      buyer.uuid,
      supplier.uuid,
      id.slice(0, 8).toUpperCase(),
      terms.inspectionDays ?? 0,
      terms.overTolerance ?? '0',
      terms.underTolerance ?? '0',
      terms.warrantyMonths ?? null,
    ],
  );
  await act(supplier);
  await client.query(
    `update app.trade_agreement set status = 'IN_FORCE', version = 2, decided_by = $2, signed_on = '2020-01-01', buyer_class = 'SMALL',
       supplier_class = 'SMALL', buyer_ownership = 'PRIVATE', sme_declared = true where id = $1`,
    [id, supplier.uuid],
  );
  await client.query('commit');
  client.release();
};

export interface ReceiptView {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly {
    readonly id: string;
    readonly lineId: string;
    readonly accepted: string;
    readonly refused: string;
    readonly returned: string;
  }[];
  readonly acceptances: readonly { readonly id: string; readonly kind: string; readonly way: string; readonly acceptedOn: string }[];
  readonly openInspections: readonly { readonly endsOn: string; readonly left: string }[];
  readonly allowedActions: readonly { readonly action: string; readonly allowed: boolean; readonly reason: string | null }[];
}

export const RECEIPT = `id version lines { id lineId accepted refused returned } acceptances { id kind way acceptedOn }
  openInspections { endsOn left } allowedActions { action allowed reason }`;

export const receiptBy = async (who: Party, id: string): Promise<ReceiptView> =>
  (await who.ask<{ receipt: ReceiptView }>(`query Q($id: ID!) { receipt(by: { id: $id }) { ${RECEIPT} } }`, { id })).receipt;

let numbers = 0;
/** A document number that no other test uses. */
export const next = (kind: string): string => `${kind}-${numbers++}`;

/** Goods of line 1 came, all of them kept unless something else is said. */
export const came = async (
  buyer: Party,
  order: OrderView,
  received: string,
  receivedOn?: string,
  more: object = {},
): Promise<ReceiptView> => {
  const on = receivedOn === undefined ? {} : { receivedOn };
  const { it, userErrors } = await move(buyer, 'receiptRecord', receiptOf(order, next('RC'), { received, ...more }, on));
  if (!it) throw new Error(JSON.stringify(userErrors));
  return receiptBy(buyer, it.id);
};

/** The counters of an order's only line, as they stand in the database. */
export const balanceOf = async (hub: OrdersHub, orderId: string): Promise<Record<string, string> | undefined> =>
  (
    await hub.db.owner.query<Record<string, string>>(
      'select received::text, accepted::text, refused::text, returned::text, replaced::text from app.line_balance where order_id = $1',
      [parseId('ord', orderId)],
    )
  ).rows[0];

export const lineOf = (receipt: ReceiptView, index = 0): string => receipt.lines[index]?.id ?? '';

const KEYED = /Record|Send|Submit|Settle/;
const OBJECT: Readonly<Record<string, string>> = { accept: 'acceptance', refusa: 'acceptance', goodsR: 'goodsReturn', warran: 'claim' };

/** Sends one mutation about acceptance, returns or claims. */
export const say = async <It = { readonly id: string }>(who: Party, mutation: string, input: object, select = 'id'): Promise<Done<It>> => {
  const document = `mutation M($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { done: ${mutation}(input: $input) {
    it: ${OBJECT[mutation.slice(0, 6)]} { ${select} } replayed userErrors { code field message params { name value } } } }`;
  const key = KEYED.test(mutation) ? { idempotencyKey: next('say') } : {};
  return (await who.ask<{ done: Done<It> }>(document, { input: { ...key, ...input } })).done;
};

/** What is refused of a receipt line, with the acceptance line that says so. */
export const refuse = async (
  buyer: Party,
  receipt: ReceiptView,
  refused: string,
  action = 'RETURN',
  more: object = {},
): Promise<string> => {
  const line = { receiptLineId: lineOf(receipt), refused, reason: 'QUALITY', action, ...more };
  const { it, userErrors } = await say<{ lines: readonly { id: string }[] }>(
    buyer,
    'acceptanceRecord',
    { receiptId: receipt.id, kind: 'PARTIAL', lines: [line] },
    'lines { id }',
  );
  if (!it) throw new Error(JSON.stringify(userErrors));
  return it.lines[0]?.id ?? '';
};

/** A claim about accepted goods of a receipt. */
export const claimOf = (receipt: ReceiptView, quantity: string, remedy: string, more: object = {}) => ({
  receiptLineId: lineOf(receipt),
  number: next('WC'),
  quantity,
  defect: 'HIDDEN',
  remedy,
  description: 'It does not turn',
  ...more,
});
