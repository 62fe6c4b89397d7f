import { EntitySchema } from '@mikro-orm/core';

/** The header of a despatch advice. Its lines are written as sets of rows. */
export interface DespatchAdvice {
  id: string;
  buyerId: string;
  supplierId: string;
  number: string;
  status: 'SENT' | 'CANCELLED';
  version: number;
  cancelReason: string | null;
  cancelledOn: string | null;
}

/** The header of a receipt advice; it is never changed, its version counts what followed from it. */
export interface ReceiptAdvice {
  id: string;
  buyerId: string;
  supplierId: string;
  despatchId: string | null;
  number: string;
  receivedOn: string;
  version: number;
}

export const DespatchAdviceEntity = new EntitySchema<DespatchAdvice>({
  name: 'DespatchAdvice',
  tableName: 'despatch_advice',
  properties: {
    id: { type: 'uuid', primary: true },
    buyerId: { type: 'uuid' },
    supplierId: { type: 'uuid' },
    number: { type: 'text' },
    status: { type: 'text' },
    version: { type: 'int' },
    cancelReason: { type: 'text', nullable: true },
    cancelledOn: { type: 'string', columnType: 'date', nullable: true },
  },
});

export const ReceiptAdviceEntity = new EntitySchema<ReceiptAdvice>({
  name: 'ReceiptAdvice',
  tableName: 'receipt_advice',
  properties: {
    id: { type: 'uuid', primary: true },
    buyerId: { type: 'uuid' },
    supplierId: { type: 'uuid' },
    despatchId: { type: 'uuid', nullable: true },
    number: { type: 'text' },
    receivedOn: { type: 'string', columnType: 'date' },
    version: { type: 'int' },
  },
});
