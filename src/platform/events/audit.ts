import type { ClientBase, Pool } from 'pg';
import { chain, type ChainedEvent, EMPTY, type Head, payloadDigest } from './chain.js';

/**
 * What is wrong with the first row that does not fit.
 * - GAP: the row before it is missing
 * - EVENT: its event is missing or says something else than the feed
 * - DIGEST: actor, request, status or changed fields are not those that were digested
 * - HASH: the row is not the one that was chained
 * - HEAD: the chain ends elsewhere than its head says
 * - ANCHOR: at this place an exported head had another hash
 * - UNDELIVERED: the event stands in nobody's feed, nor waits for it
 */
export type Fault = 'GAP' | 'EVENT' | 'DIGEST' | 'HASH' | 'HEAD' | 'ANCHOR' | 'UNDELIVERED';

export interface BadRow {
  readonly orgId: string;
  readonly seq: number;
  readonly eventId: string;
  readonly fault: Fault;
}

export interface AuditReport {
  readonly organisations: number;
  readonly rows: number;
  /** The first bad row of each organisation that has one; empty when all chains verify. */
  readonly bad: readonly BadRow[];
}

/** A head as it is exported and later held against the chain. */
export interface Anchor {
  readonly orgId: string;
  readonly seq: number;
  /** Hex. */
  readonly hash: string;
}

interface Row extends ChainedEvent {
  readonly seq: string;
  readonly hash: Buffer;
  readonly same: boolean | null;
  readonly salt: Buffer | null;
  readonly actorId: string | null;
  readonly requestId: string;
  readonly status: string | null;
  readonly changed: readonly string[];
}

const PAGE = 1000;
const PAGE_OF_CHAIN = `select f.seq::text, f.hash, f.event_id::text as "eventId", (e.uid, e.type, e.subject, e.subject_id) = (f.event_uid, f.type, f.subject, f.subject_id) as same,
    e.uid, e.type, e.subject, e.subject_id as "subjectId", e.subject_version as version, e.digest, e.salt,
    (extract(epoch from e.at) * 1000000)::bigint::text as at, (extract(epoch from e.business_time) * 1000000)::bigint::text as "businessTime",
    e.actor_id as "actorId", e.request_id as "requestId", e.status, e.changed
  from app.feed f left join app.event e on e.id = f.event_id where f.org_id = $1 and f.seq > $2 order by f.seq limit ${PAGE}`;

// Steps from one organisation to the next by the key: a distinct over the whole feed would read all of it.
const ORGANISATIONS = `with recursive known(org_id) as (
    (select org_id from app.feed order by org_id limit 1)
    union all
    select (select f.org_id from app.feed f where f.org_id > known.org_id order by f.org_id limit 1) from known where known.org_id is not null
  )
  select k.org_id as "orgId", coalesce(h.seq, 0)::text as seq, coalesce(encode(h.hash, 'hex'), '') as hash
  from (select org_id from known where org_id is not null union select org_id from app.feed_head) k left join app.feed_head h using (org_id) order by 1`;

const faultOf = (orgId: string, row: Row, before: Head, anchors: ReadonlyMap<string, string>): Fault | undefined => {
  if (Number(row.seq) !== before.seq + 1) return 'GAP';
  if (row.same !== true) return 'EVENT';
  // Where the salt is gone with the actor the digest is taken as it stands: the chain still holds it.
  if (row.salt && !payloadDigest(row.salt, row).equals(row.digest)) return 'DIGEST';
  if (!chain(before, orgId, row).hash.equals(row.hash)) return 'HASH';
  const anchor = anchors.get(`${orgId}/${row.seq}`);
  return anchor !== undefined && anchor !== row.hash.toString('hex') ? 'ANCHOR' : undefined;
};

async function verifyOne(client: ClientBase, head: Anchor, anchors: ReadonlyMap<string, string>): Promise<{ rows: number; bad?: BadRow }> {
  const { orgId } = head;
  let end = EMPTY;
  for (;;) {
    const { rows } = await client.query<Row>(PAGE_OF_CHAIN, [orgId, end.seq]);
    for (const row of rows) {
      const fault = faultOf(orgId, row, end, anchors);
      if (fault) return { rows: end.seq, bad: { orgId, seq: Number(row.seq), eventId: row.eventId, fault } };
      end = { seq: Number(row.seq), hash: row.hash };
    }
    if (rows.length < PAGE) break;
  }
  const lost = [...anchors.keys()].some((key) => key.startsWith(`${orgId}/`) && Number(key.split('/')[1]) > end.seq);
  const fits = end.seq === Number(head.seq) && end.hash.toString('hex') === head.hash && !lost;
  return { rows: end.seq, ...(fits ? {} : { bad: { orgId, seq: end.seq, eventId: '', fault: lost ? 'ANCHOR' : 'HEAD' } }) };
}

const UNDELIVERED = `select e.org_id as "orgId", 0 as seq, e.id::text as "eventId", 'UNDELIVERED' as fault from app.event e
  where not exists (select from app.feed f where f.event_id = e.id) and not exists (select from app.outbox o where o.event_id = e.id)
  order by e.id limit 1`;

async function verifyAll(client: ClientBase, anchors: readonly Anchor[]): Promise<AuditReport> {
  const known = new Map(anchors.map(({ orgId, seq, hash }) => [`${orgId}/${seq}`, hash]));
  const { rows: heads } = await client.query<Anchor>(ORGANISATIONS);
  const bad: BadRow[] = [];
  let rows = 0;
  for (const head of heads) {
    const result = await verifyOne(client, head, known);
    rows += result.rows;
    if (result.bad) bad.push(result.bad);
  }
  const { rows: lost } = await client.query<BadRow>(UNDELIVERED);
  return { organisations: heads.length, rows, bad: [...bad, ...lost] };
}

/**
 * Recomputes every organisation's chain outside the database, on one snapshot of it: commands and dispatcher may go on.
 * @param pool logged in as `hub_dispatch`
 * @param anchors heads exported earlier, whose signature was checked
 */
export async function verifyChains(pool: Pool, anchors: readonly Anchor[] = []): Promise<AuditReport> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await verifyAll(client, anchors);
  } finally {
    await client.query('rollback').finally(() => client.release());
  }
}

/** The heads of all chains, to be signed and kept where this database's keepers cannot reach. */
export async function exportHeads(pool: Pool): Promise<Anchor[]> {
  const { rows } = await pool.query<{ orgId: string; seq: string; hash: string }>(
    `select org_id as "orgId", seq::text, encode(hash, 'hex') as hash from app.feed_head order by org_id`,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
