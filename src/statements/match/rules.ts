import { type Decimal, decimal, plain, sum } from '../../kernel/decimal.js';
import { fingerprint } from '../../kernel/text.js';

export const LINE_KINDS = ['OPENING', 'RECEIPT', 'RETURN', 'PRICE_DIFFERENCE', 'INVOICE', 'CREDIT', 'PAYMENT'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** A line of the statement as the comparison sees it. */
export interface HeldLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly number: string;
  /** Null where goods have no agreed price. */
  readonly amount: string | null;
}

/** A line of one side's own ledger. */
export interface LedgerLine {
  readonly number: string;
  readonly amount: Decimal;
  /** Where left out, any kind of document may carry the number. */
  readonly kind?: LineKind;
}

/** What differs, in plain decimals; null where one side has no amount. */
export interface Difference {
  readonly [name: string]: string | null;
  readonly number: string;
  readonly kind: LineKind | null;
  readonly here: string | null;
  readonly there: string | null;
}

export interface Matched {
  readonly ticks: readonly string[];
  readonly agreed: number;
  readonly differs: readonly Difference[];
  readonly onlyHere: readonly Difference[];
  readonly onlyThere: readonly Difference[];
}

interface Group {
  readonly kind: LineKind;
  readonly number: string;
  readonly ids: readonly string[];
  readonly total: Decimal | undefined;
}

// What lessens a balance; a ledger may write it below zero.
const LESSENS: ReadonlySet<LineKind> = new Set(['RETURN', 'CREDIT', 'PAYMENT']);

const agrees = ({ kind, total }: Group, amount: Decimal): boolean =>
  total !== undefined && (total.eq(amount) || (LESSENS.has(kind) && total.eq(amount.negated())));

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

const documentOf = (lines: readonly HeldLine[]): readonly Group[] =>
  lines.slice(0, 1).map(({ kind, number }) => {
    const amounts = lines.flatMap(({ amount }) => (amount === null ? [] : [decimal(amount)]));
    return { kind, number, ids: lines.map(({ id }) => id), total: amounts.length < lines.length ? undefined : sum(amounts) };
  });

const shown = (amount: Decimal | undefined): string | null => (amount === undefined ? null : plain(amount));

/**
 * Compares a statement with a ledger by number, in any spelling, and amount. Lines of one document count together, as do entries of
 * the ledger with one number and kind. Of several documents with the number, the one whose amount agrees is meant.
 */
export const matchLedger = (held: readonly HeldLine[], ledger: readonly LedgerLine[]): Matched => {
  const documents = [...grouped(held, ({ kind, number }) => `${kind} ${fingerprint(number)}`).values()].flatMap(documentOf);
  const byNumber = grouped(documents, ({ number }) => fingerprint(number));
  const taken = new Set<Group>();
  const ticks: string[] = [];
  const differs: Difference[] = [];
  const onlyThere: Difference[] = [];
  const entries = [...grouped(ledger, ({ kind, number }) => `${kind ?? ''} ${fingerprint(number)}`).values()];
  // Entries that name their kind come first: they leave less to choose from.
  for (const entry of [...entries.filter(([first]) => first?.kind), ...entries.filter(([first]) => !first?.kind)]) {
    const [{ number, kind } = { number: '', kind: undefined }] = entry;
    const amount = sum(entry.map((line) => line.amount));
    const candidates = (byNumber.get(fingerprint(number)) ?? []).filter((d) => !taken.has(d) && (kind === undefined || d.kind === kind));
    const found = candidates.find((document) => agrees(document, amount)) ?? candidates[0];
    if (found === undefined) {
      onlyThere.push({ number, kind: kind ?? null, here: null, there: plain(amount) });
      continue;
    }
    taken.add(found);
    if (agrees(found, amount)) ticks.push(...found.ids);
    else differs.push({ number: found.number, kind: found.kind, here: shown(found.total), there: plain(amount) });
  }
  const onlyHere = documents
    .filter((document) => !taken.has(document))
    .map(({ number, kind, total }): Difference => ({ number, kind, here: shown(total), there: null }));
  return { ticks, agreed: taken.size - differs.length, differs, onlyHere, onlyThere };
};
