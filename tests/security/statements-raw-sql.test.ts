import { randomUUID } from 'node:crypto';
import { repricingLifecycle } from '../../src/invoices/index.js';
import { parseId } from '../../src/kernel/ids.js';
import { statementLifecycle } from '../../src/statements/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/platform/database/index.js';
import type { OrdersHub, Party } from '../support/orders.js';
import {
  lineOf,
  made,
  NOVEMBER,
  rawIn,
  say,
  sent,
  type StatementView,
  statementsHub,
  trade,
  type Trade,
  tradingParty,
} from '../support/statements.js';

let hub: OrdersHub;
let database: Database;
let stranger: Party;
beforeAll(async () => {
  hub = await statementsHub();
  database = await hub.db.open();
  raw = rawIn(database);
  stranger = await tradingParty(hub);
});
afterAll(() => hub.stop());

let raw: ReturnType<typeof rawIn>;
const uuid = ({ id }: { readonly id: string }): string => parseId('stm', id) ?? '';
const ticked = async (t: Trade): Promise<StatementView> => {
  const statement = await sent(t);
  for (const who of [t.supplier, t.buyer]) await say(who, 'statementTick', { statementId: statement.id, all: true });
  return statement;
};
const set = (id: string, columns: string): [string, unknown[]] => [`update app.statement set ${columns} where id = $1`, [id]];
const mark = (
  t: Trade,
  statement: StatementView,
  reference: string,
  side: string,
  who: Party,
  kind: string,
  reason = 'x',
): [string, unknown[]] => [
  `insert into app.statement_mark (id, line_id, statement_id, buyer_id, supplier_id, side, kind, reason, currency, org_id, actor_id, business_time)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'CNY', $9, $9, now())`,
  [
    randomUUID(),
    parseId('stl', lineOf(statement, reference)),
    uuid(statement),
    t.buyer.uuid,
    t.supplier.uuid,
    side,
    kind,
    reason,
    who.uuid,
  ],
];

const DRAFT = `insert into app.statement (id, buyer_id, supplier_id, number, number_key, period_from, period_to, currency, drafted_by, answer_days, business_time, actor_id)
  values ($1, $2, $3, 'RAW', 'RAW', '2026-10-01', '2026-10-31', 'CNY', $4, 5, now(), $4)`;
const LINE = `insert into app.statement_line (id, statement_id, buyer_id, supplier_id, position, kind, subject_id, document_type, document_id, day, reference, reference_key,
    quantity, unit, amount, currency)
  select gen_random_uuid(), $1, v.buyer_id, v.supplier_id, row_number() over (order by v.subject_id), v.kind, v.subject_id, v.document_type, v.document_id, v.day, v.reference,
    v.reference, v.quantity, v.unit, coalesce(v.amount, 1), v.currency from app.statement_subject v where v.buyer_id = $2 and v.supplier_id = $3`;
const drafting = (t: Trade, who: Party, lines: string): [string, unknown[]][] => {
  const id = randomUUID();
  return [
    [DRAFT, [id, t.buyer.uuid, t.supplier.uuid, who.uuid]],
    [lines, [id, t.buyer.uuid, t.supplier.uuid]],
  ];
};

