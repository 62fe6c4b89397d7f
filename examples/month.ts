/**
 * A month of trade between the demo's buyer and its supplier, on the movable clock: an order, three deliveries of which one is short and
 * one is rejected in part, acceptance by hand and by clock, invoices with differences, a statement, payment in two parts after the day, and
 * the interest of the days between. Each figure is printed with what it comes from, and a subscriber prints each event as it happens.
 * Start the hub (`npm start`), then `npm run example:month`. The clock of that hub is some months later afterwards.
 */
import { Decimal } from 'decimal.js';
import { type Invoice, approve, credit, invoice, readInvoice, showInvoice } from './month/bills.js';
import { buyer, goTo, head, plus, say, supplier, today } from './month/desk.js';
import { accept, deliver, type Month, order, showClock, showProgress } from './month/goods.js';
import { pay, type Payable, payablesOf, settleAccount, showDue, showInterest } from './month/money.js';
import { startSubscriber } from './month/subscriber.js';

const run = process.env.RUN ?? String(Date.now());
const whoAmI = async (who: typeof buyer): Promise<string> =>
  (await who<{ viewer: { organisation: { id: string } } }>('{ viewer { organisation { id } } }')).viewer.organisation.id;

const from = await today();
const month: Month = { run, from, number: `MO-${run}`, buyerId: await whoAmI(buyer), supplierId: await whoAmI(supplier) };
const stopSubscriber = await startSubscriber();

await order(month);
const sendings = [
  { part: 1, pieces: { sent: '400', received: '400' } },
  { part: 2, pieces: { sent: '300', received: '290', short: '10' }, kilograms: '300' },
  { part: 3, pieces: { sent: '310', received: '305', rejected: '5' }, kilograms: '300' },
] as const;
const receipts = [];
for (const [n, sending] of sendings.entries()) {
  const day = plus(from, 2 * (n + 1));
  await goTo(run, day);
  receipts.push(await deliver(month, day, sending));
}
const [first, second, third] = receipts;
if (!first || !second || !third) throw new Error('three deliveries were recorded');
const byHand = plus(from, 7);
await goTo(run, byHand);
await accept(month, byHand, first);
await accept(month, byHand, second);
const byClock = plus(from, 17);
await goTo(run, byClock);
await showClock(third);
await showProgress(month);

const compressors = { orderLineId: '00010', itemName: '压缩机 QD-91', unit: 'C62' };
const brackets = { orderLineId: '00020', itemName: '支架 Q235', unit: 'KGM', price: '8.50' };
const agreed = await invoice(
  month,
  byClock,
  'I1',
  [first, second],
  [
    { ...compressors, quantity: '690', price: '100.00' },
    { ...brackets, quantity: '300' },
  ],
);
const differing = await invoice(
  month,
  byClock,
  'I2',
  [third],
  [
    { ...compressors, quantity: '310', price: '102.00' },
    { ...brackets, quantity: '300' },
  ],
);
showDue(await payablesOf(agreed));
await credit(month, byClock, differing);
await approve(month, agreed);

const periodEnd = plus(from, 29);
await goTo(run, periodEnd);
await settleAccount(month, periodEnd);

const [due] = await payablesOf(agreed);
if (!due?.dueOn) throw new Error('the undisputed part has a due day');
await goTo(run, due.dueOn);
showDue([due]);

const sumOf = (...amounts: readonly string[]): string => Decimal.sum(...amounts).toFixed(2);

/** Pays something towards what is open, and shows what the days until then came to. */
const payLate = async (day: string, part: number, amount: (payable: Payable) => string): Promise<void> => {
  await goTo(run, day);
  const [payable] = await payablesOf(agreed);
  if (!payable) return;
  showInterest([payable]);
  await pay(month, day, part, payable, amount(payable));
};
await payLate(plus(due.dueOn, 12), 1, () => '30000.00');
await payLate(plus(due.dueOn, 40), 2, ({ open, lateInterest }) => sumOf(open.amount, lateInterest.owed.amount));

head('the end');
const last: Invoice = await readInvoice(agreed.id);
showInvoice(last);
showInvoice(await readInvoice(differing.id));
const seen = await stopSubscriber();
say(`${seen} events were seen live`);
