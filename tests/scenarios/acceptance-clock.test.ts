import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveries } from '../../src/deliveries/index.js';
import { type CalendarDate, plusDays } from '../../src/kernel/date.js';
import { createRunner } from '../../src/platform/commands/index.js';
import { roleUrl } from '../../src/platform/database/index.js';
import { startDispatcher } from '../../src/platform/events/dispatcher.js';
import { createQueues, startSweeper } from '../../src/platform/queue/index.js';
import { startTicker } from '../../src/platform/time/index.js';
import acceptanceClock from '../../workers/acceptance-clock.js';
import deliveryFigures from '../../workers/delivery-figures.js';
import { agreement, came, claimOf, lineOf, next, receiptBy, refuse, say } from '../support/acceptance.js';
import { agreedGoods, goodsHub, move, refusalOf } from '../support/deliveries.js';
import type { LineSpec, OrdersHub, OrderView, Party } from '../support/orders.js';
import { testRoles } from '../support/roles.js';

let hub: OrdersHub;
let buyer: Party;
let supplier: Party;
let stop: () => Promise<void>;

/** Everything that a worker process runs, with the jobs of acceptance and of the figures. */
const work = async (): Promise<() => Promise<void>> => {
  const database = await hub.db.open('hub_worker');
  const pool = database.pool('hub_dispatch');
  const workers = [acceptanceClock, deliveryFigures];
  const queues = createQueues({
    jobsUrl: roleUrl(hub.db.ownerUrl, 'hub_jobs', testRoles),
    redisUrl: process.env.REDIS_URL,
    workers,
    retryAfterMs: 20,
    deadAfterMs: 5_000,
  });
  await queues.startWorkers(createRunner({ database }), pool);
  const effects = deliveries.effects.filter(({ consumer }) => workers.some((one) => one.consumer === consumer));
  const dispatcher = startDispatcher({ pool, subjects: deliveries.subjects, effects, enqueue: queues.enqueue });
  const sweeper = startSweeper({ pool, enqueue: queues.enqueue, lateAfterMs: 500, everyMs: 100 });
  const ticker = startTicker({ pool, wake: dispatcher.wake });
  return async () => {
    await ticker.stop();
    await sweeper.stop();
    await dispatcher.stop();
    await queues.stop();
  };
};

