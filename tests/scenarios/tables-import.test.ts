import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { column } from '../../src/interchange/tables/rules/layout.js';
import { ordersLayout } from '../../src/interchange/tables/rules/orders.js';
import { xlsxFile } from '../../src/interchange/tables/write/xlsx.js';
import type { TestHub } from '../support/hub.js';
import { ended, type Party, sendTable, tableParties, tablesHub, upload, withScopes, workTables } from '../support/tables.js';

let hub: TestHub;
let buyer: Party;
let supplier: Party;
let stranger: Party;
let stop: () => Promise<void>;

beforeAll(async () => {
  hub = await tablesHub();
  [buyer, supplier] = (await tableParties(hub, 2)) as [Party, Party];
  [stranger] = (await tableParties(hub, 1)) as [Party];
  stop = await workTables(hub);
});
afterAll(async () => {
  await stop();
  await hub.stop();
});

const HEAD = 'Order number,Supplier,Currency,Line,Item,Quantity,Unit,Price';
const csv = (...lines: string[]): string => `${[HEAD, ...lines].join('\r\n')}\r\n`.replaceAll('@', supplier.id);

const take = async (bytes: string | Uint8Array, more: object = {}, kind = 'ORDERS', who = buyer) => {
  const { tableImport, userErrors } = await sendTable(who, await upload(hub, who.secret, bytes), kind, more);
  if (!tableImport) throw new Error(JSON.stringify(userErrors));
  return ended(who, tableImport.id);
};
type Taken = Awaited<ReturnType<typeof take>>;

const outcomes = ({ documents }: Taken) => documents.nodes.map(({ number, status, outcome }) => `${number} ${status} ${outcome}`);
const reasons = ({ errors }: Taken) => errors.nodes.map(({ line, column: heading, value, error }) => [line, heading, value, error.code]);
const orders = async () => (await hub.db.owner.query<{ n: number }>('select count(*)::int as n from app.orders')).rows[0]?.n;

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
      documentCount: 2,
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
        order: { id: expect.stringMatching(/^ord_/) as string },
      },
      { number: 'T-2', firstLine: 3, lastLine: 3, lineCount: 1, status: 'TAKEN', outcome: 'ISSUED' },
    ]);
    expect(outcomes(await take(table))).toEqual(['T-1 TAKEN UNCHANGED', 'T-2 TAKEN UNCHANGED']);
    const { order } = await supplier.ask<{ order: object }>(
      `{ order(by: { id: "${first.documents.nodes[1]?.order?.id}" }) { number lines { lineId quantity unit price } } }`,
    );
    expect(order).toEqual({ number: 'T-2', lines: [{ lineId: '10', quantity: '1000', unit: 'C62', price: '0.35' }] });
  });

  it('is read the same from a workbook, with headings in Chinese and columns that the hub does not know', async () => {
    const columns = [...ordersLayout.columns, column('x', 'TEXT', ['颜色', 'Colour'], ['', ''])];
    const record = {
      number: 'T-3',
      supplier: supplier.id,
      'header.currency': '人民币',
      'lines.lineId': '00010',
      'lines.itemName': '螺栓',
      'lines.quantity': '12.5',
      'lines.unit': '千克',
      'lines.price': '9',
      'lines.taxRate': '13',
      'lines.requestedTo': '2026-12-18',
      x: '红',
    }; // prettier-ignore
    const rows = Readable.from([record]);
    const bytes = Buffer.concat(
      await xlsxFile(
        columns,
        columns.map(({ zh }) => zh),
        rows,
      ).toArray(),
    );
    const taken = await take(bytes);
    expect(taken).toMatchObject({
      format: 'XLSX',
      encoding: null,
      delimiter: null,
      ignoredColumns: ['颜色'],
      takenCount: 1,
      errorCount: 0,
    });
    const { order } = await supplier.ask<{ order: object }>(
      `{ order(by: { id: "${taken.documents.nodes[0]?.order?.id}" }) { currency lines { lineId itemName quantity unit taxRate schedules { requestedTo } } } }`,
    );
    expect(order).toEqual({
      currency: 'CNY',
      lines: [
        { lineId: '00010', itemName: '螺栓', quantity: '12.5', unit: 'KGM', taxRate: '13', schedules: [{ requestedTo: '2026-12-18' }] },
      ],
    });
  });

  it('says in a dry run what would happen to each line, and does nothing', async () => {
    const before = await orders();
    const tried = await take(
      csv('T-1,@,CNY,10,Bolt,5,C62,1.20', 'T-9,@,CNY,10,Bolt,5,C62,', 'T-1,@,,20,Washer,7,pcs,', 'T-8,@,CNY,10,Bolt,0,C62,'),
      { dryRun: true },
    );
    expect(tried).toMatchObject({ status: 'FINISHED', takenCount: 2, refusedCount: 1 });
    const { tableImport } = await buyer.ask<{
      tableImport: { lines: { nodes: { line: number; document: { status: string; outcome: string | null; order: null } }[] } };
    }>(`{ tableImport(id: "${tried.id}") { lines { nodes { line document { status outcome order { id } } } } } }`);
    expect(tableImport.lines.nodes.map(({ line, document }) => [line, document.status, document.outcome, document.order])).toEqual([
      [2, 'TAKEN', 'UNCHANGED', null],
      [3, 'TAKEN', 'ISSUED', null],
      [4, 'TAKEN', 'UNCHANGED', null],
      [5, 'REFUSED', null, null],
    ]);
    expect(reasons(tried)).toEqual([[5, 'Quantity', '0', 'OUT_OF_RANGE']]);
    expect(await orders()).toBe(before);
  });

  it('has each document refused by itself and whole, with line, column and value, in the language of the reader', async () => {
    const before = await orders();
    const taken = await take(
      csv(
        'T-20,@,CNY,10,Bolt,5,C62,1.20',
        'T-20,@,CNY,20,Bolt,five,C62,1.20',
        'T-21,@,CNY,10,Bolt,5,一车,1.20',
        'T-22,Nobody,CNY,10,Bolt,5,C62,1.20',
        ',@,CNY,10,Bolt,5,C62,1.20',
        'T-23,@,CNY,10,Bolt,5,C62,1.20',
        'T-23,@,USD,20,Bolt,5,C62,1.20',
        'T-24,@,CNY,10,Bolt,#N/A,C62,1.20,and more',
        'T-25,@,CNY,10,Bolt,5,C62,1.20',
        'T-25,@,CNY,10,Bolt,6,C62,1.20',
        'T-26,@,CNY,10,Bolt,5,C62,1.20',
      ),
    );
    expect(taken).toMatchObject({ status: 'FINISHED', documentCount: 8, takenCount: 1, refusedCount: 7 });
    expect(reasons(taken)).toEqual([
      [3, 'Quantity', 'five', 'INVALID_NUMBER'],
      [4, 'Unit', '一车', 'UNIT_UNKNOWN'],
      [5, 'Supplier', 'Nobody', 'ORGANISATION_UNKNOWN'],
      [6, 'Order number', null, 'REQUIRED'],
      [8, 'Currency', 'USD', 'TABLE_LINES_DIFFER'],
      [9, null, 'and more', 'TABLE_CELLS_BEYOND'],
      [9, 'Quantity', '#N/A', 'TABLE_CELL_ERROR'],
      [11, 'Line', '10', 'LINE_REPEATED'],
    ]);
    expect(await orders()).toBe((before ?? 0) + 1);
    const said = async (language: string) =>
      (
        await buyer.ask<{ tableImport: { errors: { nodes: { error: { message: string } }[] } } }>(
          `{ tableImport(id: "${taken.id}") { errors(first: 1) { nodes { error { message } } } } }`,
          {},
          language,
        )
      ).tableImport.errors.nodes[0]?.error.message;
    expect([await said('en'), await said('zh')]).toEqual([
      'This is not a decimal number. Write digits with at most one point, such as 12.50.',
      '不是有效的十进制数，请按 12.50 的形式书写。',
    ]);
  });
});

