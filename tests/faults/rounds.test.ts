import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import { faultsOf, keyFaults, waitingFaults } from '../support/checker.js';
import { progressFaults } from '../support/checker-orders.js';
import { random } from '../support/reads/random.js';
import { Callers, type Sent } from './rounds/caller.js';
import { Conversation } from './rounds/conversation.js';
import { Follower } from './rounds/follower.js';
import { type Org, type RoundsHub, startRoundsHub } from './rounds/hub.js';
import { Killer, type Plan } from './rounds/killer.js';
import { openSockets, SlowSocket } from './rounds/slow.js';

const size = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const plan: Plan = {
  api: size('FAULT_API', 20),
  worker: size('FAULT_WORKER', 20),
  postgres: size('FAULT_POSTGRES', 3),
  redis: size('FAULT_REDIS', 3),
};
const seed = size('FAULT_SEED', Math.floor(Math.random() * 2 ** 31));
const chance = random(seed);
const TALKING = 6;
const FRAME_SHARE = 0.25;
const AT_ONCE = 50;
const REPEATED = 300;
/** After this the checker says what does not heal. */
const HEALING_MS = 180_000;
/** Far above what an event takes to a reader, far below what it would take behind one that does not read. */
const LOOSE_MS = 10_000;

// Whole processes start over and over, which takes long where others compute.
vi.setConfig({ testTimeout: 3_600_000, hookTimeout: 240_000 });

let hub: RoundsHub;
let callers: Callers;
let followers: Follower[];

beforeAll(async () => {
  hub = await startRoundsHub();
  callers = new Callers(hub.apis, chance);
  followers = await Promise.all(
    [...hub.buyers, ...hub.suppliers].map(async (org, n) => {
      const { feed } = await callers.read<{ feed: { cursor: string } }>(org.keys[0] as string, '{ feed(first: 0) { cursor } }');
      return new Follower(org, hub.apis, feed.cursor, n);
    }),
  );
});
afterAll(async () => {
  await Promise.all((followers ?? []).map((one) => one.end()));
  await hub?.stop();
});

/** The ids of all that stands in the feed of an organisation, in its order. */
const fedTo = async (org: Org): Promise<string[]> => {
  const statement = 'select event_uid as id from app.feed where org_id = $1 order by seq';
  const { rows } = await hub.server.owner.query<{ id: string }>(statement, [org.uuid]);
  return rows.map(({ id }) => publicId('evt', id));
};

const caughtUp = async ({ org, items }: Follower): Promise<boolean> => (await fedTo(org)).length <= items.length;

/** Waits until nothing is left to be done and everybody has received everything. */
const quiet = async (): Promise<void> => {
  for (const since = performance.now(); performance.now() - since < HEALING_MS; await sleep(200)) {
    const waiting = await waitingFaults(hub.server.owner);
    const caught = await Promise.all(followers.map(caughtUp));
    if (waiting.length === 0 && !caught.includes(false)) return;
  }
};

const [FIRST, SECOND] = [0, 1] as const;
const order = (number: string, lines: number) => ({
  ...{ supplier: { id: hub.suppliers[FIRST]?.id }, number, issuedOn: '2026-11-02', header: { currency: 'CNY' } },
  lines: Array.from({ length: lines }, (_, n) => ({ lineId: String(n + 1), itemName: 'Item', quantity: '3', unit: 'C62', price: '1' })),
});
const issue = (number: string, lines: number): Sent => {
  const buyer = hub.buyers[FIRST] as Org;
  return callers.prepare(buyer, buyer.keys[FIRST] as string, 'orderIssue', order(number, lines));
};

/** Orders are negotiated, several at a time, until told to stop. */
const negotiate = async (ended: () => boolean): Promise<void> => {
  let orders = 0;
  const talks = Array.from({ length: TALKING }, async (_, n) => {
    const buyer = hub.buyers[n % hub.buyers.length] as Org;
    const supplier = hub.suppliers[n % hub.suppliers.length] as Org;
    const conversation = new Conversation(callers, random(seed + n + 1), buyer, supplier);
    const frame = await conversation.frame(`FRAME-${n}`);
    while (!ended()) await conversation.hold(`PO-${orders++}`, conversation.random.chance(FRAME_SHARE) ? frame : undefined);
  });
  await Promise.all(talks);
};

