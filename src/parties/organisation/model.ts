import { EntitySchema } from '@mikro-orm/core';
import type { OrganisationStatus, Ownership, SizeClass } from './rules.js';

export interface Organisation {
  id: string;
  legalName: string;
  sizeClass: SizeClass;
  ownership: Ownership;
  status: OrganisationStatus;
  version: number;
}

export const OrganisationEntity = new EntitySchema<Organisation>({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: { type: 'uuid', primary: true },
    legalName: { type: 'text' },
    sizeClass: { type: 'text' },
    ownership: { type: 'text' },
    status: { type: 'text' },
    version: { type: 'int' },
  },
});
