import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable } from '../../src/interchange/tables/read/index.js';
import type { TestHub } from '../support/hub.js';
import { ended, type Party, sendTable, tableParties, tablesHub, upload, withScopes, workTables } from '../support/tables.js';

let hub: TestHub;
let buyer: Party;
let supplier: Party;
let stranger: Party;
let stop: () => Promise<void>;

const HEAD = 'Order number,Supplier,Currency,Line,Item,Quantity,Unit,Price,Tax rate,Requested to,Order note';

const take = async (who: Party, bytes: string | Uint8Array, kind = 'ORDERS') => {
  const { tableImport } = await sendTable(who, await upload(hub, who.secret, bytes), kind);
  return ended(who, tableImport?.id ?? '');
};

beforeAll(async () => {
  hub = await tablesHub();
  [buyer, supplier] = (await tableParties(hub, 2)) as [Party, Party];
  [stranger] = (await tableParties(hub, 1)) as [Party];
  stop = await workTables(hub);
  const lines = Array.from(
    { length: 60 },
    (_, n) => `X-${String(n).padStart(2, '0')},${supplier.id},CNY,00010,Bolt ${n},12.50,KGM,1.10,13,2026-12-18,`,
  );
  const sly = `X-99,${supplier.id},CNY,1,"=HYPERLINK(""http://x"",""y"")",1,C62,0.00012345,13,,"-2+3|cmd"`;
  const { documents, takenCount } = await take(buyer, [HEAD, ...lines, sly].join('\n'));
  if (takenCount !== 61) throw new Error(JSON.stringify(documents));
});
afterAll(async () => {
  await stop();
  await hub.stop();
});

