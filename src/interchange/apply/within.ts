import type { Refusal, Verdict } from '../../kernel/refusal.js';
import { refused } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import type { Command, CommandContext, Result } from '../../platform/commands/index.js';
import { refusalsOf } from '../../platform/commands/input.js';
import type { InterchangeCode } from '../refusals.js';
import type { Sides } from '../sides.js';

/** What a document came to: the objects that it is about or has made, and what happened to them. */
export interface Applied {
  readonly orderId?: string | undefined;
  readonly despatchId?: string;
  readonly receiptId?: string;
  readonly invoiceId?: string;
  readonly creditNoteId?: string;
  readonly responseId?: string;
  readonly outcome: string;
  readonly warnings: readonly Refusal<InterchangeCode>[];
}

/** Runs a command of another room as a part of this one: same transaction, same rules, same right. */
export const within = async <I, R extends Result>(ctx: CommandContext, command: Command<I, R>, raw: unknown): Promise<Verdict<R>> => {
  if (!ctx.viewer.scopes.has(command.need as never)) return refused({ code: 'NOT_ALLOWED' });
  const input = command.input.safeParse(raw);
  return input.success ? command.run(ctx, input.data) : refused(...refusalsOf(input.error));
};

const details = (entries: Readonly<Record<string, string>> | undefined) =>
  entries && Object.entries(entries).map(([name, value]) => ({ name, value }));

export const withDetails = <T extends { readonly details?: Readonly<Record<string, string>> }>(terms: T) => ({
  ...terms,
  details: details(terms.details),
});

export interface KnownOrder {
  readonly id: string;
  readonly number: string;
  readonly revision: number;
  readonly status: string;
}

/** The orders between the two sides that are called so, by key of their number. */
export const knownOrders = async (
  { sql }: CommandContext,
  { buyerId, supplierId }: Sides,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, KnownOrder>> => {
  if (numbers.length === 0) return new Map();
  const rows = await sql<KnownOrder & { number_key: string }>(
    'select id, number, number_key, revision, status from app.orders where buyer_id = $1 and supplier_id = $2 and number_key = any($3::text[])',
    [buyerId, supplierId, numbers.map(fingerprint)],
  );
  return new Map(rows.map(({ number_key: key, ...order }) => [key, order]));
};
