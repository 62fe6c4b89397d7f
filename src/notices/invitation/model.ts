import { EntitySchema } from '@mikro-orm/core';
import type { InvitationStatus } from './rules.js';

export interface Invitation {
  id: string;
  orderId: string;
  buyerId: string;
  status: InvitationStatus;
  version: number;
}

export const InvitationEntity = new EntitySchema<Invitation>({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: { type: 'uuid', primary: true },
    orderId: { type: 'uuid' },
    buyerId: { type: 'uuid' },
    status: { type: 'text' },
    version: { type: 'int' },
  },
});
