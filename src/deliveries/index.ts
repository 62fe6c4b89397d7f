import type { Room } from '../platform/room.js';
import { DespatchAdviceEntity, ReceiptAdviceEntity } from './model.js';
import { reads } from './reads.js';
import { deliveryRefusals } from './refusals.js';

/** What moves between the parties of an agreed order: despatch, receipt, acceptance, return, and what is still open or late. */
export const deliveries: Room = {
  name: 'deliveries',
  entities: [DespatchAdviceEntity, ReceiptAdviceEntity],
  reads,
  resolvers: [],
  refusals: deliveryRefusals,
  events: ['DESPATCH_SENT', 'DESPATCH_CANCELLED', 'RECEIPT_RECORDED', 'LINE_CLOSED', 'LINE_REOPENED', 'LINE_PROMISED', 'LINE_LATE'],
  subjects: [],
  effects: [],
};

export { type DespatchAdvice, DespatchAdviceEntity, type ReceiptAdvice, ReceiptAdviceEntity } from './model.js';
