import { refused, type Verdict, ok } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { counterpartiesOf } from '../goods/load.js';
import type { ReceiptInput } from './inputs.js';
import type { AnnouncedLine } from './rules.js';

/** A despatch that a receipt names, with its lines. */
export interface Announced {
  readonly id: string;
  readonly supplierId: string;
  readonly lines: readonly AnnouncedLine[];
}

interface HeaderRow {
  readonly id: string;
  readonly supplier_id: string;
  readonly number_key: string;
}

interface LineRow {
  readonly id: string;
  readonly despatch_id: string;
  readonly order_id: string;
  readonly number_key: string;
  readonly line_no: string;
  readonly lot: string | null;
}

interface Wanted {
  readonly id?: string | undefined;
  readonly supplierId?: string | undefined;
  readonly key?: string | undefined;
}

const headersOf = (ctx: CommandContext, wanted: readonly Wanted[]): Promise<HeaderRow[]> =>
  ctx.sql<HeaderRow>(
    `select d.id, d.supplier_id, d.number_key from app.despatch_advice d where d.buyer_id = $1 and d.id = any($2::uuid[])
     union select d.id, d.supplier_id, d.number_key from jsonb_to_recordset($3::jsonb) as k(supplier_id uuid, number_key text)
       join app.despatch_advice d on (d.buyer_id, d.supplier_id, d.number_key) = ($1, k.supplier_id, k.number_key)`,
    [
      ctx.viewer.orgId,
      wanted.flatMap(({ id }) => id ?? []),
      JSON.stringify(wanted.flatMap(({ supplierId, key }) => (supplierId && key ? [{ supplier_id: supplierId, number_key: key }] : []))),
    ],
  );

const linesOf = async (ctx: CommandContext, ids: readonly string[]): Promise<ReadonlyMap<string, AnnouncedLine[]>> => {
  const rows = await ctx.sql<LineRow>(
    `select l.id, l.despatch_id, l.order_id, o.number_key, l.line_no, l.lot
     from app.despatch_line l join app.orders o on o.id = l.order_id where l.despatch_id = any($1::uuid[]) order by l.despatch_id, l.position`,
    [ids],
  );
  const grouped = new Map<string, AnnouncedLine[]>();
  for (const { id, despatch_id, order_id: orderId, number_key: orderKey, line_no: lineNo, lot } of rows) {
    const line = { id, orderId, orderKey, lineNo, lot };
    const known = grouped.get(despatch_id);
    if (known) known.push(line);
    else grouped.set(despatch_id, [line]);
  }
  return grouped;
};

/** The despatches that receipts name, and what they announce; undefined where a receipt names none. */
export const announcedFor = async (
  ctx: CommandContext,
  inputs: readonly ReceiptInput[],
): Promise<(input: ReceiptInput) => Verdict<Announced> | undefined> => {
  if (inputs.every(({ despatch }) => despatch === undefined)) return () => undefined;
  const suppliers = inputs.map(({ despatch, supplier }) => (despatch?.number === undefined ? undefined : supplier));
  const partyOf = await counterpartiesOf(ctx, suppliers, 'supplier');
  const wantedBy = ({ despatch, supplier }: ReceiptInput): Wanted => {
    const party = despatch?.number === undefined ? undefined : partyOf(supplier);
    return {
      id: despatch?.id,
      supplierId: party?.ok ? party.value : undefined,
      key: despatch?.number === undefined ? undefined : fingerprint(despatch.number),
    };
  };
  const headers = await headersOf(ctx, inputs.map(wantedBy));
  const lines = await linesOf(
    ctx,
    headers.map(({ id }) => id),
  );
  const known = new Map<string, Announced>();
  for (const { id, supplier_id: supplierId, number_key } of headers) {
    const one = { id, supplierId, lines: lines.get(id) ?? [] };
    known.set(id, one).set(`${supplierId} ${number_key}`, one);
  }
  return (input) => {
    if (input.despatch === undefined) return undefined;
    const { id, supplierId, key } = wantedBy(input);
    const one = known.get(id ?? `${supplierId} ${key}`);
    return one ? ok(one) : refused({ code: 'NOT_FOUND', field: ['despatch', id === undefined ? 'number' : 'id'] });
  };
};

/** Which of these despatches were taken back; to be asked once their orders are locked. */
export const takenBack = async (ctx: CommandContext, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await ctx.sql<{ id: string }>(`select id from app.despatch_advice where id = any($1::uuid[]) and status = 'CANCELLED'`, [
    ids,
  ]);
  return new Set(rows.map(({ id }) => id));
};
