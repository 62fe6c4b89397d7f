import { isDeepStrictEqual } from 'node:util';
import { type BenchRequest, type Figures, measure, type Target } from './load.js';
import { openWorld } from './servers.js';
import { type Workload, workloads } from './workloads.js';

const PEERS = (process.env.PEERS ?? 'raw,rongtong,mercurius,apollo').split(',');
const CONNECTIONS = 32;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const SECONDS = Number(process.env.SECONDS_PER_ROUND ?? 5);

const ask = async (target: Target, { query, variables, token }: BenchRequest): Promise<unknown> => {
  const response = await fetch(target.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: unknown; errors?: unknown };
  if (!body.data || body.errors) throw new Error(`${target.url}: ${JSON.stringify(body).slice(0, 500)}`);
  return body.data;
};

/** A wrong answer is not a figure: every server must say what the hand-written statement says. */
const compareAnswers = async (servers: ReadonlyMap<string, Target>, { name, requests }: Workload): Promise<void> => {
  for (const request of [requests[0], requests[1], requests.at(-1)]) {
    if (!request) continue;
    const truth = await ask(servers.get('raw') as Target, request);
    for (const [peer, target] of servers) {
      const said = await ask(target, request);
      if (!isDeepStrictEqual(said, truth))
        throw new Error(`${name}: ${peer} answers otherwise\n${JSON.stringify(said)}\n${JSON.stringify(truth)}`);
    }
  }
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const medianOf = (rounds: readonly Figures[], key: keyof Figures): number => median(rounds.map((round) => round[key]));

const world = await openWorld();
try {
  const servers = new Map<string, Target>();
  for (const peer of PEERS) servers.set(peer, await world.start(peer));
  console.log(`node ${process.version}, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s\n`);
  console.log('| | server | req/s | of raw | p50 ms | p99 ms | CPU server ms | CPU database ms | bytes | spread |');
  console.log('|---|---|---:|---:|---:|---:|---:|---:|---:|---:|');
  for (const workload of workloads.filter((one) => !process.env.ONLY || process.env.ONLY.includes(one.name))) {
    await compareAnswers(servers, workload);
    const rounds = new Map<string, Figures[]>(PEERS.map((peer) => [peer, []]));
    for (const [, target] of servers) await measure(target, workload.requests, CONNECTIONS, 1);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [peer, target] of servers) rounds.get(peer)?.push(await measure(target, workload.requests, CONNECTIONS, SECONDS));
    }
    const limit = medianOf(rounds.get('raw') ?? [], 'perSecond');
    for (const [peer, figures] of rounds) {
      const perSecond = figures.map((one) => one.perSecond);
      const rate = median(perSecond);
      const spread = (Math.max(...perSecond) - Math.min(...perSecond)) / rate;
      const failures = figures.reduce((sum, one) => sum + one.failures, 0);
      const cells = [
        Math.round(rate),
        (rate / limit).toFixed(2),
        medianOf(figures, 'p50').toFixed(0),
        medianOf(figures, 'p99').toFixed(0),
        medianOf(figures, 'serverCpu').toFixed(3),
        medianOf(figures, 'databaseCpu').toFixed(3),
        medianOf(figures, 'bytes'),
        `${Math.round(spread * 100)} %`,
      ];
      console.log(`| ${workload.name} | ${peer} | ${failures ? `invalid: ${failures} failures` : cells.join(' | ')} |`);
    }
  }
} finally {
  await world.close();
}