const count = (fate: Sent['fate']): number => callers.sent.filter((one) => one.fate === fate).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('Two APIs over one database', () => {
  test('give one effect to the same keyed call that reaches both fifty times at once', async () => {
    const call = issue('AT-ONCE', 2);
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => callers.insist(call)));
    expect(new Set(answers.map((said) => said?.order?.id)).size).toBe(1);
    expect(answers.filter((said) => said?.replayed === false)).toHaveLength(1);
    expect(answers.flatMap((said) => said?.userErrors)).toEqual([]);
    expect(await keyFaults(hub.server.owner, callers.sent)).toEqual([]);
  });

  test('give up a socket that does not read, after which its streams resume whole, and let no other reader feel it', async () => {
    const [operator] = hub.operator.keys as [string];
    const [api] = hub.apis;
    while (followers.some(({ resumptions }) => resumptions < 0)) await sleep(20);
    const open = await openSockets(api, operator);
    const slow = new SlowSocket(api, hub.buyers[FIRST] as Org, followers[FIRST]?.from ?? '');
    await slow.begin();
    let gone = false;
    const givenUp = slow.givenUp(operator, open).finally(() => {
      gone = true;
    });
    const latencies: number[] = [];
    for (let n = 0; !gone; n++) {
      await callers.insist(issue(`SLOW-${n}`, 100));
      const since = performance.now();
      while ((await Promise.all(followers.map(caughtUp))).includes(false)) await sleep(20);
      latencies.push(performance.now() - since);
    }
    await givenUp;
    slow.read();
    expect([1006, 1013]).toContain(await slow.closed);
    const fed = await fedTo(slow.org);
    for (const items of slow.items.values()) expect(items.map(({ event }) => event.id)).toEqual(fed.slice(0, items.length));
    const [some] = [...slow.items.values()];
    expect(some?.length).toBeLessThan(fed.length);
    const after = new Follower(slow.org, hub.apis, some?.at(-1)?.cursor ?? slow.from, SECOND);
    while (after.items.length < fed.length - (some?.length ?? 0)) await sleep(20);
    await after.end();
    expect(after.items.map(({ event }) => event?.id)).toEqual(fed.slice(some?.length ?? 0));
    console.log(
      `rounds: beside a socket that does not read ${latencies.length} events took at most ${Math.round(Math.max(...latencies))} ms`,
    );
    expect(Math.max(...latencies)).toBeLessThan(LOOSE_MS);
  });
});

describe('Orders that are negotiated while processes, queue and database are killed', () => {
  test('lose nothing that was acknowledged, double nothing, and heal by themselves', async () => {
    console.log(`rounds: seed ${seed} (FAULT_SEED=${seed} chooses the same again)`);
    const killer = new Killer(hub, callers, chance, plan);
    let over = false;
    const killing = killer.run().finally(() => {
      over = true;
    });
    await Promise.all([killing, negotiate(() => over)]);
    await Promise.all([...hub.apis, ...hub.workers].map((one) => one.ready()));
    const since = performance.now();
    await quiet();
    const { api, worker, postgres, redis, takeover } = killer.killed;
    console.log(
      `rounds: killed ${api} API, ${worker} worker, ${postgres} PostgreSQL, ${redis} Redis flushes; takeover after ${takeover} ms; ` +
        `${callers.sent.length} calls: ${count('ACKNOWLEDGED')} acknowledged, ${count('REFUSED')} refused, ${count('UNKNOWN')} unknown; ` +
        `${sum(followers.map(({ items }) => items.length))} events received, ${sum(followers.map((one) => one.resumptions))} resumptions; ` +
        `quiet after ${Math.round(performance.now() - since)} ms; ${callers.unforeseen.length} answers 500`,
    );
    expect(await faultsOf(hub.server.owner)).toEqual([]);
    expect(await keyFaults(hub.server.owner, callers.sent)).toEqual([]);
    expect(await progressFaults(hub.server.owner)).toEqual([]);
    expect([...hub.apis, ...hub.workers].filter(({ unasked }) => unasked > 0).map(({ said }) => said)).toEqual([]);
  });

  test('reach every subscriber whole: without gap or repetition, however often its stream was cut', async () => {
    for (const { org, items } of followers) {
      expect(items.map(({ event }) => event?.id)).toEqual(await fedTo(org));
      expect(new Set(items.map(({ cursor }) => cursor)).size).toBe(items.length);
    }
  });

  test('answer every acknowledged key again with the same object, and do nothing', async () => {
    for (const call of callers.sent.filter(({ fate }) => fate === 'ACKNOWLEDGED').slice(-REPEATED)) {
      const before = call.said;
      expect(await callers.insist(call)).toMatchObject({
        replayed: true,
        userErrors: [],
        order: { id: before?.order?.id },
        outcome: before?.outcome,
      });
    }
    expect(await keyFaults(hub.server.owner, callers.sent)).toEqual([]);
  });
});
