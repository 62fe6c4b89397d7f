import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/platform/database/index.js';

const program = path.join(packageRoot(), 'dist/src/main.js');

/** The program as `npm start` builds it. Types are the matter of another check. */
export const build = (): void => {
  spawnSync(process.execPath, [
    path.join(packageRoot(), 'node_modules/tsc7/bin/tsc'),
    '-p',
    path.join(packageRoot(), 'tsconfig.build.json'),
    '--noCheck',
  ]);
};

/** The settings of this machine must not reach the program under test. */
const bare = (settings: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  PORT: '0',
  LOG_LEVEL: 'warn',
  ...settings,
});

/** A command that ends by itself. */
export const runCommand = (settings: Record<string, string>, ...args: string[]): { code: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env: bare(settings), encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
};

export interface HubProcess {
  readonly pid: number;
  readonly url: string;
  readonly out: string;
  /** Milliseconds from start to readiness. */
  readonly readyAfter: number;
  /** Ids of the process and all that it has started. */
  family(): number[];
  /** Sends the signal and waits for the end. Answers the exit code and the milliseconds that it took. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; took: number }>;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test has left. */
export const killAll = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

const startChild = (settings: Record<string, string>, args: readonly string[]): ChildProcess => {
  const child = spawn(process.execPath, [program, ...args], { env: bare(settings), stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
};

/** Starts the hub and kills it without mercy after some milliseconds. */
export const startAndKill = async (settings: Record<string, string>, afterMs: number): Promise<void> => {
  const child = startChild(settings, []);
  setTimeout(() => child.kill('SIGKILL'), afterMs);
  await once(child, 'exit');
};

/** Starts the hub and waits until it says that it is ready. */
export const startProcess = async (settings: Record<string, string>, ...args: string[]): Promise<HubProcess> => {
  const began = performance.now();
  const child = startChild(settings, args);
  let out = '';
  let err = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('Ctrl-C')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the hub ended with ${code}: ${err}`)));
  });
  const readyAfter = Math.round(performance.now() - began);
  const pid = child.pid ?? 0;
  return {
    pid,
    out,
    readyAfter,
    url: /http:\/\/[^\s/]+/.exec(out)?.[0] ?? '',
    family: () => familyOf(pid),
    async end(signal) {
      const from = performance.now();
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      return { code, took: Math.round(performance.now() - from) };
    },
  };
};

const familyOf = (pid: number): number[] => {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = rows.filter(([, parent]) => parent === pid).map(([id]) => id ?? 0);
  return [pid, ...children.flatMap(familyOf)];
};

/** Which of the processes still run; one that waits to be reaped does not. */
export const alive = (pids: readonly number[]): number[] =>
  pids.filter((pid) => {
    try {
      return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  });

/** Processes that stand in the data directory's cluster: its server and the server's own. */
export const serversOf = (dataDir: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === path.join(dataDir, 'postgres');
      } catch {
        return false;
      }
    });

/** One GraphQL request with a key of the demo. */
export const ask = async (url: string, query: string, key = 'rt_demo_buyer'): Promise<{ status: number; body: string }> => {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { status: answer.status, body: await answer.text() };
};
