import { decimal } from '../../kernel/decimal.js';
import type { CalendarDate } from '../../kernel/date.js';
import { minorDigits } from '../../kernel/money.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { organisationOf } from '../../parties/index.js';
import { type Cells, command, type CommandContext, insertRows } from '../../platform/commands/index.js';
import { applyPayment } from './apply.js';
import { adviseInput, type AdviseInput, confirmInput, type Instrument } from './inputs.js';
import { type Payment, PaymentEntity } from './model.js';
import { aim, debtsOf, lockDebts, type Target, targetFaults } from './target.js';

type Clause = 'MONEY' | 'AGREED_TO_SETTLE' | 'NOT_AGREED';

/** Order 802 art. 11: a bill or voucher settles only where every agreement that it touches says so. */
const clauseOf = async (ctx: CommandContext, instrument: Instrument, targets: readonly Target[]): Promise<Clause> => {
  if (instrument !== 'BILL' && instrument !== 'VOUCHER') return 'MONEY';
  const ids = [...new Set(targets.map((target) => target.payable.agreementId))];
  const [agreed] = await ctx.sql<{ n: number }>(
    `select count(*)::int as n from app.trade_agreement a where a.id = any($1::uuid[]) and a.bill_settles and $2 = any(a.instruments)`,
    [ids.filter((id) => id !== null), instrument],
  );
  return agreed?.n === ids.length ? 'AGREED_TO_SETTLE' : 'NOT_AGREED';
};

const inputFaults = (ctx: CommandContext, { paidOn, amount, currency, number }: AdviseInput): Refusal[] => {
  const faults: Refusal[] = [];
  if (paidOn > ctx.businessDate)
    faults.push({ code: 'PAID_IN_FUTURE', field: ['paidOn'], params: { given: paidOn, today: ctx.businessDate } });
  if (amount.decimalPlaces() > minorDigits(currency)) faults.push({ code: 'INVALID_VALUE', field: ['amount'] });
  if (fingerprint(number) === '') faults.push({ code: 'INVALID_VALUE', field: ['number'] });
  return faults;
};

const paymentCells = (ctx: CommandContext, id: string, supplierId: string, input: AdviseInput, clause: Clause): Cells => ({
  id,
  buyer_id: ctx.viewer.orgId,
  supplier_id: supplierId,
  number: input.number,
  number_key: fingerprint(input.number),
  paid_on: input.paidOn,
  amount: input.amount.toFixed(minorDigits(input.currency)),
  currency: input.currency,
  instrument: input.instrument,
  clause,
  status: clause === 'NOT_AGREED' ? 'HELD' : 'APPLIED',
  version: 1,
  value_on: clause === 'NOT_AGREED' ? null : input.paidOn,
  end_to_end_id: input.endToEndId ?? null,
  note: input.note ?? null,
  actor_id: ctx.viewer.actorId,
  business_time: ctx.businessNow,
});

const lineCells = (ctx: CommandContext, paymentId: string, { payable, amount, costs }: Target, i: number): Cells => ({
  id: ctx.newId(),
  payment_id: paymentId,
  payable_id: payable.id,
  buyer_id: payable.buyerId,
  supplier_id: payable.supplierId,
  position: i + 1,
  amount: amount.toFixed(minorDigits(payable.currency)),
  costs: costs.toFixed(minorDigits(payable.currency)),
});

/**
 * The buyer says that it has paid a supplier: one or more debts, whole or in part, or as the law divides it (Civil Code art. 560).
 * Interest up to the day is posted and the payment applied (art. 561, or as agreed). A bill without a clause is recorded and settles
 * nothing (Order 802 art. 11): its status is HELD.
 * @returns refusals NOT_FOUND, ORGANISATION_UNKNOWN, PAYMENT_*, PAID_IN_FUTURE
 */
export const paymentAdvise = command({
  name: 'paymentAdvise',
  need: 'invoices:write',
  key: 'required',
  input: adviseInput,
  constraints: {
    payment_number_once: { code: 'PAYMENT_EXISTS', field: ['number'] },
    payment_end_to_end_once: { code: 'PAYMENT_REPEATED', field: ['endToEndId'] },
  },
  async run(ctx, input): Promise<Verdict<{ paymentId: string }>> {
    const supplier = await organisationOf(ctx.sql, input.supplier, ['supplier']);
    if (!supplier.ok) return supplier;
    const faults = inputFaults(ctx, input);
    if (faults.length > 0) return refused(...faults);
    const taken = await repeated(ctx, supplier.value, input);
    if (taken.length > 0) return refused(...taken);
    const debts = await debtsOf(ctx, supplier.value, input);
    const aimed = aim(debts, input);
    if (!aimed.ok) return aimed;
    const clause = await clauseOf(ctx, input.instrument, aimed.value);
    const id = ctx.newId();
    const store = (table: string, rows: readonly Cells[]) => insertRows((text, params) => ctx.write(text, params), table, rows);
    await store('payment', [paymentCells(ctx, id, supplier.value, input, clause)]);
    await store(
      'payment_line',
      aimed.value.map((target, i) => lineCells(ctx, id, target, i)),
    );
    const payment = { id, buyerId: ctx.viewer.orgId, supplierId: supplier.value, currency: input.currency, on: input.paidOn };
    if (clause !== 'NOT_AGREED') await applyPayment(ctx, payment, aimed.value, debts);
    const status = clause === 'NOT_AGREED' ? 'HELD' : 'APPLIED';
    ctx.event({ type: 'PAYMENT_ADVISED', subject: 'Payment', id, version: 1, parties: [payment.buyerId, payment.supplierId], status });
    return ok({ paymentId: id });
  },
});

