import type { PartKind } from './chain.js';

export const VERDICTS = ['AGREES', 'DIFFERS', 'MISSING'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CHECK_RULES = [
  'DOCUMENTS_THERE',
  'PARTIES',
  'CURRENCY',
  'ITEM',
  'QUANTITY_ORDERED',
  'QUANTITY_RECEIVED',
  'QUANTITY_ACCEPTED',
  'PRICE',
  'TAX_RATE',
  'LINE_AMOUNT',
  'TOTAL',
  'DATES',
  'PAPER',
] as const;
export type CheckRule = (typeof CHECK_RULES)[number];

/** One side of a comparison. */
export interface Compared {
  readonly part: PartKind | 'FILE';
  readonly number: string | null;
  /** Null where the document does not say it. */
  readonly value: string | null;
}

/** One comparison across the documents of an invoice. */
export interface Check {
  readonly rule: CheckRule;
  /** Line of the invoice, or number of a document, that it is about; null for the whole. */
  readonly subject: string | null;
  readonly verdict: Verdict;
  readonly compared: readonly Compared[];
  /** What is not there; empty unless MISSING. */
  readonly missing: readonly string[];
}

const said = (compared: readonly Compared[]): Compared[] => compared.filter(({ value }) => value !== null);

/** AGREES where `agree` holds for what is said; MISSING where a side says nothing. */
export const compare = (
  rule: CheckRule,
  subject: string | null,
  compared: readonly Compared[],
  agree: (values: readonly string[]) => boolean = (values) => values.every((value) => value === values[0]),
): Check => {
  const silent = compared.filter(({ value }) => value === null);
  const verdict = silent.length > 0 ? 'MISSING' : agree(said(compared).map(({ value }) => value ?? '')) ? 'AGREES' : 'DIFFERS';
  return { rule, subject, verdict, compared, missing: [...new Set(silent.map(({ part }) => part))] };
};
