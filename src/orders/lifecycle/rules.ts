import { type Guard, lifecycle } from '../../kernel/lifecycle.js';
import type { Refusal } from '../../kernel/refusal.js';

/**
 * ISSUED: an offer awaits the supplier's answer; ACKNOWLEDGED: received, an answer will follow (AB); COUNTERED: the supplier's
 * changes (CA) await the buyer; IN_FORCE: agreed; REFUSED (RE) and CANCELLED are the end.
 */
export const ORDER_STATUSES = ['ISSUED', 'ACKNOWLEDGED', 'COUNTERED', 'IN_FORCE', 'REFUSED', 'CANCELLED'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const SIDES = ['BUYER', 'SUPPLIER'] as const;
export type Side = (typeof SIDES)[number];
export const otherSide = (side: Side): Side => (side === 'BUYER' ? 'SUPPLIER' : 'BUYER');

export const ORDER_ACTIONS = [
  'ACKNOWLEDGE',
  'ACCEPT',
  'REFUSE',
  'COUNTER',
  'REPLACE_OFFER',
  'CANCEL',
  'PROPOSE_CHANGE',
  'PROPOSE_END',
  'ACCEPT_CHANGE',
  'ACCEPT_END',
  'REFUSE_CHANGE',
  'WITHDRAW_CHANGE',
] as const;
export type OrderAction = (typeof ORDER_ACTIONS)[number];

/** A change that awaits the other side's decision. */
export interface OpenChange {
  readonly baseRevision: number;
  /** Whether no active line would be left. */
  readonly endsOrder: boolean;
}

export interface OrderFacts {
  readonly status: OrderStatus;
  readonly revision: number;
  /** At most one open change of each side. */
  readonly open: Readonly<Partial<Record<Side, OpenChange>>>;
  /** The revision that an answer or proposal is about; the current one where the caller stated none. */
  readonly answeredRevision?: number;
  /** Lines that an answer line by line has left out. */
  readonly unanswered?: readonly string[];
}

export type LifecycleCode = 'STALE_REVISION' | 'LINE_NOT_ANSWERED' | 'NO_OPEN_CHANGE' | 'CHANGE_ENDS_ORDER' | 'CHANGE_KEEPS_ORDER';
type Check = Guard<OrderFacts, LifecycleCode>;

const currentRevision: Check = ({ revision, answeredRevision = revision }) =>
  answeredRevision === revision ? [] : [{ code: 'STALE_REVISION', field: ['revision'], params: { currentRevision: String(revision) } }];

const everyLineAnswered: Check = ({ unanswered = [] }) =>
  unanswered.map((lineId): Refusal<LifecycleCode> => ({ code: 'LINE_NOT_ANSWERED', field: ['lines'], params: { lineId } }));

const openBy =
  (side: Side): Check =>
  ({ open }) =>
    open[side] === undefined ? [{ code: 'NO_OPEN_CHANGE' }] : [];
const keepsOrder =
  (side: Side): Check =>
  ({ open }) =>
    open[side]?.endsOrder ? [{ code: 'CHANGE_ENDS_ORDER' }] : [];
const endsOrder =
  (side: Side): Check =>
  ({ open }) =>
    open[side]?.endsOrder === false ? [{ code: 'CHANGE_KEEPS_ORDER' }] : [];

type Row = Parameters<typeof lifecycle<OrderStatus, OrderAction, Side, OrderFacts, LifecycleCode>>[0][number];

const rows = (
  action: OrderAction,
  by: Side,
  from: readonly OrderStatus[],
  to: OrderStatus,
  guards: readonly Check[] = [],
): readonly Row[] => from.map((status) => ({ action, by, from: status, to, guards }));

const UNANSWERED = ['ISSUED', 'ACKNOWLEDGED'] as const;
const NOT_AGREED = [...UNANSWERED, 'COUNTERED'] as const;

// A change of an agreed order is one mechanism for both sides.
const changes = (side: Side): readonly Row[] => [
  ...rows('PROPOSE_CHANGE', side, ['IN_FORCE'], 'IN_FORCE', [currentRevision]),
  ...rows('PROPOSE_END', side, ['IN_FORCE'], 'IN_FORCE', [currentRevision]),
  ...rows('ACCEPT_CHANGE', side, ['IN_FORCE'], 'IN_FORCE', [openBy(otherSide(side)), keepsOrder(otherSide(side))]),
  ...rows('ACCEPT_END', side, ['IN_FORCE'], 'CANCELLED', [openBy(otherSide(side)), endsOrder(otherSide(side))]),
  ...rows('REFUSE_CHANGE', side, ['IN_FORCE'], 'IN_FORCE', [openBy(otherSide(side))]),
  ...rows('WITHDRAW_CHANGE', side, ['IN_FORCE'], 'IN_FORCE', [openBy(side)]),
];

/**
 * UN/EDIFACT 4343 and the flows of Peppol BIS Advanced Ordering 3: AB acknowledges, AP accepts, RE refuses, CA counters. A buyer may
 * replace or cancel an offer until both have agreed; an agreed order changes and ends only by a proposal that the other side accepts
 * (scenarios 2 to 5). Where a counter is refused or withdrawn, the buyer's offer stands and awaits an answer again.
 */
export const orderLifecycle = lifecycle<OrderStatus, OrderAction, Side, OrderFacts, LifecycleCode>([
  ...rows('ACKNOWLEDGE', 'SUPPLIER', ['ISSUED'], 'ACKNOWLEDGED', [currentRevision]),
  ...rows('ACCEPT', 'SUPPLIER', UNANSWERED, 'IN_FORCE', [currentRevision]),
  ...rows('REFUSE', 'SUPPLIER', NOT_AGREED, 'REFUSED', [currentRevision]),
  ...rows('COUNTER', 'SUPPLIER', NOT_AGREED, 'COUNTERED', [currentRevision, everyLineAnswered]),
  ...rows('WITHDRAW_CHANGE', 'SUPPLIER', ['COUNTERED'], 'ISSUED', [openBy('SUPPLIER')]),
  ...rows('REPLACE_OFFER', 'BUYER', NOT_AGREED, 'ISSUED', [currentRevision]),
  ...rows('CANCEL', 'BUYER', NOT_AGREED, 'CANCELLED'),
  ...rows('ACCEPT_CHANGE', 'BUYER', ['COUNTERED'], 'IN_FORCE', [openBy('SUPPLIER'), keepsOrder('SUPPLIER')]),
  ...rows('ACCEPT_END', 'BUYER', ['COUNTERED'], 'CANCELLED', [openBy('SUPPLIER'), endsOrder('SUPPLIER')]),
  ...rows('REFUSE_CHANGE', 'BUYER', ['COUNTERED'], 'ISSUED', [openBy('SUPPLIER')]),
  ...changes('BUYER'),
  ...changes('SUPPLIER'),
]);

export const CHANGE_STATUSES = ['OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'LAPSED'] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];
export type ChangeAction = 'ACCEPT' | 'REFUSE' | 'WITHDRAW' | 'LAPSE';

/** Of one proposed change. It lapses when its proposer puts another in its place, or when its base is no longer the current revision. */
export const changeLifecycle = lifecycle<ChangeStatus, ChangeAction, 'PROPOSER' | 'OTHER' | 'EITHER', object, never>([
  { action: 'ACCEPT', by: 'OTHER', from: 'OPEN', to: 'ACCEPTED' },
  { action: 'REFUSE', by: 'OTHER', from: 'OPEN', to: 'REFUSED' },
  { action: 'WITHDRAW', by: 'PROPOSER', from: 'OPEN', to: 'WITHDRAWN' },
  { action: 'LAPSE', by: 'EITHER', from: 'OPEN', to: 'LAPSED' },
]);

/** Who must act next, or nobody. With changes of both sides open in an agreed order, the side that owes the older decision. */
export const waitsFor = (status: OrderStatus, oldestOpen?: Side): Side | undefined => {
  if (status === 'ISSUED' || status === 'ACKNOWLEDGED') return 'SUPPLIER';
  if (status === 'COUNTERED') return 'BUYER';
  return status === 'IN_FORCE' && oldestOpen !== undefined ? otherSide(oldestOpen) : undefined;
};
