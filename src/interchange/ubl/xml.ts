import { SaxesParser } from 'saxes';
import type { Refusal, Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';

export interface XmlElement {
  /** Namespace as its usual prefix where the hub knows it (`cbc:ID`), else in full (`{urn:x}ID`); whatever prefix the document chose. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own text, entities resolved. */
  readonly text: string;
}

export type XmlCode = 'DOCUMENT_TOO_LARGE' | 'DOCUMENT_ENCODING' | 'DOCUMENT_MALFORMED' | 'DOCUMENT_HAS_DTD' | 'DOCUMENT_TOO_COMPLEX';

/** What no honest order comes near, and a hostile one may not pass. */
export const LIMITS = { bytes: 8 * 1024 * 1024, depth: 40, elements: 250_000, attributes: 64 } as const;

export const NAMESPACES = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
} as const;

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(NAMESPACES).map(([prefix, uri]) => [uri, prefix] as const),
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2', 'ext'],
]);
const URIS: ReadonlyMap<string, string> = new Map([...PREFIXES].map(([uri, prefix]) => [prefix, uri]));

/** The namespace in full, and the name in it, of a name as `XmlElement` has it. */
export const namespaceOf = (name: string): { readonly uri: string; readonly local: string } => {
  const [, uri, rest] = /^\{([^}]*)\}(.*)$/s.exec(name) ?? [];
  if (uri !== undefined) return { uri, local: rest ?? '' };
  const [local = '', prefix] = name.split(':').reverse();
  return { uri: prefix === undefined ? '' : (URIS.get(prefix) ?? ''), local };
};

// What an attribute of these says is about the file, not about the order.
const ABOUT_THE_FILE = new Set([
  'http://www.w3.org/2000/xmlns/',
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://www.w3.org/XML/1998/namespace',
]);

// A longer name is none that the hub knows, and paths made of such names would outgrow the document.
const LONGEST_NAME = 100;

const qualified = (uri: string, local: string): string => {
  const prefix = PREFIXES.get(uri);
  const name = local.slice(0, LONGEST_NAME);
  return prefix ? `${prefix}:${name}` : uri ? `{${uri.slice(0, LONGEST_NAME)}}${name}` : name;
};

interface Open {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  text: string;
}

class Stop extends Error {
  constructor(readonly refusal: Refusal<XmlCode>) {
    super(refusal.code);
  }
}

const stop = (code: XmlCode, params?: Record<string, string>): never => {
  throw new Stop({ code, ...(params && { params }) });
};

/** Feeds the parser a tree to build, and the limits at which it gives up. */
const listen = (parser: SaxesParser<{ xmlns: true }>): (() => XmlElement | undefined) => {
  const stack: Open[] = [];
  let root: Open | undefined;
  let elements = 0;
  parser.on('doctype', () => stop('DOCUMENT_HAS_DTD'));
  parser.on('error', ({ message }) => stop('DOCUMENT_MALFORMED', { reason: message }));
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes).filter(({ uri }) => !ABOUT_THE_FILE.has(uri));
    if (stack.length >= LIMITS.depth || ++elements > LIMITS.elements || attributes.length > LIMITS.attributes) stop('DOCUMENT_TOO_COMPLEX');
    const element: Open = {
      name: qualified(tag.uri, tag.local),
      attributes: new Map(attributes.map(({ uri, local, value }) => [qualified(uri, local), value])),
      children: [],
      text: '',
    };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  const take = (text: string): void => {
    const open = stack.at(-1);
    if (open) open.text += text;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  return () => root;
};

/** The tree of a well-formed XML 1.0 document, or why it is none that the hub takes: entities of its own, depth and size are refused. */
export const parseXml = (text: string): Verdict<XmlElement, XmlCode> => {
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const root = listen(parser);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Stop) return refused(error.refusal);
    return refused({ code: 'DOCUMENT_MALFORMED', params: { reason: error instanceof Error ? error.message : String(error) } });
  }
  const element = root();
  return element ? ok(element) : refused({ code: 'DOCUMENT_MALFORMED', params: { reason: 'no root element' } });
};

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

export const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (char) => NAMED[char] ?? char);
export const escapeAttribute = (text: string): string => text.replace(/[&<>"\r\n\t]/g, (char) => NAMED[char] ?? char);
