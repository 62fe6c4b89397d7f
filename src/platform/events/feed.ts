import type { Pool } from 'pg';
import type { Viewer } from '../auth/viewer.js';
import { settingsFor, trip } from '../database/trip.js';

/** One event in the feed of one organisation. */
export interface FeedRow {
  readonly seq: number;
  /** Public uuid of the event. */
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  readonly subjectId: string;
}

/** What a reader wants to hear of; absent is everything. */
export interface FeedFilter {
  readonly types?: readonly string[];
  /** GraphQL types of objects. */
  readonly subjects?: readonly string[];
  /** uuid of the one object. */
  readonly subjectId?: string;
}

export interface FeedPage {
  readonly rows: readonly FeedRow[];
  /** Everything up to here was looked at: where the next page begins. */
  readonly through: number;
  /** The newest place of the feed, and the oldest from which a cursor still resumes. */
  readonly head: number;
  readonly floor: number;
}

// A filter may match nothing for long: a page looks at so many rows and then says how far it came.
const WINDOW = 5_000;
const TIMEOUT_MS = 10_000;

const page = (condition: string): string => `
  select h.seq::text as head, h.floor::text as floor, f.seq::text as seq, f.event_uid as "eventId", f.type, f.subject, f.subject_id as "subjectId"
  from (select coalesce((select seq from app.feed_head where org_id = $1), 0) as seq,
               coalesce((select seq from app.feed_floor where org_id = $1), 0) as floor) h
  left join lateral (
    select * from app.feed f where f.org_id = $1 and f.seq > $2::bigint and ${condition}
      and ($4::text[] is null or f.type = any($4)) and ($5::text[] is null or f.subject = any($5))
    order by f.seq limit $3::int) f on true
  order by f.seq`;
export const OF_ALL = { name: 'feed-page', text: page(`f.seq <= $2::bigint + ${WINDOW}`) };
export const OF_ONE = { name: 'feed-page-of-one', text: page('f.subject_id = $6::uuid') };

interface Row extends Omit<FeedRow, 'seq'> {
  readonly head: string;
  readonly floor: string;
  readonly seq: string | null;
}

const listed = (values: readonly string[] | undefined): string | null =>
  values === undefined ? null : `{${values.map((v) => JSON.stringify(v)).join(',')}}`;
export const matches = ({ types, subjects, subjectId }: FeedFilter, row: FeedRow): boolean =>
  (types?.includes(row.type) ?? true) &&
  (subjects?.includes(row.subject) ?? true) &&
  (subjectId === undefined || subjectId === row.subjectId);

/**
 * The rows after a place of the viewer's own feed, oldest first.
 * @param pool logged in as `hub_app`
 * @param limit 0 asks only where the feed begins and ends
 */
export async function readFeed(pool: Pool, viewer: Viewer, after: number, limit: number, filter: FeedFilter = {}): Promise<FeedPage> {
  const values = [viewer.orgId, String(after), String(limit), listed(filter.types), listed(filter.subjects)];
  const statement = filter.subjectId === undefined ? { ...OF_ALL, values } : { ...OF_ONE, values: [...values, filter.subjectId] };
  const answer = (await trip(pool, settingsFor(viewer, TIMEOUT_MS), statement)).rows as unknown as Row[];
  const head = Number(answer[0]?.head);
  const rows = answer.flatMap(({ head: _, floor: __, seq, ...row }) => (seq === null ? [] : [{ ...row, seq: Number(seq) }]));
  const looked = filter.subjectId === undefined ? Math.min(head, after + WINDOW) : head;
  return {
    rows,
    head,
    floor: Number(answer[0]?.floor),
    through: rows.length === limit ? (rows.at(-1)?.seq ?? after) : Math.max(looked, after),
  };
}

/** The place up to which a durable consumer has acknowledged, or undefined when there is none of that name. */
export async function acknowledged(pool: Pool, viewer: Viewer, name: string): Promise<number | undefined> {
  const { rows } = await trip(pool, settingsFor(viewer, TIMEOUT_MS), {
    name: 'feed-consumer',
    text: 'select seq::text as seq from app.feed_consumer where org_id = $1 and name = $2',
    values: [viewer.orgId, name],
  });
  return rows[0] ? Number(rows[0].seq) : undefined;
}
