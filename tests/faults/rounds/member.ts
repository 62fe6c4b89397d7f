import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export type Settings = Readonly<Record<string, string>>;

const KEPT = 20_000;
const RETRY_MS = 200;
/** Starts in a row that may fail: more is no matter of a database that is away for a moment. */
const MOST_FAILED = 30;

/** One process of the hub with a keeper that starts it again whenever it ends, as a container's would. */
export class Member {
  /** Where it answers, or answered last. */
  url = '';
  starts = 0;
  /** Starts that came to nothing, because the database was away just then. */
  failedStarts = 0;
  /** How often it ended although nobody here had sent it a signal. */
  unasked = 0;
  /** What it last wrote. */
  said = '';
  #child: ChildProcess | undefined;
  #up = false;
  #asked = false;
  #failedInRow = 0;
  #waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  #ended = false;
  readonly #kept: Promise<void>;

  constructor(
    readonly name: string,
    readonly main: string,
    readonly part: 'api' | 'worker',
    readonly settings: Settings,
  ) {
    process.once('exit', () => this.#child?.kill('SIGKILL'));
    this.#kept = this.#keep();
  }

  /** Settles once it runs and has said that it is ready. @throws with what it said when it does not start at all */
  async ready(): Promise<void> {
    if (this.#up) return;
    await new Promise<void>((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  get up(): boolean {
    return this.#up;
  }

  signal(signal: NodeJS.Signals): void {
    if (signal === 'SIGKILL') {
      this.#up = false;
      this.#asked = true;
    }
    this.#child?.kill(signal);
  }

  /** Ends it for good. Answers the exit code. */
  async end(): Promise<number | null> {
    this.#ended = true;
    const child = this.#child;
    child?.kill('SIGTERM');
    const late = setTimeout(() => child?.kill('SIGKILL'), 15_000);
    await this.#kept;
    clearTimeout(late);
    return child?.exitCode ?? null;
  }

  async #keep(): Promise<void> {
    while (!this.#ended) {
      const wasReady = await this.#live();
      this.#failedInRow = wasReady ? 0 : this.#failedInRow + 1;
      if (wasReady) continue;
      this.failedStarts += 1;
      if (this.starts === this.failedStarts ? this.failedStarts > 2 : this.#failedInRow > MOST_FAILED)
        for (const { reject } of this.#waiting.splice(0)) reject(new Error(`${this.name} does not start: ${this.said}`));
      await sleep(RETRY_MS);
    }
  }

  async #live(): Promise<boolean> {
    // PGAPPNAME tells the sessions of the processes apart.
    const env = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', PGAPPNAME: this.name, ...this.settings };
    const child = spawn(process.execPath, [this.main, this.part], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.starts += 1;
    let out = '';
    let ready = false;
    const hear = (chunk: Buffer): void => {
      this.said = (this.said + chunk.toString()).slice(-KEPT);
    };
    child.stderr.on('data', hear);
    child.stdout.on('data', (chunk: Buffer) => {
      hear(chunk);
      if (ready) return;
      out += chunk.toString();
      if (!out.includes('Ctrl-C')) return;
      ready = true;
      this.url = /http:\/\/[^\s/]+/.exec(out)?.[0] ?? '';
      this.#up = true;
      for (const { resolve } of this.#waiting.splice(0)) resolve();
    });
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    this.#up = false;
    if (ready && !this.#asked && !this.#ended) {
      this.unasked += 1;
      this.said += `\n${this.name} ended unasked with ${code ?? signal}\n`;
    }
    this.#asked = false;
    return ready;
  }
}
