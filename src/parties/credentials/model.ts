import { EntitySchema } from '@mikro-orm/core';

export interface ApiKey {
  id: string;
  orgId: string;
  name: string;
  scopes: string[];
  version: number;
  revokedAt: string | null;
}

export const ApiKeyEntity = new EntitySchema<ApiKey>({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    id: { type: 'uuid', primary: true },
    orgId: { type: 'uuid' },
    name: { type: 'text' },
    scopes: { type: 'string[]', columnType: 'text[]' },
    version: { type: 'int' },
    revokedAt: { type: 'string', columnType: 'timestamptz', nullable: true },
  },
});

export interface Session {
  id: string;
  orgId: string;
  personId: string;
  version: number;
  endedAt: string | null;
}

export const SessionEntity = new EntitySchema<Session>({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: { type: 'uuid', primary: true },
    orgId: { type: 'uuid' },
    personId: { type: 'uuid' },
    version: { type: 'int' },
    endedAt: { type: 'string', columnType: 'timestamptz', nullable: true },
  },
});
