import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHub } from '../support/hub.js';
import { ended, type Party, sendTable, tableParties, tablesHub, upload, workTables } from '../support/tables.js';

let hub: TestHub;
let buyer: Party;
let supplier: Party;
let stop: () => Promise<void>;

beforeAll(async () => {
  hub = await tablesHub();
  [buyer, supplier] = (await tableParties(hub, 2)) as [Party, Party];
  stop = await workTables(hub);
});
afterAll(async () => {
  await stop();
  await hub.stop();
});

const HEAD = 'Order number,Supplier,Currency,Line,Item,Quantity,Unit,Price';
const csv = (...lines: string[]): string => `${[HEAD, ...lines].join('\r\n')}\r\n`.replaceAll('@', supplier.id);

const take = async (bytes: string | Uint8Array, more: object = {}, kind = 'ORDERS') => {
  const { tableImport, userErrors } = await sendTable(buyer, await upload(hub, buyer.secret, bytes), kind, more);
  if (!tableImport) throw new Error(JSON.stringify(userErrors));
  return ended(buyer, tableImport.id);
};

describe('A table of orders', () => {
  it('becomes one order for all lines with the same number, and the same table again changes nothing', async () => {
    const table = csv('T-1,@,CNY,10,Bolt,5,C62,1.20', 'T-2,@,CNY,10,Nut,"1,000",个,0.35', 't - 1,@,,20,Washer,7,pcs,');
    const first = await take(table);
    expect(first).toMatchObject({
      status: 'FINISHED',
      format: 'CSV',
      encoding: 'UTF_8',
      delimiter: 'COMMA',
      lineCount: 3,
      takenCount: 2,
      refusedCount: 0,
      errorCount: 0,
    });
    expect(first.documents.nodes).toMatchObject([
      {
        number: 'T-1',
        firstLine: 2,
        lastLine: 4,
        lineCount: 2,
        status: 'TAKEN',
        outcome: 'ISSUED',
        order: { id: expect.stringMatching(/^ord_/) },
      },
      { number: 'T-2', firstLine: 3, lastLine: 3, lineCount: 1, status: 'TAKEN', outcome: 'ISSUED' },
    ]);
    const again = await take(table);
    expect(again.documents.nodes.map(({ outcome }) => outcome)).toEqual(['UNCHANGED', 'UNCHANGED']);
    const { order } = await supplier.ask<{ order: object }>(
      `{ order(by: { id: "${first.documents.nodes[1]?.order?.id}" }) { number lines { lineId quantity unit price } } }`,
    );
    expect(order).toEqual({ number: 'T-2', lines: [{ lineId: '10', quantity: '1000', unit: 'C62', price: '0.35' }] });
  });
});