describe('Raw SQL in the role of the application', () => {
  it('cannot draft in the name of the other side, nor let a stranger in', async () => {
    const t = await trade(hub, false);
    expect(await raw(t.buyer, [DRAFT, [randomUUID(), t.buyer.uuid, t.supplier.uuid, t.supplier.uuid]])).toBe('wrong_hands');
    expect(await raw(stranger, [DRAFT, [randomUUID(), t.buyer.uuid, t.supplier.uuid, stranger.uuid]])).not.toBe('done');
    const statement = await sent(t);
    expect(await raw(stranger, set(uuid(statement), `version = 9`))).toBe('nothing');
  });

  it('cannot state a document outside the period, of another day or amount, of nobody, or twice', async () => {
    const t = await trade(hub);
    expect(await raw(t.buyer, ...drafting(t, t.buyer, LINE))).toBe('statement_line_in_period');
    const october = `${LINE} and v.day <= '2026-10-31'`;
    expect(await raw(t.buyer, ...drafting(t, t.buyer, october.replace('v.day,', `v.day + 1,`)))).toBe('statement_line_true');
    expect(await raw(t.buyer, ...drafting(t, t.buyer, october.replace('coalesce(v.amount, 1)', 'coalesce(v.amount, 0) + 1')))).toBe(
      'statement_line_true',
    );
    expect(
      await raw(t.buyer, ...drafting(t, t.buyer, october.replace('v.subject_id, v.document_type', 'gen_random_uuid(), v.document_type'))),
    ).toBe('statement_line_true');
    await made(t);
    const other = october.replaceAll("'RAW'", "'RAW2'");
    expect(await raw(t.buyer, ...drafting(t, t.buyer, other))).toBe('statement_chain');
  });

  it('cannot add a line to a statement that stands, nor change one, nor write its sums', async () => {
    const t = await trade(hub);
    const statement = await made(t, { subjectIds: [t.receipts[0]] });
    expect(await raw(t.supplier, [`${LINE} and v.reference = 'GR-2'`, [uuid(statement), t.buyer.uuid, t.supplier.uuid]])).toBe(
      'wrong_hands',
    );
    for (const column of ['amount = 1', `buyer_mark = 'TICKED'`, 'excluded = true', 'live = false'])
      expect(await raw(t.buyer, [`update app.statement_line set ${column} where statement_id = $1`, [uuid(statement)]])).toBe('42501');
    for (const column of ['closing = 1', 'received = 1', 'buyer_ticked = 1', 'open_disputes = 0', 'opening = 1'])
      expect(await raw(t.buyer, set(uuid(statement), column))).toBe('42501');
    expect(await raw(t.buyer, [`delete from app.statement_line where statement_id = $1`, [uuid(statement)]])).toBe('42501');
  });

  it('cannot mark, send or confirm for the other side, nor what is not ticked, nor on another day', async () => {
    const t = await trade(hub, false);
    const draft = await made(t);
    expect(
      await raw(t.buyer, set(uuid(draft), `status = 'SENT', sent_on = app.business_date(), answer_due_on = app.business_date()`)),
    ).toBe('wrong_hands');
    await say(t.supplier, 'statementWithdraw', { statementId: draft.id });
    const statement = await ticked(t);
    const id = uuid(statement);
    expect(await raw(t.buyer, mark(t, statement, 'GR-1', 'SUPPLIER', t.buyer, 'DISPUTE'))).toBe('wrong_hands');
    expect(await raw(t.buyer, mark(t, statement, 'GR-1', 'BUYER', t.supplier, 'DISPUTE'))).toBe('wrong_hands');
    expect(await raw(t.buyer, mark(t, statement, 'GR-1', 'BUYER', t.buyer, 'EXCLUDE'))).toBe('exclusion_agreed');
    expect(await raw(t.buyer, set(id, 'supplier_confirmed_on = app.business_date()'))).toBe('wrong_hands');
    expect(await raw(t.buyer, set(id, `buyer_confirmed_on = '2026-11-01'`))).toBe('wrong_hands');
    expect(await raw(t.buyer, set(id, `status = 'CONFIRMED', confirmed_on = app.business_date()`))).toBe('statement_confirmed');
    expect(
      await raw(t.buyer, set(id, `status = 'CONFIRMED', buyer_confirmed_on = app.business_date(), confirmed_on = app.business_date()`)),
    ).toBe('statement_confirmed');
    expect(await raw(t.buyer, set(id, `status = 'WITHDRAWN'`))).toBe('wrong_hands');
    expect(await raw(t.buyer, mark(t, statement, 'GR-1', 'BUYER', t.buyer, 'DISPUTE'), set(id, `status = 'SENT'`))).toBe(
      'statement_disputed',
    );
    expect(
      await raw(t.buyer, mark(t, statement, 'GR-1', 'BUYER', t.buyer, 'DISPUTE'), set(id, `buyer_confirmed_on = app.business_date()`)),
    ).toBe('wrong_hands');
  });

  it('cannot take a confirmation back, reopen what is confirmed, or begin with another balance', async () => {
    const t = await trade(hub);
    const statement = await ticked(t);
    const id = uuid(statement);
    await say(t.buyer, 'statementConfirm', { statementId: statement.id });
    expect(await raw(t.buyer, set(id, 'buyer_confirmed_on = null'))).toBe('wrong_hands');
    expect(await raw(t.buyer, mark(t, statement, 'GR-1', 'BUYER', t.buyer, 'DISPUTE'))).toBe('statement_open');
    const next = await sent(t, NOVEMBER);
    for (const who of [t.supplier, t.buyer]) await say(who, 'statementTick', { statementId: next.id, all: true });
    await say(t.buyer, 'statementConfirm', { statementId: next.id });
    const conclude = `status = 'CONFIRMED', supplier_confirmed_on = app.business_date(), confirmed_on = app.business_date()`;
    expect(await raw(t.supplier, set(uuid(next), conclude))).toBe('statement_opening_confirmed');
    expect(await raw(t.supplier, set(id, conclude))).toBe('done');
    expect(await raw(t.supplier, set(id, `status = 'SENT', confirmed_on = null`))).toBe('history_is_kept');
    expect(await raw(t.supplier, set(uuid(next), conclude))).toBe('done');
    for (const table of ['statement_mark', 'statement_step'])
      for (const change of [
        `delete from app.${table} where statement_id = $1`,
        `update app.${table} set statement_id = statement_id where statement_id = $1`,
      ])
        expect(await raw(t.buyer, [change, [id]])).toBe('42501');
  });

  it('sees nothing of others, and nothing at all without an organisation', async () => {
    const t = await trade(hub, false);
    await ticked(t);
    const client = await database.pool('hub_app').connect();
    try {
      for (const org of [stranger.uuid, '']) {
        await client.query('begin');
        await client.query(`select set_config('app.org', $1, true)`, [org]);
        for (const table of ['statement', 'statement_line', 'statement_mark', 'statement_step', 'statement_subject'])
          expect((await client.query(`select from app.${table}`)).rowCount, `${table} for "${org}"`).toBe(0);
        await client.query('rollback');
      }
    } finally {
      client.release();
    }
  });

  it('sums and counts hold after any marks: closing = opening + invoiced - credited - paid', async () => {
    const { rows } = await hub.db.owner.query(
      `select s.id from app.statement s
       cross join lateral (select l.kind, coalesce(sum(l.amount), 0) as amount from app.statement_line l where l.statement_id = s.id and not l.excluded group by 1) n
       where n.amount <> case n.kind when 'OPENING' then s.opening when 'RECEIPT' then s.received when 'RETURN' then s.returned
           when 'PRICE_DIFFERENCE' then s.price_difference when 'INVOICE' then s.invoiced when 'CREDIT' then s.credited else s.paid end
         or s.closing <> s.opening + s.invoiced - s.credited - s.paid`,
    );
    expect(rows).toEqual([]);
  });
});

it.each([
  ['statement', statementLifecycle],
  ['repricing', repricingLifecycle],
] as const)('The database knows the same steps of the life cycle %s as the rules', async (machine, { pairs }) => {
  const { rows } = await hub.db.owner.query<{ pair: string }>(
    `select from_status || ' ' || to_status as pair from app.lifecycle_pair where machine = $1 and from_status <> '' order by 1`,
    [machine],
  );
  const steps = pairs().filter(([from, to]) => from !== to);
  expect(rows.map((row) => row.pair)).toEqual(steps.map((pair) => pair.join(' ')).sort());
});
