import { decimal } from '../../kernel/decimal.js';
import { convertPrice } from '../../kernel/units.js';
import { type LineContent, priceOn } from '../../orders/index.js';
import type { Sql } from '../../platform/commands/index.js';
import { repriced, type RepricedLine, type UnitPrice } from './rules.js';

interface InvoicedRow {
  readonly id: string;
  readonly invoice_id: string;
  readonly order_id: string;
  readonly order_line_id: string;
  readonly frame_line_id: string;
  readonly priced_on: string;
  readonly quantity: string;
  readonly unit: string;
  readonly invoice_unit: string;
  readonly price: string;
  readonly price_basis: string;
  readonly tax_rate: string;
  readonly basis: 'NET' | 'TAX_INCLUSIVE';
  readonly currency: string;
  readonly listed_before: boolean;
}

/** A line of the list, with the rows that it is about. */
export interface Collected extends RepricedLine {
  readonly orderId: string;
  readonly orderLineId: string;
  readonly frameLineId: string;
  readonly pricedOn: string;
  readonly unit: string;
  readonly taxRate: string;
}

// The lines of a frame by row, with what each revision made of them, oldest first.
const linesByRevision = async (sql: Sql, frameId: string) => {
  const rows = await sql<{ id: string; revision: number; content: LineContent }>(
    `select l.id, r.revision, r.content from app.order_line l
     join app.order_revision_line r on r.order_id = l.order_id and r.line_no = l.line_no
     where l.order_id = $1 order by l.id, r.revision`,
    [frameId],
  );
  return (lineId: string, revision: number): LineContent | undefined =>
    rows.filter((row) => row.id === lineId && row.revision <= revision).at(-1)?.content;
};

/**
 * What of the frame's call-offs is invoiced, not credited, and not listed for that revision by a list that stands. An invoice that
 * settles a list claims no goods, so it is left out.
 */
const invoicedLines = (sql: Sql, frameId: string, revision: number, replaced: string | null) =>
  sql<InvoicedRow>(
    `select l.id, l.invoice_id, l.order_id, l.order_line_id, ol.frame_line_id, o.issued_on as priced_on,
       trim_scale(l.order_quantity - l.credited_quantity)::text as quantity, ol.unit, l.unit as invoice_unit, l.price, l.price_basis, l.tax_rate,
       v.price_basis as basis, v.currency,
       exists (select from app.repricing_line e where e.invoice_line_id = l.id and e.frame_id = $1 and e.live and e.revision < $2) as listed_before
     from app.orders o
     join app.order_line ol on ol.order_id = o.id
     join app.invoice_line l on l.order_line_id = ol.id
     join app.invoice v on v.id = l.invoice_id
     where o.frame_id = $1 and ol.frame_line_id is not null and v.status not in ('REJECTED', 'VOIDED') and v.credited < v.total
       and l.order_quantity > l.credited_quantity
       and not exists (select from app.repricing_settlement s where s.invoice_id = v.id)
       and not exists (select from app.repricing_line e where e.invoice_line_id = l.id and e.frame_id = $1 and e.revision = $2 and e.live
         and e.repricing_id is distinct from $3::uuid)
     order by v.issued_on, v.id, l.position`,
    [frameId, revision, replaced],
  );

const inUnit = (line: LineContent | undefined, day: string, unit: string): UnitPrice | undefined => {
  const agreed = line === undefined ? undefined : priceOn(line, day);
  const price = line === undefined || agreed === undefined ? undefined : convertPrice(agreed.price, line.unit, unit);
  return agreed === undefined || price === undefined ? undefined : { price, basis: agreed.basis };
};

export interface Asked {
  readonly frameId: string;
  readonly revision: number;
  /** The present revision, whose prices may stand on invoices already. */
  readonly upTo: number;
  /** The proposed list whose place the new one would take. */
  readonly replaced: string | null;
}

/**
 * Every invoiced line of the frame's call-offs whose price that revision changed. The price of a call-off is that of the day on which
 * it was issued, as when it is checked against its frame.
 */
export const collect = async (sql: Sql, { frameId, revision, upTo, replaced }: Asked): Promise<readonly Collected[]> => {
  const contentAt = await linesByRevision(sql, frameId);
  const revisions = Array.from({ length: upTo - revision + 2 }, (_, i) => revision - 1 + i);
  const rows = await invoicedLines(sql, frameId, revision, replaced);
  return rows.flatMap((row): readonly Collected[] => {
    const price = convertPrice(decimal(row.price), row.invoice_unit, row.unit);
    if (price === undefined) return [];
    const line = repriced({
      invoiceId: row.invoice_id,
      invoiceLineId: row.id,
      quantity: row.quantity,
      invoicedPrice: { price, basis: row.price_basis },
      prices: revisions.map((one) => inUnit(contentAt(row.frame_line_id, one), row.priced_on, row.unit)),
      listedBefore: row.listed_before,
      taxRate: row.tax_rate,
      priceBasis: row.basis,
      currency: row.currency,
    });
    if (line === undefined) return [];
    const { order_id: orderId, order_line_id: orderLineId, frame_line_id: frameLineId, priced_on: pricedOn, unit, tax_rate: taxRate } = row;
    return [{ ...line, orderId, orderLineId, frameLineId, pricedOn, unit, taxRate }];
  });
};
