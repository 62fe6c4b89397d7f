import { retentionRelease } from '../src/invoices/index.js';
import { worker } from '../src/platform/queue/index.js';

export default worker('retention-release', { attempts: 5 }, (job, run) => run(retentionRelease, { payableId: job.subjectId }));
