import { worker } from '../src/platform/queue/index.js';
import { statementTermsFollow } from '../src/statements/index.js';

// One run covers every payable that waits by then: present state, never a delta.
export default worker('statement-terms', { attempts: 5, concurrency: 2, takes: 'organisation' }, (_job, run) =>
  run(statementTermsFollow, {}),
);