describe('A table that cannot be read', () => {
  it.each([
    ['without known headings', 'a,b\n1,2\n', [1, null, null, 'TABLE_HEADINGS_UNKNOWN']],
    ['without a needed column', 'Order number,Supplier\nA,B\n', [1, null, null, 'TABLE_HEADINGS_MISSING']],
    ['with a column twice', `${HEAD},订单号\n1,2\n`, [1, null, null, 'TABLE_HEADING_REPEATED']],
    ['without lines', `${HEAD}\n,,\n`, [null, null, null, 'TABLE_NO_LINES']],
    ['of blanks', '\n \n', [null, null, null, 'TABLE_EMPTY']],
    ['with a quotation mark that does not end', `${HEAD}\n"T-30,x\n`, [2, null, null, 'TABLE_QUOTES']],
    ['that is an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), [null, null, null, 'TABLE_OLD_FORMAT']],
    ['in no known encoding', Buffer.from([0x61, 0xff, 0x20, 0xff, 0x0a]), [null, null, null, 'TABLE_ENCODING']],
    ['that is another archive', Buffer.from('PK\u0003\u0004 no workbook'), [null, null, null, 'TABLE_FILE_TYPE']],
    ['with a cell that is too long', `${HEAD}\n${'x'.repeat(40_000)}\n`, [2, null, null, 'TABLE_CELL_TOO_LONG']],
    ['with too many columns', `${HEAD}${',x'.repeat(200)}\n`, [1, null, null, 'TABLE_TOO_WIDE']],
  ])('%s fails with its reason, and nothing of it is taken', async (_what, bytes, reason) => {
    const before = await orders();
    const failed = await take(bytes);
    expect([failed.status, ...reasons(failed)]).toEqual(['FAILED', reason]);
    expect(await orders()).toBe(before);
  });

  it.each([
    ['an empty file', '', 'TABLE_EMPTY'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'TABLE_FILE_TYPE'],
    ['XML', '<?xml version="1.0"?><a/>', 'TABLE_FILE_TYPE'],
  ])('is refused at once where it is %s', async (_what, bytes, code) => {
    const { tableImport, userErrors } = await sendTable(buyer, await upload(hub, buyer.secret, bytes));
    expect([tableImport, userErrors.map((one) => [one.code, one.field])]).toEqual([null, [[code, ['fileId']]]]);
  });

  it('or the file of another organisation, which does not exist for the caller', async () => {
    const { userErrors } = await sendTable(buyer, await upload(hub, stranger.secret, csv('T-1,@,CNY,10,Bolt,5,C62,1')));
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['fileId'] }]);
  });
});

