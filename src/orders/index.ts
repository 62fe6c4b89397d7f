import type { Room } from '../platform/room.js';
import { OrderResolver } from './api.js';
import { DisclosureResolver } from './disclosure/api.js';
import { OrderEntity } from './model.js';
import { ProgressResolver } from './progress/api.js';
import { reads } from './reads.js';
import { orderRefusals } from './refusals.js';
import { seed } from './seed.js';
import { OrderUpdateResolver } from './updates/api.js';

const changes = [
  'ORDER_ISSUED',
  'ORDER_REPLACED',
  'ORDER_ACKNOWLEDGED',
  'ORDER_ACCEPTED',
  'ORDER_REFUSED',
  'ORDER_COUNTERED',
  'ORDER_CANCELLED',
  'ORDER_CHANGE_PROPOSED',
  'ORDER_CHANGE_ACCEPTED',
  'ORDER_CHANGE_REFUSED',
  'ORDER_CHANGE_WITHDRAWN',
  'ORDER_CHANGE_LAPSED',
];

/** Orders up to agreement, and every change of them afterwards. */
export const orders: Room = {
  name: 'orders',
  entities: [OrderEntity],
  reads,
  resolvers: [OrderResolver, DisclosureResolver, ProgressResolver, OrderUpdateResolver],
  refusals: orderRefusals,
  events: [...changes, 'ORDER_ANSWER_DUE', 'ORDER_REMINDED', 'ORDER_DISCLOSED', 'ORDER_DISCLOSURE_ENDED'],
  subjects: [
    { type: 'Order', grants: 'select grantee_id from app.order_disclosure where order_id = $1 and ended_at is null' },
    { type: 'OrderDisclosure' },
  ],
  effects: [
    { consumer: 'order-reminder', on: ['ORDER_ANSWER_DUE'], actAs: 'owner' },
    { consumer: 'order-progress', on: changes, actAs: 'owner' },
  ],
  live: [{ name: 'orderUpdates', subject: 'Order', one: { argument: 'orderId', prefix: 'ord' } }],
  seed,
};

export { orderRespond } from './answer/commands.js';
export { lineAmount, type LineContent, type OrderContent, totalsOf } from './content/rules.js';
export { orderDisclose, orderDisclosureEnd } from './disclosure/commands.js';
export { priceOn } from './frame/rules.js';
export { orderBulkIssue, orderIssue } from './issue/commands.js';
export { changeLifecycle, ORDER_STATUSES, orderLifecycle, type OrderStatus, type Side } from './lifecycle/rules.js';
export { OrderSide } from './api-enums.js';
export { OrderDocumentInput } from './api-inputs.js';
export { OrderDetailInput } from './content/api-inputs.js';
export { details as detailsInput, documentNumberInput, lineId as lineIdInput, unit as unitInput } from './content/inputs.js';
export { type Order as OrderRow, OrderEntity } from './model.js';
export { OrderDetail, OrderLine, OrderSchedule } from './order/api-lines.js';
export { DayRange, Order } from './order/api-types.js';
export { orderProgressRefresh } from './progress/commands.js';
export { orderCancel, orderDecideChange, orderProposeChange, orderWithdrawChange } from './proposal/commands.js';
export { orderRemind } from './reminder/commands.js';
