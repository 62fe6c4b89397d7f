import { noticesRaise } from '../src/notices/index.js';
import { worker } from '../src/platform/queue/index.js';

// One run tells all that has happened by then: what came first is told first, and what came together in one message.
export default worker('notice', { attempts: 5, concurrency: 2, takes: 'organisation' }, (_job, run) => run(noticesRaise, {}));
