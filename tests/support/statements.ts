import { randomUUID } from 'node:crypto';
import { parseId } from '../../src/kernel/ids.js';
import { deliveries } from '../../src/deliveries/index.js';
import { invoices } from '../../src/invoices/index.js';
import type { Database } from '../../src/platform/database/index.js';
import type { Scope } from '../../src/platform/auth/viewer.js';
import { statements } from '../../src/statements/index.js';
import { move, receiptOf } from './deliveries.js';
import { orderDocument, ordersHub, type OrdersHub, type OrderView, type Party } from './orders.js';

export const SCOPES: Scope[] = ['orders:read', 'orders:write', 'invoices:read', 'invoices:write', 'amounts:read', 'parties:read'];

export const statementsHub = (): Promise<OrdersHub> => ordersHub([deliveries, invoices, statements]);

export const tradingParty = (hub: OrdersHub): Promise<Party> => hub.party(['BUYER', 'SUPPLIER'], SCOPES);

export interface StatementView {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly waitsFor: string | null;
  readonly answerDueOn: string | null;
  readonly answeredOn: string | null;
  readonly delayDays: number | null;
  readonly buyerConfirmedOn: string | null;
  readonly supplierConfirmedOn: string | null;
  readonly confirmedOn: string | null;
  readonly closing: { readonly amount: string };
  readonly allowedActions: readonly { readonly action: string; readonly allowed: boolean; readonly reason: string | null }[];
  readonly lines: { readonly nodes: readonly LineView[] };
}

export interface LineView {
  readonly id: string;
  readonly kind: string;
  readonly reference: string;
  readonly day: string;
  readonly quantity: string | null;
  readonly amount: { readonly amount: string } | null;
  readonly subjectId: string;
  readonly buyerState: string | null;
  readonly supplierState: string | null;
  readonly setAside: boolean;
  readonly carriedFrom: { readonly id: string } | null;
}

export const STATEMENT = `id number status version waitsFor answerDueOn answeredOn delayDays buyerConfirmedOn supplierConfirmedOn confirmedOn
  closing { amount } allowedActions { action allowed reason }
  lines(first: 100) { nodes { id kind reference day quantity amount { amount } subjectId buyerState supplierState setAside carriedFrom { id } } }`;

export interface Said {
  readonly it: StatementView | null;
  readonly replayed: boolean;
  readonly marked?: number;
  readonly termsStarted?: number;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[] | null;
    readonly message: string;
    readonly params: readonly { readonly name: string; readonly value: string }[];
  }[];
}

let calls = 0;

/** One mutation about statements. */
export const say = async <More = object>(who: Party, mutation: string, input: object, more = ''): Promise<Said & More> => {
  const document = `mutation M($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { done: ${mutation}(input: $input) {
    it: statement { ${STATEMENT} } ${more} replayed userErrors { code field message params { name value } } } }`;
  const key = mutation === 'statementDraft' ? { idempotencyKey: `stm-${calls++}` } : {};
  return (await who.ask<{ done: Said & More }>(document, { input: { ...key, ...input } })).done;
};

export const codesOf = (said: Said): readonly string[] => said.userErrors.map((error) => error.code);

export const statementOf = async (who: Party, id: string): Promise<StatementView> =>
  (await who.ask<{ statement: StatementView }>(`query Q($id: ID!) { statement(id: $id) { ${STATEMENT} } }`, { id })).statement;

/** An agreed order of 100 pieces at 10.00 with 13 % tax. */
export const agreedAt = async (buyer: Party, supplier: Party, number: string, more: object = {}): Promise<OrderView> => {
  const lines = [{ id: '1', quantity: '100', price: '10', more: { taxRate: '13' } }];
  const { order } = await buyer.act('orderIssue', orderDocument(supplier, number, lines, { issuedOn: '2026-09-01', ...more }));
  const { order: inForce, userErrors } = await supplier.act('orderRespond', { orderId: order?.id, revision: 1, code: 'AP' });
  if (!inForce) throw new Error(JSON.stringify(userErrors));
  return inForce;
};

/** A receipt of some pieces on a day. @returns id of its line */
export const received = async (buyer: Party, order: OrderView, number: string, quantity: string, receivedOn: string): Promise<string> => {
  const { it, userErrors } = await move<{ lines: { id: string }[] }>(
    buyer,
    'receiptRecord',
    receiptOf(order, number, { received: quantity }, { receivedOn }),
    'id lines { id }',
  );
  if (!it) throw new Error(JSON.stringify(userErrors));
  return it.lines[0]?.id ?? '';
};

interface Planted {
  readonly buyer: Party;
  readonly supplier: Party;
  readonly number: string;
  readonly on: string;
  readonly amount: string;
}

