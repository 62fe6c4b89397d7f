import type { Room } from '../platform/room.js';
import { AcceptanceResolver, ReceiptAcceptanceResolver, ReceiptLineAcceptanceResolver } from './acceptance/api.js';
import { LatenessResolver, OrderLineProgressResolver } from './balance/api.js';
import { ClosingResolver } from './closing/api.js';
import { DespatchResolver, OrderDespatchResolver, OrderLineDespatchResolver } from './despatch/api.js';
import { DeliveryFigureResolver } from './figures/api.js';
import { DespatchAdviceEntity, ReceiptAdviceEntity } from './model.js';
import { PromiseResolver } from './promise/api.js';
import { reads } from './reads.js';
import { DespatchReceiptResolver, OrderLineReceiptResolver, OrderReceiptResolver, ReceiptResolver } from './receipt/api.js';
import { deliveryRefusals } from './refusals.js';
import { ClaimReturnResolver, GoodsReturnResolver, ReceiptLineReturnResolver, RefusalReturnResolver } from './returns/api.js';
import { GoodsReturnEntity } from './returns/model.js';
import { seed } from './seed.js';
import { DeliveryUpdateResolver } from './updates/api.js';
import { ReceiptLineWarrantyResolver, WarrantyResolver } from './warranty/api.js';
import { WarrantyClaimEntity } from './warranty/model.js';

/** What changes the day or the quantity that is awaited of a line. */
const movesDays = ['ORDER_ACCEPTED', 'ORDER_CHANGE_ACCEPTED', 'ORDER_CANCELLED', 'RECEIPT_RECORDED', 'LINE_CLOSED', 'LINE_REOPENED'];

const afterReceipt = ['ACCEPTANCE_RECORDED', 'REFUSAL_SETTLED', 'GOODS_RETURNED', 'RETURN_ARRIVED'];
const warranty = ['WARRANTY_CLAIMED', 'WARRANTY_ACCEPTED', 'WARRANTY_REFUSED', 'WARRANTY_REMEDIED', 'WARRANTY_REOPENED', 'WARRANTY_CLOSED'];

/** What changes how a supplier has delivered; a deadline that passes makes a line late. */
const movesFigures = [...movesDays, 'ACCEPTANCE_RECORDED', 'GOODS_RETURNED', 'REFUSAL_SETTLED', 'WARRANTY_ACCEPTED', 'LINE_LATE'];

/** What moves between the parties of an agreed order: despatch, receipt, acceptance, return, and what is still open or late. */
export const deliveries: Room = {
  name: 'deliveries',
  entities: [DespatchAdviceEntity, ReceiptAdviceEntity, GoodsReturnEntity, WarrantyClaimEntity],
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
    AcceptanceResolver,
    ReceiptAcceptanceResolver,
    ReceiptLineAcceptanceResolver,
    GoodsReturnResolver,
    ReceiptLineReturnResolver,
    RefusalReturnResolver,
    ClaimReturnResolver,
    WarrantyResolver,
    ReceiptLineWarrantyResolver,
    DeliveryFigureResolver,
  ],
  refusals: deliveryRefusals,
  events: [
    'DESPATCH_SENT',
    'DESPATCH_CANCELLED',
    'RECEIPT_RECORDED',
    'LINE_CLOSED',
    'LINE_REOPENED',
    'LINE_PROMISED',
    'LINE_LATE',
    'ACCEPTANCE_DUE',
    ...afterReceipt,
    ...warranty,
  ],
  subjects: [
    { type: 'DespatchAdvice' },
    { type: 'ReceiptAdvice' },
    { type: 'OrderLine' },
    { type: 'DeliverySchedule' },
    { type: 'Acceptance' },
    { type: 'GoodsReturn' },
    { type: 'WarrantyClaim' },
  ],
  effects: [
    { consumer: 'delivery-dates', on: [...movesDays, 'LINE_PROMISED', 'GOODS_RETURNED', 'REFUSAL_SETTLED'], actAs: 'owner' },
    { consumer: 'acceptance-clock', on: ['ACCEPTANCE_DUE'], actAs: 'owner' },
    { consumer: 'delivery-figures', on: movesFigures, actAs: 'owner' },
  ],
  live: [
    { name: 'despatchUpdates', subject: 'DespatchAdvice', one: { argument: 'despatchId', prefix: 'des' } },
    { name: 'receiptUpdates', subject: 'ReceiptAdvice', one: { argument: 'receiptId', prefix: 'rct' } },
    { name: 'acceptanceUpdates', subject: 'Acceptance' },
    { name: 'goodsReturnUpdates', subject: 'GoodsReturn', one: { argument: 'returnId', prefix: 'grt' } },
    { name: 'warrantyClaimUpdates', subject: 'WarrantyClaim', one: { argument: 'claimId', prefix: 'wcl' } },
  ],
  seed,
};

export { acceptanceByClock, acceptanceRecord } from './acceptance/commands.js';
export { Acceptance, AcceptanceLine } from './acceptance/api-types.js';
export { refusalSettle } from './acceptance/settle/commands.js';
export { lineClose, lineReopen } from './closing/commands.js';
export { despatchBulkSend, despatchCancel, despatchSend } from './despatch/commands.js';
export { DespatchAdvice, DespatchLine } from './despatch/api-types.js';
export { deliveryFiguresRefresh } from './figures/commands.js';
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
export { GoodsReturn, GoodsReturnLine } from './returns/api-types.js';
export { goodsReturnConfirm, goodsReturnSend } from './returns/commands.js';
export { returnLifecycle } from './returns/rules.js';
export { WarrantyClaim } from './warranty/api-types.js';
export {
  warrantyClaimAnswer,
  warrantyClaimClose,
  warrantyClaimRemedy,
  warrantyClaimReopen,
  warrantyClaimSubmit,
} from './warranty/commands.js';
export { WARRANTY_ACTIONS, WARRANTY_STATUSES, warrantyLifecycle } from './warranty/rules.js';
