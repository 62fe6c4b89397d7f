import type { EntitySchema } from '@mikro-orm/core';
import type { Catalogue } from '../kernel/refusal.js';
import type { DownloadDeclaration } from './http/download.js';
import type { Routes } from './http/routes.js';
import type { LiveField } from './events/live-field.js';
import type { ReadDeclaration } from './reads/declare.js';

/** A type of object that events are about. */
export interface Subject {
  /** Its GraphQL type. */
  readonly type: string;
  /** SQL that gives the organisations with a live grant on the subject `$1`, besides its parties. */
  readonly grants?: string;
  /** Which of its events end rights: those of the key or session that the event is about, or of any person of the organisation. */
  readonly revokes?: { readonly on: readonly string[]; readonly whom: 'credential' | 'people' };
}

/** A job that an event causes. */
export interface Effect {
  /** Name of the consumer, its queue and its file in `workers/`. */
  readonly consumer: string;
  readonly on: readonly string[];
  /** As whom the job acts: the organisation whose event it is, or each party of the subject. */
  readonly actAs: 'owner' | 'parties';
}

/** Acts as an organisation through commands, as a client would. */
export interface Seeder {
  /**
   * Runs a command as an organisation of the demo.
   * @param orgKey short name of the organisation, such as 'buyer'
   * @throws when the command is refused: a seed that is refused is a mistake of the seed
   */
  as<Out>(orgKey: string, command: { readonly name: string; readonly output?: Out }, input: unknown): Promise<Out>;
  /** Uploads a file as an organisation of the demo. @returns its public id */
  file(orgKey: string, name: string, bytes: Uint8Array): Promise<string>;
}

/** One step of the demo. Each runs once per database, in order of rooms and versions. */
export interface Seed {
  readonly version: number;
  run(seeder: Seeder): Promise<void>;
}

/** All that the platform must know of a room. */
export interface Room {
  readonly name: string;
  readonly entities: readonly EntitySchema[];
  readonly reads: readonly ReadDeclaration[];
  /** type-graphql resolver classes. */
  readonly resolvers: readonly Function[];
  readonly refusals: Catalogue;
  /** Event types, UPPER_SNAKE; together the enum `EventType`. */
  readonly events: readonly string[];
  readonly subjects: readonly Subject[];
  readonly effects: readonly Effect[];
  /** Fields of Subscription that follow the feed. */
  readonly live?: readonly LiveField[];
  /** Files below `/exports/` that are made as they are read. */
  readonly downloads?: readonly DownloadDeclaration[];
  /** Pages of its own. */
  readonly routes?: Routes;
  readonly seed?: readonly Seed[];
}
