import acceptanceClock from '../workers/acceptance-clock.js';
import deliveryDates from '../workers/delivery-dates.js';
import deliveryFigures from '../workers/delivery-figures.js';
import invoiceMatch from '../workers/invoice-match.js';
import notice from '../workers/notice.js';
import noticeSend from '../workers/notice-send.js';
import orderProgress from '../workers/order-progress.js';
import orderReminder from '../workers/order-reminder.js';
import payableRecheck from '../workers/payable-recheck.js';
import repricing from '../workers/repricing.js';
import retentionRelease from '../workers/retention-release.js';
import statementTerms from '../workers/statement-terms.js';
import tableImport from '../workers/table-import.js';
import type { WorkerDefinition } from './platform/queue/index.js';

/** Every consumer of the hub: one file of `workers/` each. */
export const workers: readonly WorkerDefinition[] = [
  acceptanceClock,
  deliveryDates,
  deliveryFigures,
  invoiceMatch,
  notice,
  noticeSend,
  orderProgress,
  orderReminder,
  payableRecheck,
  repricing,
  retentionRelease,
  statementTerms,
  tableImport,
];
