import type { Refusal, Verdict } from '../kernel/refusal.js';
import { ok } from '../kernel/refusal.js';
import { brokenRules } from './rules/broken.js';
import { contradictions } from './rules/contradictions.js';
import type { DocumentKind, TradeDocument } from './rules/document/index.js';
import type { InterchangeCode } from './refusals.js';
import type { Message } from './rules/translate/message.js';
import { partiesOf, type PartyName } from './rules/translate/parties.js';
import { understand } from './rules/translate/understand.js';
import { filledFields, watched } from './rules/translate/unread.js';
import { type Parsed, parseUbl, pathsByField } from './ubl/index.js';

/** A document as the hub takes it. */
export interface ReadDocument {
  readonly kind: DocumentKind;
  readonly document: TradeDocument;
  readonly message: Message;
  /** By what the document names its two sides. */
  readonly buyer: readonly PartyName[];
  readonly seller: readonly PartyName[];
  readonly warnings: readonly Refusal<InterchangeCode>[];
  /** Paths that the hub does not know: their values are not kept. */
  readonly ignoredPaths: readonly string[];
  /** Paths whose values are kept with the document and exported again, but are no part of the order. */
  readonly keptPaths: readonly string[];
}

// As many as a person would read: a hostile document must not earn a longer answer than it is.
const MOST_WARNINGS = 500;

const parentOf = (path: string): string => path.replace(/\/@[^/]+$/, '');

/** What holds a value and was never looked at; an attribute of an element that was counts with the element. */
const keptOnly = (kind: DocumentKind, document: TradeDocument, seen: ReadonlySet<string>): string[] => {
  const paths = pathsByField(kind);
  const read = new Set([...seen].flatMap((field) => parentOf(paths.get(field) ?? '')));
  return [...filledFields(document)].flatMap((field) => paths.get(field) ?? []).filter((path) => !read.has(parentOf(path)));
};

const faultWarnings = ({ faults }: Parsed): Refusal<InterchangeCode>[] =>
  faults.map(({ path, value, type }) => ({
    code: 'VALUE_NOT_READ',
    field: path.split('/'),
    params: { path, value, type, rule: 'UBL-2.5' },
  }));

/** Reads a document: its facts, what it asks for, where it contradicts itself; or every reason why it cannot be taken. */
export const readDocument = (content: Uint8Array | string): Verdict<ReadDocument, InterchangeCode> => {
  const parsed = parseUbl(content);
  if (!parsed.ok) return parsed;
  const { kind, document, ignored } = parsed.value;
  const { model, seen } = watched(document);
  const understood = understand({ kind, document: model });
  if (!understood.ok) return understood;
  const { buyer, seller } = partiesOf({ kind, document: model });
  return ok({
    kind,
    document,
    message: understood.value.message,
    buyer,
    seller,
    warnings: [
      ...faultWarnings(parsed.value),
      ...understood.value.warnings,
      ...contradictions(parsed.value),
      ...brokenRules(parsed.value),
    ].slice(0, MOST_WARNINGS),
    ignoredPaths: ignored,
    keptPaths: keptOnly(kind, document, seen),
  });
};