/** Rows as other rooms leave them, put in past their commands, which have tests of their own. */
export const planter = (hub: OrdersHub) => {
  const put = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const id = randomUUID();
    const columns = Object.keys(row);
    const client = await hub.db.owner.connect();
    try {
      await client.query('set session_replication_role = replica');
      await client.query(
        `insert into app.${table} (id, ${columns.join(', ')}) values ($1, ${columns.map((_, i) => `$${i + 2}`).join(', ')})`,
        [id, ...Object.values(row)],
      );
    } finally {
      await client.query('set session_replication_role = origin');
      client.release();
    }
    return id;
  };
  const common = ({ buyer, supplier, number }: Planted) => ({
    buyer_id: buyer.uuid,
    supplier_id: supplier.uuid,
    number,
    number_key: number.toUpperCase(),
    currency: 'CNY',
    actor_id: buyer.uuid,
  });
  return {
    put,
    invoice: (planted: Planted) =>
      put('invoice', {
        ...common(planted),
        type_code: '380',
        issued_on: planted.on,
        received_on: planted.on,
        price_basis: 'NET',
        rounding: 'PER_LINE',
        lines_total: planted.amount,
        net_total: planted.amount,
        tax_total: 0,
        total: planted.amount,
        due: planted.amount,
        pending: planted.amount,
        line_count: 1,
        fapiao_kind: 'DIGITAL_SPECIAL',
        fapiao_number: String(Date.now()).padStart(20, '1'),
        fapiao_status: 'VALID',
        business_time: `${planted.on}T04:00:00Z`,
      }),
    credit: (planted: Planted, invoiceId: string) =>
      put('credit_note', {
        ...common(planted),
        invoice_id: invoiceId,
        kind: 'CREDIT_NOTE',
        issued_on: planted.on,
        net_total: planted.amount,
        tax_total: 0,
        total: planted.amount,
        applied: planted.amount,
        refund: 0,
        whole: false,
        business_time: `${planted.on}T04:00:00Z`,
      }),
    advance: (planted: Planted, orderId: string) =>
      put('advance', {
        ...common(planted),
        order_id: orderId,
        paid_on: planted.on,
        amount: planted.amount,
        business_time: `${planted.on}T04:00:00Z`,
      }),
  };
};

export interface Trade {
  readonly buyer: Party;
  readonly supplier: Party;
  readonly order: OrderView;
  readonly receipts: readonly string[];
}

/** A new pair with 40 and 30 pieces received in October and 20 in November; invoice, credit and advance in October. */
export const trade = async (hub: OrdersHub, documents = true): Promise<Trade> => {
  const [buyer, supplier] = [await tradingParty(hub), await tradingParty(hub)];
  await hub.relate(buyer, supplier);
  const order = await agreedAt(buyer, supplier, 'PO-1');
  const receipts = [
    await received(buyer, order, 'GR-1', '40', '2026-10-05'),
    await received(buyer, order, 'GR-2', '30', '2026-10-20'),
    await received(buyer, order, 'GR-3', '20', '2026-11-03'),
  ];
  if (documents) {
    const plant = planter(hub);
    const between = { buyer, supplier };
    const invoice = await plant.invoice({ ...between, number: 'INV-1', on: '2026-10-21', amount: '452.00' });
    await plant.credit({ ...between, number: 'CN-1', on: '2026-10-25', amount: '13.00' }, invoice);
    await plant.advance({ ...between, number: 'ADV-1', on: '2026-10-28', amount: '100.00' }, parseId('ord', order.id) ?? '');
  }
  return { buyer, supplier, order, receipts };
};

export const OCTOBER = { periodFrom: '2026-10-01', periodTo: '2026-10-31' };
export const NOVEMBER = { periodFrom: '2026-11-01', periodTo: '2026-11-20' };
export const draft = (t: Trade, more: object = {}, as: 'BUYER' | 'SUPPLIER' = 'SUPPLIER') =>
  say(as === 'BUYER' ? t.buyer : t.supplier, 'statementDraft', {
    as,
    counterparty: { id: as === 'BUYER' ? t.supplier.id : t.buyer.id },
    ...OCTOBER,
    ...more,
  });
export const made = async (t: Trade, more: object = {}, as: 'BUYER' | 'SUPPLIER' = 'SUPPLIER'): Promise<StatementView> => {
  const { it: statement, userErrors } = await draft(t, more, as);
  if (!statement) throw new Error(JSON.stringify(userErrors));
  return statement;
};
export const sent = async (t: Trade, more: object = {}, as: 'BUYER' | 'SUPPLIER' = 'SUPPLIER'): Promise<StatementView> => {
  const { id } = await made(t, more, as);
  return (await say(as === 'BUYER' ? t.buyer : t.supplier, 'statementSend', { statementId: id })).it as StatementView;
};
export const lineOf = (statement: StatementView, reference: string) =>
  statement.lines.nodes.find((line) => line.reference === reference)?.id ?? '';
export const both = async (t: Trade, statementId: string) => {
  for (const who of [t.supplier, t.buyer]) await say(who, 'statementTick', { statementId, all: true });
  await say(t.supplier, 'statementConfirm', { statementId });
  return say(t.buyer, 'statementConfirm', { statementId });
};

/** Statements as the acting role of the hub, in one transaction for one organisation; answers what refused them, or 'done'. */
export const rawIn =
  (database: Database) =>
  async (who: Party, ...statements: [sql: string, params?: unknown[]][]): Promise<string> => {
    const client = await database.pool('hub_app').connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.org', $1, true), set_config('app.actor', $1, true)`, [who.uuid]);
      let touched = 0;
      for (const [sql, params] of statements) touched += (await client.query(sql, params ?? [])).rowCount ?? 0;
      await client.query('commit');
      return touched > 0 ? 'done' : 'nothing';
    } catch (error) {
      await client.query('rollback');
      const { constraint, code } = error as { constraint?: string; code?: string };
      return constraint ?? code ?? 'unknown';
    } finally {
      client.release();
    }
  };
