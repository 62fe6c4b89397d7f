/**
 * Loads the purchase orders of a public data set through the API and compares what then stands on the hub with the file.
 * Start the hub (`npm start`), then `npm run example:scms`. RONGTONG_URL is its address, SCMS_FILE the CSV file.
 */
import { askAs, granted, type UserError } from './hub-client.js';
import { ordersOf, VENDOR_SCHEME, vendorCode } from './scms/orders.js';
import { cents, expected, fromCents, readRows } from './scms/rows.js';

const FILE = process.env.SCMS_FILE ?? '../shared/data/scms/SCMS_Delivery_History_Dataset.csv';
const BATCH = 250;
const LANES = 2;

const operator = askAs('rt_demo_operator');
const buyer = askAs('rt_demo_buyer');

interface BulkIssue {
  readonly orderBulkIssue: {
    readonly userErrors: readonly UserError[];
    readonly issued: number | null;
    readonly refused: readonly { readonly number: string; readonly errors: readonly UserError[] }[] | null;
  };
}

const enter = async (vendor: string): Promise<void> => {
  const input = {
    idempotencyKey: `scms vendor ${vendorCode(vendor)}`,
    country: 'US',
    legalName: vendor,
    nameZh: vendor.slice(0, 100),
    nameEn: vendor.slice(0, 100),
    sizeClass: 'MEDIUM',
    roles: ['SUPPLIER'],
    identifiers: [{ scheme: VENDOR_SCHEME, value: vendorCode(vendor) }],
  };
  const query = 'mutation ($input: OrganisationClaimInput!) { organisationClaim(input: $input) { userErrors { code field message } } }';
  granted((await operator<{ organisationClaim: { userErrors: UserError[] } }>(query, { input })).organisationClaim);
};

const issue = async (batch: readonly object[], index: number): Promise<number> => {
  const query = `mutation ($input: OrderBulkIssueInput!) { orderBulkIssue(input: $input) {
    userErrors { code field message } issued refused { number errors { code field message } } } }`;
  const { orderBulkIssue } = await buyer<BulkIssue>(query, { input: { idempotencyKey: `scms orders ${BATCH} ${index}`, orders: batch } });
  granted(orderBulkIssue);
  for (const { number, errors } of orderBulkIssue.refused ?? []) console.log(`refused ${number}: ${errors[0]?.code} ${errors[0]?.message}`);
  return orderBulkIssue.issued ?? 0;
};

interface Page {
  readonly orders: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly { readonly number: string; readonly lineCount: number; readonly total: { readonly amount: string } }[];
  };
}

/** What stands on the hub, read page by page as any client would. */
const standing = async () => {
  const found = { orders: 0, lines: 0, value: 0n };
  for (let after: string | null = null; ; ) {
    const query = `query ($after: Cursor) { orders(as: BUYER, first: 100, after: $after) {
      pageInfo { hasNextPage endCursor } nodes { number lineCount total { amount } } } }`;
    const { orders }: Page = await buyer<Page>(query, { after });
    for (const { lineCount, total } of orders.nodes.filter((order) => /^(SCMS|SO|DSCM)-/.test(order.number))) {
      found.orders += 1;
      found.lines += lineCount;
      found.value += cents(total.amount.replace(/(\.\d\d)0+$/, '$1'));
    }
    if (!orders.pageInfo.hasNextPage) return found;
    after = orders.pageInfo.endCursor;
  }
};

const rows = readRows(FILE);
const wanted = expected(rows);
const orders = ordersOf(rows);
const started = performance.now();
for (const vendor of new Set(rows.map((row) => row.Vendor ?? ''))) await enter(vendor);
const batches = Array.from({ length: Math.ceil(orders.length / BATCH) }, (_, i) => orders.slice(i * BATCH, (i + 1) * BATCH));
let issued = 0;
const queue = [...batches.entries()];
const lane = async (): Promise<void> => {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const taken = await issue(next[1], next[0]);
    issued += taken;
  }
};
await Promise.all(Array.from({ length: LANES }, lane));
const seconds = (performance.now() - started) / 1000;
console.log(`${issued} orders issued in ${seconds.toFixed(1)} s`);
const found = await standing();
for (const [name, file, hub] of [
  ['orders', wanted.orders, found.orders],
  ['lines', wanted.lines, found.lines],
  ['value USD', fromCents(wanted.value), fromCents(found.value)],
] as const) {
  console.log(`${name}: file ${file}, hub ${hub} ${file === hub ? 'equal' : 'DIFFERENT'}`);
  if (file !== hub) process.exitCode = 1;
}
