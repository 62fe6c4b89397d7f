import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { unreadable } from './unreadable.js';

/** What is told of a part of a workbook as it is read. Names come without their prefixes. */
export interface Listener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const localAttributes = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));

const parserFor = (listener: Listener): SaxesParser => {
  const parser = new SaxesParser({ position: false });
  parser.on('doctype', () => unreadable('TABLE_FILE_TYPE'));
  parser.on('error', () => unreadable('TABLE_FILE_TYPE'));
  parser.on('opentag', ({ name, attributes }) => listener.open?.(local(name), localAttributes(attributes as Record<string, string>)));
  parser.on('closetag', ({ name }) => listener.close?.(local(name)));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  return parser;
};

/** Reads a part piece by piece and hands over, after each piece, what the listener has gathered until then. */
export async function* gathered<Item>(bytes: Readable, listener: Listener, take: () => readonly Item[]): AsyncGenerator<Item> {
  const parser = parserFor(listener);
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield* take();
  }
  parser.write(decoder.decode()).close();
  yield* take();
}

/** Reads a part to its end. */
export const heard = async (bytes: Readable, listener: Listener): Promise<void> => {
  for await (const _nothing of gathered(bytes, listener, () => [])) continue;
};
