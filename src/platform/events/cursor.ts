import { createHash } from 'node:crypto';

/**
 * Cursors of feeds. One form for subscription, polling and durable consumers, whatever the filter: how many rows of the own feed
 * lie behind, and a check that ties it to the organisation. It is no secret: all that can be forged is another place in one's own feed.
 */
const check = (orgId: string, seq: number): string => createHash('sha256').update(`${orgId}/${seq}`).digest('hex').slice(0, 12);

const CURSOR = /^f([0-9]{1,15})-([0-9a-f]{12})$/;

export const feedCursor = (orgId: string, seq: number): string => `f${seq}-${check(orgId, seq)}`;

/** The place that the cursor names, or undefined when it is none of this organisation's. */
export const parseFeedCursor = (orgId: string, cursor: string): number | undefined => {
  const [, digits = '', tag] = CURSOR.exec(cursor) ?? [];
  const seq = Number(digits);
  return tag !== undefined && String(seq) === digits && check(orgId, seq) === tag ? seq : undefined;
};
