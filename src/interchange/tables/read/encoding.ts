import type { Readable } from 'node:stream';
import { unreadable } from './unreadable.js';

export type Encoding = 'UTF_8' | 'UTF_16' | 'GB18030';

export interface Decoded {
  readonly encoding: Encoding;
  text(): AsyncGenerator<string>;
}

async function* decode(bytes: AsyncIterable<Uint8Array>, label: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(label, { fatal: true });
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

const decodes = async (open: () => Readable, label: string): Promise<boolean> => {
  try {
    for await (const text of decode(open(), label)) if (text.includes('\u0000')) return false;
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

const headOf = async (open: () => Readable): Promise<Uint8Array> => {
  for await (const chunk of open() as AsyncIterable<Uint8Array>) return chunk.subarray(0, 2);
  return new Uint8Array();
};

/**
 * Finds out how the text is written: UTF-16 by its mark, UTF-8 where every byte fits, else GB18030, in which spreadsheets of Chinese systems
 * save. The bytes are read through once for it, because one character at the end can decide.
 * @throws Unreadable TABLE_ENCODING
 */
export const decoded = async (open: () => Readable): Promise<Decoded> => {
  const [first, second] = await headOf(open);
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  const ways: readonly (readonly [Encoding, string])[] = marked
    ? [['UTF_16', marked]]
    : [
        ['UTF_8', 'utf-8'],
        ['GB18030', 'gb18030'],
      ];
  for (const [encoding, label] of ways) if (await decodes(open, label)) return { encoding, text: () => decode(open(), label) };
  return unreadable('TABLE_ENCODING');
};
