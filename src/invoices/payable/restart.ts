import type { CalendarDate } from '../../kernel/date.js';
import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import { calendarNow } from '../terms/load.js';
import { type DueDate, dueDate, type TermFacts } from '../terms/rules.js';
import type { Payable } from './model.js';
import type { TermStart } from './part.js';
import { setDeadlines, termCells, type TermCause, type Termed } from './term.js';

type Waiting = Termed & Pick<Payable, 'facts' | 'terms' | 'version'>;

/** Writes a later derivation of due dates, with their deadlines and events. */
export const retermed = async (
  ctx: CommandContext,
  all: readonly { readonly payable: Waiting; readonly due: DueDate }[],
  cause: TermCause,
): Promise<void> => {
  const rows = all.map(({ payable, due }) => {
    const version = payable.version + 1;
    setDeadlines(ctx, payable, due, version);
    ctx.event({
      type: 'PAYABLE_REDATED',
      subject: 'Payable',
      id: payable.id,
      version,
      parties: [payable.buyerId, payable.supplierId],
      changed: ['dueDate'],
    });
    return termCells(ctx, payable, due, payable.terms + 1, cause);
  });
  await insertRows((text, params) => ctx.write(text, params), 'payable_term', rows);
};

// Not by `lockMany`: who confirms a statement holds its lock already, which stands above that of payables, and nobody who holds a payable
// ever asks for a statement.
const WAITING = `
  select p.id, p.buyer_id as "buyerId", p.supplier_id as "supplierId", p.kind, p.facts, p.terms, p.version from app.payable p
  where p.invoice_id = any($1::uuid[]) and p.basis = 'CONFIRMED_STATEMENT' and p.start_on is null and p.status <> 'SETTLED'
  order by p.id for no key update of p`;

/**
 * Starts the terms of those payables of the invoices that wait for a confirmed statement (Order 802 art. 9(4)).
 * @returns ids of the payables that got a due date
 */
export const startTerms = async (ctx: CommandContext, { invoiceIds, on, cause, causeId }: TermStart): Promise<readonly string[]> => {
  if (invoiceIds.length === 0) return [];
  const waiting = await ctx.sql<Waiting>(WAITING, [invoiceIds]);
  if (waiting.length === 0) return [];
  const calendar = await calendarNow(ctx.sql);
  const started = waiting.map((payable) => {
    const facts: TermFacts = { ...payable.facts, dates: { ...payable.facts.dates, confirmedOn: on as CalendarDate } };
    return { payable, due: dueDate(facts, calendar) };
  });
  await retermed(ctx, started, { cause, causeId });
  return waiting.map((payable) => payable.id);
};