const get = async (who: Party, path: string, language = 'en') => {
  const answer = await fetch(`${hub.url}/exports/${path}`, {
    headers: { authorization: `Bearer ${who.secret}`, 'accept-language': language },
  });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const rowsOf = async (bytes: Buffer): Promise<string[][]> => {
  const rows: string[][] = [];
  for await (const { cells } of (await openTable(() => Readable.from([bytes]))).rows()) rows.push([...cells]);
  return rows;
};
const column = (rows: string[][], heading: string) => rows.slice(1).map((row) => row[rows[0]?.indexOf(heading) ?? -1]);

describe('An export of orders', () => {
  it.each(['csv', 'xlsx'])(
    'as %s has every line that the caller sees, in the columns of the import: read in again it changes nothing',
    async (format) => {
      const { status, headers, bytes } = await get(buyer, `orders.${format}?as=BUYER&bom=1`);
      expect([status, headers.get('content-disposition'), headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual([
        200,
        `attachment; filename="orders.${format}"; filename*=UTF-8''orders.${format}`,
        'nosniff',
        'private, no-store',
      ]);
      const rows = await rowsOf(bytes);
      expect(rows).toHaveLength(62);
      expect(column(rows, 'Quantity').slice(0, 2)).toEqual(['12.5', '12.5']);
      expect(column(rows, 'Line')[0]).toBe('00010');
      const again = await take(buyer, bytes);
      expect([again.takenCount, again.refusedCount, new Set(again.documents.nodes.map(({ outcome }) => outcome))]).toEqual([
        61,
        0,
        new Set(['UNCHANGED']),
      ]);
      expect(again.ignoredColumns).toContain('Status');
    },
  );

  it('guards what a spreadsheet would take for a formula, and keeps figures exact', async () => {
    const text = (await get(buyer, 'orders.csv?as=BUYER')).bytes.toString();
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    expect(text).toContain(`'-2+3|cmd`);
    expect(text).toContain(',0.00012345,');
    const book = await rowsOf((await get(buyer, 'orders.xlsx?as=BUYER')).bytes);
    expect(column(book, 'Item').at(-1)).toBe('=HYPERLINK("http://x","y")');
  });

  it('has headings in the language of the reader, and a mark only where it is asked for', async () => {
    const plain = (await get(supplier, 'orders.csv?as=SUPPLIER', 'zh')).bytes.toString();
    expect(plain.startsWith('订单号,供应商,')).toBe(true);
    expect((await get(supplier, 'orders.csv?as=SUPPLIER&lang=en&bom=true')).bytes.subarray(0, 15).toString()).toBe('\ufeffOrder number');
  });

  it('shows money only with the right to see it', async () => {
    const clerk = await withScopes(hub, buyer.uuid, ['orders:read']);
    const [head = []] = await rowsOf((await get(clerk, 'orders.csv?as=BUYER')).bytes);
    expect(head).not.toContain('Price');
    expect(head).not.toContain('Amount');
    expect(head).toContain('Quantity');
  });

  it('is bounded by days of issue, by side, and by who asks', async () => {
    expect(await rowsOf((await get(buyer, 'orders.csv?as=BUYER&from=2099-01-01')).bytes)).toHaveLength(1);
    expect(await rowsOf((await get(buyer, 'orders.csv?as=SUPPLIER')).bytes)).toHaveLength(1);
    expect(await rowsOf((await get(stranger, 'orders.csv?as=BUYER')).bytes)).toHaveLength(1);
    expect(await rowsOf((await get(buyer, 'orders.csv?as=BUYER&number=X-07')).bytes)).toHaveLength(2);
  });

  it.each([
    ['orders.csv', 'as'],
    ['orders.csv?as=BANK', 'as'],
    ['orders.csv?as=BUYER&from=yesterday', 'from'],
    ['orders.csv?as=BUYER&bom=perhaps', 'bom'],
    ['despatches.csv?as=BUYER&to=2026-01-01', 'to'],
  ])('refuses %s, and names what it takes', async (path, name) => {
    const { status, bytes } = await get(buyer, path);
    const { errors } = JSON.parse(bytes.toString()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'EXPORT_ARGUMENT']);
    expect(errors[0]?.message).toMatch(new RegExp(`^${name} `));
  });

  it('needs a key with the right to read orders', async () => {
    expect((await fetch(`${hub.url}/exports/orders.csv?as=BUYER`)).status).toBe(401);
    expect((await get(await withScopes(hub, buyer.uuid, ['parties:read']), 'orders.csv?as=BUYER')).status).toBe(403);
    expect((await get(buyer, 'orders.pdf?as=BUYER')).status).toBe(404);
  });
});

describe('Other files', () => {
  it('are templates, which name the columns and hold no line', async () => {
    for (const path of ['orders', 'despatches', 'receipts'])
      for (const format of ['csv', 'xlsx'])
        expect(await rowsOf((await get(buyer, `templates/${path}.${format}`, 'zh')).bytes)).toHaveLength(1);
    expect((await get(buyer, 'templates/receipts.csv', 'zh')).bytes.toString()).toContain('收货单号,供应商,发货单号');
  });

  it('are the despatches and receipts, each in the columns of its import', async () => {
    for (const [path, heading] of [
      ['despatches', 'Despatch number'],
      ['receipts', 'Receipt number'],
    ] as const)
      expect((await rowsOf((await get(supplier, `${path}.csv?as=SUPPLIER`)).bytes))[0]?.[0]).toBe(heading);
  });

  it('are the reasons for which documents of a table were refused, for its owner alone', async () => {
    const failed = await take(buyer, `${HEAD}\nY-1,${supplier.id},CNY,1,Bolt,none,C62,cheap,13,,\n`);
    const { bytes } = await get(buyer, `table-errors.csv?import=${failed.id}`, 'zh');
    expect((await rowsOf(bytes)).map((row) => row.slice(0, 4))).toEqual([
      ['行', '列', '值', '代码'],
      ['2', 'Quantity', 'none', 'INVALID_NUMBER'],
      ['2', 'Price', 'cheap', 'INVALID_NUMBER'],
    ]);
    expect((await get(stranger, `table-errors.csv?import=${failed.id}`)).status).toBe(404);
    expect((await get(buyer, 'table-errors.csv?import=nothing')).status).toBe(404);
  });
});
