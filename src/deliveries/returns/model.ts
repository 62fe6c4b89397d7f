import { EntitySchema } from '@mikro-orm/core';
import type { ReturnStatus } from './rules.js';

/** The header of a return. Its lines are written as sets of rows. */
export interface GoodsReturn {
  id: string;
  buyerId: string;
  supplierId: string;
  status: ReturnStatus;
  version: number;
  returnedOn: string;
  arrivedOn: string | null;
  arrivalNote: string | null;
}

export const GoodsReturnEntity = new EntitySchema<GoodsReturn>({
  name: 'GoodsReturn',
  tableName: 'goods_return',
  properties: {
    id: { type: 'uuid', primary: true },
    buyerId: { type: 'uuid' },
    supplierId: { type: 'uuid' },
    status: { type: 'text' },
    version: { type: 'int' },
    returnedOn: { type: 'string', columnType: 'date' },
    arrivedOn: { type: 'string', columnType: 'date', nullable: true },
    arrivalNote: { type: 'text', nullable: true },
  },
});
