import { decimal as exact } from '../../kernel/decimal.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import {
  bool,
  connection,
  date,
  decimal,
  derived,
  between,
  extend,
  id,
  instant,
  int,
  many,
  need,
  one,
  payload,
  type ReadDeclaration,
  ref,
  root,
  rows,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import { lineActions } from '../closing/rules.js';
import { bothSides, byCounterparty } from '../despatch/reads.js';
import { openValue, type OpenLine } from '../lateness/rules.js';

interface Facts {
  readonly unit: string;
  readonly ordered: string;
  readonly inTransit: string;
  readonly closedOn: string | null;
  readonly buyerId: string;
  readonly line: readonly { readonly lineId: string }[];
  readonly viewer: Viewer;
}

const allowedActions = ({ unit, ordered, inTransit, closedOn, buyerId, line, viewer }: Facts) =>
  lineActions(
    { lineId: line[0]?.lineId ?? '', unit, ordered: exact(ordered), inTransit: exact(inTransit), closedOn },
    viewer.orgId === buyerId ? 'BUYER' : 'SUPPLIER',
  );

const LATE = `coalesce({due_on} < app.business_date(), false)`;
const AT_RISK = `coalesce({risk_on} <= app.business_date() and {due_on} >= app.business_date(), false)`;
const OPEN = `case when {closed_on} is null then trim_scale(greatest({ordered} - {received} + {replaced}, 0)) else 0 end`;

const progress = type(
  'OrderLineProgress',
  { table: 'app.line_balance', need: 'orders:read', cols: { order_id: 'uuid' } },
  {
    unit: word('unit'),
    ordered: decimal('ordered'),
    ceiling: decimal('ceiling'),
    despatched: decimal('despatched'),
    inTransit: decimal('in_transit'),
    received: decimal('received'),
    rejected: decimal('rejected'),
    short: decimal('short'),
    accepted: decimal('accepted'),
    refused: decimal('refused'),
    returned: decimal('returned'),
    replaced: decimal('replaced'),
    invoiced: decimal('invoiced'),
    open: decimal(OPEN),
    closedOn: date('closed_on'),
    closedReason: text('closed_reason'),
    dueOn: date('due_on'),
    late: bool(LATE),
    atRisk: bool(AT_RISK),
    allowedActions: derived(
      {
        unit: 'unit',
        ordered: 'ordered',
        inTransit: 'in_transit',
        closedOn: 'closed_on',
        buyerId: 'buyer_id',
        line: rows('OrderLine', { id: 'line_id' }, { lineId: 'line_no' }, ['id']),
        viewer: '@viewer',
      },
      allowedActions,
      { size: 5 },
    ),
  },
);

const DAYS_LATE = `case when not {settled} and {due_on} < app.business_date() then app.business_date() - {due_on} end`;

const schedule = type(
  'DeliverySchedule',
  { table: 'app.delivery_schedule', id: 'dsc', need: 'orders:read', cols: { position: 'int', awaited_by: 'date' } },
  {
    id: id('dsc'),
    order: one('Order', 'order_id'),
    line: one('OrderLine', 'line_id'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    scheduleId: text('schedule_no'),
    quantity: decimal('quantity'),
    received: decimal('received'),
    inTransit: decimal('under_way'),
    open: decimal('open'),
    settled: bool('settled'),
    requestedOn: date('requested_on'),
    agreedOn: date('agreed_on'),
    promisedOn: date('promised_on'),
    dueOn: date('due_on'),
    late: bool(`not {settled} and ${LATE}`),
    daysLate: int(DAYS_LATE),
    atRisk: bool(`not {settled} and ${AT_RISK}`),
    openValue: need(
      'amounts:read',
      derived(
        {
          open: 'open',
          line: rows('OrderLine', { id: 'line_id' }, { amount: 'amount', quantity: 'quantity', currency: 'currency' }, ['id']),
        },
        ({ open, line }: { readonly open: string; readonly line: readonly OpenLine[] }) => openValue(open, line[0]),
        { size: 1 },
      ),
    ),
    promises: many('DeliveryPromise', { line_id: 'line_id', schedule_no: 'schedule_no' }, ['at', 'id'], { size: 2 }),
  },
);

const filters = { ...byCounterparty, dueOn: between('awaited_by', { type: 'date' }) };
const byDay = { MOST_LATE: ['awaited_by', 'id'], LEAST_LATE: ['-awaited_by', '-id'] };
const onLine = { line: ref('OrderLine', (result: { lineId: string }) => result.lineId) };

export const balanceReads: readonly ReadDeclaration[] = [
  progress,
  schedule,
  type(
    'DeliveryPromise',
    { table: 'app.delivery_promise', need: 'orders:read', cols: { at: 'timestamptz', schedule_no: 'text' } },
    {
      scheduleId: text('schedule_no'),
      promisedOn: date('promised_on'),
      reasonCode: word('reason_code'),
      reason: text('reason'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  type(
    'OrderLineClosing',
    { table: 'app.line_closing', need: 'orders:read', cols: { at: 'timestamptz' } },
    {
      closes: bool('closes'),
      reason: text('reason'),
      on: date('closed_on'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  extend('OrderLine', {
    progress: one('OrderLineProgress', { line_id: 'id' }),
    deliverySchedules: many('DeliverySchedule', 'line_id', ['position', 'id'], { where: '{quantity} > 0', size: 2 }),
    deliveryPromises: many('DeliveryPromise', 'line_id', ['at', 'id'], { size: 2 }),
    closings: many('OrderLineClosing', 'line_id', ['at', 'id'], { size: 1 }),
  }),
  payload('LineClosePayload', onLine),
  payload('LineReopenPayload', onLine),
  payload('PromiseUpdatePayload', onLine),
  root({
    lateLines: connection('DeliverySchedule', {
      ...bothSides,
      where: '{awaited_by} < app.business_date()',
      orders: byDay,
      filters,
    }),
    linesAtRisk: connection('DeliverySchedule', {
      ...bothSides,
      where: '{risk_on} <= app.business_date() and {awaited_by} >= app.business_date()',
      orders: { SOONEST: ['awaited_by', 'id'] },
      filters,
    }),
  }),
];
