import type { ClientBase } from 'pg';
import type { Effect, Subject } from '../room.js';
import { chain, type ChainedEvent, EMPTY, type Head } from './chain.js';

/** A job that is due: whom it acts as, and the event that caused it. */
export interface DueEffect {
  readonly consumer: string;
  readonly orgId: string;
  readonly eventId: string;
  readonly subject: string;
  readonly subjectId: string;
}

/** One committed event and one of its recipients; `recipient` is null where nobody receives it. */
interface Row extends ChainedEvent {
  readonly orgId: string;
  readonly recipient: string | null;
  readonly direct: boolean;
  readonly headSeq: string | null;
  readonly headHash: Buffer | null;
}

export const BATCH = 500;

/** Wakes every process that serves feeds, once a batch; the payload is the newest position. */
export const FEED_CHANNEL = 'rongtong_feed';

const micros = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint::text`;

// The events are looked up one by one: the outbox is nearly always empty when it is analysed, or nearly always full, and a join would
// then read every event that was ever kept.
/** Reads the oldest committed events with their recipients: the parties, and who holds a live grant by the rooms' own SQL. */
export const readStatement = (subjects: readonly Subject[]): string => {
  const granted = subjects.flatMap(({ type, grants }) =>
    grants === undefined
      ? []
      : [
          `union all
      select b.event_id, g.org_id, false from batch b, lateral (${grants.replaceAll('$1', 'b.subject_id')}) g(org_id) where b.subject = '${type}'`,
        ],
  );
  return `with batch as materialized (
      select o.event_id, o.parties, e.* from (select * from app.outbox order by event_id limit ${BATCH}) o,
        lateral (select * from app.event e where e.id = o.event_id limit 1) e order by o.event_id
    ), recipient as (
      select event_id, org_id, bool_or(direct) as direct from (
        select b.event_id, p.org_id, true as direct from batch b, unnest(b.parties) p(org_id)
        ${granted.join('\n')}
      ) r group by event_id, org_id
    )
    select b.event_id::text as "eventId", b.uid, b.org_id as "orgId", b.type, b.subject, b.subject_id as "subjectId", b.subject_version as version,
      ${micros('b.at')} as at, ${micros('b.business_time')} as "businessTime", b.digest,
      r.org_id as recipient, coalesce(r.direct, false) as direct, h.seq::text as "headSeq", h.hash as "headHash"
    from batch b left join recipient r using (event_id) left join app.feed_head h on h.org_id = r.org_id
    order by b.event_id, r.org_id`;
};

// Everything hangs on the lease's row: under an older epoch it is not updated, and then nothing else happens either.
const WRITE = `with lease as (
    update app.dispatcher_lease set last_pos = last_pos + cardinality($3::uuid[]), expires_at = clock_timestamp() + make_interval(secs => $2)
    where epoch = $1 returning last_pos
  ), fed as (
    insert into app.feed (org_id, seq, pos, event_id, event_uid, type, subject, subject_id, hash)
    select f.org_id, f.seq, lease.last_pos - cardinality($3::uuid[]) + f.n, f.event_id, f.event_uid, f.type, f.subject, f.subject_id, f.hash
    from lease, unnest($3::uuid[], $4::bigint[], $5::bigint[], $6::uuid[], $7::text[], $8::text[], $9::uuid[], $10::bytea[])
      with ordinality as f(org_id, seq, event_id, event_uid, type, subject, subject_id, hash, n)
  ), heads as (
    insert into app.feed_head (org_id, seq, hash)
    select h.org_id, h.seq, h.hash from lease, unnest($11::uuid[], $12::bigint[], $13::bytea[]) as h(org_id, seq, hash)
    on conflict (org_id) do update set seq = excluded.seq, hash = excluded.hash
  ), due as (
    insert into app.effect_due (consumer, org_id, event_id, subject, subject_id)
    select d.* from lease, unnest($14::text[], $15::uuid[], $16::bigint[], $17::text[], $18::uuid[]) as d
  ), sent as (
    delete from app.outbox using lease where event_id = any($19::bigint[])
  )
  select pg_notify('${FEED_CHANNEL}', last_pos::text) from lease`;

const column = <T, K extends keyof T>(rows: readonly T[], key: K): T[K][] => rows.map((row) => row[key]);

const feedRows = (rows: readonly Row[]) => {
  const heads = new Map<string, Head>();
  const feed = rows.flatMap((row) => {
    const { recipient } = row;
    if (recipient === null) return [];
    const stored = row.headHash ? { seq: Number(row.headSeq), hash: row.headHash } : EMPTY;
    const head = chain(heads.get(recipient) ?? stored, recipient, row);
    heads.set(recipient, head);
    return [{ ...row, orgId: recipient, ...head }];
  });
  return { feed, heads: [...heads].map(([orgId, head]) => ({ orgId, ...head })) };
};

const dueEffects = (rows: readonly Row[], effects: readonly Effect[]): DueEffect[] => {
  const due = new Map<string, DueEffect>();
  for (const { eventId, type, subject, subjectId, orgId: owner, recipient, direct } of rows) {
    for (const { consumer, on, actAs } of effects) {
      const orgId = actAs === 'owner' ? owner : direct ? recipient : null;
      if (orgId !== null && on.includes(type)) due.set(`${consumer}/${orgId}/${eventId}`, { consumer, orgId, eventId, subject, subjectId });
    }
  }
  return [...due.values()];
};

/** What came of one batch; `more` says that the next one is waiting already. */
export interface Relayed {
  readonly more: boolean;
  readonly due: readonly DueEffect[];
}

/**
 * Moves the oldest committed events into the feeds of their recipients and makes their effects due, all in one statement, so that
 * a process that stops anywhere leaves either all of it or nothing.
 * @returns undefined when another dispatcher has taken over; then nothing was written
 */
export async function relay(
  client: ClientBase,
  epoch: number,
  seconds: number,
  read: string,
  effects: readonly Effect[],
): Promise<Relayed | undefined> {
  const { rows } = await client.query<Row>({ name: 'relay-read', text: read });
  const events = [...new Set(column(rows, 'eventId'))];
  if (events.length === 0) return { more: false, due: [] };
  const { feed, heads } = feedRows(rows);
  const due = dueEffects(rows, effects);
  const { rowCount } = await client.query({
    name: 'relay-write',
    text: WRITE,
    values: [
      epoch,
      seconds,
      column(feed, 'orgId'),
      column(feed, 'seq'),
      column(feed, 'eventId'),
      column(feed, 'uid'),
      column(feed, 'type'),
      column(feed, 'subject'),
      column(feed, 'subjectId'),
      column(feed, 'hash'),
      column(heads, 'orgId'),
      column(heads, 'seq'),
      column(heads, 'hash'),
      column(due, 'consumer'),
      column(due, 'orgId'),
      column(due, 'eventId'),
      column(due, 'subject'),
      column(due, 'subjectId'),
      events,
    ],
  });
  return rowCount === 0 ? undefined : { more: events.length === BATCH, due };
}
