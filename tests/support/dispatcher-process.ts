import pg from 'pg';
import { startDispatcher } from '../../src/platform/events/dispatcher.js';
import { dispatchedForTests } from './dispatched.js';

// A dispatcher in a process of its own; prints a line when it has begun to dispatch.
const [url = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 2 });
pool.on('error', () => undefined);
const dispatcher = startDispatcher({ pool, ...dispatchedForTests, enqueue: async () => undefined });
const announced = setInterval(() => {
  if (!dispatcher.active()) return;
  clearInterval(announced);
  process.stdout.write('active\n');
}, 5);
