import { createHash } from 'node:crypto';
import { publicId } from '../../kernel/ids.js';
import { canonical, type Json } from './canonical.js';
import type { Evidence, EvidenceFile, Part, PartKind } from './rules/chain.js';
import { crossCheck } from './rules/cross-check.js';

export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const PREFIXES: Readonly<Record<PartKind, string>> = {
  CONTRACT: 'agr',
  ORDER: 'ord',
  DESPATCH: 'des',
  RECEIPT: 'rct',
  ACCEPTANCE: 'acc',
  INVOICE: 'inv',
  CREDIT_NOTE: 'crn',
};

/** A document of the list as a reader sees it. */
export interface ListedPart {
  readonly kind: PartKind;
  readonly id: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly version: number | null;
  /** Of `content` in UTF-8, in hex. */
  readonly sha256: string;
  /** The canonical JSON of what the document says. */
  readonly content: string;
}

export const listedPart = ({ kind, id, number, date, version, facts }: Part): ListedPart => {
  const content = canonical(facts as Json);
  return { kind, id: publicId(PREFIXES[kind], id), number, date, version, sha256: sha256Of(content), content };
};

export const listedFile = ({ id, ...file }: EvidenceFile) => ({ id: publicId('att', id), ...file });

const FORMAT = 'rongtong-evidence/1';

/** The list as it is sealed: one text for one state of the documents. */
export const listText = (evidence: Evidence): string =>
  canonical({
    format: FORMAT,
    buyer: { ...evidence.buyer },
    supplier: { ...evidence.supplier },
    parts: evidence.parts
      .map(listedPart)
      .map(({ content: _content, version, ...part }) => ({ ...part, version: version === null ? null : String(version) })),
    files: evidence.files.map(listedFile).map(({ superseded, ...file }) => ({ ...file, superseded })),
    checks: crossCheck(evidence).map(({ rule, subject, verdict }) => ({ rule, subject, verdict })),
  });

interface Sealed {
  readonly parts: readonly { readonly kind: PartKind; readonly id: string; readonly number?: string; readonly sha256: string }[];
  readonly files: readonly { readonly id: string; readonly on: PartKind; readonly name: string; readonly sha256: string }[];
}

/** What is not as it was sealed. */
export interface EvidenceChange {
  readonly change: 'CHANGED' | 'GONE' | 'ADDED';
  readonly kind: PartKind | 'FILE';
  readonly id: string;
  readonly number: string | null;
}

type Entry = { readonly kind: PartKind | 'FILE'; readonly number: string | null; readonly sha256: string };

const entries = ({ parts, files }: Sealed): Map<string, Entry> =>
  new Map<string, Entry>([
    ...parts.map(({ id, kind, number, sha256 }): [string, Entry] => [id, { kind, number: number ?? null, sha256 }]),
    ...files.map(({ id, name, sha256 }): [string, Entry] => [id, { kind: 'FILE', number: name, sha256 }]),
  ]);

/** Which documents say something else now than when the list was sealed, are no longer part of it, or came to it. */
export const changesSince = (sealed: string, evidence: Evidence): EvidenceChange[] => {
  const then = entries(JSON.parse(sealed) as Sealed);
  const now = entries(JSON.parse(listText(evidence)) as Sealed);
  const told = (change: EvidenceChange['change'], id: string, { kind, number }: Entry): EvidenceChange => ({ change, kind, id, number });
  return [
    ...[...then].flatMap(([id, entry]) => {
      const present = now.get(id);
      return present === undefined ? [told('GONE', id, entry)] : present.sha256 === entry.sha256 ? [] : [told('CHANGED', id, present)];
    }),
    ...[...now].flatMap(([id, entry]) => (then.has(id) ? [] : [told('ADDED', id, entry)])),
  ];
};
