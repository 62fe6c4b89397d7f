import { XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
const PREFIXES = {
  cac: `${UBL}CommonAggregateComponents-2`,
  cbc: `${UBL}CommonBasicComponents-2`,
  ext: `${UBL}CommonExtensionComponents-2`,
};
const PREFIX_OF = new Map(Object.entries(PREFIXES).map(([prefix, uri]) => [uri, prefix]));

const children = (element: XmlElement): XmlElement[] => {
  const found: XmlElement[] = [];
  for (let node: XmlNode | null = element.firstChild; node; node = 'next' in node ? (node.next as XmlNode | null) : null) {
    if (node instanceof XmlElement) found.push(node);
  }
  return found;
};

const stepOf = (element: XmlElement, siblings: readonly XmlElement[]): string => {
  const same = siblings.filter((s) => s.name === element.name && s.namespaceUri === element.namespaceUri);
  const prefix = PREFIX_OF.get(element.namespaceUri);
  // What another standard has put in has no prefix that is everywhere the same.
  const name = prefix ? `${prefix}:${element.name}` : `*[local-name()='${element.name}'][namespace-uri()='${element.namespaceUri}']`;
  return same.length > 1 ? `${name}[${same.indexOf(element) + 1}]` : name;
};

const walk = (element: XmlElement, path: string): string[] => {
  const inside = children(element);
  const here = inside.length === 0 && element.content.trim() !== '' ? [path] : [];
  const attributes = path === '/*' ? [] : element.attrs.map((attribute) => `${path}/@${attribute.name}`);
  return [...here, ...attributes, ...inside.flatMap((child) => walk(child, `${path}/${stepOf(child, inside)}`))];
};

/** The XPath of every value in a document, with positions where an element is repeated. Knows nothing of the hub. */
export const valuePaths = (content: Uint8Array | string): string[] => withDocument(content, (document) => walk(document.root, '/*'));

/** What an XPath selects in a document, as XPath's string() gives it. */
export const valuesAt = (content: Uint8Array | string, paths: readonly string[]): string[] =>
  withDocument(content, (document) => paths.map((path) => String(document.eval(`string(${path})`, PREFIXES))));

const withDocument = <T>(content: Uint8Array | string, use: (document: XmlDocument) => T): T => {
  const document = typeof content === 'string' ? XmlDocument.fromString(content) : XmlDocument.fromBuffer(content);
  try {
    return use(document);
  } finally {
    document.dispose();
  }
};

/** The path without root and positions: `cac:OrderLine/cac:LineItem/cbc:ID`. */
export const plainPath = (path: string): string => path.replace(/^\/\*\//, '').replaceAll(/\[[0-9]+\]/g, '');
