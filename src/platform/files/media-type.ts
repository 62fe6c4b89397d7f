/** By what the bytes begin with. What the sender says and how the file is called count for nothing. */
const SIGNATURES: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
  ['application/gzip', [0x1f, 0x8b]],
];

// A character may be cut at the end of what was looked at; only a fault before that says that this is no text.
const textOf = (head: Buffer): string | undefined => {
  for (const cut of [0, 1, 2, 3]) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, head.length - cut));
    } catch {
      continue;
    }
  }
  return undefined;
};

const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f]/;

/**
 * The media type of a file whose first bytes (up to 4 kB) are `head`: one of the few that the hub tells apart, else
 * `application/octet-stream`. Markup is `application/xml`, never HTML.
 */
export const mediaTypeOf = (head: Buffer): string => {
  const known = SIGNATURES.find(([, bytes]) => bytes.every((byte, n) => head[n] === byte));
  if (known) return known[0];
  if (isUtf16Xml(head)) return 'application/xml';
  const text = textOf(head);
  if (text === undefined || head.length === 0 || CONTROL.test(text)) return 'application/octet-stream';
  return /^\s*<(\?xml\s|!--|[A-Za-z_])/.test(text) ? 'application/xml' : 'text/plain';
};

const isUtf16Xml = (head: Buffer): boolean =>
  (head[0] === 0xff && head[1] === 0xfe && head[2] === 0x3c) || (head[0] === 0xfe && head[1] === 0xff && head[3] === 0x3c);
