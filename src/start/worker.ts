import { join } from 'node:path';
import { createRunner, expireKeys } from '../platform/commands/index.js';
import { startDispatcher } from '../platform/events/dispatcher.js';
import { expireFeeds } from '../platform/events/expiry.js';
import { createFiles, folderStore } from '../platform/files/index.js';
import { openOutgoing } from '../platform/outgoing/index.js';
import { createQueues, queueGauges, startSweeper } from '../platform/queue/index.js';
import { startLoop } from '../platform/time/loop.js';
import { startTicker } from '../platform/time/ticker.js';
import { rooms } from '../rooms.js';
import { workers } from '../workers.js';
import { type Ground, jobsUrlOf, openAs, wakerOf } from './ground.js';
import { traced } from './traced.js';

const HOUR_MS = 3_600_000;
/** What a job may still take when the hub stops; longer ones are begun again elsewhere. */
const GRACE_MS = 4_000;

/** Everything that happens without being asked: dispatcher, deadlines, jobs, sweeping. Any number may run over one database. */
export const startWorker = async (ground: Ground): Promise<void> => {
  const { config, log, metrics, atEnd } = ground;
  const database = await openAs(ground, 'hub_worker');
  const dispatch = database.pool('hub_dispatch');
  const wake = wakerOf(database);
  const report = (part: string) => (err: unknown) => log.warn({ err, part }, 'to be tried again');

  const queues = createQueues({
    jobsUrl: jobsUrlOf(ground),
    redisUrl: config.redisUrl,
    workers: workers.map((one) => traced(one, log, dispatch)),
    report: report('queue'),
  });
  atEnd('jobs', () => queues.stop(GRACE_MS));
  const files = createFiles(database.pool('hub_worker'), folderStore(join(config.dataDir, 'files')));
  const outgoing = openOutgoing(config.outgoing, config.dataDir);
  for (const line of outgoing.closed) log.warn({ part: 'outgoing' }, line);
  atEnd('outgoing', async () => outgoing.close());
  await queues.startWorkers(createRunner({ database, wake }), dispatch, files, outgoing);

  const dispatcher = startDispatcher({
    pool: dispatch,
    subjects: rooms.flatMap((room) => room.subjects),
    effects: rooms.flatMap((room) => room.effects),
    enqueue: queues.enqueue,
    onError: report('dispatcher'),
  });
  atEnd('dispatcher', () => dispatcher.stop());
  const sweeper = startSweeper({ pool: dispatch, enqueue: queues.enqueue, report: report('sweeper') });
  atEnd('sweeper', () => sweeper.stop());
  const ticker = startTicker({ pool: dispatch, wake: dispatcher.wake, report: report('ticker') });
  atEnd('ticker', () => ticker.stop());
  const broom = startLoop(async () => files.dropPending().then(() => HOUR_MS), report('files'));
  atEnd('files', () => broom.stop());
  const expiry = startLoop(async () => expireFeeds(dispatch).then(() => HOUR_MS), report('feeds'));
  atEnd('feeds', () => expiry.stop());
  const forgetting = startLoop(async () => ((await expireKeys(dispatch)) > 0 ? 0 : HOUR_MS), report('keys'));
  atEnd('keys', () => forgetting.stop());

  metrics.add({
    name: 'rongtong_waiting',
    help: 'What waits: ages in seconds, dead letters and retries as numbers.',
    label: 'what',
    read: async () => new Map(Object.entries(await queueGauges(dispatch, queues))),
  });
  metrics.add({ name: 'rongtong_dispatching', help: '1 where this process dispatches.', read: () => Number(dispatcher.active()) });
};
