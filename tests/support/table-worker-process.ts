import { join } from 'node:path';
import { createRunner } from '../../src/platform/commands/index.js';
import { openDatabase, roleUrl } from '../../src/platform/database/index.js';
import { createFiles, folderStore } from '../../src/platform/files/index.js';
import { createQueues } from '../../src/platform/queue/queues.js';
import { rooms } from '../../src/rooms.js';
import tableImport from '../../workers/table-import.js';
import { testRoles } from './roles.js';

// Works off tables in a process of its own, to be killed in the middle of one.
const [url = '', dataDir = '', redisUrl] = process.argv.slice(2);
const database = await openDatabase({ url, actingRole: 'hub_worker', entities: rooms.flatMap((room) => room.entities), ...testRoles });
const jobsUrl = roleUrl(url, 'hub_jobs', testRoles);
const queues = createQueues({ jobsUrl, redisUrl, workers: [tableImport], deadAfterMs: 1_000, retryAfterMs: 20 });
const files = createFiles(database.pool('hub_worker'), folderStore(join(dataDir, 'files')));
await queues.startWorkers(createRunner({ database }), database.pool('hub_dispatch'), files);
setInterval(() => process.stdout.write(`${process.memoryUsage.rss()}\n`), 500).unref();
