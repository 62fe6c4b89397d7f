import type { Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import { DOCUMENT_KINDS, type DocumentKind, type KindedDocument, type TradeDocument } from '../rules/document/index.js';
import { ROOTS } from './documents.js';
import { decodeXml } from './encoding.js';
import { type Fault, readBy } from './read.js';
import { type AnyTable, pathsOf } from './table.js';
import { writeBy } from './write.js';
import { NAMESPACES, parseXml, type XmlCode } from './xml.js';

export interface Parsed extends KindedDocument {
  /** Paths below the root that hold something which the hub does not keep. */
  readonly ignored: readonly string[];
  readonly faults: readonly Fault[];
}

export type ParseCode = XmlCode | 'DOCUMENT_UNSUPPORTED';

const namespaceOf = (root: string): string => `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`;
const tableOf = (kind: DocumentKind): AnyTable => ROOTS[kind].table as unknown as AnyTable;

const KIND_OF: ReadonlyMap<string, DocumentKind> = new Map(
  DOCUMENT_KINDS.map((kind) => [`{${namespaceOf(ROOTS[kind].name)}}${ROOTS[kind].name}`, kind]),
);

/** Reads a UBL 2 document of ordering, by bytes of a file or by text that came inside JSON. */
export const parseUbl = (content: Uint8Array | string): Verdict<Parsed, ParseCode> => {
  const text = decodeXml(content);
  if (!text.ok) return text;
  const root = parseXml(text.value);
  if (!root.ok) return root;
  const kind = KIND_OF.get(root.value.name);
  if (!kind) return refused({ code: 'DOCUMENT_UNSUPPORTED', params: { root: root.value.name.slice(0, 200) } });
  const { model, ignored, faults } = readBy(tableOf(kind), root.value);
  return ok({ kind, document: model as TradeDocument, ignored, faults });
};

/** The UBL document, always the same text for the same facts. */
export const writeUbl = ({ kind, document }: KindedDocument): string => {
  const { name } = ROOTS[kind];
  const open = `<${name} xmlns="${namespaceOf(name)}" xmlns:cac="${NAMESPACES.cac}" xmlns:cbc="${NAMESPACES.cbc}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}\n${writeBy(tableOf(kind), document)}\n</${name}>\n`;
};

/** Every path below the root that documents of the kind may hold and the hub keeps. */
export const supportedPaths = (kind: DocumentKind): readonly string[] => [...pathsByField(kind).values()];

/** The same paths by the field of the model that holds them: `lines.item.name`. */
export const pathsByField = (kind: DocumentKind): ReadonlyMap<string, string> =>
  new Map(pathsOf(tableOf(kind)).map(([field, path]) => [field, path.slice(1)]));
