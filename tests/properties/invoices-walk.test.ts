import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptanceRecord, goodsReturnSend, receiptRecord } from '../../src/deliveries/index.js';
import { warrantyClaimAnswer, warrantyClaimSubmit } from '../../src/deliveries/warranty/commands.js';
import {
  creditNoteSubmit,
  disputeAnswer,
  disputeDecide,
  invoiceDispute,
  invoiceMatch,
  invoiceRespond,
  invoiceSubmit,
  invoiceVoid,
} from '../../src/invoices/index.js';
import { paymentAdvise } from '../../src/invoices/payment/commands.js';
import { publicId } from '../../src/kernel/ids.js';
import type { Command, Result } from '../../src/platform/commands/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { trading, type Trading } from '../support/payables.js';
import { demoHub, type Hub, orgIdOf } from '../support/parties.js';

let db: TestDatabase;
let hub: Hub;
let trade: Trading;
beforeAll(async () => {
  db = await freshDatabase();
  hub = await demoHub(await db.open());
  trade = trading(hub, db);
  await trade.agree('supplier', {
    inspectionDays: 5,
    overTolerance: '0.1',
    plan: [
      { kind: 'ACCEPTANCE', share: '0.9', trigger: 'ACCEPTANCE', days: 30 },
      { kind: 'RETENTION', share: '0.1', trigger: 'ACCEPTANCE', days: 365 },
    ],
  });
}, 60_000);
afterAll(() => db.drop());

// Each is empty as long as what the tables say of one thing is the same everywhere.
const BROKEN: Readonly<Record<string, string>> = {
  'the buckets are the total': `select id from app.invoice where pending + payable + disputed + retained + settled <> total
    or least(pending, payable, disputed, retained, settled) < 0`,
  'the buckets are what the movements made of the total': `select i.id from app.invoice i cross join unnest(array['PENDING', 'PAYABLE', 'DISPUTED', 'RETAINED', 'SETTLED'],
    array[i.pending, i.payable, i.disputed, i.retained, i.settled]) as b(name, amount)
    where b.amount <> case b.name when 'PENDING' then i.total else 0 end + coalesce((select sum(case b.name when m.to_bucket then m.amount
      when m.from_bucket then -m.amount else 0 end) from app.invoice_movement m where m.invoice_id = i.id), 0)`,
  'lines, disputes and payables hold what the invoice says': `select i.id from app.invoice i where
    i.pending <> (select sum(l.pending) from app.invoice_line l where l.invoice_id = i.id)
    or i.disputed <> (select sum(l.disputed) from app.invoice_line l where l.invoice_id = i.id)
    or i.disputed <> coalesce((select sum(d.open) from app.dispute d where d.invoice_id = i.id), 0)
    or i.total <> (select sum(l.share) from app.invoice_line l where l.invoice_id = i.id)
    or i.payable <> coalesce((select sum(p.open) from app.payable p where p.invoice_id = i.id), 0)
    or i.retained <> coalesce((select sum(p.retained) from app.payable p where p.invoice_id = i.id), 0)`,
  'what is credited is what the credit notes say': `select i.id from app.invoice i
    where i.credited <> coalesce((select sum(c.total) from app.credit_note c where c.invoice_id = i.id), 0) or i.credited > i.total`,
  'a unit received is invoiced once, and only when it was accepted': `select r.id from app.receipt_line r
    where r.invoiced > r.accepted or r.invoiced <> coalesce((select sum(c.quantity) from app.invoice_receipt c where c.receipt_line_id = r.id and c.released_by is null), 0)`,
  'the balance of a line counts the same': `select b.line_id from app.line_balance b where b.invoiced > b.accepted or b.received - b.replaced > b.ceiling
    or b.invoiced <> coalesce((select sum(c.quantity) from app.invoice_receipt c where c.order_line_id = b.line_id and c.released_by is null), 0)`,
  'no line claims more than it invoices': `select id from app.invoice_line where claimed > greatest(coalesce(order_quantity, 0) - credited_quantity, 0)
    or claimed <> coalesce((select sum(c.quantity) from app.invoice_receipt c where c.invoice_line_id = invoice_line.id and c.released_by is null), 0)`,
  'an ended dispute holds nothing but what awaits its credit': `select id from app.dispute where status = 'WITHDRAWN' and open > 0`,
};

