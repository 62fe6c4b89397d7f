import type { Command, Result } from '../commands/command.js';
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

export interface WorkerDefinition {
  readonly consumer: string;
  readonly attempts: number;
  readonly concurrency: number;
  readonly takes: Taking;
  handle(job: DueEffect, run: Run): Promise<void>;
}

/** Declares the jobs of a consumer: `export default worker('order-reminder', {}, (job, run) => run(orderRemind, { orderId: job.subjectId }))`. */
export const worker = (consumer: string, options: WorkerOptions, handle: WorkerDefinition['handle']): WorkerDefinition => ({
  consumer,
  attempts: options.attempts ?? 5,
  concurrency: options.concurrency ?? 4,
  takes: options.takes ?? 'one',
  handle,
});
