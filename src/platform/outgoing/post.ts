import { Undeliverable } from './letter.js';

const WAIT_MS = 10_000;
const MOST_BYTES = 64 * 1024;
/** Answers that say "later": RFC 9110 15.5.9, RFC 6585 4. */
const LATER = new Set([408, 425, 429]);

const firstBytes = async (answer: Response): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString();
};

/**
 * Posts JSON and answers what came back. Follows no redirection: an address that was checked stays the address.
 * @throws Undeliverable for a final no, Error for everything that may pass
 */
export async function post(url: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    redirect: 'error',
    signal: AbortSignal.timeout(WAIT_MS),
  });
  const text = await firstBytes(answer);
  if (answer.ok) return text;
  if (answer.status >= 400 && answer.status < 500 && !LATER.has(answer.status)) throw new Undeliverable('MESSAGE_REFUSED');
  throw new Error(`answered with ${answer.status}`);
}
