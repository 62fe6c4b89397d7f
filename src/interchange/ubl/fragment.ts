import type { Fragment } from './table.js';
import { escapeAttribute, escapeText, namespaceOf, type XmlElement } from './xml.js';

/** Characters of XML that are kept at most; a signature with its certificates has some ten thousand. */
export const LONGEST_FRAGMENT = 256 * 1024;

/** Short names for namespaces, in order of their appearance. */
class Prefixes {
  private readonly known = new Map<string, string>();

  of(name: string): string {
    const { uri, local } = namespaceOf(name);
    if (uri === '') return local;
    const prefix = this.known.get(uri) ?? `n${this.known.size}`;
    this.known.set(uri, prefix);
    return `${prefix}:${local}`;
  }

  declared(): string {
    return [...this.known].map(([uri, prefix]) => ` xmlns:${prefix}="${escapeAttribute(uri)}"`).join('');
  }
}

const inside = ({ text, children }: XmlElement, prefixes: Prefixes): string =>
  (children.length > 0 && text.trim() === '' ? '' : escapeText(text)) + children.map((child) => written(child, prefixes)).join('');

const opened = ({ name, attributes }: XmlElement, prefixes: Prefixes): string =>
  [prefixes.of(name), ...[...attributes].map(([key, value]) => `${prefixes.of(key)}="${escapeAttribute(value)}"`)].join(' ');

const written = (element: XmlElement, prefixes: Prefixes): string =>
  `<${opened(element, prefixes)}>${inside(element, prefixes)}</${prefixes.of(element.name)}>`;

const whole = (element: XmlElement): string | undefined => {
  const prefixes = new Prefixes();
  const [open, content] = [opened(element, prefixes), inside(element, prefixes)];
  const text = `<${open}${prefixes.declared()}>${content}</${prefixes.of(element.name)}>`;
  return text.length > LONGEST_FRAGMENT ? undefined : text;
};

/**
 * An element kept whole, whatever stands in it: what another standard has put into a document.
 * Its text is XML that declares its own namespaces, the same for the same content. Comments, processing instructions and prefixes are not content.
 */
export const fragment: Fragment = { type: 'XML', read: () => undefined, write: (value) => value, whole };
