import type { CommandContext, Sql } from '../../platform/commands/index.js';
import { ESCALATION_DUE, KINDS } from '../rules.js';
import type { Mode, Times } from '../times/rules.js';
import type { Address, Fact, Happened, House, Recipient } from './rules.js';
import { SUBJECTS } from './subjects.js';

const TYPES = [...Object.keys(KINDS), ESCALATION_DUE];

export interface Stretch {
  readonly events: readonly Happened[];
  /** Where the next stretch begins. */
  readonly seq: string;
  readonly more: boolean;
}

const STRETCH = 500;

/** The next events of the own feed after a place, of types that are told. */
export async function nextEvents(sql: Sql, orgId: string, after: string): Promise<Stretch> {
  // Looked up first: what stands below it is visible to what is asked afterwards.
  const [head] = await sql<{ seq: string }>('select seq::text as seq from app.feed_head where org_id = $1', [orgId]);
  const rows = await sql<Happened & { seq: string }>(
    `select f.seq::text as seq, e.id::text as "eventId", e.type, e.subject, e.subject_id as "subjectId", e.org_id = f.org_id as own
     from app.feed f join app.event e on e.id = f.event_id
     where f.org_id = $1 and f.seq > $2 and f.seq <= $4 and f.type = any($3) order by f.seq limit ${STRETCH}`,
    [orgId, after, TYPES, head?.seq ?? after],
  );
  const more = rows.length === STRETCH;
  return { events: rows, seq: (more ? rows.at(-1)?.seq : head?.seq) ?? after, more };
}

interface FactRow {
  readonly id: string;
  readonly number: string;
  readonly buyer_id: string;
  readonly supplier_id: string;
}

const grouped = (events: readonly Happened[]): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, Set<string>>();
  for (const { subject, subjectId } of events) groups.set(subject, (groups.get(subject) ?? new Set()).add(subjectId));
  return new Map([...groups].map(([subject, ids]) => [subject, [...ids]]));
};

/** What notices say of the objects of events, as far as the organisation is a party to them. */
export async function factsOf({ sql, viewer }: CommandContext, events: readonly Happened[]): Promise<ReadonlyMap<string, Fact>> {
  const facts = new Map<string, Fact>();
  for (const [subject, ids] of grouped(events)) {
    const statements = SUBJECTS[subject];
    if (!statements) continue;
    const rows = await sql<FactRow>(statements.facts, [ids]);
    const waits = new Set(statements.waiting ? (await sql<{ id: string }>(statements.waiting, [ids])).map(({ id }) => id) : []);
    for (const { id, number, buyer_id, supplier_id } of rows) {
      if (viewer.orgId !== buyer_id && viewer.orgId !== supplier_id) continue;
      facts.set(id, { number, counterpartyId: viewer.orgId === buyer_id ? supplier_id : buyer_id, waits: waits.has(id) });
    }
  }
  return facts;
}

interface PersonRow {
  readonly person_id: string;
  readonly duties: readonly string[];
  readonly settings: readonly { readonly kind: string; readonly mode: Mode; readonly channels: readonly string[] }[] | null;
  readonly times: Times | null;
  readonly addresses: readonly Address[] | null;
}

// Duties are counted in real days, as at a log-in.
const PEOPLE = `
  select m.person_id, array_agg(distinct d) as duties,
    (select jsonb_agg(jsonb_build_object('kind', s.kind, 'mode', s.mode, 'channels', to_jsonb(s.channels))) from app.notice_setting s
     where (s.org_id, s.person_id) = (m.org_id, m.person_id)) as settings,
    (select jsonb_build_object('zone', t.zone, 'digestHour', t.digest_hour, 'quietFrom', t.quiet_from, 'quietTo', t.quiet_to) from app.notice_times t
     where (t.org_id, t.person_id) = (m.org_id, m.person_id)) as times,
    (select jsonb_agg(jsonb_build_object('id', a.id, 'channel', a.channel) order by a.id) from app.notice_address a
     where (a.org_id, a.person_id) = (m.org_id, m.person_id) and a.verified_at is not null) as addresses
  from app.membership m, unnest(m.duties) d, (select (clock_timestamp() at time zone 'Asia/Shanghai')::date as today) t
  where m.org_id = $1 and m.ended_at is null and m.valid_from <= t.today and (m.valid_to is null or m.valid_to >= t.today)
    and not exists (select from app.membership f where f.id = m.delegated_from and f.ended_at is not null)
  group by m.org_id, m.person_id order by m.person_id`;

/** Everybody who acts for the organisation now, with how they want to be told. */
export const peopleOf = async ({ sql, viewer }: CommandContext): Promise<readonly Recipient[]> =>
  (await sql<PersonRow>(PEOPLE, [viewer.orgId])).map(({ person_id, duties, settings, times, addresses }) => ({
    personId: person_id,
    duties,
    settings: Object.fromEntries((settings ?? []).map((one) => [one.kind, one])),
    ...(times && { times }),
    addresses: addresses ?? [],
  }));

interface HouseRow {
  readonly owner_id: string | null;
  readonly after_hours: number | null;
  readonly group_kinds: readonly string[] | null;
  readonly group: readonly Address[] | null;
}

const DEFAULT_HOURS = 24;

/** What the organisation has said for all, and after how many hours without an answer its owner is told. */
export async function houseOf({ sql, viewer }: CommandContext): Promise<House & { readonly afterHours: number }> {
  const [row] = await sql<HouseRow>(
    `select e.person_id as owner_id, e.after_hours, e.group_kinds,
       (select jsonb_agg(jsonb_build_object('id', a.id, 'channel', a.channel) order by a.id) from app.notice_address a
        where a.org_id = o.id and a.person_id is null and a.verified_at is not null) as "group"
     from (select $1::uuid as id) o left join app.notice_escalation e on e.org_id = o.id`,
    [viewer.orgId],
  );
  return {
    ...(row?.owner_id && { ownerId: row.owner_id }),
    afterHours: row?.after_hours ?? DEFAULT_HOURS,
    groupKinds: row?.group_kinds ?? [],
    group: row?.group ?? [],
  };
}