beforeAll(async () => {
  hub = await goodsHub();
  [buyer, supplier] = [await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
  await agreement(hub, buyer, supplier, { inspectionDays: 10, underTolerance: '0.02' });
  stop = await work();
});
afterAll(async () => {
  await stop();
  await hub.stop();
});

const today = async (): Promise<CalendarDate> =>
  (await hub.db.owner.query<{ day: CalendarDate }>('select app.business_date()::text as day')).rows[0]?.day as CalendarDate;
/** Moves the business clock to a moment of a day in Asia/Shanghai, read from the database's own clock. */
const moveTo = (day: string, time: string) =>
  hub.db.owner.query(
    `update app.clock set movable = true, ahead_seconds = extract(epoch from ($1 || 'T' || $2 || '+08:00')::timestamptz - clock_timestamp())`,
    [day, time],
  );
const waiting = async (): Promise<boolean> => {
  const { rows } = await hub.db.owner.query<{ n: number }>(
    `select (select count(*) from app.outbox)::int + (select count(*) from app.effect_due)::int
       + (select count(*) from app.deadline where due_at <= app.business_now())::int as n`,
  );
  return (rows[0]?.n ?? 0) > 0;
};
const settled = async (): Promise<void> => {
  for (let tries = 0; tries < 150 && (await waiting()); tries++) await sleep(100);
  expect(await waiting()).toBe(false);
};

describe('The end of the agreed period', () => {
  it('accepts what is left, not a second before its last day is over; hands come too late then, and a claim remains', async () => {
    const start = await today();
    const po = await agreedGoods(buyer, supplier, next('PO'));
    const receipt = await came(buyer, po, '100');
    await refuse(buyer, receipt, '3');
    const provisional = { receiptLineId: lineOf(receipt), accepted: '50' };
    await say(buyer, 'acceptanceRecord', { receiptId: receipt.id, kind: 'PROVISIONAL', lines: [provisional] });
    await moveTo(plusDays(start, 10), '23:59:40');
    await sleep(500);
    await settled();
    expect(await receiptBy(buyer, receipt.id)).toMatchObject({
      lines: [{ accepted: '0', refused: '3' }],
      openInspections: [{ left: '97' }],
    });
    await moveTo(plusDays(start, 11), '00:00:01');
    await sleep(500);
    await settled();
    expect(await receiptBy(supplier, receipt.id)).toMatchObject({
      lines: [{ accepted: '97', refused: '3' }],
      acceptances: [{ way: 'BY_HAND' }, { kind: 'PROVISIONAL' }, { kind: 'FINAL', way: 'BY_CLOCK', acceptedOn: plusDays(start, 10) }],
      openInspections: [],
    });
    const late = await say(buyer, 'acceptanceRecord', { receiptId: receipt.id, kind: 'FINAL' });
    expect(refusalOf(late)).toMatchObject({ codes: ['ACCEPTED_BY_CLOCK'], params: { day: plusDays(start, 10) } });
    const claimed = await say<{ status: string }>(
      buyer,
      'warrantyClaimSubmit',
      claimOf(receipt, '2', 'REPAIR', { defect: 'VISIBLE' }),
      'status',
    );
    expect(claimed.it).toEqual({ status: 'CLAIMED' });
  });
  it('accepts nothing where everything was decided on in time', async () => {
    const start = await today();
    const receipt = await came(buyer, await agreedGoods(buyer, supplier, next('PO')), '7');
    await say(buyer, 'acceptanceRecord', { receiptId: receipt.id, kind: 'FINAL' });
    const { rows } = await hub.db.owner.query(`select from app.deadline where kind = 'ACCEPTANCE_DUE'`);
    expect(rows).toEqual([]);
    await moveTo(plusDays(start, 12), '09:00:00');
    await settled();
    expect((await receiptBy(buyer, receipt.id)).acceptances).toMatchObject([{ kind: 'FINAL', way: 'BY_HAND' }]);
  });
});

interface Figure {
  readonly formula: string;
  readonly timing: Record<string, number | string | null>;
  readonly otif: { readonly judged: number; readonly inFull: number; readonly pending: number; readonly share: string | null };
  readonly defects: readonly object[];
  readonly months: readonly { readonly month: string; readonly timing: { readonly judged: number } }[];
  readonly evidence: { readonly nodes: readonly Record<string, string | number | null>[] };
  readonly received: { readonly nodes: readonly { readonly received: string }[] };
}

const FIGURES = `query Q($as: OrderSide!, $with: ID!) { deliveryFigures(as: $as, filter: { counterparty: [$with] }) { nodes {
  formula rule { en zh } timing { judged early onTheDay late overdue open earlyShare onTheDayShare lateShare onTimeShare meanDaysLate meanDeviation }
  otif { judged inFull pending share } defects { unit came defective partsPerMillion } months { month timing { judged } }
  evidence(first: 100) { nodes { scheduleId agreedOn quantity due enough acceptedInTime undecidedInTime completedOn daysLate outcome inFull } }
  received(first: 100, filter: { defective: true }) { nodes { received } } } } }`;

/** A pair of parties of its own, with what its figures say to both sides. */
const pair = async (terms: Parameters<typeof agreement>[3] = { inspectionDays: 5 }) => {
  const [one, other] = [await hub.party(), await hub.party()];
  await hub.relate(one, other);
  await agreement(hub, one, other, terms);
  const told = async (): Promise<Figure> => {
    await settled();
    type Told = { deliveryFigures: { nodes: Figure[] } };
    const mine = await one.ask<Told>(FIGURES, { as: 'BUYER', with: other.id });
    expect(await other.ask<Told>(FIGURES, { as: 'SUPPLIER', with: one.id })).toEqual(mine);
    return mine.deliveryFigures.nodes[0] ?? expect.unreachable('there are figures');
  };
  const order = (day: string | undefined, quantity = '100', more: object = {}): Promise<OrderView> => {
    const line: LineSpec = { id: '1', quantity, more: { ...(day === undefined ? {} : { requestedTo: day }), ...more } };
    return agreedGoods(one, other, next('PO'), [line]);
  };
  return { buyer: one, supplier: other, told, order };
};

describe('Delivery figures', () => {
  it('without a day that was due are no data: null and a count of 0, neither 0 nor 100', async () => {
    const { told, order } = await pair();
    await order(undefined);
    await order(plusDays(await today(), 30));
    expect(await told()).toMatchObject({
      formula: '1',
      timing: { judged: 0, open: 1, onTimeShare: null, lateShare: null, meanDaysLate: null, meanDeviation: null },
      otif: { judged: 0, inFull: 0, pending: 1, share: null },
      defects: [],
      evidence: { nodes: [{ outcome: 'OPEN', inFull: 'PENDING', completedOn: null }] },
    });
  });
  it('fill the schedule that is agreed for the earliest day first, whatever its number', async () => {
    const { buyer: one, told, order } = await pair({ inspectionDays: 0 });
    const day = await today();
    const schedules = [
      { scheduleId: 'B', quantity: '60', requestedTo: plusDays(day, -2) },
      { scheduleId: 'A', quantity: '40', requestedTo: plusDays(day, -10) },
    ];
    const po = await order(undefined, '100', { schedules });
    await came(one, po, '40', plusDays(day, -11));
    await came(one, po, '30', plusDays(day, -5));
    await came(one, po, '30', day);
    const { timing, otif, evidence, months } = await told();
    expect(timing).toMatchObject({
      judged: 2,
      early: 1,
      late: 1,
      earlyShare: '50.00',
      lateShare: '50.00',
      onTimeShare: '50.00',
      meanDaysLate: '2.00',
      meanDeviation: '0.50',
    });
    expect(otif).toEqual({ judged: 2, inFull: 1, pending: 0, share: '50.00' });
    expect(evidence.nodes).toMatchObject([
      {
        scheduleId: 'A',
        due: '40',
        enough: '40',
        acceptedInTime: '40',
        completedOn: plusDays(day, -11),
        daysLate: -1,
        outcome: 'EARLY',
        inFull: 'HIT',
      },
      { scheduleId: 'B', due: '100', enough: '100', acceptedInTime: '70', completedOn: day, daysLate: 2, outcome: 'LATE', inFull: 'MISS' },
    ]);
    expect(months.reduce((sum, { timing: { judged } }) => sum + judged, 0)).toBe(2);
  });
  it('take the promised day, not the requested one, and the agreed tolerance', async () => {
    const { buyer: one, supplier: other, told } = await pair({ inspectionDays: 0, underTolerance: '0.05' });
    const day = await today();
    const { order: offered } = await one.act('orderIssue', {
      supplier: { id: other.id },
      number: next('PO'),
      issuedOn: plusDays(day, -40),
      header: { currency: 'CNY' },
      lines: [{ lineId: '1', itemName: 'Pump', quantity: '100', unit: 'C62', price: '1', requestedTo: plusDays(day, -9) }],
    });
    const change = { schedules: [{ scheduleId: '1', quantity: '100', requestedTo: plusDays(day, -9), promisedTo: plusDays(day, -4) }] };
    const answer = { orderId: offered?.id, revision: 1, code: 'CA', lines: [{ lineId: '1', action: 'CHANGED', change }] };
    const { proposal } = await other.act('orderRespond', answer);
    const { order: po } = await one.act('orderDecideChange', { orderId: offered?.id, proposalId: proposal?.id, decision: 'ACCEPT' });
    await came(one, po ?? expect.unreachable('it is agreed'), '95', plusDays(day, -4));
    expect((await told()).evidence.nodes).toMatchObject([
      { agreedOn: plusDays(day, -4), enough: '95', completedOn: plusDays(day, -4), outcome: 'ON_DAY', inFull: 'HIT' },
    ]);
  });
  it('wait for the inspection where it can tip the scale, and count what was accepted at once', async () => {
    const { buyer: one, told, order } = await pair();
    const day = await today();
    const receipt = await came(one, await order(plusDays(day, -1)), '100', plusDays(day, -1));
    expect((await told()).otif).toEqual({ judged: 0, inFull: 0, pending: 1, share: null });
    const refusal = await refuse(one, receipt, '4', 'REWORK');
    expect((await told()).otif).toEqual({ judged: 1, inFull: 0, pending: 0, share: '0.00' });
    await say(one, 'refusalSettle', { acceptanceLineId: refusal, outcome: 'REWORKED' });
    await say(one, 'acceptanceRecord', { receiptId: receipt.id, kind: 'FINAL' });
    expect(await told()).toMatchObject({ timing: { onTheDay: 1, onTimeShare: '100.00' }, otif: { judged: 1, inFull: 0, share: '0.00' } });
  });
  it('count a defect once: at the door, at the inspection, or in a claim that was accepted', async () => {
    const { buyer: one, supplier: other, told, order } = await pair();
    const day = await today();
    const po = await order(day, '8400');
    const receipt = await came(one, po, '8390', day, { rejected: '10', rejectReason: 'DAMAGED', rejectAction: 'RETURN' });
    await refuse(one, receipt, '4');
    await say(one, 'acceptanceRecord', { receiptId: receipt.id, kind: 'FINAL' });
    const claims = [
      await say(one, 'warrantyClaimSubmit', claimOf(receipt, '3', 'RETURN')),
      await say(one, 'warrantyClaimSubmit', claimOf(receipt, '9', 'REPAIR')),
    ];
    await say(other, 'warrantyClaimAnswer', { claimId: claims[0]?.it?.id, decision: 'ACCEPT' });
    await say(other, 'warrantyClaimAnswer', { claimId: claims[1]?.it?.id, decision: 'REFUSE' });
    await say(one, 'goodsReturnSend', {
      number: next('RT'),
      lines: [{ claimId: claims[0]?.it?.id, quantity: '3', consequence: 'CREDIT' }],
    });
    await came(one, await order(day, '1'), '1');
    const { defects, received } = await told();
    expect(defects).toEqual([{ unit: 'C62', came: '8401', defective: '17', partsPerMillion: '2023.6' }]);
    expect(received.nodes).toEqual([{ received: '8390' }]);
  });
  it('judge what never came when its day is over, and not what the buyer closed before', async () => {
    const { buyer: one, told, order } = await pair();
    const day = await today();
    const closed = await order(plusDays(day, 1));
    await order(plusDays(day, 1));
    const { order: seen } = await one.ask<{ order: { lines: { id: string }[] } }>(`{ order(by: { id: "${closed.id}" }) { lines { id } } }`);
    await move(one, 'lineClose', { lineId: seen.lines[0]?.id, reason: 'no more' });
    expect((await told()).timing).toMatchObject({ judged: 0, open: 1 });
    await moveTo(plusDays(day, 2), '00:00:05');
    await came(one, await order(plusDays(day, 30)), '1');
    const { timing, otif, evidence } = await told();
    expect(timing).toMatchObject({ judged: 1, overdue: 1, open: 1, lateShare: '100.00', meanDaysLate: null });
    expect(otif).toMatchObject({ judged: 1, inFull: 0 });
    expect(evidence.nodes.map(({ outcome }) => outcome).sort()).toEqual(['CLOSED', 'OPEN', 'OVERDUE']);
  });
});
