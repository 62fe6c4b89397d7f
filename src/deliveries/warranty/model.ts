import { EntitySchema } from '@mikro-orm/core';
import type { Remedy, WarrantyStatus } from './rules.js';

/** A claim for a defect of accepted goods, as far as a command moves it on. */
export interface WarrantyClaim {
  id: string;
  buyerId: string;
  supplierId: string;
  orderId: string;
  status: WarrantyStatus;
  version: number;
  remedy: Remedy;
  quantity: string;
}

export const WarrantyClaimEntity = new EntitySchema<WarrantyClaim>({
  name: 'WarrantyClaim',
  tableName: 'warranty_claim',
  properties: {
    id: { type: 'uuid', primary: true },
    buyerId: { type: 'uuid' },
    supplierId: { type: 'uuid' },
    orderId: { type: 'uuid' },
    status: { type: 'text' },
    version: { type: 'int' },
    remedy: { type: 'text' },
    quantity: { type: 'string', columnType: 'numeric' },
  },
});
