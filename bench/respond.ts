import { measure, type BenchRequest, type Figures, type Target } from './load.js';
import { openWorld } from './servers.js';
import { orderId, supplierOf, token } from './workloads.js';

/** M1: one durable orderRespond, 5 lines answered, by 32 clients; the peers send the hub's own statements without its rules. */
const PEERS = (process.env.PEERS ?? 'raw,rongtong,mercurius').split(',');
const CONNECTIONS = 32;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const SECONDS = Number(process.env.SECONDS_PER_ROUND ?? 4);
const QUERY = `mutation M1($input: OrderRespondInput!) { orderRespond(input: $input) { order { id status version } userErrors { code } } }`;
const LINES = ['00010', '00020', '00030', '00040', '00050'].map((lineId) => ({ lineId, action: 'ACCEPTED' }));

// Orders whose number is a multiple of three await an answer; each is answered once in the whole run.
const OPEN = 33_333;
const SLICE = Math.floor(OPEN / (PEERS.length * (ROUNDS + 1)));
let used = 0;
const nextSlice = (): BenchRequest[] =>
  Array.from({ length: SLICE }, () => {
    const n = 3 * ++used;
    const input = { idempotencyKey: `m1 ${n}`, orderId: orderId(n), revision: 1, code: 'CA', lines: LINES };
    return { query: QUERY, variables: { input }, token: token(supplierOf(n)) };
  });

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const world = await openWorld();
try {
  const servers = new Map<string, Target>();
  for (const peer of PEERS) servers.set(peer, await world.start(peer));
  for (const [, target] of servers) await measure(target, nextSlice(), CONNECTIONS, 1);
  const rounds = new Map<string, Figures[]>(PEERS.map((peer) => [peer, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [peer, target] of servers) rounds.get(peer)?.push(await measure(target, nextSlice(), CONNECTIONS, SECONDS));
  }
  const answered = Number(await world.count(`select count(*) from app.order_response`));
  const acknowledged = [...rounds.values()].flat().reduce((sum, one) => sum + one.answered, 0);
  console.log(
    `node ${process.version}, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s; ${answered} answers stored, ${acknowledged} acknowledged after the warm-up\n`,
  );
  console.log('| | server | req/s | of raw | p50 ms | p99 ms | CPU server ms | CPU database ms |');
  console.log('|---|---|---:|---:|---:|---:|---:|---:|');
  const limit = median((rounds.get('raw') ?? []).map((one) => one.perSecond));
  for (const [peer, figures] of rounds) {
    const of = (key: keyof Figures, digits: number) => median(figures.map((one) => one[key])).toFixed(digits);
    const failures = figures.reduce((sum, one) => sum + one.failures, 0);
    const ratio = (median(figures.map((one) => one.perSecond)) / limit).toFixed(2);
    const cells = [of('perSecond', 0), ratio, of('p50', 0), of('p99', 0), of('serverCpu', 3), of('databaseCpu', 3)];
    console.log(`| M1 | ${peer} | ${failures ? `invalid: ${failures} failures` : cells.join(' | ')} |`);
  }
  // A refusal is answered with 200: only what stands in the database counts.
  if (answered < acknowledged) process.exitCode = 1;
} finally {
  await world.close();
}
