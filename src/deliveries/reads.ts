import { updateItem } from '../platform/events/index.js';
import type { ReadDeclaration } from '../platform/reads/declare.js';
import { acceptanceReads } from './acceptance/reads.js';
import { balanceReads } from './balance/reads.js';
import { despatchReads } from './despatch/reads.js';
import { figureReads } from './figures/reads.js';
import { receiptReads } from './receipt/reads.js';
import { returnReads } from './returns/reads.js';
import { warrantyReads } from './warranty/reads.js';

export const reads: readonly ReadDeclaration[] = [
  ...despatchReads,
  ...receiptReads,
  ...balanceReads,
  ...acceptanceReads,
  ...returnReads,
  ...warrantyReads,
  ...figureReads,
  updateItem('DespatchUpdate', 'despatch', 'DespatchAdvice'),
  updateItem('ReceiptUpdate', 'receipt', 'ReceiptAdvice'),
];
