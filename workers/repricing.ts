import { repricingFollow } from '../src/invoices/index.js';
import { worker } from '../src/platform/queue/index.js';

export default worker('repricing', { attempts: 5 }, (job, run) => run(repricingFollow, { orderId: job.subjectId }));
