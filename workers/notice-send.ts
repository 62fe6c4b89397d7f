import { deliver } from '../src/notices/index.js';
import { worker } from '../src/platform/queue/index.js';

// Ten tries are a quarter of an hour: longer than a mail server takes to start anew.
export default worker('notice-send', { attempts: 10 }, deliver);
