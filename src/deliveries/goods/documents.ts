import type { Refusal } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import type { Side } from '../../orders/index.js';
import type { CommandContext } from '../../platform/commands/index.js';

/** How a document is called with the other party, and by its own side. */
export interface Document {
  readonly otherId: string;
  readonly number: string;
  readonly externalReference?: string | undefined;
}

const keyOf = ({ otherId, number }: Document): string => `${otherId} ${fingerprint(number)}`;

const TABLES = { DESPATCH: 'despatch_advice', RECEIPT: 'receipt_advice' } as const;
export type DocumentKind = keyof typeof TABLES;
const EXISTS = { DESPATCH: 'DESPATCH_EXISTS', RECEIPT: 'RECEIPT_EXISTS' } as const;

const knownNumbers = async (ctx: CommandContext, kind: DocumentKind, side: Side, numbers: readonly Document[]) => {
  const [mine, theirs] = side === 'BUYER' ? ['buyer_id', 'supplier_id'] : ['supplier_id', 'buyer_id'];
  const rows = await ctx.sql<{ other: string; number_key: string }>(
    `select k.other, k.number_key from jsonb_to_recordset($2::jsonb) as k(other uuid, number_key text)
     join app.${TABLES[kind]} d on d.${mine} = $1 and d.${theirs} = k.other and d.number_key = k.number_key`,
    [ctx.viewer.orgId, JSON.stringify(numbers.map((one) => ({ other: one.otherId, number_key: fingerprint(one.number) })))],
  );
  return new Set(rows.map((row) => `${row.other} ${row.number_key}`));
};

const knownReferences = async (ctx: CommandContext, kind: DocumentKind, references: readonly string[]) => {
  if (references.length === 0) return new Set<string>();
  const rows = await ctx.sql<{ reference: string }>(
    'select reference from app.delivery_reference where org_id = $1 and kind = $2 and reference = any($3::text[])',
    [ctx.viewer.orgId, kind, references],
  );
  return new Set(rows.map((row) => row.reference));
};

/** Tells of each document in turn whether its number and its reference are still free; what it takes is taken from then on. */
export interface Names {
  faults(document: Document | undefined): readonly Refusal[];
  take(document: Document | undefined): void;
}

/** What numbers and references of delivery documents are taken already. */
export const namesTaken = async (ctx: CommandContext, kind: DocumentKind, side: Side, documents: readonly Document[]): Promise<Names> => {
  const numbers = await knownNumbers(ctx, kind, side, documents);
  const references = await knownReferences(
    ctx,
    kind,
    documents.flatMap(({ externalReference }) => externalReference ?? []),
  );
  const faults = (document: Document): readonly Refusal[] => [
    ...(fingerprint(document.number) === '' ? [{ code: 'INVALID_VALUE', field: ['number'] }] : []),
    ...(numbers.has(keyOf(document)) ? [{ code: EXISTS[kind], field: ['number'], params: { number: document.number } }] : []),
    ...(references.has(document.externalReference ?? '') ? [{ code: 'DELIVERY_REFERENCE_TAKEN', field: ['externalReference'] }] : []),
  ];
  return {
    faults: (document) => (document === undefined ? [] : faults(document)),
    take: (document) => {
      if (document !== undefined) numbers.add(keyOf(document));
      if (document?.externalReference !== undefined) references.add(document.externalReference);
    },
  };
};
