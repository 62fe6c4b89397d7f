/**
 * A buyer's procurement system: issues orders, follows the feed with a cursor that the hub keeps for it, and decides on what the
 * supplier proposes. Start the hub (`npm start`), then `npm run example:procurement`; `npm run example:watch -- --answer` in another
 * terminal is the supplier. RONGTONG_URL is the hub's address, ORDERS how many orders to issue, RUN names them.
 */
import { Decimal } from 'decimal.js';
import { askAs, granted, type UserError } from './hub-client.js';

const ask = askAs('rt_demo_buyer');
const ORDERS = Number(process.env.ORDERS ?? 6);
const RUN = process.env.RUN ?? String(Date.now());
const CONSUMER = 'procurement-example';
const PATIENCE_MS = Number(process.env.PATIENCE_MS ?? 60_000);
// Lixin Precision of the demo
const SUPPLIER = { uscc: process.env.SUPPLIER_USCC ?? '' };
/** A dearer total than this is refused. */
const TOLERATED = '1.05';

interface Proposal {
  readonly id: string;
  readonly side: string;
  readonly totalBefore: { readonly amount: string };
  readonly totalAfter: { readonly amount: string };
  readonly lines: readonly {
    readonly lineId: string;
    readonly changes: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[];
  }[];
}
interface Order {
  readonly __typename: string;
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly openProposals: readonly Proposal[];
}
interface Page {
  readonly feed: {
    readonly cursor: string;
    readonly hasMore: boolean;
    readonly items: readonly { readonly cursor: string; readonly event: { readonly type: string } | null; readonly node: Order | null }[];
  };
}

const findSupplier = async (): Promise<{ id: string } | { uscc: string }> => {
  if (SUPPLIER.uscc) return SUPPLIER;
  const { organisations } = await ask<{ organisations: { nodes: { id: string; nameEn: string }[] } }>(
    '{ organisations(first: 100) { nodes { id nameEn } } }',
  );
  const lixin = organisations.nodes.find((organisation) => organisation.nameEn === 'Lixin Precision');
  if (!lixin) throw new Error('The demo supplier is not there: set SUPPLIER_USCC.');
  return { id: lixin.id };
};

const issue = async (supplier: object, index: number): Promise<string> => {
  const input = {
    idempotencyKey: `procurement ${RUN} ${index}`,
    supplier,
    number: `EX-${RUN}-${index}`,
    header: { currency: 'CNY', deliverTo: '2026-12-31', note: 'Example of a procurement system' },
    lines: [
      {
        lineId: '00010',
        itemName: 'Direct drive motor DD-420',
        quantity: String(100 * (index + 1)),
        unit: 'C62',
        price: '186.50',
        requestedTo: '2026-12-18',
      },
      { lineId: '00020', itemName: 'Bracket Q235', quantity: '250', unit: 'KGM', price: '12.80', requestedTo: '2026-12-20' },
    ],
  };
  const query = 'mutation ($input: OrderIssueInput!) { orderIssue(input: $input) { order { id } userErrors { code field message } } }';
  const { orderIssue } = await ask<{ orderIssue: { order: { id: string } | null; userErrors: UserError[] } }>(query, { input });
  return granted(orderIssue).order?.id ?? '';
};

/** One change is told by several events: it is decided once. */
const decided = new Set<string>();

/** Accepts what stays within the tolerated price, refuses the rest; what was decided meanwhile by somebody else is left alone. */
const decide = async (order: Order): Promise<void> => {
  const proposal = order.openProposals.find(({ side }) => side === 'SUPPLIER');
  if (!proposal || decided.has(proposal.id)) return;
  decided.add(proposal.id);
  const accept = new Decimal(proposal.totalAfter.amount).lte(new Decimal(proposal.totalBefore.amount).times(TOLERATED));
  for (const { lineId, changes } of proposal.lines) {
    for (const change of changes)
      console.log(`  ${order.number} line ${lineId} ${change.field}: ${change.old ?? '-'} -> ${change.new ?? '-'}`);
  }
  const input = { orderId: order.id, proposalId: proposal.id, decision: accept ? 'ACCEPT' : 'REFUSE', expectedVersion: order.version };
  const query = `mutation ($input: OrderDecideChangeInput!) { orderDecideChange(input: $input) { order { status revision } userErrors { code field message } } }`;
  const { orderDecideChange } = await ask<{
    orderDecideChange: { order: { status: string; revision: number } | null; userErrors: UserError[] };
  }>(query, { input });
  const { order: after, userErrors } = orderDecideChange;
  console.log(`${order.number}: ${input.decision} -> ${after ? `${after.status}, revision ${after.revision}` : userErrors[0]?.code}`);
};

const FEED = `query ($name: String!) { feed(consumer: $name, first: 50) { cursor hasMore items { cursor event { type }
  node { __typename ... on Order { id number status version openProposals { id side totalBefore { amount } totalAfter { amount }
    lines { lineId changes { field old new } } } } } } } }`;

const open = 'mutation ($input: FeedConsumerOpenInput!) { feedConsumerOpen(input: $input) { userErrors { code field message } } }';
const acknowledge =
  'mutation ($input: FeedConsumerAcknowledgeInput!) { feedConsumerAcknowledge(input: $input) { userErrors { code field message } } }';

await ask(open, { input: { name: CONSUMER, start: 'NOW' } });
const supplier = await findSupplier();
const waiting = new Set<string>();
for (let index = 0; index < ORDERS; index++) waiting.add(await issue(supplier, index));
console.log(`${waiting.size} orders issued; waiting for the supplier`);

const until = performance.now() + PATIENCE_MS;
while (waiting.size > 0 && performance.now() < until) {
  const { feed } = await ask<Page>(FEED, { name: CONSUMER });
  for (const { node, event } of feed.items) {
    if (node?.__typename !== 'Order' || !waiting.has(node.id)) continue;
    console.log(`${node.number}: ${event?.type} (${node.status})`);
    if (node.status === 'COUNTERED') await decide(node);
    if (['IN_FORCE', 'REFUSED', 'CANCELLED'].includes(node.status)) waiting.delete(node.id);
  }
  // Acknowledged only when everything before it is done: a crash repeats work, and work is keyed or versioned.
  if (feed.items.length > 0) await ask(acknowledge, { input: { name: CONSUMER, cursor: feed.cursor } });
  if (!feed.hasMore) await new Promise((resolve) => setTimeout(resolve, 300));
}
console.log(waiting.size === 0 ? 'all settled' : `${waiting.size} orders are not settled yet; run it again with RUN=${RUN}`);
process.exitCode = waiting.size === 0 ? 0 : 1;
