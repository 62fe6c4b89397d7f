import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  agreedGoods,
  agreeTolerance,
  despatchOf,
  goodsHub,
  lineIdOf,
  move,
  type Progress,
  progressOf,
  receiptOf,
} from '../support/deliveries.js';
import type { OrdersHub, OrderView, Party } from '../support/orders.js';

let hub: OrdersHub;
let buyer: Party;
let supplier: Party;
let count = 0;

beforeAll(async () => {
  hub = await goodsHub();
  [buyer, supplier] = [await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
  await agreeTolerance(hub, buyer, supplier, { over: '0.05', under: '0.02' });
});
afterAll(() => hub.stop());

/** What the documents that were taken come to, counted in whole numbers by a hand of its own. */
interface Book {
  despatched: number;
  readonly open: { readonly id: string; left: number; received: boolean }[];
  received: number;
  rejected: number;
  short: number;
  closed: boolean;
}
type Step = readonly [kind: 'DESPATCH' | 'CANCEL' | 'RECEIVE' | 'RECEIVE_DESPATCH' | 'CLOSE' | 'REOPEN', amount: number, aside: number];
const CEILING = 105;

const under = (book: Book): number => book.open.reduce((sum, one) => sum + Math.max(one.left, 0), 0);

const despatch = async (order: OrderView, book: Book, amount: number): Promise<void> => {
  const done = await move(supplier, 'despatchSend', despatchOf(order, `WD-${count++}`, String(amount)));
  expect(done.userErrors.length === 0).toBe(!book.closed && book.received + under(book) + amount <= CEILING);
  if (!done.it) return;
  book.despatched += amount;
  book.open.push({ id: done.it.id, left: amount, received: false });
};

const cancel = async (book: Book, pick: number): Promise<void> => {
  const one = book.open[pick % Math.max(book.open.length, 1)];
  if (!one) return;
  const done = await move(supplier, 'despatchCancel', { despatchId: one.id, reason: 'x' });
  expect(done.userErrors.length === 0).toBe(!one.received);
  if (!done.it) return;
  book.despatched -= one.left;
  book.open.splice(book.open.indexOf(one), 1);
};

const receive = async (order: OrderView, book: Book, amount: number, aside: number, named: boolean): Promise<void> => {
  const one = named ? book.open[aside % Math.max(book.open.length, 1)] : undefined;
  const rejected = aside % 3 === 0 ? aside % 7 : 0;
  const short = aside % 4 === 1 ? 1 + (aside % 5) : 0;
  const line = {
    received: String(amount),
    ...(rejected > 0 ? { rejected: String(rejected), rejectReason: 'QUALITY', rejectAction: 'REPLACE' } : {}),
    ...(short > 0 ? { short: String(short), shortAction: 'SEND_REST' } : {}),
  };
  const done = await move(buyer, 'receiptRecord', receiptOf(order, `WR-${count++}`, line, one ? { despatch: { id: one.id } } : {}));
  expect(done.userErrors.length === 0).toBe(!book.closed && book.received + amount <= CEILING);
  if (!done.it) return;
  book.received += amount;
  book.rejected += rejected;
  book.short += short;
  if (one) Object.assign(one, { received: true, left: one.left - amount - rejected - short });
};

const turn = async (lineId: string, book: Book, closes: boolean): Promise<void> => {
  const done = await move(buyer, closes ? 'lineClose' : 'lineReopen', { lineId, reason: 'x' });
  expect(done.userErrors.length === 0).toBe(closes ? !book.closed && under(book) === 0 : book.closed);
  if (done.it) book.closed = closes;
};

const told = (book: Book): Partial<Progress> => ({
  despatched: String(book.despatched),
  inTransit: String(under(book)),
  received: String(book.received),
  rejected: String(book.rejected),
  short: String(book.short),
  open: String(book.closed ? 0 : Math.max(100 - book.received, 0)),
});

const steps = fc.array(
  fc.tuple(
    fc.constantFrom('DESPATCH', 'DESPATCH', 'CANCEL', 'RECEIVE', 'RECEIVE_DESPATCH', 'RECEIVE_DESPATCH', 'CLOSE', 'REOPEN'),
    fc.integer({ min: 1, max: 60 }),
    fc.nat(20),
  ),
  { minLength: 6, maxLength: 14 },
);

it('no sequence of despatches, receipts and closings exceeds the tolerance, and every balance is what the documents come to', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (walk) => {
      const order = await agreedGoods(buyer, supplier, `W-${count++}`);
      const lineId = await lineIdOf(buyer, order.id);
      const book: Book = { despatched: 0, open: [], received: 0, rejected: 0, short: 0, closed: false };
      for (const [kind, amount, aside] of walk as Step[]) {
        if (kind === 'DESPATCH') await despatch(order, book, amount);
        else if (kind === 'CANCEL') await cancel(book, aside);
        else if (kind === 'CLOSE' || kind === 'REOPEN') await turn(lineId, book, kind === 'CLOSE');
        else await receive(order, book, amount, aside, kind === 'RECEIVE_DESPATCH');
        expect(await progressOf(aside % 2 ? buyer : supplier, order.id)).toMatchObject(told(book));
        taken += 1;
      }
    }),
    { numRuns: 12, seed: 20261126 },
  );
  expect(taken).toBeGreaterThan(60);
  const { rows } = await hub.db.owner.query('select 1 from app.line_balance where received - replaced > ceiling');
  expect(rows).toEqual([]);
});
