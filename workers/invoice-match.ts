import { invoiceMatch } from '../src/invoices/index.js';
import { worker } from '../src/platform/queue/index.js';

export default worker('invoice-match', { attempts: 5 }, (job, run) => run(invoiceMatch, { subjectId: job.subjectId }));
