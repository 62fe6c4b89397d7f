import {
  between,
  connection,
  date,
  decimal,
  derived,
  flag,
  instant,
  int,
  isIn,
  json,
  many,
  one,
  type ReadDeclaration,
  root,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import { type Counts, type Defects, defectsOf, FORMULA, otifOf, RULE, timingOf } from './rules.js';

const counts = {
  early: int('early'),
  onDay: int('on_day'),
  late: int('late'),
  overdue: int('overdue'),
  open: int('open'),
  daysLate: '{days_late}::text',
  daysOff: '{days_off}::text',
  hit: int('hit'),
  miss: int('miss'),
  pending: int('pending'),
} as const;

const timing = derived(counts, (row: Counts) => timingOf(row), { size: 12 });
const otif = derived(counts, (row: Counts) => otifOf(row), { size: 4 });
const pair = { buyer_id: 'buyer_id', supplier_id: 'supplier_id' } as const;

const DEFECTIVE = `{rejected} > 0
  or exists (select from app.acceptance_line a where a.receipt_line_id = {id} and a.refused > 0)
  or exists (select from app.warranty_claim c join app.warranty_step s on s.claim_id = c.id where c.receipt_line_id = {id} and s.status = 'ACCEPTED')`;

const figure = type(
  'DeliveryFigure',
  { table: 'app.delivery_figure', need: 'orders:read', cols: { buyer_id: 'uuid', supplier_id: 'uuid' } },
  {
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    formula: derived({ id: 'id' }, () => FORMULA, { size: 1 }),
    rule: derived({ id: 'id' }, () => RULE, { size: 2 }),
    timing,
    otif,
    defects: derived({ defects: json('defects') }, ({ defects }: { defects: readonly Defects[] }) => defectsOf(defects), { size: 3 }),
    months: many('DeliveryMonth', pair, ['month', 'id'], { size: 12 }),
    evidence: connection('DeliveryEvidence', {
      on: pair,
      orders: { AGREED_FIRST: ['agreed_on', 'id'], AGREED_LAST: ['-agreed_on', '-id'] },
      filters: { outcome: isIn('outcome'), inFull: isIn('in_full'), agreedOn: between('agreed_on', { type: 'date' }) },
    }),
    received: connection('ReceiptLine', { on: pair, orders: { OLDEST: ['id'] }, filters: { defective: flag(DEFECTIVE) } }),
    computedAt: instant('computed_at'),
    businessTime: instant('business_time'),
  },
);

const evidence = type(
  'DeliveryEvidence',
  { table: 'app.delivery_evidence', need: 'orders:read', cols: { id: 'uuid', agreed_on: 'date', buyer_id: 'uuid', supplier_id: 'uuid' } },
  {
    order: one('Order', 'order_id'),
    line: one('OrderLine', 'line_id'),
    scheduleId: text('schedule_no'),
    unit: word('unit'),
    agreedOn: date('agreed_on'),
    quantity: decimal('quantity'),
    due: decimal('due'),
    enough: decimal('enough'),
    acceptedInTime: decimal('accepted_in_time'),
    undecidedInTime: decimal('undecided_in_time'),
    completedOn: date('completed_on'),
    daysLate: int('days_late'),
    outcome: word('outcome'),
    inFull: word('in_full'),
  },
);

export const figureReads: readonly ReadDeclaration[] = [
  figure,
  evidence,
  type(
    'DeliveryMonth',
    { table: 'app.delivery_month', need: 'orders:read', cols: { month: 'date', buyer_id: 'uuid', supplier_id: 'uuid' } },
    { month: date('month'), timing, otif },
  ),
  root({
    deliveryFigures: connection('DeliveryFigure', {
      party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' },
      orders: { ID: ['id'] },
      filters: { counterparty: isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' }) },
    }),
  }),
];
