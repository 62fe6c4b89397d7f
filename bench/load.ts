import autocannon from 'autocannon';
import { readFileSync, readdirSync } from 'node:fs';

/** One request of a workload; answers are compared before anything is measured. */
export interface BenchRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly token: string;
}

export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
  readonly failures: number;
  /** Requests answered with success. */
  readonly answered: number;
  /** CPU milliseconds of the server and of PostgreSQL for one request. */
  readonly serverCpu: number;
  readonly databaseCpu: number;
}

const TICKS_PER_SECOND = 100;

const cpuSeconds = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
};

/** CPU of a postmaster with its children, those that ended included. */
const databaseSeconds = (postmaster: number): number =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid === postmaster || parentOf(pid) === postmaster)
    .reduce((sum, pid) => sum + (pid === postmaster ? cpuSeconds(pid) : ownSeconds(pid)), 0);

const parentOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return -1;
  }
};

const ownSeconds = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
};

export interface Target {
  readonly url: string;
  readonly pid: number;
  readonly postmaster: number;
}

/** Closed loop over `connections` sockets for `seconds`; each connection starts elsewhere in the list of requests. */
export async function measure(target: Target, requests: readonly BenchRequest[], connections: number, seconds: number): Promise<Figures> {
  const bodies = requests.map(({ query, variables, token }) => ({
    method: 'POST' as const,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  }));
  const before = { server: cpuSeconds(target.pid), database: databaseSeconds(target.postmaster) };
  let started = 0;
  const result = await autocannon({
    url: target.url,
    connections,
    duration: seconds,
    setupClient: (client) => {
      const offset = Math.floor((started++ * bodies.length) / connections);
      client.setRequests([...bodies.slice(offset), ...bodies.slice(0, offset)]);
    },
  });
  const done = Math.max(1, result['2xx']);
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: Math.round(result.throughput.total / done),
    failures: result.non2xx + result.errors,
    answered: result['2xx'],
    serverCpu: ((cpuSeconds(target.pid) - before.server) * 1000) / done,
    databaseCpu: ((databaseSeconds(target.postmaster) - before.database) * 1000) / done,
  };
}
