/**
 * A supplier's watcher: prints each change of its orders with its cursor from the first on, and begins where it ended when it is started again.
 * Start the hub (`npm start`), then `npm run example:watch`. With `--answer` it also answers what waits for it. WATCH_LOG is the file of
 * what was printed; its last line says where to resume, so that printing and remembering are one write.
 */
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { askAs, HUB, type UserError } from './hub-client.js';

const KEY = 'rt_demo_supplier';
const LOG = process.env.WATCH_LOG ?? 'supplier-watch.log';
const ANSWERS = process.argv.includes('--answer');
const ask = askAs(KEY);

interface Order {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly revision: number;
  readonly version: number;
  readonly waitsFor: string | null;
  readonly lines: readonly { readonly lineId: string; readonly quantity: string; readonly state: string }[];
}
interface Update {
  readonly cursor: string;
  readonly kind: string;
  readonly event: { readonly type: string } | null;
  readonly order: Order | null;
}

/** The cursor of the last whole line; a line that a kill cut off is taken back. */
const remembered = (): string | undefined => {
  if (!existsSync(LOG)) return undefined;
  const text = readFileSync(LOG, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(LOG, Buffer.byteLength(whole));
  return whole.trimEnd().split('\n').at(-1)?.split('\t')[0] || undefined;
};

/** Up to 200 pieces are accepted; more come in two parts, the second a week later. */
const answer = async (order: Order): Promise<void> => {
  const [first] = order.lines;
  const big = first !== undefined && Number(first.quantity) > 200;
  const half = first ? String(Number(first.quantity) / 2) : '0';
  const schedules = [
    { scheduleId: '1', quantity: half, promisedTo: '2026-12-18' },
    { scheduleId: '2', quantity: half, promisedTo: '2026-12-25' },
  ];
  const lines = order.lines.map(({ lineId }) =>
    lineId === first?.lineId ? { lineId, action: 'CHANGED', change: { schedules }, note: 'in two parts' } : { lineId, action: 'ACCEPTED' },
  );
  const input = {
    idempotencyKey: `watch ${order.id} ${order.revision}`,
    orderId: order.id,
    revision: order.revision,
    ...(big ? { code: 'CA', lines } : { code: 'AP' }),
  };
  const query = 'mutation ($input: OrderRespondInput!) { orderRespond(input: $input) { userErrors { code field message } } }';
  const { orderRespond } = await ask<{ orderRespond: { userErrors: UserError[] } }>(query, { input });
  for (const { code, message } of orderRespond.userErrors) console.error(`${order.number}: ${code} ${message}`);
};

const client = createClient({
  url: `${HUB.replace(/^http/, 'ws')}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { authorization: `Bearer ${KEY}` },
  retryAttempts: 0,
});

const QUERY = `subscription ($after: Cursor) { orderUpdates(after: $after) { cursor kind event { type }
  order { id number status revision version waitsFor lines { lineId quantity state } } } }`;

/** Before the oldest event that can still be had: where a watcher begins that has never printed anything. */
const beginning = async (): Promise<string> => (await ask<{ feed: { cursor: string } }>('{ feed(first: 0) { cursor } }')).feed.cursor;

/** Follows until the connection breaks. */
const follow = async (): Promise<void> => {
  const updates = client.iterate<{ orderUpdates: Update }>({ query: QUERY, variables: { after: remembered() ?? (await beginning()) } });
  for await (const { data, errors } of updates) {
    if (!data || errors) throw new Error(errors?.map((error) => error.message).join('\n'));
    const { cursor, kind, event, order } = data.orderUpdates;
    const line = [cursor, event?.type ?? kind, order?.number ?? '-', order?.status ?? '-', `revision ${order?.revision ?? '-'}`].join('\t');
    appendFileSync(LOG, `${line}\n`);
    console.log(line);
    if (ANSWERS && order?.waitsFor === 'SUPPLIER' && order.number.startsWith('EX-')) await answer(order);
  }
};

for (;;) {
  await follow().catch((error: unknown) =>
    console.error(error instanceof Error ? error.message : `the connection broke: ${JSON.stringify(error)}`),
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
}
