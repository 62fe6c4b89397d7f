import { workTable } from '../src/interchange/index.js';
import { worker } from '../src/platform/queue/index.js';

export default worker('table-import', { attempts: 5, concurrency: 2 }, workTable);
