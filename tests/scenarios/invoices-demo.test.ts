import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoKey } from '../../src/parties/index.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
  await hub.settled();
}, 120_000);
afterAll(() => hub.stop());

interface Listed {
  readonly invoices: {
    readonly nodes: readonly {
      readonly number: string;
      readonly status: string;
      readonly fapiaoStatus: string | null;
      readonly buckets: Readonly<Record<string, { readonly amount: string }>>;
      readonly disputes: readonly { readonly status: string; readonly reason: string }[];
    }[];
  };
}

it('the demo has invoices in every state, disputed, credited, red-lettered and voided ones among them', async () => {
  const { invoices } = await hub.ask<Listed>(
    demoKey('buyer'),
    `{ invoices(as: BUYER, first: 100) { nodes { number status fapiaoStatus disputes { status reason }
       buckets { pending { amount } payable { amount } disputed { amount } retained { amount } settled { amount } } } } }`,
  );
  const statuses = new Set(invoices.nodes.map((one) => one.status));
  expect([...statuses].sort()).toEqual([
    'ACKNOWLEDGED',
    'APPROVED',
    'CONDITIONALLY_ACCEPTED',
    'IN_PROCESS',
    'PAID',
    'REJECTED',
    'SUBMITTED',
    'UNDER_QUERY',
    'VOIDED',
  ]);
  const by = new Map(invoices.nodes.map((one) => [one.number, one]));
  const held = (number: string) =>
    Object.entries(by.get(number)?.buckets ?? {}).flatMap(([name, { amount }]) => (Number(amount) === 0 ? [] : [`${name} ${amount}`]));
  // 300 at 39.20 in place of 38.60 with 13 %: 203.40 too much, of which 120.00 are credited.
  expect(held('FP-26-0957')).toEqual(['payable 13085.40', 'disputed 83.40', 'settled 120.00']);
  expect(held('FP-26-0958')).toEqual(['payable 8323.60', 'settled 400.00']);
  expect(by.get('FP-26-0960')).toMatchObject({ fapiaoStatus: 'RED_LETTERED' });
  expect(held('FP-26-0963')).toEqual(['pending 5088.00']);
  // 300 of its 500 were accepted with an earlier receipt.
  expect(held('FP-26-0964')).toEqual(['pending 8723.60', 'payable 13085.40']);
  expect(by.get('FP-26-0954')).toMatchObject({ status: 'UNDER_QUERY', disputes: [{ status: 'ANSWERED', reason: 'QUA' }] });
});
