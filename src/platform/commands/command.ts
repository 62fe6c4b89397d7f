import type { EntityManager, EntitySchema } from '@mikro-orm/core';
import type { z } from 'zod';
import type { CalendarDate } from '../../kernel/date.js';
import type { Refusal, Verdict } from '../../kernel/refusal.js';
import type { PolicyName } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import type { EventInput } from '../events/append.js';
import type { NewDeadline } from '../time/deadlines.js';

export type Row = Record<string, unknown>;

/** Runs one statement in the command's transaction; `$1` parameters, rows as the driver gives them (numbers and dates as text). */
export type Sql = <R = Row>(text: string, params?: readonly unknown[]) => Promise<R[]>;

/** What a command works with. All of it belongs to one transaction, in which the acting organisation is set. */
export interface CommandContext {
  readonly em: EntityManager;
  readonly sql: Sql;
  /** A statement whose rows nobody needs: it waits and travels with the next one that is asked, in order, or at the end. */
  write(text: string, params?: readonly unknown[]): Promise<void>;
  /** Sends what waits and the changes of entities, for a statement that must see both. */
  flush(): Promise<void>;
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Business time as ISO 8601 in UTC, one value for the whole command. */
  readonly businessNow: string;
  /** The day of `businessNow` in Asia/Shanghai. */
  readonly businessDate: CalendarDate;
  /** A new UUIDv7. */
  newId(): string;
  /** The row locked FOR NO KEY UPDATE, or undefined when there is none that this organisation may update. */
  lockById<T extends object>(entity: EntitySchema<T>, id: string): Promise<T | undefined>;
  /** Rows locked in order of id. Locks are taken in one fixed rank; asking for a lower one later is a mistake of the room and throws. */
  lockMany<T extends object>(entity: EntitySchema<T>, ids: readonly string[]): Promise<T[]>;
  /** Appended with the command's effect, or not at all. */
  event(event: EventInput): void;
  deadline(deadline: NewDeadline): void;
  clearDeadlines(subjectId: string, kinds?: readonly string[]): void;
}

/** Plain JSON: kept for replays, and the root of the payload's selection. */
export type Result = { readonly [name: string]: string | number | boolean | null | undefined | readonly Result[] | readonly string[] };

export interface Command<Input, R extends Result> {
  /** Name of the mutation; with organisation and actor the scope of its idempotency keys. */
  readonly name: string;
  readonly need: PolicyName;
  /** Whether the caller must, may or cannot give an `idempotencyKey` beside the input. */
  readonly key: 'required' | 'optional' | 'none';
  readonly input: z.ZodType<Input>;
  /** Refusals for constraints of the database by name: what a race can still hit after the rules have agreed. */
  readonly constraints?: Readonly<Record<string, Refusal>>;
  /** Everything above the first write may refuse; a refusal leaves nothing behind. */
  run(ctx: CommandContext, input: Input): Promise<Verdict<R>>;
}

/** Declares a command: how it is named, what it asks of the caller and its input, and its rules. */
export const command = <Schema extends z.ZodType, R extends Result>(
  definition: Omit<Command<z.output<Schema>, R>, 'input'> & { readonly input: Schema },
): Command<z.output<Schema>, R> => definition as Command<z.output<Schema>, R>;

/** A refusal when the caller decided on an older state than the present one. */
export const staleVersion = (current: number, expected: number | undefined): Refusal<'STALE_VERSION'>[] =>
  expected === undefined || expected === current
    ? []
    : [{ code: 'STALE_VERSION', field: ['expectedVersion'], params: { currentVersion: String(current) } }];
