import { payableRecheck } from '../src/invoices/index.js';
import { worker } from '../src/platform/queue/index.js';

export default worker('payable-recheck', { attempts: 5 }, (job, run) => run(payableRecheck, { payableId: job.subjectId }));
