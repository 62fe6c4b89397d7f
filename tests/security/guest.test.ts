import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseId, publicId } from '../../src/kernel/ids.js';
import { demoKey, demoOrgId } from '../../src/parties/index.js';
import { CSRF_HEADER } from '../../src/platform/auth/credentials.js';
import { rooms } from '../../src/rooms.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';
import { invitationsOf, tokenOf } from '../support/invitation.js';
import { plantSecrets, type Secrets } from '../support/leak/plant.js';
import { wholeObject } from '../support/leak/whole.js';
import { type Member, memberOf } from '../support/notices.js';
import { Generator } from '../support/reads/generator.js';
import { random } from '../support/reads/random.js';
import { RawSocket } from '../support/socket.js';

const SEED = Number(process.env.LEAK_SEED ?? 20_260_301);
const REQUESTS = 400;

let hub: DemoHub;
let buyer: Member;
let supplierId: string;
let mine: string;
let second: string;
let of: ReturnType<typeof invitationsOf>;

beforeAll(async () => {
  hub = await startDemoHub();
  buyer = memberOf(hub.url, { authorization: `Bearer ${demoKey('buyer')}` });
  of = invitationsOf(hub.url, buyer);
  supplierId = await of.enter('New Forge Ltd');
  [mine, second] = [await of.issue(supplierId, 'INV-1'), await of.issue(supplierId, 'INV-2')];
});
afterAll(() => hub.stop());

