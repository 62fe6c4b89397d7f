import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ORDER, orderDocument, ordersHub, type OrdersHub, type OrderView, type Party } from '../support/orders.js';

let hub: OrdersHub;
let buyer: Party;
let supplier: Party;
let count = 0;

beforeAll(async () => {
  hub = await ordersHub();
  [buyer, supplier] = [await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
});
afterAll(() => hub.stop());

type Side = 'BUYER' | 'SUPPLIER';
interface Seen extends OrderView {
  readonly allowedActions: readonly { action: string; allowed: boolean; reason: string | null }[];
}

/** The mutation that an action stands for; undefined where another action of that status is the word for it. */
const spoken = (action: string, side: Side, order: Seen): [mutation: string, input: object] | undefined => {
  const inForce = order.status === 'IN_FORCE';
  const open = order.openProposals.find((one) => (action === 'WITHDRAW_CHANGE') === (one.side === side));
  const quantity = String(++count + 10);
  const respond = (code: string, lines?: object[]): [string, object] | undefined =>
    inForce ? undefined : ['orderRespond', { revision: order.revision, code, lines }];
  const active = order.lines.filter((line) => line.state === 'ACTIVE');
  const change = { lineId: active[0]?.lineId, action: 'CHANGE', change: { quantity } };
  const decide = (decision: string): [string, object] => [
    'orderDecideChange',
    { proposalId: open?.id ?? `prp_${'0'.repeat(32)}`, decision },
  ];
  switch (action) {
    case 'ACKNOWLEDGE':
      return respond('AB');
    case 'ACCEPT':
      return respond('AP');
    case 'REFUSE':
      return respond('RE');
    case 'COUNTER':
      return respond(
        'CA',
        active.map(({ lineId }, i) => (i === 0 ? { lineId, action: 'CHANGED', change: { quantity } } : { lineId, action: 'ACCEPTED' })),
      );
    case 'REPLACE_OFFER':
      return inForce ? undefined : ['orderProposeChange', { revision: order.revision, lines: [change] }];
    case 'PROPOSE_CHANGE':
      return inForce || side === 'SUPPLIER' ? ['orderProposeChange', { revision: order.revision, lines: [change] }] : undefined;
    case 'CANCEL':
      return inForce ? undefined : ['orderCancel', {}];
    case 'PROPOSE_END':
      return inForce || side === 'SUPPLIER' ? ['orderCancel', {}] : undefined;
    case 'REFUSE_CHANGE':
      return decide('REFUSE');
    case 'ACCEPT_CHANGE':
    case 'ACCEPT_END':
      return open && open.endsOrder !== (action === 'ACCEPT_END') ? undefined : decide('ACCEPT');
    default:
      return ['orderWithdrawChange', { proposalId: open?.id ?? `prp_${'0'.repeat(32)}` }];
  }
};

it('on a walk of any length, each side may do exactly what its allowed actions say', async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom<Side>('BUYER', 'SUPPLIER'), fc.nat(11)), { minLength: 8, maxLength: 14 }),
      async (steps) => {
        const { order } = await buyer.act('orderIssue', orderDocument(supplier, `W-${count++}`));
        for (const [side, pick] of steps) {
          const who = side === 'BUYER' ? buyer : supplier;
          const { order: seen } = await who.ask<{ order: Seen }>(
            `{ order(by: { id: "${order?.id}" }) { ${ORDER} allowedActions { action allowed reason } } }`,
          );
          const chosen = seen.allowedActions[pick % seen.allowedActions.length];
          const call = chosen && spoken(chosen.action, side, seen);
          if (!chosen || !call) continue;
          const done = await who.act(call[0], { orderId: order?.id, ...call[1] });
          tried += 1;
          expect({
            action: chosen.action,
            side,
            status: seen.status,
            taken: done.userErrors.length === 0,
            why: done.userErrors[0]?.code,
          }).toMatchObject({ taken: chosen.allowed });
        }
      },
    ),
    { numRuns: 12, seed: 20261125 },
  );
  expect(tried).toBeGreaterThan(40);
});