/** A repeated advice is told so, before what it would pay a second time is looked at. */
const repeated = async (ctx: CommandContext, supplierId: string, { number, endToEndId }: AdviseInput): Promise<Refusal[]> => {
  const [found] = await ctx.sql<{ number: boolean | null; transfer: boolean | null }>(
    `select bool_or(p.supplier_id = $2 and p.number_key = $3) as number, bool_or(p.end_to_end_id = $4) as transfer from app.payment p
     where p.buyer_id = $1 and (p.supplier_id = $2 and p.number_key = $3 or p.end_to_end_id = $4)`,
    [ctx.viewer.orgId, supplierId, fingerprint(number), endToEndId ?? null],
  );
  if (found?.transfer) return [{ code: 'PAYMENT_REPEATED', field: ['endToEndId'] }];
  return found?.number ? [{ code: 'PAYMENT_EXISTS', field: ['number'] }] : [];
};

interface Line {
  readonly id: string;
  readonly invoiceId: string;
  readonly amount: string;
  readonly costs: string;
}

const linesOf = (ctx: CommandContext, paymentId: string): Promise<Line[]> =>
  ctx.sql<Line>(
    `select p.id, p.invoice_id as "invoiceId", l.amount::text, l.costs::text from app.payment_line l join app.payable p on p.id = l.payable_id
     where l.payment_id = $1 order by l.position`,
    [paymentId],
  );

const confirmFaults = async (ctx: CommandContext, payment: Payment, receivedOn: CalendarDate): Promise<Refusal[]> => {
  const [done] = await ctx.sql('select from app.payment_confirmation where payment_id = $1', [payment.id]);
  if (done) return [{ code: 'PAYMENT_CONFIRMED', field: ['paymentId'] }];
  if (receivedOn > ctx.businessDate)
    return [{ code: 'PAID_IN_FUTURE', field: ['receivedOn'], params: { given: receivedOn, today: ctx.businessDate } }];
  if (receivedOn < payment.paidOn)
    return [{ code: 'RECEIVED_BEFORE_PAID', field: ['receivedOn'], params: { paid: payment.paidOn, given: receivedOn } }];
  return [];
};

/**
 * The supplier says that it has the money. A held payment is applied from that day on.
 * @returns refusals NOT_FOUND, NOT_ALLOWED, PAYMENT_CONFIRMED, PAID_IN_FUTURE, RECEIVED_BEFORE_PAID, PAYMENT_OVER_DUE, PAYMENT_OUT_OF_ORDER
 */
export const paymentConfirm = command({
  name: 'paymentConfirm',
  need: 'invoices:write',
  key: 'optional',
  input: confirmInput,
  constraints: { payment_confirmed_once: { code: 'PAYMENT_CONFIRMED', field: ['paymentId'] } },
  async run(ctx, { paymentId, receivedOn, note }): Promise<Verdict<{ paymentId: string }>> {
    const lines = await linesOf(ctx, paymentId);
    const debts = await lockDebts(ctx, lines);
    const payment = await ctx.lockById(PaymentEntity, paymentId);
    if (payment === undefined) return refused({ code: 'NOT_FOUND', field: ['paymentId'] });
    if (ctx.viewer.orgId !== payment.supplierId)
      return refused({ code: 'NOT_ALLOWED', params: { action: 'paymentConfirm', status: payment.status } });
    const targets = lines.flatMap((line): Target[] => {
      const payable = debts.payables.find((one) => one.id === line.id);
      return payable ? [{ payable, amount: decimal(line.amount), costs: decimal(line.costs) }] : [];
    });
    const faults = await confirmFaults(ctx, payment, receivedOn);
    if (payment.status === 'HELD')
      faults.push(...targets.flatMap((target) => targetFaults(target, receivedOn, payment.currency, ['paymentId'])));
    if (faults.length > 0) return refused(...faults);
    await insertRows((text, params) => ctx.write(text, params), 'payment_confirmation', [
      confirmationCells(ctx, payment, receivedOn, note),
    ]);
    const status = payment.status === 'HELD' ? 'APPLIED' : payment.status;
    await ctx.write('update app.payment set version = version + 1, status = $2, value_on = coalesce(value_on, $3) where id = $1', [
      payment.id,
      status,
      receivedOn,
    ]);
    if (payment.status === 'HELD') await applyPayment(ctx, { ...payment, on: receivedOn }, targets, debts);
    ctx.event({
      type: 'PAYMENT_CONFIRMED',
      subject: 'Payment',
      id: payment.id,
      version: payment.version + 1,
      parties: [payment.buyerId, payment.supplierId],
      status,
    });
    return ok({ paymentId });
  },
});

const confirmationCells = (ctx: CommandContext, payment: Payment, receivedOn: string, note: string | undefined): Cells => ({
  id: ctx.newId(),
  payment_id: payment.id,
  buyer_id: payment.buyerId,
  supplier_id: payment.supplierId,
  received_on: receivedOn,
  note: note ?? null,
  actor_id: ctx.viewer.actorId,
  business_time: ctx.businessNow,
});
