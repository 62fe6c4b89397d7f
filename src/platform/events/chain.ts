import { createHash, type BinaryLike } from 'node:crypto';

/** What of an event the chain covers. Times are microseconds since 1970 as decimal text, ids uuid or decimal text. */
export interface ChainedEvent {
  readonly eventId: string;
  readonly uid: string;
  readonly type: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly version: number;
  readonly at: string;
  readonly businessTime: string;
  readonly digest: Buffer;
}

/** What the salted digest covers. None of the texts holds a control character. */
export interface DigestedPayload {
  readonly actorId: string | null;
  readonly requestId: string;
  readonly status: string | null;
  readonly changed: readonly string[];
}

/** The end of an organisation's chain: how many rows, and the hash of the last. */
export interface Head {
  readonly seq: number;
  readonly hash: Buffer;
}

export const EMPTY: Head = { seq: 0, hash: Buffer.alloc(32) };

const sha256 = (...parts: BinaryLike[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The head after one more event in the feed of `orgId`: SHA-256 over the previous hash, the row's canonical text and the digest. */
export const chain = (previous: Head, orgId: string, event: ChainedEvent): Head => {
  const seq = previous.seq + 1;
  const { eventId, uid, type, subject, subjectId, version, at, businessTime } = event;
  const text = [orgId, seq, eventId, uid, type, subject, subjectId, version, at, businessTime].join('\n');
  return { seq, hash: sha256(previous.hash, text, '\n', event.digest) };
};

/** The same digest as `app.event_digest` in the database. */
export const payloadDigest = (salt: Buffer, payload: DigestedPayload): Buffer =>
  sha256(salt, [payload.actorId ?? '', payload.requestId, payload.status ?? '', payload.changed.join(',')].join('\x1f'));
