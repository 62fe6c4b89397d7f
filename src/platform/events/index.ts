import type { Room } from '../room.js';
import { EventResolver } from './api.js';
import { eventReads } from './reads.js';
import { eventRefusals } from './refusals.js';

/** The room of events itself. @param others every other room: events are about their objects */
export const eventsRoom = (others: readonly Room[]): Room => ({
  name: 'events',
  entities: [],
  reads: eventReads(others.flatMap((room) => room.reads)),
  resolvers: [EventResolver],
  refusals: eventRefusals,
  events: [],
  subjects: [],
  effects: [],
  live: [{ name: 'feed' }],
});

export type { EventInput } from './append.js';
export { type Anchor, type AuditReport, exportHeads, verifyChains } from './audit.js';
export type { DueEffect } from './batch.js';
export { feedCursor } from './cursor.js';
export { type Dispatcher, type DispatcherDeps, startDispatcher } from './dispatcher.js';
export { serveFeed } from './feed-page.js';
export { type LiveDeps, type LiveEngine, startLive } from './live.js';
export type { LiveField } from './live-field.js';
export { updateItem } from './reads.js';
export { StreamArgs, Update, UpdateFilter } from './types.js';
export { createVisibility } from './visibility.js';
export { createWaker } from './wake.js';
