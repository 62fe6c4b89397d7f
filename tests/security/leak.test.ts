import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rooms } from '../../src/rooms.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';
import { leaksIn, plantSecrets, type Secrets } from '../support/leak/plant.js';
import { type Asker, askersOf, Walk } from '../support/leak/walk.js';
import { RawSocket } from '../support/socket.js';

const REQUESTS = Number(process.env.LEAK_REQUESTS ?? 2_000);
const SEED = Number(process.env.LEAK_SEED ?? 20_260_301);

let hub: DemoHub;
let secrets: Secrets;
let askers: Asker[];
beforeAll(async () => {
  hub = await startDemoHub();
  await hub.settled();
  secrets = await plantSecrets(hub.db.owner, rooms.flatMap((room) => room.reads));
  askers = await askersOf(hub);
});
afterAll(() => hub.stop());

test('Every row that can be read is marked, or holds nothing of a party', () => {
  expect(secrets.partyless).toEqual(['app.clock']);
  expect(secrets.mayAll.size).toBeGreaterThan(200);
  expect(secrets.marked).toEqual(expect.arrayContaining([
    'app.organisation.legal_name', 'app.organisation_private.internal_note', 'app.person.name', 'app.person.login', 'app.api_key.name',
    'app.orders.note', 'app.order_line.item_name', 'app.order_proposal.note', 'app.order_response.note', 'app.order_cancellation.reason', 'app.trade_agreement.number', 'app.trade_agreement_step.note', 'app.organisation_evidence.reference',
  ]));
});

test('The marks are found where they may be: each organisation reads its own', async () => {
  for (const { orgKey, orgId, secret, rights } of askers.filter((one) => one.rights === 'FULL')) {
    const { text } = await hub.post(secret, '{viewer{organisation{private{internalNote}}} people{nodes{name}}}');
    expect([orgKey, rights, [...text.matchAll(/canary\d{6}/g)].length > 1]).toEqual([orgKey, rights, true]);
    expect(leaksIn(secrets, orgId, '', text)).toEqual([]);
    expect(leaksIn(secrets, askers.find((one) => one.orgKey !== orgKey && one.orgKey !== 'operator')?.orgId ?? '', '', text).length).toBeGreaterThan(0);
  }
});

describe(`In ${REQUESTS.toLocaleString('en')} generated requests over HTTP and WebSocket`, () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = new Walk(hub, secrets, askers, SEED);
    const from = performance.now();
    const { requests, rich, twins, fields } = await walk.run(REQUESTS);
    console.log(`${requests} requests in ${Math.round((performance.now() - from) / 1000)} s, seed ${SEED}: ${rich} with rows, ${twins} twins, ${fields.size} names of fields`);
  }, 60_000 + REQUESTS * 60);

  test('nobody reads a mark or an id of what is not theirs, with or without the rights of the application', () => {
    expect(walk.walked.leaks).toEqual([]);
  });

  test('what one may not see is answered as what does not exist', () => {
    expect(walk.walked.twins).toBeGreaterThan(REQUESTS / 20);
    expect(walk.walked.tellTales).toEqual([]);
  });

  test('every root field was asked, and many answers showed rows', () => {
    const roots = [hub.schema.getQueryType(), hub.schema.getMutationType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
    expect(roots.filter((name) => !walk.walked.fields.has(name))).toEqual([]);
    expect(walk.walked.rich).toBeGreaterThan(REQUESTS / 20);
  });
});

test('A wall that is taken down is found by the same walk', async () => {
  await hub.db.owner.query('create policy broken on app.orders for select to hub_app using (true)');
  try {
    const { leaks, tellTales } = await new Walk(hub, secrets, askers, SEED).run(300);
    expect([leaks.length > 0, tellTales.length > 0]).toEqual([true, true]);
  } finally {
    await hub.db.owner.query('drop policy broken on app.orders');
  }
});

describe('The stream of events', () => {
  const ITEM = 'cursor event{id type subjectId subjectType changed status} node{__typename id}';

  test('from its beginning shows each organisation its own events and objects only', async () => {
    for (const { orgKey, orgId, secret } of askers.filter((one) => one.rights === 'UNCHECKED')) {
      const { rows } = await hub.db.owner.query<{ n: number }>('select count(*)::int as n from app.feed where org_id = $1', [orgId]);
      const expected = rows[0]?.n ?? 0;
      const socket = await RawSocket.ready(hub.url, `Bearer ${secret}`);
      const page = await hub.ask<{ feed: { items: { cursor: string }[] } }>(secret, '{feed(first:1){items{cursor}}}');
      socket.subscribe('1', `subscription($after:Cursor){feed(after:$after){${ITEM}}}`, { after: page.feed.items[0]?.cursor });
      for (let n = 1; n < expected; n += 1) {
        const text = JSON.stringify(await socket.next());
        expect([orgKey, text, leaksIn(secrets, orgId, '', text)]).toEqual([orgKey, text, []]);
      }
      socket.socket.close();
    }
  });
});
