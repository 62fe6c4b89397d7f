import { EntitySchema } from '@mikro-orm/core';

export interface Person {
  id: string;
  orgId: string;
  login: string;
}

export const PersonEntity = new EntitySchema<Person>({
  name: 'Person',
  tableName: 'person',
  properties: { id: { type: 'uuid', primary: true }, orgId: { type: 'uuid' }, login: { type: 'text' } },
});

export interface Membership {
  id: string;
  orgId: string;
  personId: string;
  duties: string[];
  validFrom: string;
  validTo: string | null;
  delegatedFrom: string | null;
  endedAt: string | null;
  version: number;
}

export const MembershipEntity = new EntitySchema<Membership>({
  name: 'Membership',
  tableName: 'membership',
  properties: {
    id: { type: 'uuid', primary: true },
    orgId: { type: 'uuid' },
    personId: { type: 'uuid' },
    duties: { type: 'string[]', columnType: 'text[]' },
    validFrom: { type: 'string', columnType: 'date' },
    validTo: { type: 'string', columnType: 'date', nullable: true },
    delegatedFrom: { type: 'uuid', nullable: true },
    endedAt: { type: 'string', columnType: 'timestamptz', nullable: true },
    version: { type: 'int' },
  },
});
