import type { EntityManager } from '@mikro-orm/core';
import type { PoolClient } from 'pg';
import type { Refusal, Verdict } from '../../kernel/refusal.js';
import { refused } from '../../kernel/refusal.js';
import { textFault } from '../../kernel/text.js';
import { permits } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import { constraintOf, isRepeatable, isUnavailable, numbersOf } from '../database/errors.js';
import type { Database } from '../database/index.js';
import { type Effect, effectStatement } from '../queue/effect.js';
import type { Asked } from './ask.js';
import type { Command, Result } from './command.js';
import { openTransaction, type Transaction } from './context.js';
import { inputHash, keepStatement, type Keyed, keyState, takeStatement } from './idempotency.js';
import { refusalsOf, withoutNulls } from './input.js';

export class Forbidden extends Error {
  constructor(readonly policy: string) {
    super(`This needs the right ${policy}.`);
  }
}

/** What came of a command. Without `result` nothing was written and `refusals` says why. */
export interface Answer<R extends Result = Result> {
  readonly result?: R;
  readonly replayed: boolean;
  readonly refusals: readonly Refusal[];
}

export interface RunOptions<Payload> {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Reads what is answered: in the command's transaction before its commit, or without one when nothing was written. */
  readonly payload: (answer: Answer, client: PoolClient | undefined) => Promise<Payload>;
}

export interface Runner {
  run<I, R extends Result, Payload>(command: Command<I, R>, input: unknown, options: RunOptions<Payload>): Promise<Payload>;
  /**
   * The same for a job: acts as the organisation with every right of it. The transaction begins by deleting the effect's rows;
   * when there is none the effect was had before and nothing happens (`done: false`).
   */
  runEffect<I, R extends Result>(
    command: Command<I, R>,
    input: unknown,
    effect: Effect,
    viewer: Viewer,
  ): Promise<Answer<R> & { readonly done: boolean }>;
}

export interface RunnerDeps {
  readonly database: Database;
  /** Called after each commit that appended something, so that the dispatcher need not poll. */
  readonly wake?: () => void;
}

const ATTEMPTS = 6;
const LOCK_TIMEOUT_MS = 2_000;

interface Start {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** A statement that opens the transaction together with its settings. */
  readonly first?: Asked;
  /** What it comes to when another transaction holds what `first` asks for. */
  readonly held?: Error;
}

type Attempt<R extends Result, Payload> = { readonly answer: Answer<R>; readonly payload: Payload };

class Undo<R extends Result> extends Error {
  constructor(readonly answer: Answer<R>) {
    super('rolled back');
  }
}

export function createRunner({ database, wake }: RunnerDeps): Runner {
  /** One transaction; `work` throws Undo to answer without writing. Says whether COMMIT was sent when it fails. */
  const once = async <T>(start: Start, work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const em: EntityManager = database.orm.em.fork({ clear: true });
    let sent = false;
    try {
      await em.begin();
      const tx = await openTransaction(em, { ...start, lockTimeoutMs: LOCK_TIMEOUT_MS }).catch((error: unknown) => {
        throw start.held && isRepeatable(error) ? start.held : error;
      });
      const done = await work(tx);
      sent = true;
      await em.commit();
      wake?.();
      return done;
    } catch (error) {
      await em.rollback().catch(() => undefined);
      throw sent && isUnavailable(error) ? new CommitUnknown(error) : error;
    }
  };

  const answerOnce = async <I, R extends Result, Payload>(
    { keyed, ...call }: Call<I, R>,
    { viewer, requestId, payload }: RunOptions<Payload>,
  ): Promise<Attempt<R, Payload>> => {
    const key = keyed ? { first: takeStatement(keyed), held: undo('IDEMPOTENCY_IN_PROGRESS') } : {};
    return once({ viewer, requestId, ...key }, async (tx) => {
      const answer = (keyed && (await replayed<R>(keyed, tx))) ?? (await effectOf(call, tx, keyed));
      return { answer, payload: await payload(answer, tx.client) };
    });
  };

  return {
    async run(command, raw, options) {
      const call = prepare(command, raw, options.viewer);
      if (!call.ok) return options.payload({ replayed: false, refusals: call.refusals }, undefined);
      const settled = await repeat(call.value, () => answerOnce(call.value, options));
      return 'payload' in settled ? settled.payload : options.payload(settled.answer, undefined);
    },
    async runEffect(command, raw, effect, viewer) {
      const parsed = command.input.safeParse(withoutNulls(raw));
      if (!parsed.success) return { done: true, replayed: false, refusals: refusalsOf(parsed.error) };
      const call: Call<unknown, Result> = { command: command as Command<unknown, Result>, input: parsed.data };
      const settled = await repeat(call, () =>
        once({ viewer, requestId: `effect:${effect.eventId}`, first: effectStatement(effect) }, async (tx) => {
          if (tx.first.length === 0) return { answer: { replayed: true, refusals: [] } };
          return { answer: await effectOf(call, tx) };
        }),
      );
      return { ...(settled.answer as Answer<never>), done: !settled.answer.replayed };
    },
  };
}

