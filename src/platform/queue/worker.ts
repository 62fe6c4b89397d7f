import type { Command, Result } from '../commands/command.js';
import type { Answer } from '../commands/runner.js';
import type { Files } from '../files/index.js';
import type { Letter, Sent } from '../outgoing/index.js';
import type { DueEffect, Taking } from './effect.js';

export interface WorkerOptions {
  /** Tries before the job is a dead letter; the pause between them doubles. 5 by default. */
  readonly attempts?: number;
  /** Jobs at once in one process. 4 by default. */
  readonly concurrency?: number;
  /** 'one' by default. */
  readonly takes?: Taking;
}

/** Runs the one command of the job as its organisation. The command's transaction is the effect: had once, however often the job runs. */
export type Run = <I, R extends Result>(command: Command<I, R>, input: unknown) => Promise<void>;

/** What a long job has besides its effect. */
export interface Hands {
  /** A file as the organisation of the job may see it, by its uuid. */
  readonly file: (id: string) => ReturnType<Files['find']>;
  /** Sends a message. @throws Undeliverable when trying again is of no use, any other error when it may be */
  send(letter: Letter): Promise<Sent>;
  /**
   * Runs a command in a transaction of its own, before the effect: a step that stays when the job dies after it. The job begins again from its
   * beginning then, so that a step needs an idempotency key, or must find out by itself that it was done.
   * @param actorId as whom in the organisation; the hub itself when left out
   */
  step<I, R extends Result>(command: Command<I, R>, input: unknown, actorId?: string): Promise<Answer<R>>;
}

export interface WorkerDefinition {
  readonly consumer: string;
  readonly attempts: number;
  readonly concurrency: number;
  readonly takes: Taking;
  handle(job: DueEffect, run: Run, hands: Hands): Promise<void>;
}

/** Declares the jobs of a consumer: `export default worker('order-reminder', {}, (job, run) => run(orderRemind, { orderId: job.subjectId }))`. */
export const worker = (consumer: string, options: WorkerOptions, handle: WorkerDefinition['handle']): WorkerDefinition => ({
  consumer,
  attempts: options.attempts ?? 5,
  concurrency: options.concurrency ?? 4,
  takes: options.takes ?? 'one',
  handle,
});
