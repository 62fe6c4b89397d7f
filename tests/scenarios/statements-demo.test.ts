import { afterAll, beforeAll, expect, it } from 'vitest';
import { REPRICING_STATUSES } from '../../src/invoices/repricing/rules.js';
import { STATEMENT_STATUSES } from '../../src/statements/lifecycle/rules.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
});
afterAll(() => hub.stop());

interface Listed {
  readonly statements: {
    readonly nodes: readonly {
      readonly number: string;
      readonly status: string;
      readonly excludedCount: number;
      readonly lines: { readonly nodes: readonly { readonly kind: string; readonly setAside: boolean }[] };
    }[];
  };
  readonly repricings: { readonly nodes: readonly { readonly status: string; readonly total: { readonly amount: string } }[] };
}

it('the demo has a statement and a list of price differences in every status, lines set aside, and a term that a confirmation began', async () => {
  const { statements, repricings } = await hub.ask<Listed>(
    'rt_demo_buyer',
    `{ statements(as: BUYER, first: 20) { nodes { number status excludedCount lines(first: 50) { nodes { kind setAside } } } }
       repricings(as: BUYER, first: 20) { nodes { status total { amount } } } }`,
  );
  expect(new Set(statements.nodes.map((one) => one.status))).toEqual(new Set(STATEMENT_STATUSES));
  expect(new Set(repricings.nodes.map((one) => one.status))).toEqual(new Set(REPRICING_STATUSES));
  expect(statements.nodes.find((one) => one.status === 'CONFIRMED')?.excludedCount).toBe(1);
  const kinds = new Set(statements.nodes.flatMap((one) => one.lines.nodes.map((line) => line.kind)));
  expect([...kinds].sort()).toEqual(['CREDIT', 'INVOICE', 'OPENING', 'PAYMENT', 'PRICE_DIFFERENCE', 'RECEIPT', 'RETURN']);
  const { rows } = await hub.db.owner.query(
    `select 1 from app.payable_term t join app.statement s on s.id = t.cause_id where t.cause = 'STATEMENT_CONFIRMED' and t.start_on = s.confirmed_on`,
  );
  expect(rows.length).toBeGreaterThan(0);
});

it('what is confirmed is what both sides see, and nobody else', async () => {
  const ask = (secret: string, as: string) =>
    hub.ask<Listed>(secret, `{ statements(as: ${as}, filter: { status: [CONFIRMED] }) { nodes { number status } } }`);
  expect((await ask('rt_demo_buyer', 'BUYER')).statements.nodes).toEqual([{ number: 'ZX-DZ-2611', status: 'CONFIRMED' }]);
  for (const [secret, as] of [
    ['rt_demo_bank', 'BUYER'],
    ['rt_demo_supplier', 'SUPPLIER'],
    ['rt_demo_supplier2', 'SUPPLIER'],
  ] as const)
    expect((await ask(secret, as)).statements.nodes).toEqual([]);
});
