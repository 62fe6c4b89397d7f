import { createRunner } from '../../src/platform/commands/index.js';
import { openDatabase, roleUrl } from '../../src/platform/database/index.js';
import { createQueues } from '../../src/platform/queue/queues.js';
import { testWorkers } from './jobs.js';
import { testRoles } from './roles.js';

// A worker in a process of its own, to be killed in the middle of a job; the job itself says when that is.
const [url = '', redisUrl] = process.argv.slice(2);
const database = await openDatabase({ url, actingRole: 'hub_worker', entities: [], ...testRoles });
const queues = createQueues({ jobsUrl: roleUrl(url, 'hub_jobs', testRoles), redisUrl, workers: testWorkers, deadAfterMs: 1_000 });
await queues.startWorkers(createRunner({ database }), database.pool('hub_dispatch'));
