import { EntitySchema } from '@mikro-orm/core';
import type { RepricingFacts, RepricingStatus, Side } from './rules.js';

/** A list of price differences as it stands, locked. What documents cover of it is kept by the database. */
export interface Repricing {
  id: string;
  buyerId: string;
  supplierId: string;
  orderId: string;
  revision: number;
  status: RepricingStatus;
  version: number;
  currency: string;
  buyerAgreedOn: string | null;
  supplierAgreedOn: string | null;
  agreedOn: string | null;
}

const day = { type: 'string', columnType: 'date', nullable: true } as const;

export const RepricingEntity = new EntitySchema<Repricing>({
  name: 'Repricing',
  tableName: 'repricing',
  properties: {
    id: { type: 'uuid', primary: true },
    buyerId: { type: 'uuid' },
    supplierId: { type: 'uuid' },
    orderId: { type: 'uuid' },
    revision: { type: 'int' },
    status: { type: 'text' },
    version: { type: 'int' },
    currency: { type: 'text' },
    buyerAgreedOn: day,
    supplierAgreedOn: day,
    agreedOn: day,
  },
});

export const sideOf = (list: Pick<Repricing, 'buyerId'>, orgId: string): Side => (list.buyerId === orgId ? 'BUYER' : 'SUPPLIER');

export const factsOf = ({ status, buyerAgreedOn, supplierAgreedOn }: Repricing): RepricingFacts => ({
  status,
  agreed: { BUYER: buyerAgreedOn !== null, SUPPLIER: supplierAgreedOn !== null },
});
