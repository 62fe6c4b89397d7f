import { acceptanceByClock } from '../src/deliveries/index.js';
import { worker } from '../src/platform/queue/index.js';

export default worker('acceptance-clock', { attempts: 5 }, (job, run) => run(acceptanceByClock, { receiptId: job.subjectId }));
