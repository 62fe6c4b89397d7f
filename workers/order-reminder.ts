import { orderRemind } from '../src/orders/index.js';
import { worker } from '../src/platform/queue/index.js';

export default worker('order-reminder', { attempts: 5 }, (job, run) => run(orderRemind, { orderId: job.subjectId }));
