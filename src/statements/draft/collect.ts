import { parseId, prefixOf, publicId } from '../../kernel/ids.js';
import type { Refusal } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { DOCUMENTS } from '../documents.js';
import type { LineKind } from '../match/rules.js';
import { goodsValue, subjectFaults } from './rules.js';

/** For whom, for when and in what to collect. */
export interface Scope {
  readonly buyerId: string;
  readonly supplierId: string;
  readonly from: string;
  readonly to: string;
  readonly currency: string;
}

/** A document or line of one, as the statement is to show it. */
export interface Subject {
  readonly kind: LineKind;
  readonly subjectId: string;
  readonly documentType: string;
  readonly documentId: string;
  readonly day: string;
  readonly reference: string;
  readonly orderId: string | null;
  readonly orderLineId: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly amount: string | null;
  readonly carriedFrom: string | null;
}

interface Row {
  readonly kind: LineKind;
  readonly subject_id: string;
  readonly document_type: string;
  readonly document_id: string;
  readonly day: string;
  readonly currency: string;
  readonly reference: string;
  readonly order_id: string | null;
  readonly order_line_id: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly amount: string | null;
  readonly ordered_quantity: string | null;
  readonly ordered_amount: string | null;
  readonly tax_rate: string | null;
  readonly price_basis: 'NET' | 'TAX_INCLUSIVE' | null;
  readonly carried_from: string | null;
  readonly held_by: string | null;
}

// Goods whose order line states no rate are taxed by the agreement's rate, where it has only one.
const SUBJECTS = `select v.kind, v.subject_id, v.document_type, v.document_id, v.day, v.currency, v.reference, v.order_id, v.order_line_id, v.unit,
    trim_scale(v.quantity)::text as quantity, v.amount::text, v.ordered_quantity::text, v.ordered_amount::text,
    coalesce(v.tax_rate, case when cardinality(a.tax_rates) = 1 then a.tax_rates[1] end)::text as tax_rate, a.price_basis,
    (select l.id from app.statement_line l where l.kind = v.kind and l.subject_id = v.subject_id and l.excluded order by l.id desc limit 1) as carried_from,
    (select s.number from app.statement_line l join app.statement s on s.id = l.statement_id
     where l.kind = v.kind and l.subject_id = v.subject_id and l.live) as held_by
  from app.statement_subject v left join app.trade_agreement a on a.id = v.agreement_id
  where v.buyer_id = $1 and v.supplier_id = $2`;

// By kind, and within it by day: as an account is written.
const ORDER = `order by array_position(array['RECEIPT', 'RETURN', 'PRICE_DIFFERENCE', 'INVOICE', 'CREDIT', 'PAYMENT'], v.kind), v.day, v.reference, v.subject_id`;

const subjectOf = (row: Row): Subject => {
  const goods = row.ordered_quantity !== null && row.quantity !== null;
  const amount = goods
    ? goodsValue({
        quantity: row.quantity ?? '0',
        orderedQuantity: row.ordered_quantity ?? '1',
        orderedAmount: row.ordered_amount,
        taxRate: row.tax_rate,
        priceBasis: row.price_basis ?? 'NET',
        currency: row.currency,
      })
    : row.amount;
  return {
    kind: row.kind,
    subjectId: row.subject_id,
    documentType: row.document_type,
    documentId: row.document_id,
    day: row.day,
    reference: row.reference,
    orderId: row.order_id,
    orderLineId: row.order_line_id,
    quantity: row.quantity,
    unit: row.unit,
    amount,
    carriedFrom: row.carried_from,
  };
};

/** Everything of the period that stands in no statement, and what earlier statements set aside. */
export const collectAll = async (
  ctx: CommandContext,
  { buyerId, supplierId, from, to, currency }: Scope,
  most: number,
): Promise<readonly Subject[]> => {
  const rows = await ctx.sql<Row>(
    `select * from (${SUBJECTS}) v where v.currency = $5 and v.held_by is null and (v.day between $3 and $4 or v.carried_from is not null) ${ORDER} limit $6`,
    [buyerId, supplierId, from, to, currency, most + 1],
  );
  return rows.map(subjectOf);
};

/** Exactly the documents asked for, by their public ids, and what speaks against any of them. */
export const collectAsked = async (
  ctx: CommandContext,
  { buyerId, supplierId, ...scope }: Scope,
  ids: readonly string[],
): Promise<{ readonly subjects: readonly Subject[]; readonly refusals: readonly Refusal[] }> => {
  const uuids = ids.map((id) => parseId(prefixOf(id) ?? '', id));
  const rows = await ctx.sql<Row>(`select * from (${SUBJECTS}) v where v.document_id = any($3::uuid[]) ${ORDER}`, [
    buyerId,
    supplierId,
    uuids.filter((id) => id !== undefined),
  ]);
  const shown = (row: Row) => publicId(DOCUMENTS[row.document_type] ?? '', row.document_id);
  const known = new Set(rows.map(shown));
  const place = new Map(ids.map((id, i) => [id, ['subjectIds', String(i)]]));
  const unknown = [...place].flatMap(([id, field]): readonly Refusal[] => (known.has(id) ? [] : [{ code: 'NOT_FOUND', field }]));
  const refusals = rows.flatMap((row) => {
    const { day, currency, held_by: heldBy, carried_from: carriedFrom } = row;
    return subjectFaults({ id: shown(row), day, currency, heldBy, carried: carriedFrom !== null }, scope, place.get(shown(row)) ?? []);
  });
  return { subjects: rows.map(subjectOf), refusals: [...unknown, ...refusals] };
};
