/**
 * Loads a public data set through the API, its purchase orders and their deliveries, and compares what then stands on the hub with the
 * file: orders, lines, value, and by vendor what was early, on the day and late. Start the hub (`npm start`), then
 * `npm run example:scms`. RONGTONG_URL is its address, SCMS_FILE the CSV file.
 */
import type { Ask } from './hub-client.js';
import { fileTimings, plus, told, total } from './scms/figures.js';
import {
  acceptOrders,
  type HubTiming,
  hubTimings,
  type IssuedOrder,
  issueOrders,
  lanes,
  operator,
  recordReceipts,
  slices,
  standingOrders,
} from './scms/hub.js';
import { ordersOf } from './scms/orders.js';
import { receiptsOf } from './scms/receipts.js';
import { cents, expected, fromCents, readRows } from './scms/rows.js';
import { claimVendor, enterVendor } from './scms/vendors.js';

const FILE = process.env.SCMS_FILE ?? '../shared/data/scms/SCMS_Delivery_History_Dataset.csv';
const LANES = 4;
const SECONDS_FOR_FIGURES = 60;

const rows = readRows(FILE);
const vendors = [...new Set(rows.map((row) => row.Vendor ?? ''))];
const vendorOf = new Map(rows.map((row) => [row['PO / SO #'] ?? '', row.Vendor ?? '']));
const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;

const compare = (name: string, file: string | number | null, hub: string | number | null): void => {
  if (file === hub) return;
  console.log(`${name}: file ${file}, hub ${hub} DIFFERENT`);
  process.exitCode = 1;
};

/** Every vendor with a key of its own, and every order as an offer to it. */
const enterAll = async (): Promise<{ readonly keys: ReadonlyMap<string, Ask>; readonly issued: readonly IssuedOrder[] }> => {
  const ids = new Map<string, string>();
  await lanes(LANES, vendors, async (vendor) => void ids.set(vendor, await claimVendor(operator, vendor)));
  const keys = new Map<string, Ask>();
  const issued: IssuedOrder[] = [];
  await Promise.all([
    lanes(LANES, vendors, async (vendor) => void keys.set(vendor, await enterVendor(operator, vendor, ids.get(vendor) ?? ''))),
    lanes(LANES, slices(ordersOf(rows), 250), async ({ index, items }) => {
      issued.push(...(await issueOrders(`scms orders 250 ${index}`, items)));
    }),
  ]);
  console.log(`${issued.length} orders of ${keys.size} vendors stand after ${seconds()}`);
  return { keys, issued };
};

/** Each vendor accepts what was offered to it. */
const acceptAll = async (keys: ReadonlyMap<string, Ask>, issued: readonly IssuedOrder[]): Promise<void> => {
  const open = issued.filter(({ status }) => status === 'ISSUED');
  const calls = vendors.flatMap((vendor) =>
    slices(
      open.filter(({ number }) => vendorOf.get(number) === vendor).map(({ id }) => id),
      250,
    ).map(({ items }) => ({ vendor, items })),
  );
  await lanes(LANES, calls, async ({ vendor, items }) => {
    const key = keys.get(vendor);
    if (key) await acceptOrders(key, `scms accept ${items[0]}`, items);
  });
  console.log(`${open.length} of them were accepted after ${seconds()}`);
};

const receiveAll = async (): Promise<void> => {
  let lines = 0;
  await lanes(LANES, slices(receiptsOf(rows), 250), async ({ index, items }) => {
    const taken = await recordReceipts(`scms receipts 250 ${index}`, items);
    lines += taken;
  });
  console.log(`${lines} lines were received after ${seconds()}`);
};

/** The hub's figures of the file's vendors, once its job has counted every line; at the end of patience as they are. */
const countedByHub = async (): Promise<ReadonlyMap<string, HubTiming>> => {
  for (let tries = 0; ; tries++) {
    const all = await hubTimings();
    const figures = new Map(vendors.flatMap((vendor) => (all.has(vendor) ? [[vendor, all.get(vendor) as HubTiming]] : [])));
    if (total([...figures.values()].map(({ counts }) => counts)).lines >= rows.length || tries === SECONDS_FOR_FIGURES * 2) return figures;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};

const compareOrders = async (): Promise<void> => {
  const wanted = expected(rows);
  const found = { orders: 0, lines: 0, value: 0n };
  for await (const { number, lineCount, total: worth } of standingOrders()) {
    if (!vendorOf.has(number)) continue;
    found.orders += 1;
    found.lines += lineCount;
    found.value += cents(worth.amount.replace(/(\.\d\d)0+$/, '$1'));
  }
  for (const [name, file, hub] of [
    ['orders', wanted.orders, found.orders],
    ['lines', wanted.lines, found.lines],
    ['value USD', fromCents(wanted.value), fromCents(found.value)],
  ] as const) {
    console.log(`${name}: file ${file}, hub ${hub} ${file === hub ? 'equal' : ''}`);
    compare(name, file, hub);
  }
};

const WORDS = ['lines', 'early', 'onTheDay', 'late', 'meanDaysLate'] as const;
const print = (name: string, values: ReturnType<typeof told>): void =>
  console.log(`${name.slice(0, 44).padEnd(45)}${WORDS.map((word) => String(values[word] ?? 'no data').padStart(13)).join('')}`);

const compareFigures = (hub: ReadonlyMap<string, HubTiming>): void => {
  const file = fileTimings(rows);
  console.log(`${''.padEnd(45)}${['lines', 'early %', 'on the day %', 'late %', 'mean d late'].map((word) => word.padStart(13)).join('')}`);
  let equal = 0;
  for (const [vendor, timing] of [...file].sort(([, a], [, b]) => b.lines - a.lines)) {
    const [mine, theirs] = [told(timing), hub.get(vendor)?.shown];
    print(vendor, mine);
    for (const word of WORDS) compare(`${vendor} ${word}`, mine[word], theirs?.[word] ?? null);
    if (WORDS.every((word) => mine[word] === (theirs?.[word] ?? null))) equal += 1;
  }
  const whole = { file: told(total(file.values())), hub: told([...hub.values()].map(({ counts }) => counts).reduce(plus)) };
  print('all, from the file', whole.file);
  print('all, from the hub', whole.hub);
  for (const word of WORDS) compare(`all ${word}`, whole.file[word], whole.hub[word]);
  console.log(`${equal} of ${file.size} vendors equal`);
};

const { keys, issued } = await enterAll();
await acceptAll(keys, issued);
await receiveAll();
const figures = await countedByHub();
console.log(`the hub had counted every line after ${seconds()}`);
compareFigures(figures);
await compareOrders();
console.log(`everything compared after ${seconds()}`);
