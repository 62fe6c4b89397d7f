import { fingerprint } from '../../kernel/text.js';
import { refused, type Verdict } from '../../kernel/refusal.js';
import { FRAME } from '../../kernel/uncodes.js';
import { type OrganisationRef, organisationOf } from '../../parties/index.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { type Order, OrderEntity } from '../model.js';
import { type Loaded, loadContents } from '../store/load.js';
import type { OrderInput } from './inputs.js';

/** One key for an order's number with one supplier. */
export const keyOf = (supplierId: string, number: string): string => `${supplierId} ${fingerprint(number)}`;

/** Suppliers by reference, each looked up once. */
const suppliersOf = async (ctx: CommandContext, inputs: readonly OrderInput[]): Promise<ReadonlyMap<string, Verdict<string>>> => {
  const refs = new Map<string, OrganisationRef>(inputs.map(({ supplier }) => [JSON.stringify(supplier), supplier]));
  const found = new Map<string, Verdict<string>>();
  for (const [key, ref] of refs) found.set(key, await organisationOf(ctx.sql, ref, ['supplier']));
  return found;
};

export interface Agreement {
  readonly id: string;
  readonly supplier_id: string;
  readonly answer_hours: number;
}

const agreementsWith = async (ctx: CommandContext, supplierIds: readonly string[]): Promise<ReadonlyMap<string, Agreement>> => {
  const rows = await ctx.sql<Agreement>(
    `select distinct on (supplier_id) id, supplier_id, answer_hours from app.trade_agreement
     where buyer_id = $1 and supplier_id = any($2::uuid[]) and status = 'IN_FORCE' and $3::date between valid_from and coalesce(valid_to, 'infinity')
     order by supplier_id, signed_on desc, id desc`,
    [ctx.viewer.orgId, supplierIds, ctx.businessDate],
  );
  return new Map(rows.map((row) => [row.supplier_id, row]));
};

interface Known {
  readonly id: string;
  readonly supplier_id: string;
  readonly number_key: string;
}

/** Locks what the request speaks of: orders with the same numbers, and the frames of call-offs. */
const lockKnown = async (ctx: CommandContext, inputs: readonly OrderInput[], supplierOf: (input: OrderInput) => string | undefined) => {
  const pairs = inputs.flatMap((input) => {
    const supplierId = supplierOf(input);
    const numbers = [input.number, ...(input.frame?.number === undefined ? [] : [input.frame.number])];
    return supplierId === undefined ? [] : numbers.map((number) => ({ supplier_id: supplierId, number_key: fingerprint(number) }));
  });
  const rows = await ctx.sql<Known>(
    `select o.id, o.supplier_id, o.number_key from jsonb_to_recordset($2::jsonb) as k(supplier_id uuid, number_key text)
     join app.orders o on (o.buyer_id, o.supplier_id, o.number_key) = ($1, k.supplier_id, k.number_key)`,
    [ctx.viewer.orgId, JSON.stringify(pairs)],
  );
  const named = inputs.flatMap((input) => (input.frame?.id === undefined ? [] : [input.frame.id]));
  const ids = [...new Set([...rows.map((row) => row.id), ...named])];
  const orders = ids.length === 0 ? [] : await ctx.lockMany(OrderEntity, ids);
  const byId = new Map(orders.map((order) => [order.id, order]));
  const byKey = new Map<string, Order>();
  for (const row of rows) {
    const order = byId.get(row.id);
    if (order) byKey.set(`${row.supplier_id} ${row.number_key}`, order);
  }
  const frames = orders.filter((order) => order.typeCode === FRAME);
  return { byId, byKey, frames: await loadContents(ctx.sql, frames) };
};

const takenReferences = async (ctx: CommandContext, inputs: readonly OrderInput[]): Promise<ReadonlySet<string>> => {
  const references = inputs.flatMap(({ externalReference }) => (externalReference === undefined ? [] : [externalReference]));
  if (references.length === 0) return new Set();
  const rows = await ctx.sql<{ reference: string }>(
    'select reference from app.order_reference where org_id = $1 and reference = any($2::text[])',
    [ctx.viewer.orgId, references],
  );
  return new Set(rows.map((row) => row.reference));
};

/** All that a request of many orders asks the database, in a fixed number of statements (and one for each distinct supplier). */
export interface Survey {
  supplierOf(input: OrderInput): Verdict<string>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly orderById: ReadonlyMap<string, Order>;
  readonly orderByKey: ReadonlyMap<string, Order>;
  readonly frames: ReadonlyMap<string, Loaded>;
  readonly takenReferences: ReadonlySet<string>;
}

export const survey = async (ctx: CommandContext, inputs: readonly OrderInput[]): Promise<Survey> => {
  const suppliers = await suppliersOf(ctx, inputs);
  const supplierOf = (input: OrderInput) =>
    suppliers.get(JSON.stringify(input.supplier)) ?? refused({ code: 'REQUIRED', field: ['supplier'] });
  const ids = new Map(inputs.map((input) => [input, supplierOf(input)]));
  const idOf = (input: OrderInput): string | undefined => {
    const verdict = ids.get(input);
    return verdict?.ok ? verdict.value : undefined;
  };
  const { byId, byKey, frames } = await lockKnown(ctx, inputs, idOf);
  const agreements = await agreementsWith(ctx, [...new Set(inputs.flatMap((input) => idOf(input) ?? []))]);
  return { supplierOf, agreements, orderById: byId, orderByKey: byKey, frames, takenReferences: await takenReferences(ctx, inputs) };
};