describe('A guest', () => {
  let guest: Member;
  let cookie: string;
  let secrets: Secrets;
  /** Marks and ids of the rows of the one order, and of its two parties. */
  const allowed = new Set<string>();

  beforeAll(async () => {
    ({ guest, cookie } = await of.guestOf(mine));
    await hub.settled();
    secrets = await plantSecrets(
      hub.db.owner,
      rooms.flatMap((room) => room.reads),
    );
    const uuid = parseId('ord', mine);
    const { owner } = hub.db;
    const { rows: tables } = await owner.query<{ name: string; ordered: boolean }>(
      `select relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'order_id') as ordered
       from pg_class c where relnamespace = 'app'::regnamespace and relkind = 'r'`,
    );
    for (const { name, ordered } of tables) {
      const where =
        name === 'orders'
          ? 'id = $1'
          : ordered
            ? 'order_id = $1'
            : name === 'organisation'
              ? 'id in (select unnest(array[buyer_id, supplier_id]) from app.orders where id = $1)'
              : undefined;
      for (const { row } of where
        ? (await owner.query<{ row: string }>(`select to_jsonb(t)::text as row from app.${name} t where ${where}`, [uuid])).rows
        : [])
        for (const [found] of row.matchAll(/canary\d{6}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi))
          allowed.add(found.toLowerCase().replaceAll('-', ''));
    }
  });

  it('reads the one order with its prices and names, and of everything else nothing', async () => {
    const { order } = await guest.ask<{ order: { lines: { price: string }[] } }>(
      `{ order(by: { id: "${mine}" }) { buyer { id legalName } supplier { id } callOffs { totalCount } lines { price } } }`,
    );
    expect(order.lines.map(({ price }) => price)).toEqual(['6.8', '31.5']);
    expect(order).toMatchObject({
      buyer: { id: publicId('org', demoOrgId('buyer')) },
      supplier: { id: supplierId },
      callOffs: { totalCount: 0 },
    });
    expect(
      await guest.ask(`{ order(by: { id: "${second}" }) { id } node(id: "${second}") { id } nodes(ids: ["${mine}", "${second}"]) { id } }`),
    ).toEqual({
      order: null,
      node: null,
      nodes: [{ id: mine }, null],
    });
  });

  it('may call what is open to guests and nothing else, by no transport', async () => {
    for (const document of [
      '{ orders(as: SUPPLIER) { totalCount } }',
      '{ viewer { organisation { id } } }',
      '{ organisations { totalCount } }',
      '{ notices { totalCount } }',
      `mutation { orderCancel(input: { orderId: "${mine}" }) { userErrors { code } } }`,
      `mutation { orderProposeChange(input: { orderId: "${mine}", revision: 1, idempotencyKey: "x" }) { userErrors { code } } }`,
      `mutation { invitationCreate(input: { orderId: "${mine}" }) { link } }`,
    ])
      expect((await guest.raw(document)).errors?.[0]?.extensions?.code, document).toBe('FORBIDDEN');
    const socket = await RawSocket.open(hub.url, { headers: { cookie, origin: hub.url } });
    socket.send({ type: 'connection_init' });
    await socket.next();
    socket.subscribe('1', 'subscription { orderUpdates { cursor } }');
    expect(JSON.stringify(await socket.next())).toContain('FORBIDDEN');
    socket.socket.close();
    const upload = await fetch(`${hub.url}/files`, {
      method: 'POST',
      headers: { cookie, [CSRF_HEADER]: tokenOf(cookie) },
      body: 'x',
    });
    expect(upload.status).toBe(403);
    expect(
      (
        await fetch(`${hub.url}/graphql`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body: '{"query":"{__typename}"}',
        })
      ).status,
    ).toBe(403);
  });

  it(`in ${REQUESTS} generated requests learns no mark and no id of anything else`, async () => {
    const chance = random(SEED);
    const leaks: object[] = [];
    const generator = new Generator(hub.schema, chance, ({ type }) =>
      type === 'ID' ? [chance.chance(0.5) ? mine : chance.pick(secrets.ids).id] : [],
    );
    for (let n = 0; n < REQUESTS; n++) {
      const own = chance.pick(secrets.ids);
      const { text, variables } =
        n % 3 === 0
          ? generator.query()
          : { text: wholeObject(hub.schema, own.type, 2), variables: { id: n % 3 === 1 && own.type === 'Order' ? mine : own.id } };
      const answer = JSON.stringify(await guest.raw(text, variables));
      const said = `${text}${JSON.stringify(variables)}`.toLowerCase().replaceAll('-', '');
      const found = [...answer.matchAll(/canary\d{6}|[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi)].map(([one]) =>
        one.toLowerCase().replaceAll('-', ''),
      );
      const known = found.filter((one) => secrets.mayAll.has(one));
      const foreign = known.filter((one) => !allowed.has(one) && !said.includes(one));
      if (foreign.length > 0) leaks.push({ text, variables, foreign, answer });
    }
    expect(leaks).toEqual([]);
    const whole = JSON.stringify(await guest.raw(wholeObject(hub.schema, 'Order', 0), { id: mine }));
    expect(whole.includes('FORBIDDEN') || whole.includes(mine)).toBe(true);
  });

  it('sees in raw SQL no row of any table but of that order, its parties, and what is the same for all; unbounded the supplier sees more', async () => {
    const { rows: tables } = await hub.db.owner.query<{ name: string; ordered: boolean }>(
      `select relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'order_id') as ordered from pg_class c
       where relnamespace = 'app'::regnamespace and relkind = 'r' and has_table_privilege('hub_app', c.oid, 'select') order by 1`,
    );
    const client = await (await hub.db.open()).pool('hub_app').connect();
    const seen: Record<string, number> = {};
    const sums = { bounded: 0, unbounded: 0 };
    for (const bound of [parseId('ord', mine) ?? '', '']) {
      await client.query('begin read only');
      await client.query(
        `select set_config('app.org', $1, true), set_config('app.actor', $2, true), set_config('app.only_order', $3, true)`,
        [parseId('org', supplierId), demoOrgId('bank'), bound],
      );
      for (const { name, ordered } of tables) {
        const foreign =
          name === 'orders' ? `id <> '${parseId('ord', mine)}'` : ordered ? `order_id is distinct from '${parseId('ord', mine)}'` : 'true';
        const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from app.${name} where ${foreign}`);
        if (bound !== '' && (rows[0]?.n ?? 0) > 0) seen[name] = rows[0]?.n ?? 0;
        sums[bound === '' ? 'unbounded' : 'bounded'] += ordered || name === 'orders' ? (rows[0]?.n ?? 0) : 0;
      }
      await client.query('rollback');
    }
    client.release();
    expect([sums.bounded, sums.unbounded > 0]).toEqual([0, true]);
    const forAll = (
      await hub.db.owner.query<{ name: string }>(
        `select distinct polrelid::regclass::text as name from pg_policy where polroles = array[0::oid] and pg_get_expr(polqual, polrelid) = 'true'`,
      )
    ).rows.map(({ name }) => name.replace('app.', ''));
    const parties = Object.keys(seen).filter((name) => !forAll.includes(name) && !['clock', 'migration'].includes(name));
    expect(Object.fromEntries(parties.map((name) => [name, seen[name]]))).toEqual({ deadline: 1, organisation: 2, relationship: 1 });
  });

  it('cannot write past the wall either', async () => {
    const client = await (await hub.db.open()).pool('hub_app').connect();
    const tries = [
      `update app.orders set note = 'x' where id = '${parseId('ord', second)}'`,
      `delete from app.order_schedule where order_id = '${parseId('ord', second)}'`,
      `insert into app.order_response (id, order_id, buyer_id, supplier_id, revision, code, outcome, actor_id, business_time)
        select gen_random_uuid(), '${parseId('ord', second)}', '${demoOrgId('buyer')}', '${parseId('org', supplierId)}', 1, 'AP', 'ACCEPTED', gen_random_uuid(), now()`,
      `insert into app.notice_address (id, org_id, channel, address) values (gen_random_uuid(), app.me(), 'WECOM', 'xxxx')`,
      `select app.enter_supplier(gen_random_uuid(), 'CN', null, 'x')`,
    ];
    const outcomes: string[] = [];
    for (const text of tries) {
      await client.query('begin');
      await client.query(
        `select set_config('app.org', $1, true), set_config('app.actor', $1, true), set_config('app.only_order', $2, true)`,
        [parseId('org', supplierId), parseId('ord', mine)],
      );
      outcomes.push(
        await client.query(text).then(
          ({ rowCount }) => String(rowCount),
          (error: { code: string }) => error.code,
        ),
      );
      await client.query('rollback');
    }
    client.release();
    expect(outcomes).toEqual(['0', '0', '42501', '42501', '42501']);
  });

  it('answers the order, which is then agreed between the buyer and the supplier', async () => {
    const respond = (orderId: string) =>
      guest.act('orderRespond', { orderId, revision: 1, code: 'AP', idempotencyKey: `g-${orderId}` }, 'order { status } outcome');
    expect(await respond(second)).toEqual({ refused: ['NOT_FOUND orderId'] });
    expect(await respond(mine)).toEqual({ order: { status: 'IN_FORCE' }, outcome: 'ACCEPTED' });
    expect(await buyer.ask(`{ order(by: { id: "${mine}" }) { status agreedRevision } }`)).toEqual({
      order: { status: 'IN_FORCE', agreedRevision: 1 },
    });
  });
});
