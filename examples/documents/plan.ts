/** Organisations of the demo that send documents, by the end of their key. */
export type Sender = 'buyer' | 'supplier' | 'supplier2' | 'warehouse';
export type Counterparty = Sender | 'supplier3';

/** Unified social credit codes of the demo, by which the other side is named: the examples speak of firms that the hub does not know. */
export const USCC: Readonly<Record<Counterparty, string>> = {
  buyer: '91370212MA3HA10051',
  supplier: '91320505MA1LX20037',
  supplier2: '91330205MA2HD3005U',
  supplier3: '91440306MA5MC4002D',
  warehouse: '91310115MA1LG900XC',
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
export interface IssuedOrder {
  readonly issue: '11233';
  readonly from: Sender;
  readonly to: Counterparty;
  readonly lines: readonly { readonly lineId: string; readonly itemName: string; readonly quantity: string; readonly price: string }[];
}

/** The order that a despatch speaks of is not among the examples: it is issued and agreed first, of what the despatch says of its lines. */
export interface AgreedOrder {
  /** Name of the despatch. */
  readonly orderOf: string;
  readonly from: Sender;
  readonly to: Sender;
}

/** The invoice that answers speak of is not among the examples: it is submitted first, with one line of work without an order. */
export interface SubmittedInvoice {
  readonly invoice: 'inv021';
  /** Whether it is paid in advance, so that PD can be said of it. */
  readonly prepaid: boolean;
  /** Tells invoices apart of which an earlier one with that number was rejected. */
  readonly time: number;
  readonly from: Sender;
  readonly to: Sender;
}

export type Prelude = IssuedOrder | AgreedOrder | SubmittedInvoice;

const issue = (from: Sender, to: Counterparty, lines: number): IssuedOrder => ({
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
 * The 31 published documents of ordering as conversations. Many of them number their orders alike (`1`, `5`, `34`, `Order-1`), so each conversation is
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

const agreed = (orderOf: string, from: Sender, to: Sender): AgreedOrder => ({ orderOf, from, to });
const submitted = (from: Sender, to: Sender, time = 1, prepaid = false): SubmittedInvoice => ({
  invoice: 'inv021',
  from,
  to,
  time,
  prepaid,
});

/** A despatch of an order that is made of what it says. */
const despatched = (buyer: Sender, supplier: Sender, name: string): readonly (Step | Prelude)[] => [
  agreed(name, buyer, supplier),
  ...send(supplier, buyer, name),
];

/** An answer to an invoice that is submitted for it. */
const answered = (buyer: Sender, supplier: Sender, name: string, time = 1, prepaid = false): readonly (Step | Prelude)[] => [
  submitted(supplier, buyer, time, prepaid),
  ...send(buyer, supplier, name),
];

/** What OASIS wrote as one story: order, answer, despatch and receipt of UBL 2.0, and then a bill. */
const story = (buyer: Sender, supplier: Sender): readonly Step[] => [
  ...send(buyer, supplier, 'UBL-Order-2.0-Example*'),
  ...send(supplier, buyer, 'UBL-OrderResponseSimple-2.0-Example*', 'UBL-DespatchAdvice-2.0-Example*'),
  ...send(buyer, supplier, 'UBL-ReceiptAdvice-2.0-Example*'),
];

/**
 * The 44 published documents of delivery, billing and response as conversations, after those of ordering: the order of the first story came
 * there. An invoice stands in six spellings of the same words, each in a story of its own. The answers to invoices all have the number
 * `imrid001` and are about `inv021`: each is about one of its own, of which a rejected one frees its number.
 */
export const LATER: readonly (readonly (Step | Prelude | Decision)[])[] = [
  [
    ...send('supplier', 'buyer', 'UBL-DespatchAdvice-2.0-Example'),
    ...send('buyer', 'supplier', 'UBL-ReceiptAdvice-2.0-Example'),
    ...send('supplier', 'buyer', 'UBL-Invoice-2.0-Example', 'UBL-CreditNote-2.0-Example'),
  ],
  [...story('supplier', 'supplier2'), ...send('supplier2', 'supplier', 'UBL-Invoice-2.0-Example-NS1')],
  [...story('supplier2', 'supplier'), ...send('supplier', 'supplier2', 'UBL-Invoice-2.0-Example-NS2')],
  [...story('supplier', 'buyer'), ...send('buyer', 'supplier', 'UBL-Invoice-2.0-Example-NS3')],
  [...story('supplier2', 'buyer'), ...send('buyer', 'supplier2', 'UBL-Invoice-2.0-Example-NS4')],
  [...story('warehouse', 'supplier'), ...send('supplier', 'warehouse', 'UBL-Invoice-2.0-Detached')],
  [...story('warehouse', 'supplier2'), ...send('supplier2', 'warehouse', 'UBL-Invoice-2.0-Enveloped')],
  despatched('buyer', 'supplier', 'DespatchAdvice-BIS3_UseCase1'),
  despatched('buyer', 'supplier2', 'DespatchAdvice-BIS3_UseCase2'),
  despatched('supplier', 'supplier2', 'DespatchAdvice-BIS3_UseCase3'),
  despatched('supplier2', 'supplier', 'DespatchAdvice-BIS3_UseCase4'),
  despatched('supplier', 'buyer', 'DespatchAdvice-BIS3_UseCase5'),
  despatched('warehouse', 'buyer', 'DespatchAdvice_Example'),
  send('supplier', 'buyer', 'base-example', 'base-creditnote-correction'),
  send('supplier2', 'buyer', 'base-example*', 'base-negative-inv-correction'),
  send('supplier2', 'supplier', 'Allowance-example'),
  send('supplier', 'supplier2', 'Vat-category-S'),
  send('buyer', 'supplier', 'sales-order-example'),
  send('supplier', 'buyer', 'vat-category-E', 'vat-category-O'),
  send('supplier2', 'buyer', 'vat-category-Z'),
  send('supplier2', 'buyer', 'UBL-Invoice-2.1-Example', 'UBL-CreditNote-2.1-Example'),
  send('supplier2', 'buyer', 'UBL-Invoice-2.1-Example-Trivial'),
  [
    ...answered('buyer', 'supplier', 'T111-uc004a-Invoice is rejected'),
    ...answered('buyer', 'supplier', 'T111-uc004b-Rejected requesting reissue', 2),
    ...answered('buyer', 'supplier', 'T111-uc004c-Rejected requesting replacement', 3),
    ...answered('buyer', 'supplier', 'InvoiceResponse_Example', 4),
    ...answered('buyer', 'supplier', 'T111-uc001-Invoice in process', 5),
  ],
  answered('buyer', 'supplier2', 'T111-uc002a-Additional reference data'),
  answered('supplier', 'supplier2', 'T111-uc002b-In process but postponed'),
  answered('supplier2', 'supplier', 'T111-uc003-Invoice is accepted'),
  answered('warehouse', 'buyer', 'T111-uc005-Invoice is conditionally accepted'),
  answered('supplier2', 'buyer', 'T111-uc006a-Under query missing information'),
  answered('warehouse', 'supplier', 'T111-uc006b-Missing PO'),
  answered('warehouse', 'supplier2', 'T111-uc006c-Wrong detail partial credit'),
  answered('supplier', 'warehouse', 'T111-uc007-Payment has been initiated', 1, true),
  answered('supplier2', 'warehouse', 'T111-uc008-Invoice is accepted by third party'),
  send('buyer', 'supplier', 'CatalogueResponse_Example', 'MessageLevelResponse_Example'),
];
