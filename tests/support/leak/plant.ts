import type { Pool, PoolClient } from 'pg';
import type { ReadDeclaration, TypeDeclaration } from '../../../src/platform/reads/shapes.js';

/** Columns that name an organisation whose row it is. */
const PARTY_COLUMNS = ['org_id', 'buyer_id', 'supplier_id', 'grantor_id', 'grantee_id', 'operator_id', 'owner_id'];

/** Tables whose rows name their parties in another way: uuids of the organisations that may see the row `t`. */
const SPECIAL: Readonly<Record<string, string>> = {
  'app.organisation': `array[t.id, (select id from app.organisation where 'OPERATOR' = any(roles))] || array(select org_id from app.relationship where other_id = t.id)
    || array(select grantee_id from app.order_disclosure where t.id in (buyer_id, supplier_id) and ended_at is null)`,
  'app.organisation_identifier': `array[t.org_id, (select id from app.organisation where 'OPERATOR' = any(roles))] || array(select org_id from app.relationship where other_id = t.org_id)`,
  'app.organisation_private': 'array[t.id]',
  'app.file': 'array[t.org_id] || array(select org_id from app.file_reader where file_id = t.id)',
  'app.person': 'array[t.org_id] || array(select org_id from app.membership where person_id = t.id)',
};

/** What must not be told to whom: marks in free texts, and ids, each with the organisations that may see the row it is of. */
export interface Secrets {
  readonly mayAll: ReadonlyMap<string, ReadonlySet<string>>;
  /** Public ids of rows, with the organisations that may see them. */
  readonly ids: readonly { readonly id: string; readonly type: string; readonly may: ReadonlySet<string> }[];
  /** Columns that carry marks. */
  readonly marked: readonly string[];
  /** Tables of declared types in which no party stands. */
  readonly partyless: readonly string[];
}

async function textColumns(client: PoolClient, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and atttypid = 'text'::regtype and attnum > 0 and not attisdropped
       and attgenerated = '' order by attname`,
    [table],
  );
  return rows.map((row) => row.name);
}

/** Ways to mark a column, the fullest first: what a constraint keeps for codes, or keeps empty, stays as it is. */
const WAYS = [
  ['canary', ''],
  ['CANARY', ''],
  ['canary', 'is not null'],
  ['CANARY', 'is not null'],
] as const;

/** Writes the mark of each row into every column that takes free text. */
async function markTable(client: PoolClient, table: string, base: number): Promise<string[]> {
  const marked: string[] = [];
  for (const column of await textColumns(client, table)) {
    for (const [word, where] of WAYS) {
      await client.query('savepoint one');
      const rows = await client
        .query(`update ${table} t set ${column} = '${word}' || lpad(numbered.n::text, 6, '0')
        from (select id, row_number() over (order by id) + ${base} as n from ${table}) numbered
        where numbered.id = t.id ${where === '' ? '' : `and t.${column} ${where}`}`)
        .then(
          ({ rowCount }) => rowCount ?? 0,
          () => undefined,
        );
      await client.query(rows === undefined ? 'rollback to one' : 'release one');
      if (rows !== undefined && rows > 0) marked.push(`${table}.${column}`);
      if (rows !== undefined) break;
    }
  }
  return marked;
}

async function partiesOf(client: PoolClient, table: string): Promise<string | undefined> {
  if (SPECIAL[table]) return SPECIAL[table];
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attname = any($2) and not attisdropped`,
    [table, PARTY_COLUMNS],
  );
  if (rows.length === 0) return undefined;
  const own = `array[${rows.map(({ name }) => `t.${name}`).join(', ')}]`;
  const ordered = await client.query(
    `select from pg_attribute where attrelid = $1::regclass and attname = 'order_id' and not attisdropped`,
    [table],
  );
  const order = table === 'app.orders' ? 't.id' : (ordered.rowCount ?? 0) > 0 ? 't.order_id' : undefined;
  return order ? `${own} || array(select grantee_id from app.order_disclosure d where d.order_id = ${order} and d.ended_at is null)` : own;
}

/**
 * Marks every row that any declared type reads, past all triggers and rights, and says who may see each mark and each id. A
 * table that is new is marked without being named here.
 */
export async function plantSecrets(owner: Pool, declarations: readonly ReadDeclaration[]): Promise<Secrets> {
  const types = declarations.filter((one): one is TypeDeclaration => one.kind === 'type');
  const client = await owner.connect();
  const mayAll = new Map<string, Set<string>>();
  const ids: Secrets['ids'][number][] = [];
  const marked: string[] = [];
  const partyless = new Set<string>();
  let base = 0;
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    const tables = (
      await client.query<{ name: string }>(
        `select 'app.' || relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and 'app.' || relname = any($1) order by 1`,
        [types.map((one) => one.table)],
      )
    ).rows.map((row) => row.name);
    for (const table of tables) {
      const parties = await partiesOf(client, table);
      if (parties === undefined) {
        partyless.add(table);
        continue;
      }
      marked.push(...(await markTable(client, table, base)));
      const rows = (
        await client.query<{ n: string; id: string; may: string[] }>(
          `select row_number() over (order by t.id) + ${base} as n, t.id, array(select x from unnest(${parties}) x where x is not null) as may from ${table} t`,
        )
      ).rows;
      base += rows.length;
      const named = types.find((one) => one.table === table && one.id !== undefined);
      for (const { n, id, may } of rows) {
        const hex = id.replaceAll('-', '');
        mayAll.set(`canary${n.padStart(6, '0')}`, new Set(may));
        // A private row has the id of its organisation, which others may know.
        if (table === 'app.organisation_private') continue;
        mayAll.set(hex, new Set(may));
        if (named) ids.push({ id: `${named.id}_${hex}`, type: named.name, may: new Set(may) });
      }
    }
    for (const { uid, may } of (
      await client.query<{ uid: string; may: string[] }>(
        'select e.uid, array_agg(f.org_id) as may from app.event e join app.feed f on f.event_id = e.id group by e.uid',
      )
    ).rows) {
      mayAll.set(uid.replaceAll('-', ''), new Set(may));
      ids.push({ id: `evt_${uid.replaceAll('-', '')}`, type: 'Event', may: new Set(may) });
    }
    await client.query('commit');
  } finally {
    client.release();
  }
  return { mayAll, ids, marked, partyless: [...partyless] };
}

const FOUND = /canary\d{6}|[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/gi;

/** Whether the answer shows any row at all. */
export const showsRows = ({ mayAll }: Secrets, answer: string): boolean =>
  (answer.match(FOUND) ?? []).some((found) => mayAll.has(found.toLowerCase().replaceAll('-', '')));

/** What stands in an answer to that organisation that it may not see and did not say itself. */
export const leaksIn = ({ mayAll }: Secrets, orgId: string, request: string, answer: string): string[] => {
  const said = request.toLowerCase().replaceAll('-', '');
  return [...new Set(answer.match(FOUND) ?? [])].filter((found) => {
    const key = found.toLowerCase().replaceAll('-', '');
    const may = mayAll.get(key);
    return may !== undefined && !may.has(orgId) && !said.includes(key);
  });
};
