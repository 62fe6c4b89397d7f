import { EntitySchema } from '@mikro-orm/core';
import type { AgreementStatus } from './rules.js';

export interface TradeAgreement {
  id: string;
  buyerId: string;
  supplierId: string;
  proposedBy: string;
  status: AgreementStatus;
  version: number;
  termDays: number;
  termReason: string | null;
  smeDeclared: boolean | null;
}

export const TradeAgreementEntity = new EntitySchema<TradeAgreement>({
  name: 'TradeAgreement',
  tableName: 'trade_agreement',
  properties: {
    id: { type: 'uuid', primary: true },
    buyerId: { type: 'uuid' },
    supplierId: { type: 'uuid' },
    proposedBy: { type: 'uuid' },
    status: { type: 'text' },
    version: { type: 'int' },
    termDays: { type: 'int' },
    termReason: { type: 'text', nullable: true },
    smeDeclared: { type: 'boolean', nullable: true },
  },
});
