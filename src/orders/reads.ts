import { updateItem } from '../platform/events/index.js';
import { payload, type ReadDeclaration, ref, refs, value } from '../platform/reads/declare.js';
import { disclosureReads } from './disclosure/reads.js';
import { historyReads } from './history/reads.js';
import { orderReads } from './order/reads.js';
import { progressReads } from './progress/reads.js';

interface Done {
  readonly orderId: string;
  readonly outcome: string;
  readonly proposalId: string | null;
  readonly responseId?: string;
}

const onOrder = {
  order: ref('Order', (done: Done) => done.orderId),
  outcome: value((done: Done) => done.outcome),
  proposal: ref('OrderProposal', (done: Done) => done.proposalId),
};

interface Many {
  readonly orderIds: readonly string[];
  readonly issued: number;
  readonly refused: unknown;
}

export const reads: readonly ReadDeclaration[] = [
  ...orderReads,
  ...historyReads,
  ...disclosureReads,
  ...progressReads,
  updateItem('OrderUpdate', 'order', 'Order'),
  payload('OrderIssuePayload', onOrder),
  payload('OrderRespondPayload', { ...onOrder, response: ref('OrderResponse', (done: Done) => done.responseId) }),
  payload('OrderProposeChangePayload', onOrder),
  payload('OrderDecideChangePayload', onOrder),
  payload('OrderWithdrawChangePayload', onOrder),
  payload('OrderCancelPayload', onOrder),
  payload('OrderBulkAcceptPayload', {
    orders: refs('Order', (done: Many) => done.orderIds),
    refused: value((done: Many) => done.refused),
  }),
  payload('OrderBulkIssuePayload', {
    orders: refs('Order', (done: Many) => done.orderIds),
    issued: value((done: Many) => done.issued),
    refused: value((done: Many) => done.refused),
  }),
];
