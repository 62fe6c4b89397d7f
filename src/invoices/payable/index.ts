/** What the other nouns of this room, and the rooms above, do with payables. */
export { cutPayables } from './cut.js';
export { type Payable, PayableEntity } from './model.js';
export { openPayables } from './open.js';
export type { Cut, CutCause, PayableInvoice, PayablePart, TermStart } from './part.js';
export { startTerms } from './restart.js';
