import { deliveryFiguresRefresh } from '../src/deliveries/index.js';
import { worker } from '../src/platform/queue/index.js';

// One count covers every change that is due by then: present state, never a delta.
export default worker('delivery-figures', { attempts: 5, concurrency: 2, takes: 'organisation' }, (_job, run) =>
  run(deliveryFiguresRefresh, {}),
);
