import type { Viewer } from '../../platform/auth/viewer.js';
import {
  between,
  bool,
  connection,
  date,
  decimal,
  derived,
  equals,
  id,
  instant,
  int,
  isIn,
  json,
  lookup,
  many,
  money,
  need,
  newest,
  one,
  type ReadDeclaration,
  root,
  rows,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import { type OpenChange, type OrderFacts, orderLifecycle, type OrderStatus, type Side } from '../lifecycle/rules.js';

interface Facts {
  readonly status: OrderStatus;
  readonly revision: number;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly open: readonly (OpenChange & { readonly side: Side })[];
  readonly viewer: Viewer;
}

/** What the viewer may do: the rules' own answer, on the rules' own facts. */
const allowedActions = ({ status, revision, buyerId, supplierId, open, viewer }: Facts) => {
  if (viewer.orgId !== buyerId && viewer.orgId !== supplierId) return [];
  const facts: OrderFacts = { status, revision, open: Object.fromEntries(open.map((change) => [change.side, change])) };
  return orderLifecycle.allowed(facts, viewer.orgId === buyerId ? 'BUYER' : 'SUPPLIER');
};

const details = derived(
  { details: json('details') },
  ({ details: all }: { details: Readonly<Record<string, string>> }) => Object.entries(all).map(([name, value]) => ({ name, value })),
  { size: 5 },
);

const inCurrency = (amount: string) => need('amounts:read', money(amount, 'currency'));
const priced = (column: string) => need('amounts:read', decimal(column));
export const TYPE_NAME = `case {type_code} when '105' then 'PURCHASE_ORDER' when '220' then 'ORDER' when '221' then 'FRAME' when '226' then 'CALL_OFF' else 'CONSIGNMENT' end`;

const sorts = {
  NEWEST: ['-created_at', '-id'],
  OLDEST: ['created_at', 'id'],
  ISSUED_LAST: ['-issued_on', '-id'],
  ISSUED_FIRST: ['issued_on', 'id'],
};

const order = type(
  'Order',
  { table: 'app.orders', id: 'ord', need: 'orders:read', cols: { created_at: 'timestamptz', issued_on: 'date', type_code: 'text' } },
  {
    id: id('ord'),
    number: text('number'),
    type: word(TYPE_NAME),
    issuedOn: date('issued_on'),
    status: word('status'),
    version: int('version'),
    revision: int('revision'),
    agreedRevision: int('agreed_revision'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    tradeAgreement: one('TradeAgreement', 'agreement_id'),
    waitsFor: word('waits_for'),
    waitsSince: instant('waits_since'),
    externalReference: derived(
      { own: rows('OrderReference', 'order_id', { reference: 'reference' }, ['id']) },
      ({ own }: { own: readonly { reference: string }[] }) => own[0]?.reference ?? null,
      { size: 1 },
    ),
    currency: word('currency'),
    note: text('note'),
    buyerReference: text('buyer_reference'),
    salesOrderNumber: text('sales_order_number'),
    deliverFrom: date('deliver_from'),
    deliverTo: date('deliver_to'),
    promisedFrom: date('promised_from'),
    promisedTo: date('promised_to'),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    details,
    linesTotal: inCurrency('lines_total'),
    allowance: inCurrency('allowance'),
    charge: inCurrency('charge'),
    total: inCurrency('total'),
    tax: inCurrency('tax'),
    payable: inCurrency('payable'),
    frameTotal: inCurrency('frame_total'),
    calledOff: inCurrency('called_off_value'),
    frame: one('Order', 'frame_id'),
    callOffs: connection('Order', { on: 'frame_id', orders: sorts }),
    lineCount: int('line_count'),
    lines: many('OrderLine', 'order_id', ['position', 'id'], { size: 20 }),
    linePage: connection('OrderLine', { on: 'order_id', orders: { POSITION: ['position', 'id'] }, filters: { state: isIn('state') } }),
    revisions: many('OrderRevision', 'order_id', ['revision', 'id'], { size: 3 }),
    responses: many('OrderResponse', 'order_id', ['at', 'id'], { size: 3 }),
    proposals: many('OrderProposal', 'order_id', ['at', 'id'], { size: 3 }),
    openProposals: many('OrderProposal', 'order_id', ['at', 'id'], { size: 1, where: `{status} = 'OPEN'` }),
    reminders: many('OrderReminder', 'order_id', ['at', 'id'], { size: 1 }),
    cancellation: newest('OrderCancellation', 'order_id', ['-at', '-id']),
    createdAt: instant('created_at'),
    changedAt: instant('changed_at'),
    allowedActions: derived(
      {
        status: 'status',
        revision: int('revision'),
        buyerId: 'buyer_id',
        supplierId: 'supplier_id',
        viewer: '@viewer',
        open: rows(
          'OrderProposal',
          'order_id',
          { side: 'side', baseRevision: int('base_revision'), endsOrder: bool('ends_order') },
          ['at', 'id'],
          { where: `{status} = 'OPEN'` },
        ),
      },
      allowedActions,
      { size: 10 },
    ),
  },
);

const line = type(
  'OrderLine',
  { table: 'app.order_line', id: 'orl', need: 'orders:read', cols: { position: 'int' } },
  {
    id: id('orl'),
    lineId: text('line_no'),
    position: int('position'),
    revision: int('revision'),
    state: word('state'),
    itemName: text('item_name'),
    description: text('description'),
    buyerItemId: text('buyer_item_id'),
    sellerItemId: text('seller_item_id'),
    standardItemId: text('standard_item_id'),
    quantity: decimal('quantity'),
    unit: word('unit'),
    price: priced('price'),
    priceBasis: decimal('price_basis'),
    allowance: priced('allowance'),
    charge: priced('charge'),
    taxRate: decimal('tax_rate'),
    amount: priced('amount'),
    note: text('note'),
    details,
    schedules: many('OrderSchedule', 'line_id', ['position', 'id'], { size: 2 }),
    promises: many('OrderPromise', { order_id: 'order_id', line_no: 'line_no' }, ['at', 'id'], { size: 2 }),
    prices: need('amounts:read', many('OrderPrice', 'line_id', ['valid_from', 'id'], { size: 1 })),
    frameLine: one('OrderLine', 'frame_line_id'),
    calledOff: decimal('called_off'),
    remaining: decimal('trim_scale({quantity} - {called_off})'),
    history: many('OrderRevisionLine', { order_id: 'order_id', line_no: 'line_no' }, ['revision', 'id'], { size: 2 }),
  },
);

const schedule = type(
  'OrderSchedule',
  { table: 'app.order_schedule', id: 'osl', need: 'orders:read', cols: { position: 'int' } },
  {
    id: id('osl'),
    scheduleId: text('schedule_no'),
    quantity: decimal('quantity'),
    requestedFrom: date('requested_from'),
    requestedTo: date('requested_to'),
    promisedFrom: date('promised_from'),
    promisedTo: date('promised_to'),
  },
);

export const orderReads: readonly ReadDeclaration[] = [
  order,
  line,
  schedule,
  type(
    'OrderPromise',
    { table: 'app.order_promise', cols: { at: 'timestamptz' } },
    {
      scheduleId: text('schedule_no'),
      revision: int('revision'),
      promisedFrom: date('promised_from'),
      promisedTo: date('promised_to'),
      at: instant('at'),
    },
  ),
  type('OrderPrice', { table: 'app.order_price', cols: { valid_from: 'date' } }, { from: date('valid_from'), price: priced('price') }),
  type('OrderReference', { table: 'app.order_reference' }, {}),
  type(
    'OrderReminder',
    { table: 'app.order_reminder', cols: { at: 'timestamptz' } },
    { side: word('side'), at: instant('at'), businessTime: instant('business_time') },
  ),
  type(
    'OrderCancellation',
    { table: 'app.order_cancellation', cols: { at: 'timestamptz' } },
    { number: text('number'), reason: text('reason'), at: instant('at') },
  ),
  root({
    order: lookup('Order', 'by', { id: 'id', externalReference: '{id} = app.order_by_reference({@value})' }),
    orders: connection('Order', {
      party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' },
      orders: sorts,
      filters: {
        status: isIn('status'),
        type: isIn('type_code'),
        waitsFor: isIn('waits_for'),
        counterparty: isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' }),
        number: equals('number'),
        issuedOn: between('issued_on', { type: 'date' }),
        deliverTo: between('deliver_to', { type: 'date' }),
      },
    }),
  }),
];
