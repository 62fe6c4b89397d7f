import { orders } from '../../src/orders/index.js';
import { publicId } from '../../src/kernel/ids.js';
import { parties } from '../../src/parties/index.js';
import type { Scope } from '../../src/platform/auth/viewer.js';
import { eventsRoom } from '../../src/platform/events/index.js';
import { graphqlRoom } from '../../src/platform/graphql/node.js';
import { createLog } from '../../src/platform/log.js';
import type { Room } from '../../src/platform/room.js';
import { startHub, type TestHub } from './hub.js';
import { type Answer, ask } from './work.js';

/** One organisation at the hub, and how it speaks to it. */
export interface Party {
  /** The uuid, and the id that clients see. */
  readonly uuid: string;
  readonly id: string;
  /** Sends a document; throws where GraphQL itself refuses it. */
  ask<Data = Record<string, never>>(query: string, variables?: object): Promise<Data>;
  /** The answer of one mutation by name: `act('orderCancel', { orderId })`. */
  act(mutation: string, input: object): Promise<Acted>;
}

export interface Acted {
  readonly order?: OrderView;
  readonly outcome?: string;
  readonly proposal?: { readonly id: string; readonly status: string };
  readonly replayed: boolean;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[] | null;
    readonly message: string;
    readonly params: readonly { name: string; value: string }[];
  }[];
}

export interface OrderView {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly revision: number;
  readonly agreedRevision: number | null;
  readonly waitsFor: string | null;
  readonly total: { readonly amount: string; readonly currency: string };
  readonly lines: readonly {
    readonly lineId: string;
    readonly state: string;
    readonly quantity: string;
    readonly unit: string;
    readonly price: string | null;
  }[];
  readonly openProposals: readonly {
    readonly id: string;
    readonly side: string;
    readonly baseRevision: number;
    readonly endsOrder: boolean;
  }[];
}

export const ORDER = `id status version revision agreedRevision waitsFor total { amount currency }
  lines { lineId state quantity unit price } openProposals { id side baseRevision endsOrder }`;

const inputType = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;

export interface OrdersHub extends TestHub {
  party(roles?: ('BUYER' | 'SUPPLIER' | 'FINANCIER')[], scopes?: Scope[]): Promise<Party>;
  /** Makes two organisations visible to each other, as a first document would. */
  relate(a: Party, b: Party): Promise<void>;
}

/** Asks again where the hub says that it is busy, as any client does. */
export const patiently = async <Data>(
  url: string,
  header: Readonly<Record<string, string>>,
  query: string,
  variables: object = {},
): Promise<Answer<Data>> => {
  for (let tries = 0; ; tries++) {
    const answer = await ask<Data>(url, header, query, variables);
    if (tries === 30 || answer.errors?.[0]?.extensions?.code !== 'UNAVAILABLE') return answer;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
};

const ALL: Scope[] = ['orders:read', 'orders:write', 'amounts:read', 'parties:read'];
let calls = 0;

/** A hub with parties and orders, and with the rooms above them that are asked for. */
export const ordersHub = async (above: readonly Room[] = []): Promise<OrdersHub> => {
  const domain = [parties, orders, ...above];
  const hub = await startHub({
    rooms: [eventsRoom([graphqlRoom, ...domain]), graphqlRoom, ...domain],
    served: () => new Map([['feed', async () => Promise.reject(new Error('this hub has no feed'))]]),
    ...(process.env.TEST_LOG ? { log: createLog('error') } : {}),
  });
  return Object.assign(hub, {
    async party(roles: ('BUYER' | 'SUPPLIER' | 'FINANCIER')[] = ['BUYER', 'SUPPLIER'], scopes: Scope[] = ALL): Promise<Party> {
      const uuid = await hub.organisation(roles);
      const { header } = await hub.key(uuid, scopes);
      const say = async <Data>(query: string, variables: object = {}): Promise<Data> => {
        const { data, errors } = await patiently<Data>(hub.url, header, query, variables);
        if (errors) throw new Error(JSON.stringify(errors));
        return data;
      };
      return {
        uuid,
        id: publicId('org', uuid),
        ask: say,
        async act(mutation, input) {
          const key = /Issue|Respond|Propose/.test(mutation) ? { idempotencyKey: `key-${calls++}` } : {};
          const selection =
            mutation === 'orderBulkIssue' || /Disclos/.test(mutation) ? '' : `order { ${ORDER} } outcome proposal { id status }`;
          const document = `mutation M($input: ${inputType(mutation)}) { done: ${mutation}(input: $input) { ${selection} replayed userErrors { code field message params { name value } } } }`;
          return (await say<{ done: Acted }>(document, { input: { ...key, ...input } })).done;
        },
      };
    },
    async relate(a: Party, b: Party): Promise<void> {
      await hub.db.owner.query('insert into app.relationship (org_id, other_id) values ($1, $2), ($2, $1) on conflict do nothing', [
        a.uuid,
        b.uuid,
      ]);
    },
  });
};

export interface LineSpec {
  readonly id: string;
  readonly quantity: string;
  readonly price?: string;
  readonly unit?: string;
  readonly more?: object;
}

export const lineInput = ({ id, quantity, price = '10', unit = 'C62', more = {} }: LineSpec) => ({
  lineId: id,
  itemName: `Item ${id}`,
  quantity,
  unit,
  price,
  ...more,
});

/** An order document with two lines, unless others are given. */
export const orderDocument = (
  supplier: Party,
  number: string,
  lines: readonly LineSpec[] = [
    { id: '1', quantity: '10', price: '40' },
    { id: '2', quantity: '50', price: '6' },
  ],
  more: object = {},
) => ({
  supplier: { id: supplier.id },
  number,
  issuedOn: '2026-11-02',
  header: { currency: 'CNY' },
  lines: lines.map(lineInput),
  ...more,
});

/** An order that both sides agreed on. */
export const agreed = async (buyer: Party, supplier: Party, number: string, lines?: readonly LineSpec[]): Promise<OrderView> => {
  const { order } = await buyer.act('orderIssue', orderDocument(supplier, number, lines));
  const { order: inForce, userErrors } = await supplier.act('orderRespond', { orderId: order?.id, revision: 1, code: 'AP' });
  if (!inForce) throw new Error(JSON.stringify(userErrors));
  return inForce;
};
