import { updateItem } from '../platform/events/index.js';
import type { ReadDeclaration } from '../platform/reads/declare.js';
import { balanceReads } from './balance/reads.js';
import { despatchReads } from './despatch/reads.js';
import { receiptReads } from './receipt/reads.js';

export const reads: readonly ReadDeclaration[] = [
  ...despatchReads,
  ...receiptReads,
  ...balanceReads,
  updateItem('DespatchUpdate', 'despatch', 'DespatchAdvice'),
  updateItem('ReceiptUpdate', 'receipt', 'ReceiptAdvice'),
];
