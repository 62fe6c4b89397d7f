import { move, receiptOf } from './deliveries.js';
import { orderDocument, type OrdersHub, type OrderView, type Party } from './orders.js';
import { tradingParty } from './statements.js';

export interface Said<It> {
  readonly it: It | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null; readonly message: string }[];
}
export interface ListView {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
  readonly version: number;
  readonly total: { readonly amount: string };
  readonly surplus: { readonly amount: string };
  readonly deficit: { readonly amount: string };
  readonly surplusSettled: { readonly amount: string };
  readonly deficitSettled: { readonly amount: string };
  readonly agreedOn: string | null;
  readonly settledOn: string | null;
  readonly invoices: readonly {
    readonly invoice: { readonly number: string };
    readonly total: { readonly amount: string };
    readonly settled: { readonly amount: string };
    readonly lines: readonly {
      readonly pricedOn: string;
      readonly quantity: string;
      readonly oldPrice: string;
      readonly newPrice: string;
      readonly net: { readonly amount: string };
    }[];
  }[];
  readonly allowedActions: readonly { readonly action: string; readonly allowed: boolean }[];
}
export const LIST = `id revision status version total { amount } surplus { amount } deficit { amount } surplusSettled { amount } deficitSettled { amount } agreedOn settledOn
  invoices { invoice { number } total { amount } settled { amount } lines { pricedOn quantity oldPrice newPrice net { amount } } } allowedActions { action allowed }`;

let calls = 0;
export const say = async <It = ListView>(
  who: Party,
  mutation: string,
  input: object,
  select = `repricing { ${LIST} }`,
): Promise<Said<It>> => {
  const document = `mutation M($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { done: ${mutation}(input: $input) {
    it: ${select} userErrors { code field message } } }`;
  const key = /Submit$/.test(mutation) ? { idempotencyKey: `rpr-${calls++}` } : {};
  return (await who.ask<{ done: Said<It> }>(document, { input: { ...key, ...input } })).done;
};
export const codesOf = (said: Said<unknown>) => said.userErrors.map((error) => error.code);
export const sure = <It>(said: Said<It>): It => {
  if (said.it === null) throw new Error(JSON.stringify(said.userErrors));
  return said.it;
};

export interface Trade {
  readonly buyer: Party;
  readonly supplier: Party;
  readonly frame: OrderView;
  readonly invoiceId: string;
}

const PRICES = [
  { from: '2026-07-01', price: '9850' },
  { from: '2026-10-01', price: '9720' },
];

export const accepted = async (buyer: Party, supplier: Party, document: object): Promise<OrderView> => {
  const { order, userErrors } = await buyer.act('orderIssue', document);
  if (!order) throw new Error(JSON.stringify(userErrors));
  const { order: inForce } = await supplier.act('orderRespond', { orderId: order.id, revision: 1, code: 'AP' });
  return inForce as OrderView;
};

export const invoiced = async (
  { buyer, supplier }: Pick<Trade, 'buyer' | 'supplier'>,
  order: OrderView,
  number: string,
  quantity: string,
  price = '9720',
) =>
  sure(
    await say<{ id: string }>(
      supplier,
      'invoiceSubmit',
      {
        buyer: { id: buyer.id },
        number,
        currency: 'CNY',
        order: { id: order.id },
        lines: [{ lineId: '1', orderLineId: '10', itemName: 'ABS 757', quantity, unit: 'TNE', price, taxRate: '13' }],
      },
      'invoice { id }',
    ),
  ).id;

/** A frame at 9850, from October 9720; a call-off of 24 t of October, received, and 20 t of it invoiced. */
export const trade = async (hub: OrdersHub): Promise<Trade> => {
  const [buyer, supplier] = [await tradingParty(hub), await tradingParty(hub)];
  await hub.relate(buyer, supplier);
  const frame = await accepted(buyer, supplier, {
    ...orderDocument(supplier, 'FA-1', []),
    lines: [{ lineId: '10', itemName: 'ABS 757', quantity: '240', unit: 'TNE', prices: PRICES }],
    typeCode: 'FRAME',
    issuedOn: '2026-07-01',
    header: { currency: 'CNY', validFrom: '2026-07-01', validTo: '2027-06-30' },
  });
  const callOff = await accepted(buyer, supplier, {
    ...orderDocument(supplier, 'CO-1', []),
    lines: [{ lineId: '10', itemName: 'ABS 757', quantity: '24', unit: 'TNE', taxRate: '13' }],
    typeCode: 'CALL_OFF',
    frame: { number: 'FA-1' },
    issuedOn: '2026-10-12',
  });
  const receipt = await move(buyer, 'receiptRecord', receiptOf(callOff, 'GR-1', { lineId: '10', received: '24' }));
  if (!receipt.it) throw new Error(JSON.stringify(receipt.userErrors));
  return { buyer, supplier, frame, invoiceId: await invoiced({ buyer, supplier }, callOff, 'INV-1', '20') };
};

/** Both sides agree on another price from October. */
export const changed = async ({ buyer, supplier, frame }: Trade, price: string, revision = 1): Promise<void> => {
  const { proposal, userErrors } = await buyer.act('orderProposeChange', {
    orderId: frame.id,
    revision,
    lines: [{ lineId: '10', action: 'CHANGE', change: { prices: [PRICES[0], { from: '2026-10-01', price }] } }],
  });
  if (!proposal) throw new Error(JSON.stringify(userErrors));
  await supplier.act('orderDecideChange', { orderId: frame.id, proposalId: proposal.id, decision: 'ACCEPT' });
};
export const compute = async (who: Party, t: Trade, more: object = {}) =>
  say<readonly ListView[]>(who, 'repricingCompute', { orderId: t.frame.id, ...more }, `repricings { ${LIST} }`);
export const agreedList = async (t: Trade, price: string): Promise<ListView> => {
  await changed(t, price);
  const [list] = sure(await compute(t.buyer, t));
  await say(t.buyer, 'repricingAgree', { repricingId: list?.id });
  return sure(await say(t.supplier, 'repricingAgree', { repricingId: list?.id }));
};
export const credit = (t: Trade, gross: string, number = 'CN-1', more: object = {}) =>
  say<{ id: string }>(
    t.supplier,
    'creditNoteSubmit',
    { kind: 'CREDIT_NOTE', original: { id: t.invoiceId }, number, lines: [{ lineId: '1', gross }], ...more },
    'creditNote { id }',
  );
export const credited = async (t: Trade, gross: string, number?: string, more?: object): Promise<string> =>
  sure(await credit(t, gross, number, more)).id;
export const further = async (t: Trade, net: string, number = 'INV-9', more: object = {}): Promise<string> =>
  sure(
    await say<{ id: string }>(
      t.supplier,
      'invoiceSubmit',
      {
        buyer: { id: t.buyer.id },
        number,
        currency: 'CNY',
        original: { id: t.invoiceId },
        lines: [{ lineId: '1', itemName: 'Price difference', quantity: '1', unit: 'C62', price: net, taxRate: '13' }],
        ...more,
      },
      'invoice { id }',
    ),
  ).id;
