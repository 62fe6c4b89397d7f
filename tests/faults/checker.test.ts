import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKey, demoOrgId } from '../../src/parties/index.js';
import { type Call, faultsOf, keyFaults } from '../support/checker.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';

interface Counted {
  readonly orders: { readonly nodes: readonly { readonly id: string; readonly openProposals: readonly { readonly id: string }[] }[] };
}

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
});
afterAll(() => hub.stop());

const COUNTERED = '{ orders(as: SUPPLIER, first: 1, filter: { status: [COUNTERED] }) { nodes { id openProposals { id } } } }';
const WITHDRAW =
  'mutation ($input: OrderWithdrawChangeInput!) { orderWithdrawChange(input: $input) { order { status } userErrors { code } } }';

/** What the checker says while something is wrong that no role of the hub could have written; afterwards all is as before. */
const during = async (...tampering: string[]): Promise<string[]> => {
  const client = await hub.db.owner.connect();
  try {
    await client.query('begin');
    await client.query("set local session_replication_role = 'replica'");
    for (const statement of tampering) await client.query(statement);
    const seeing = {
      query: client.query.bind(client),
      connect: async () => ({
        query: async (text: string, values?: unknown[]) => (/^(begin|rollback)/.test(text) ? { rows: [] } : client.query(text, values)),
        release: () => undefined,
      }),
    };
    return await faultsOf(seeing as unknown as typeof hub.db.owner);
  } finally {
    await client.query('rollback');
    client.release();
  }
};

const one = (where: string): string => `(select id from app.orders where ${where} order by id limit 1)`;

describe('The checker of a hub at rest', () => {
  it('finds nothing wrong with a demo in every state, and nothing after a counter was taken back', async () => {
    const { orders } = await hub.ask<Counted>(demoKey('supplier'), COUNTERED);
    const [order] = orders.nodes;
    const input = { orderId: order?.id, proposalId: order?.openProposals[0]?.id };
    expect(await hub.ask(demoKey('supplier'), WITHDRAW, { input })).toMatchObject({ orderWithdrawChange: { order: { status: 'ISSUED' } } });
    await hub.settled();
    expect(await faultsOf(hub.db.owner)).toEqual([]);
  });

  it.each([
    ['I7 GAP', 'delete from app.feed where seq = 3'],
    ['I7 UNDELIVERED', "delete from app.feed where event_id = (select max(id) from app.event where type = 'ORDER_ISSUED')"],
    ['I7 HASH', "update app.feed set hash = sha256('another') where seq = 2"],
    ['I7 a version without an event', `update app.orders set version = version + 1 where id = ${one("status = 'ISSUED'")}`],
    ['I7 a status that no event tells', `update app.orders set status = 'REFUSED' where id = ${one("status = 'ISSUED'")}`],
    ['I7 proposals and their events differ', "update app.order_proposal set status = 'LAPSED' where status = 'WITHDRAWN'"],
    ['I7 an event that a party has not', `delete from app.feed where subject = 'Order' and org_id = '${demoOrgId('supplier')}'`],
    [
      'I8 due',
      "insert into app.effect_due (consumer, org_id, event_id, subject, subject_id) select 'order-progress', org_id, id, subject, subject_id from app.event limit 1",
    ],
    ['I8 outbox', 'insert into app.outbox select max(id), array[]::uuid[] from app.event'],
    ['I9 a step that the life cycle does not know', "delete from app.lifecycle_pair where to_status = 'COUNTERED'"],
    ['I9 a proposal with another fate', "delete from app.lifecycle_pair where to_status = 'WITHDRAWN'"],
    ['I9 a proposal that is open on nothing', "update app.order_proposal set base_revision = base_revision - 1 where status = 'OPEN'"],
    ['I9 revisions with a gap', `update app.orders set revision = revision + 1 where id = ${one("status = 'ISSUED'")}`],
    ['I9 an agreement that is not the last', 'delete from app.order_agreement where revision > 1'],
    ['I9 a header that is not its revision', 'update app.order_revision set total = total + 1'],
    ['I9 a line that is not its revision', 'update app.order_line set quantity = quantity + 1'],
    ['I9 a line of a revision that is nowhere', "update app.order_line set line_no = line_no || 'x'"],
    ['I9 a total that is not that of the lines', 'update app.order_line set amount = amount + 1'],
    ['I9 schedules that are not the quantity', 'update app.order_schedule set quantity = quantity + 1'],
    [
      'I9 a frame that is over-called',
      'alter table app.order_line drop constraint frame_not_over_called',
      'update app.order_line set called_off = quantity + 1 where called_off > 0',
    ],
    ['I9 a frame that was counted wrongly', 'update app.order_line set called_off = called_off - 1 where called_off > 0'],
    [
      'I9 a frame whose value was counted wrongly',
      'update app.orders set called_off_value = called_off_value - 1 where called_off_value > 0',
    ],
  ])('says "%s" when it is so', async (name, ...tampering) => {
    expect((await during(...tampering)).filter((fault) => fault.startsWith(name))).not.toEqual([]);
  });

  it('says of a key whether it was lost, doubled, answered with another object, or sent by nobody', async () => {
    const { rows } = await hub.db.owner.query<{ org_id: string; mutation: string; key: string; order_id: string }>(
      "select org_id, mutation, key, result->>'orderId' as order_id from app.idempotency where mutation like 'order%'",
    );
    const calls = rows.map(
      (row): Call => ({
        orgId: row.org_id,
        mutation: row.mutation,
        key: row.key,
        fate: 'ACKNOWLEDGED',
        orderId: `ord_${row.order_id.replaceAll('-', '')}`,
      }),
    );
    const [first] = calls as [Call];
    const said = async (changed: readonly Call[]): Promise<string[]> =>
      (await keyFaults(hub.db.owner, changed)).filter((fault) => fault.includes(`${first.mutation} ${first.key}`));
    expect(await said([...calls, { ...first, key: 'never' }].slice(1))).toContain(`I5 nobody sent: ${first.mutation} ${first.key}`);
    expect(await said([{ ...first, fate: 'REFUSED' }])).toContain(`I5 refused, yet done: ${first.mutation} ${first.key}`);
    expect(await said([{ ...first, orderId: 'ord_00000000000000000000000000000000' }])).toContain(
      `I5 another object: ${first.mutation} ${first.key}`,
    );
    expect(await keyFaults(hub.db.owner, [...calls, { ...first, key: 'never' }])).toContain(`I5 lost: ${first.mutation} never`);
    // The demo's calls were made without request ids: of none is an effect to be found.
    expect(await said([first])).toContain(`I5 effects: ${first.mutation} ${first.key} had 0`);
  });
});