class CommitUnknown extends Error {
  constructor(override readonly cause: unknown) {
    super('the reply to COMMIT was lost');
  }
}

interface Call<I, R extends Result> {
  readonly command: Command<I, R>;
  readonly input: I;
  readonly keyed?: Keyed;
}

const MAX_KEY = 100;

function prepare<I, R extends Result>(command: Command<I, R>, raw: unknown, viewer: Viewer): Verdict<Call<I, R>> {
  if (!permits(viewer, command.need)) throw new Forbidden(command.need);
  const { idempotencyKey: key, ...rest } = withoutNulls(raw ?? {}) as { idempotencyKey?: string };
  const field = ['idempotencyKey'];
  if (command.key === 'required' && key === undefined) return refused({ code: 'REQUIRED', field });
  const fault = key === undefined ? undefined : textFault(key, MAX_KEY);
  if (fault)
    return refused(
      fault === 'TOO_LONG'
        ? { code: 'TOO_LONG', field, params: { max: String(MAX_KEY) } }
        : { code: fault === 'EMPTY' ? 'REQUIRED' : 'INVALID_TEXT', field },
    );
  const parsed = command.input.safeParse(rest);
  if (!parsed.success) return refused(...refusalsOf(parsed.error));
  if (key === undefined) return { ok: true, value: { command, input: parsed.data } };
  return { ok: true, value: { command, input: parsed.data, keyed: { viewer, mutation: command.name, key, hash: inputHash(rest) } } };
}

const undo = (code: string): Undo<never> => new Undo({ replayed: false, refusals: [{ code, field: ['idempotencyKey'] }] });

/** What a call with this key was answered before, or nothing when the key is this transaction's. */
async function replayed<R extends Result>(keyed: Keyed, tx: Transaction): Promise<Answer<R> | undefined> {
  const state = await keyState(tx.sql, keyed, tx.first);
  if (state.kind === 'reused') throw undo('IDEMPOTENCY_KEY_REUSED');
  return state.kind === 'replay' ? { result: state.result as R, replayed: true, refusals: [] } : undefined;
}

/** Rules and writes: everything of one attempt up to the commit. */
async function effectOf<I, R extends Result>({ command, input }: Call<I, R>, tx: Transaction, keyed?: Keyed): Promise<Answer<R>> {
  const verdict = await command.run(tx.context, input);
  if (!verdict.ok) throw new Undo({ replayed: false, refusals: verdict.refusals });
  await tx.flush(keyed && keepStatement(keyed, verdict.value));
  return { result: verdict.value, replayed: false, refusals: [] };
}

/** Runs an attempt again while the database asks for it; turns refusals, races and a lost COMMIT into answers. */
async function repeat<T extends { readonly answer: Answer }>(
  call: Call<never, never> | Call<unknown, Result>,
  attempt: () => Promise<T>,
): Promise<T | { readonly answer: Answer }> {
  for (let turn = 1; ; turn++) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Undo) return { answer: error.answer };
      const lost = error instanceof CommitUnknown;
      if (lost && call.keyed === undefined) return refusal({ code: 'OUTCOME_UNKNOWN' });
      const constraint = constraintOf(error);
      const known = constraint === undefined ? undefined : call.command.constraints?.[constraint];
      if (known) return refusal(withNumbers(known, error));
      if (!lost && !isRepeatable(error)) throw error;
      if (turn === ATTEMPTS) return refusal({ code: lost ? 'OUTCOME_UNKNOWN' : 'CONFLICT' });
      await pause(turn * turn * (lost ? 100 : 5 + Math.random() * 10));
    }
  }
}

const withNumbers = (one: Refusal, error: unknown): Refusal => {
  const numbers = numbersOf(error);
  return numbers === undefined ? one : { ...one, params: { ...one.params, ...numbers } };
};

const refusal = (one: Refusal): { readonly answer: Answer } => ({ answer: { replayed: false, refusals: [one] } });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