describe('Despatches and receipts', () => {
  it('come in by tables too, of the side whose documents they are', async () => {
    const { documents } = await take(csv('D-1,@,CNY,10,Bolt,100,C62,1.20', 'D-2,@,CNY,10,Nut,40,C62,1'));
    for (const { order } of documents.nodes) {
      const input = { orderId: order?.id, revision: 1, code: 'AP', idempotencyKey: randomUUID() };
      await supplier.ask('mutation ($input: OrderRespondInput!) { orderRespond(input: $input) { userErrors { code } } }', { input });
    }
    const despatched = await take(
      `发货单号,采购方,订单号,行号,发货数量,批次\nASN-1,${buyer.id},D-1,10,60,L7\nASN-1,${buyer.id},D-2,10,40,\nASN-2,${buyer.id},D-1,10,500,\n`,
      {},
      'DESPATCHES',
      supplier,
    );
    expect(outcomes(despatched)).toEqual(['ASN-1 TAKEN SENT', 'ASN-2 REFUSED null']);
    expect(reasons(despatched)).toEqual([[4, '发货数量', '500', 'DESPATCH_OVER_TOLERANCE']]);
    const received = await take(
      `收货单号,供应商,发货单号,订单号,行号,实收数量,短少数量,短少处理,拒收数量,拒收原因,拒收处理\nGR-1,${supplier.id},ASN-1,D-1,10,57,1,补发,2,破损,退货\nGR-1,${supplier.id},ASN-1,D-2,10,40,,,,,\n`,
      {},
      'RECEIPTS',
    );
    expect([outcomes(received), reasons(received)]).toEqual([['GR-1 TAKEN RECORDED'], []]);
    expect(received.documents.nodes).toMatchObject([{ receipt: { id: expect.stringMatching(/^rct_/) as string } }]);
    expect(outcomes(await take(`收货单号,供应商,订单号,行号,实收数量\nGR-1,${supplier.id},D-1,10,5\n`, {}, 'RECEIPTS'))).toEqual([
      'GR-1 REFUSED null',
    ]);
  });
});

describe('An import', () => {
  it('is seen by its own organisation alone, values of cells only with the right to see amounts', async () => {
    const { id } = await take(csv('T-40,@,CNY,10,Bolt,5,C62,cheap'));
    const query = '{ tableImports { nodes { id } } }';
    expect(await stranger.ask(`{ tableImport(id: "${id}") { id } }`)).toEqual({ tableImport: null });
    expect(await supplier.ask(query)).toMatchObject({ tableImports: { nodes: [{}] } });
    const clerk = await withScopes(hub, buyer.uuid, ['orders:read']);
    const errors = (field: string) => clerk.ask(`{ tableImport(id: "${id}") { errors { nodes { line ${field} } } } }`);
    expect(await errors('column')).toEqual({ tableImport: { errors: { nodes: [{ line: 2, column: 'Price' }] } } });
    await expect(errors('value')).rejects.toThrow('amounts:read');
  });

  it('is stopped by its owner, and keeps what was taken until then', async () => {
    const lines = Array.from({ length: 400 }, (_, n) => `S-${n},@,CNY,10,Bolt,5,C62,1`);
    const { tableImport } = await sendTable(buyer, await upload(hub, buyer.secret, csv(...lines)));
    const stopping = (version?: number) =>
      buyer.ask<{ tableImportStop: { tableImport: { status: string } | null; userErrors: { code: string }[] } }>(
        'mutation ($input: TableImportStopInput!) { tableImportStop(input: $input) { tableImport { status allowedActions { action allowed reason } } userErrors { code } } }',
        { input: { importId: tableImport?.id, expectedVersion: version } },
      );
    expect((await stopping(99)).tableImportStop.userErrors).toEqual([{ code: 'STALE_VERSION' }]);
    expect((await stopping()).tableImportStop).toMatchObject({
      tableImport: { status: 'STOPPED', allowedActions: [{ action: 'STOP', allowed: false, reason: 'NOT_ALLOWED' }] },
    });
    expect((await stopping()).tableImportStop.userErrors).toEqual([{ code: 'NOT_ALLOWED' }]);
    const after = await ended(buyer, tableImport?.id ?? '');
    expect(after.status).toBe('STOPPED');
    const { rows } = await hub.db.owner.query<{ n: number }>(`select count(*)::int as n from app.orders where number like 'S-%'`);
    expect(rows[0]?.n).toBe(after.takenCount);
  });
});
