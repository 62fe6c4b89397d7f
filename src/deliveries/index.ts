import type { Room } from '../platform/room.js';
import { LatenessResolver, OrderLineProgressResolver } from './balance/api.js';
import { ClosingResolver } from './closing/api.js';
import { DespatchResolver, OrderDespatchResolver, OrderLineDespatchResolver } from './despatch/api.js';
import { DespatchAdviceEntity, ReceiptAdviceEntity } from './model.js';
import { PromiseResolver } from './promise/api.js';
import { reads } from './reads.js';
import { DespatchReceiptResolver, OrderLineReceiptResolver, OrderReceiptResolver, ReceiptResolver } from './receipt/api.js';
import { deliveryRefusals } from './refusals.js';
import { DeliveryUpdateResolver } from './updates/api.js';

/** What changes the day or the quantity that is awaited of a line. */
const movesDays = ['ORDER_ACCEPTED', 'ORDER_CHANGE_ACCEPTED', 'ORDER_CANCELLED', 'RECEIPT_RECORDED', 'LINE_CLOSED', 'LINE_REOPENED'];

/** What moves between the parties of an agreed order: despatch, receipt, acceptance, return, and what is still open or late. */
export const deliveries: Room = {
  name: 'deliveries',
  entities: [DespatchAdviceEntity, ReceiptAdviceEntity],
  reads,
  resolvers: [
    DespatchResolver,
    OrderDespatchResolver,
    OrderLineDespatchResolver,
    ReceiptResolver,
    DespatchReceiptResolver,
    OrderReceiptResolver,
    OrderLineReceiptResolver,
    OrderLineProgressResolver,
    LatenessResolver,
    ClosingResolver,
    PromiseResolver,
    DeliveryUpdateResolver,
  ],
  refusals: deliveryRefusals,
  events: ['DESPATCH_SENT', 'DESPATCH_CANCELLED', 'RECEIPT_RECORDED', 'LINE_CLOSED', 'LINE_REOPENED', 'LINE_PROMISED', 'LINE_LATE'],
  subjects: [{ type: 'DespatchAdvice' }, { type: 'ReceiptAdvice' }, { type: 'OrderLine' }, { type: 'DeliverySchedule' }],
  effects: [{ consumer: 'delivery-dates', on: [...movesDays, 'LINE_PROMISED'], actAs: 'owner' }],
  live: [
    { name: 'despatchUpdates', subject: 'DespatchAdvice', one: { argument: 'despatchId', prefix: 'des' } },
    { name: 'receiptUpdates', subject: 'ReceiptAdvice', one: { argument: 'receiptId', prefix: 'rct' } },
  ],
};

export { lineClose, lineReopen } from './closing/commands.js';
export { despatchBulkSend, despatchCancel, despatchSend } from './despatch/commands.js';
export { DespatchAdvice, DespatchLine } from './despatch/api-types.js';
export { lateDaysRefresh } from './lateness/commands.js';
export {
  type DespatchAdvice as DespatchRow,
  DespatchAdviceEntity,
  type ReceiptAdvice as ReceiptRow,
  ReceiptAdviceEntity,
} from './model.js';
export { promiseUpdate } from './promise/commands.js';
export { ReceiptAdvice, ReceiptLine } from './receipt/api-types.js';
export { receiptBulkRecord, receiptRecord } from './receipt/commands.js';
