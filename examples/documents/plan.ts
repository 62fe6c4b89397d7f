/** Organisations of the demo that send documents, by the end of their key. */
export type Sender = 'buyer' | 'supplier' | 'supplier2';
export type Counterparty = Sender | 'supplier3';

/** Unified social credit codes of the demo, by which the other side is named: the examples speak of firms that the hub does not know. */
export const USCC: Readonly<Record<Counterparty, string>> = {
  buyer: '91370212MA3HA10051',
  supplier: '91320505MA1LX20037',
  supplier2: '91330205MA2HD3005U',
  supplier3: '91440306MA5MC4002D',
};

/** One document of a conversation. */
export interface Step {
  /** File name without `.xml`. */
  readonly name: string;
  readonly from: Sender;
  readonly to: Counterparty;
  /** Sent so that what follows has something to speak of; it stands in another conversation too. */
  readonly again?: true;
}

/** The supplier decides on what the buyer has proposed last, by telephone as it were: no document tells of it. */
export interface Decision {
  readonly accept: 'Order-1';
  readonly from: Sender;
  readonly to: Counterparty;
}

/** The order that some answers speak of is not among the examples: it is issued first, with lines such as they answer. */
export interface Prelude {
  readonly issue: '11233';
  readonly from: Sender;
  readonly to: Counterparty;
  readonly lines: readonly { readonly lineId: string; readonly itemName: string; readonly quantity: string; readonly price: string }[];
}

const issue = (from: Sender, to: Counterparty, lines: number): Prelude => ({
  issue: '11233',
  from,
  to,
  lines: ['Brown sauce', 'White sauce', 'Pepper sauce']
    .slice(0, lines)
    .map((itemName, i) => ({ lineId: String(i + 1), itemName, quantity: '15', price: '1.50' })),
});

const send = (from: Sender, to: Counterparty, ...names: readonly string[]): readonly Step[] =>
  names.map((name) => (name.endsWith('*') ? { name: name.slice(0, -1), from, to, again: true } : { name, from, to }));

/**
 * The 31 published documents as conversations. Many of them number their orders alike (`1`, `5`, `34`, `Order-1`), so each conversation is
 * between two organisations that have no other with that number. A name with a star is sent once more for what follows it.
 */
export const CONVERSATIONS: readonly (readonly (Step | Prelude | Decision)[])[] = [
  [...send('buyer', 'supplier', 'UC1_Order'), ...send('supplier', 'buyer', 'UC1_Order_response')],
  [...send('buyer', 'supplier2', 'UC2_Order'), ...send('supplier2', 'buyer', 'UC2_Order_response')],
  [...send('buyer', 'supplier', 'UC3_Order'), ...send('supplier', 'buyer', 'UC3_Order_response')],
  [...send('buyer', 'supplier2', 'UC4_Order'), ...send('supplier2', 'buyer', 'UC4_Order_response')],
  [...send('supplier', 'supplier2', 'UC5_Order'), ...send('supplier2', 'supplier', 'UC5_Order_response')],
  send('buyer', 'supplier3', 'UC6_Order'),
  send('buyer', 'supplier2', 'Order_Example'),
  [issue('buyer', 'supplier', 3), ...send('supplier', 'buyer', 'OrderResponse_Example')],
  [issue('buyer', 'supplier2', 2), ...send('supplier2', 'buyer', 'OrderResponseAdvanced_Example')],
  [issue('supplier', 'supplier2', 2), ...send('supplier2', 'supplier', 'OrderAgreement_Example')],
  [
    ...send('buyer', 'supplier', 'Order_sc1'),
    ...send('supplier', 'buyer', 'OrderResponse_sc1'),
    // BIS Advanced Ordering 3, scenario 1: after a response with changes the buyer confirms them by a change or cancels. Both are among the
    // files; after the confirmation the order is agreed, and its cancellation is for the supplier to accept (scenario 4).
    ...send('buyer', 'supplier', 'OrderChange_sc1', 'OrderCancellation_sc1'),
    { accept: 'Order-1', from: 'supplier', to: 'buyer' },
  ],
  [
    ...send('supplier', 'supplier2', 'Order_sc1*'),
    ...send('supplier2', 'supplier', 'OrderResponse_sc1*'),
    ...send('supplier', 'supplier2', 'OrderCancellation_sc1*'),
  ],
  [
    ...send('buyer', 'supplier2', 'Order_sc1*'),
    ...send('supplier2', 'buyer', 'OrderResponse_sc1*'),
    ...send('buyer', 'supplier2', 'OrderChange_sc1*', 'OrderChange_sc2'),
    ...send('supplier2', 'buyer', 'OrderResponse_sc2'),
  ],
  send('buyer', 'supplier3', 'Order_sc1*', 'OrderChange_Example', 'OrderCancellation_Example'),
  [...send('buyer', 'supplier', 'UBL-Order-2.0-Example'), ...send('supplier', 'buyer', 'UBL-OrderResponseSimple-2.0-Example')],
  send('buyer', 'supplier2', 'UBL-Order-2.0-Example-International'),
  [
    ...send('buyer', 'supplier', 'UBL-Order-2.1-Example'),
    ...send('supplier', 'buyer', 'UBL-OrderResponseSimple-2.1-Example'),
    ...send('buyer', 'supplier', 'UBL-OrderChange-2.1-Example', 'UBL-OrderCancellation-2.1-Example'),
  ],
  [...send('supplier', 'supplier2', 'UBL-Order-2.1-Example*'), ...send('supplier2', 'supplier', 'UBL-OrderResponse-2.1-Example')],
];