// When the jobs are done, goods that went back are claimed by nobody.
const SETTLED = 'select r.id from app.receipt_line r where r.invoiced > r.accepted - r.returned';

interface Step {
  readonly what: 'receive' | 'accept' | 'giveBack' | 'invoice' | 'credit' | 'dispute' | 'decide' | 'respond' | 'pay' | 'void' | 'work';
  /** Chooses among what is there, and how much. */
  readonly pick: number;
  readonly size: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step['what'][]>(
    'receive',
    'receive',
    'accept',
    'accept',
    'giveBack',
    'invoice',
    'invoice',
    'credit',
    'credit',
    'dispute',
    'decide',
    'respond',
    'pay',
    'pay',
    'void',
    'work',
  ),
  pick: fc.nat(9),
  size: fc.integer({ min: 1, max: 60 }),
});

let calls = 0;
const next = (kind: string): string => `${kind}-w${++calls}`;

/** One walk: an order of a hundred pieces at 10 with 13 % tax, and what the two do with it. */
class Walk {
  readonly #due: string[] = [];
  taken = 0;
  constructor(readonly orderId: string) {}

  async #do<I, R extends Result>(who: 'buyer' | 'supplier', command: Command<I, R>, input: object): Promise<R | undefined> {
    const { result } = await hub.as(who, command, { ...input, ...(command.key === 'none' ? {} : { idempotencyKey: next('key') }) });
    if (result) this.taken += 1;
    return result;
  }

  async #pick<Row extends object>(sql: string, pick: number): Promise<Row | undefined> {
    const rows = await trade.rows<Row>(sql, [this.orderId.slice(4)]);
    return rows.length === 0 ? undefined : rows[pick % rows.length];
  }

  #receipt = (pick: number) =>
    this.#pick<{ id: string; receipt_id: string }>(
      'select id, receipt_id from app.receipt_line where order_id = $1::uuid order by id',
      pick,
    );
  #invoice = (pick: number) =>
    this.#pick<{ id: string }>('select distinct invoice_id as id from app.invoice_line where order_id = $1::uuid order by 1', pick);

  async work(): Promise<void> {
    for (const subjectId of this.#due.splice(0)) await hub.as('buyer', invoiceMatch, { subjectId });
  }

  async receive({ size }: Step): Promise<void> {
    const line = { order: { id: this.orderId }, lineId: '1', received: String(size) };
    const done = await this.#do('buyer', receiptRecord, { number: next('GR'), lines: [line] });
    if (done) this.#due.push(String(done.receiptId));
  }

  async accept({ pick, size }: Step): Promise<void> {
    const receipt = await this.#receipt(pick);
    if (!receipt) return;
    const line = {
      receiptLineId: publicId('rcl', receipt.id),
      ...(pick % 4 === 0 ? { refused: String(size), reason: 'QUALITY', action: 'RETURN' } : { accepted: String(size) }),
    };
    const done = await this.#do('buyer', acceptanceRecord, {
      receiptId: publicId('rct', receipt.receipt_id),
      kind: 'PARTIAL',
      lines: [line],
    });
    if (done) this.#due.push(String(done.acceptanceId));
  }

  async giveBack({ pick, size }: Step): Promise<void> {
    const receipt = await this.#receipt(pick);
    if (!receipt) return;
    const replace = pick % 2 === 0;
    const claim = await this.#do('buyer', warrantyClaimSubmit, {
      receiptLineId: publicId('rcl', receipt.id),
      number: next('WC'),
      quantity: String(size),
      defect: 'HIDDEN',
      remedy: replace ? 'REPLACE' : 'RETURN',
      description: 'x',
    });
    if (!claim) return;
    const claimId = publicId('wcl', String(claim.claimId));
    await this.#do('supplier', warrantyClaimAnswer, { claimId, decision: 'ACCEPT' });
    const lines = [{ claimId, quantity: String(size), consequence: replace ? 'REPLACEMENT' : 'CREDIT' }];
    const back = await this.#do('buyer', goodsReturnSend, { number: next('RT'), lines });
    if (back) this.#due.push(String(back.returnId));
  }

  async invoice({ pick, size }: Step): Promise<void> {
    const line = { orderLineId: '1', itemName: 'Motor', unit: 'C62', taxRate: '13' };
    const [first, second] = [
      { ...line, lineId: '1', quantity: String(size), price: pick % 3 === 0 ? '11.37' : '10' },
      { ...line, lineId: '2', quantity: '1', price: '0.33', orderLineId: undefined },
    ];
    await this.#do('supplier', invoiceSubmit, {
      buyer: { id: orgIdOf('buyer') },
      number: next('INV'),
      currency: 'CNY',
      order: { id: this.orderId },
      lines: pick % 2 === 0 ? [first] : [first, second],
      totals: pick === 5 ? { prepaid: '7.77' } : {},
    });
  }

  async credit({ pick, size }: Step): Promise<void> {
    const invoice = await this.#invoice(pick);
    if (!invoice) return;
    const how =
      pick % 5 === 0
        ? { whole: true }
        : { lines: [{ lineId: '1', ...(pick % 2 === 0 ? { quantity: String(Math.ceil(size / 10)) } : { gross: `${size}.01` }) }] };
    await this.#do('supplier', creditNoteSubmit, {
      kind: 'CREDIT_NOTE',
      original: { id: publicId('inv', invoice.id) },
      number: next('CN'),
      ...how,
    });
  }

  async dispute({ pick, size }: Step): Promise<void> {
    const invoice = await this.#invoice(pick);
    if (!invoice) return;
    const item = { reason: 'QUA', ...(pick % 3 === 0 ? {} : { amount: `${size}.5` }) };
    await this.#do('buyer', invoiceDispute, { invoiceId: publicId('inv', invoice.id), items: [item] });
  }

  async decide({ pick, size }: Step): Promise<void> {
    const found = await this.#pick<{ id: string }>(
      `select d.id from app.dispute d join app.invoice_line l on l.id = d.invoice_line_id where l.order_id = $1::uuid and d.status not in ('WITHDRAWN', 'SETTLED') order by d.id`,
      pick,
    );
    if (!found) return;
    const disputeId = publicId('dsp', found.id);
    if (pick % 3 === 0) await this.#do('supplier', disputeAnswer, { disputeId, answer: 'ACCEPT' });
    else
      await this.#do('buyer', disputeDecide, {
        disputeId,
        ...(pick % 3 === 1 ? { decision: 'WITHDRAW' } : { decision: 'SETTLE', conceded: `${size}.07` }),
      });
  }

  async respond({ pick }: Step): Promise<void> {
    const invoice = await this.#invoice(pick);
    const code = ['AB', 'CA', 'AP', 'RE', 'PD'][pick % 5];
    if (invoice) await this.#do('buyer', invoiceRespond, { invoiceId: publicId('inv', invoice.id), code, reasons: ['OTH'] });
  }

  async pay({ pick, size }: Step): Promise<void> {
    const invoice = await this.#invoice(pick);
    if (!invoice) return;
    const amount = pick % 4 === 0 ? undefined : `${size}.13`;
    const open =
      (await trade.rows<{ payable: string }>('select payable::text from app.invoice where id = $1', [invoice.id]))[0]?.payable ?? '0';
    const paid = amount ?? open;
    const [today] = await trade.rows<{ day: string }>('select app.business_date()::text as day');
    await this.#do('buyer', paymentAdvise, {
      supplier: { id: orgIdOf('supplier') },
      number: next('RA'),
      paidOn: today?.day,
      amount: paid,
      parts: [{ invoiceId: publicId('inv', invoice.id), amount: paid }],
    });
  }

  async void({ pick }: Step): Promise<void> {
    const invoice = await this.#invoice(pick);
    if (invoice) await this.#do('supplier', invoiceVoid, { invoiceId: publicId('inv', invoice.id), reason: 'x' });
  }
}

const whole = async (sql: string, why: string): Promise<void> => expect(await trade.rows(sql), why).toEqual([]);

it('no sequence of receipts, returns, invoices, credits and payments breaks a sum or invoices a unit twice', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 26 }), async (steps) => {
      const { id } = await trade.order('supplier', '100', '10');
      const walk = new Walk(id);
      for (const one of steps) {
        await walk[one.what](one);
        for (const [why, sql] of Object.entries(BROKEN)) await whole(sql, `${why}, after ${JSON.stringify(one)}`);
      }
      await walk.work();
      await whole(SETTLED, 'goods that went back are claimed by nobody');
      for (const [why, sql] of Object.entries(BROKEN)) await whole(sql, why);
      taken += walk.taken;
    }),
    { numRuns: Number(process.env.WALKS ?? 60), endOnFailure: true },
  );
  expect(taken).toBeGreaterThan(100);
}, 240_000);
