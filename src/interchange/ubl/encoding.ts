import type { Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import { LIMITS, type XmlCode } from './xml.js';

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;
const ASCII_COMPATIBLE = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);

const encodingOf = (bytes: Uint8Array): string => {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return marked[0];
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1]?.toLowerCase() ?? 'utf-8';
  return ASCII_COMPATIBLE.has(declared) ? 'utf-8' : declared;
};

/** The text of a file: UTF-8, or UTF-16 with its byte order mark; another encoding is named, never guessed. Text inside JSON is text already. */
export const decodeXml = (bytes: Uint8Array | string): Verdict<string, XmlCode> => {
  if (bytes.length > LIMITS.bytes) return refused({ code: 'DOCUMENT_TOO_LARGE', params: { max: String(LIMITS.bytes) } });
  if (typeof bytes === 'string') return ok(bytes);
  const encoding = encodingOf(bytes);
  if (!MARKS.some(([known]) => known === encoding)) return refused({ code: 'DOCUMENT_ENCODING', params: { encoding } });
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return refused({ code: 'DOCUMENT_ENCODING', params: { encoding } });
  }
};
