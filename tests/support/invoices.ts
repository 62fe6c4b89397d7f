import { deliveries } from '../../src/deliveries/index.js';
import { invoiceMatch, invoices } from '../../src/invoices/index.js';
import { parseId } from '../../src/kernel/ids.js';
import { createRunner } from '../../src/platform/commands/index.js';
import { systemViewer } from '../../src/platform/queue/job.js';
import type { Scope } from '../../src/platform/auth/viewer.js';
import { type Done, move, receiptOf } from './deliveries.js';
import { agreed, type LineSpec, ordersHub, type OrdersHub, type OrderView, type Party } from './orders.js';

const ALL: Scope[] = ['orders:read', 'orders:write', 'invoices:read', 'invoices:write', 'amounts:read', 'parties:read'];

export interface InvoicesHub extends OrdersHub {
  /** A buyer and a supplier that know each other. */
  pair(): Promise<{ readonly buyer: Party; readonly supplier: Party }>;
  /** The job after an acceptance, a receipt or a return, by its public id, as an organisation. */
  rematch(who: Party, publicSubjectId: string): Promise<void>;
}

/** A hub with everything up to invoices. */
export const invoicesHub = async (): Promise<InvoicesHub> => {
  const hub = await ordersHub([deliveries, invoices]);
  const database = await hub.db.open('hub_worker');
  const runner = createRunner({ database });
  return Object.assign(hub, {
    async pair() {
      const buyer = await hub.party(['BUYER'], ALL);
      const supplier = await hub.party(['SUPPLIER'], ALL);
      await hub.relate(buyer, supplier);
      return { buyer, supplier };
    },
    async rematch(who: Party, publicSubjectId: string) {
      const subjectId = parseId(publicSubjectId.slice(0, publicSubjectId.lastIndexOf('_')), publicSubjectId);
      const viewer = systemViewer(who.uuid);
      await runner.run(
        invoiceMatch,
        { subjectId },
        {
          viewer,
          requestId: 'test',
          payload: async ({ refusals }) => {
            if (refusals.length > 0) throw new Error(JSON.stringify(refusals));
          },
        },
      );
    },
  });
};

export interface Buckets {
  readonly pending: string;
  readonly payable: string;
  readonly disputed: string;
  readonly retained: string;
  readonly settled: string;
}

export interface InvoiceView {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly total: { readonly amount: string };
  readonly credited: { readonly amount: string };
  readonly rounding: string;
  readonly fapiaoStatus: string | null;
  readonly buckets: Readonly<Record<keyof Buckets, { readonly amount: string }>>;
  readonly lines: readonly {
    readonly id: string;
    readonly lineId: string;
    readonly pending: { readonly amount: string };
    readonly disputed: { readonly amount: string };
    readonly match: {
      readonly state: string;
      readonly claimed: string;
      readonly available: string | null;
      readonly differences: readonly {
        readonly kind: string;
        readonly expected: string;
        readonly given: string;
        readonly withinTolerance: boolean;
      }[];
    } | null;
    readonly claims: readonly { readonly quantity: string; readonly releaseCause: string | null }[];
  }[];
  readonly disputes: readonly DisputeView[];
  readonly creditNotes: readonly {
    readonly id: string;
    readonly total: { readonly amount: string };
    readonly refund: { readonly amount: string };
  }[];
  readonly responses: readonly { readonly code: string; readonly statusAfter: string }[];
  readonly allowedActions: readonly { readonly action: string; readonly allowed: boolean; readonly reason: string | null }[];
}

export interface DisputeView {
  readonly id: string;
  readonly origin: string;
  readonly reason: string;
  readonly status: string;
  readonly expected: string | null;
  readonly given: string | null;
  readonly open: { readonly amount: string };
}

export const INVOICE = `id number status version total { amount } credited { amount } rounding fapiaoStatus
  buckets { pending { amount } payable { amount } disputed { amount } retained { amount } settled { amount } }
  lines { id lineId pending { amount } disputed { amount } match { state claimed available differences { kind expected given withinTolerance } }
    claims { quantity releaseCause } }
  disputes { id origin reason status expected given open { amount } } creditNotes { id total { amount } refund { amount } }
  responses { code statusAfter } allowedActions { action allowed reason }`;

export const bucketsOf = ({ buckets }: InvoiceView): Buckets =>
  Object.fromEntries(Object.entries(buckets).map(([name, { amount }]) => [name, amount])) as unknown as Buckets;

export const readInvoice = async (who: Party, id: string): Promise<InvoiceView> =>
  (await who.ask<{ invoice: InvoiceView }>(`query Q($id: ID!) { invoice(by: { id: $id }) { ${INVOICE} } }`, { id })).invoice;

let calls = 0;

/** Sends one mutation about invoices and answers the invoice afterwards as `it`. */
export const say = async (who: Party, mutation: string, input: object): Promise<Done<InvoiceView>> => {
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const document = `mutation M($input: ${name}) { done: ${mutation}(input: $input) {
    it: invoice { ${INVOICE} } replayed userErrors { code field message params { name value } } } }`;
  const key = { idempotencyKey: `invoice-${calls++}` };
  return (await who.ask<{ done: Done<InvoiceView> }>(document, { input: { ...key, ...input } })).done;
};

/** The invoice after a command that must be taken. */
export const must = async (who: Party, mutation: string, input: object): Promise<InvoiceView> => {
  const { it, userErrors } = await say(who, mutation, input);
  if (!it) throw new Error(`${mutation}: ${JSON.stringify(userErrors)}`);
  return it;
};

export interface InvoicedLine {
  readonly quantity?: string;
  readonly price?: string;
  readonly orderLineId?: string | null;
  readonly more?: object;
}

/** A document of one line per entry on an order; the rate of tax is 13 % unless said. */
export const invoiceOf = (
  buyer: Party,
  order: OrderView | null,
  number: string,
  lines: readonly InvoicedLine[] = [{}],
  more: object = {},
) => ({
  buyer: { id: buyer.id },
  number,
  currency: 'CNY',
  ...(order === null ? {} : { order: { id: order.id } }),
  lines: lines.map(({ quantity = '10', price = '40', orderLineId = '1', more: rest = {} }, i) => ({
    lineId: String(i + 1),
    ...(orderLineId === null ? {} : { orderLineId }),
    itemName: `Item ${i + 1}`,
    quantity,
    unit: 'C62',
    price,
    taxRate: '13',
    ...rest,
  })),
  ...more,
});

export interface Trade {
  readonly buyer: Party;
  readonly supplier: Party;
  readonly order: OrderView;
}

const taxed: readonly LineSpec[] = [{ id: '1', quantity: '10', price: '40', more: { taxRate: '13' } }];

/** An agreed order of ten pieces at 40 without tax, unless other lines are given. */
export const trade = async (hub: InvoicesHub, number: string, lines: readonly LineSpec[] = taxed): Promise<Trade> => {
  const { buyer, supplier } = await hub.pair();
  return { buyer, supplier, order: await agreed(buyer, supplier, number, lines) };
};

/** A receipt; without an agreed inspection it accepts by itself. @returns its public id */
export const receive = async ({ buyer, order }: Trade, number: string, received: string, lineId = '1'): Promise<string> => {
  const { it, userErrors } = await move(buyer, 'receiptRecord', receiptOf(order, number, { received, lineId }));
  if (!it) throw new Error(JSON.stringify(userErrors));
  return it.id;
};
