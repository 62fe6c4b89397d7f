import type { Viewer as Asking } from '../../platform/auth/viewer.js';
import { feedCursor } from '../../platform/events/index.js';
import {
  connection,
  derived,
  flag,
  id,
  instant,
  int,
  json,
  need,
  one,
  payload,
  ref,
  root,
  row,
  text,
  type,
  value,
  word,
} from '../../platform/reads/declare.js';
import type { ReadDeclaration } from '../../platform/reads/declare.js';

const apiKey = ref('ApiKey', (result: { apiKeyId: string }) => result.apiKeyId);
const secret = value((result: { secret: string }) => result.secret);
const viewer = { viewer: '@viewer' };
const NEWEST = 'coalesce((select max(f.seq) from app.feed f where f.org_id = {id}), 0)';

export const credentialReads: readonly ReadDeclaration[] = [
  type(
    'ApiKey',
    { table: 'app.api_key', id: 'key', need: 'parties:admin' },
    {
      id: id('key'),
      name: text('name'),
      scopes: json('to_json({scopes})'),
      status: word(`case when {revoked_at} is null then 'ACTIVE' else 'REVOKED' end`),
      createdAt: instant('created_at'),
      endsAt: instant('ends_at'),
      revokedAt: instant('revoked_at'),
      rotatedFrom: one('ApiKey', 'rotated_from'),
      version: int('version'),
    },
  ),
  type(
    'Session',
    { table: 'app.session', id: 'ses', need: 'parties:admin' },
    {
      id: id('ses'),
      person: one('Person', 'person_id'),
      status: word(`case when {ended_at} is null then 'ACTIVE' else 'REVOKED' end`),
      openedAt: instant('opened_at'),
      expiresAt: instant('expires_at'),
      endedAt: instant('ended_at'),
      version: int('version'),
    },
  ),
  type(
    'Viewer',
    { table: 'app.viewer' },
    {
      organisation: one('Organisation', 'id'),
      person: one('Person', 'actor_id'),
      kind: derived(viewer, (needs: { viewer: Asking }) => needs.viewer.kind),
      duties: derived(viewer, (needs: { viewer: Asking }) => [...needs.viewer.duties].sort()),
      scopes: derived(viewer, (needs: { viewer: Asking }) => [...needs.viewer.scopes].sort()),
      locale: derived(viewer, (needs: { viewer: Asking }) => needs.viewer.locale),
      feedCursor: need(
        'feed:read',
        derived({ orgId: 'id', seq: NEWEST }, ({ orgId, seq }: { orgId: string; seq: string }) => feedCursor(orgId, Number(seq))),
      ),
      expiresAt: derived(viewer, (needs: { viewer: Asking }) => expiry(needs.viewer.expiresAt)),
    },
  ),
  root({
    viewer: row('Viewer', '{id} = {@org}'),
    apiKeys: connection('ApiKey', {
      mine: 'org_id',
      orders: { CREATED_AT: ['id'] },
      filters: { revoked: flag('{revoked_at} is not null') },
    }),
    sessions: connection('Session', {
      mine: 'org_id',
      orders: { OPENED_AT: ['id'] },
      filters: { ended: flag('{ended_at} is not null') },
    }),
  }),
  payload('ApiKeyCreatePayload', { apiKey, secret }),
  payload('ApiKeyRotatePayload', { apiKey, secret }),
  payload('ApiKeyRevokePayload', { apiKey }),
  payload('SessionEndPayload', { sessionId: value((result: { sessionId: string }) => `ses_${result.sessionId.replaceAll('-', '')}`) }),
];

const expiry = (epochMs: number | undefined): string | null =>
  epochMs === undefined ? null : new Date(epochMs).toISOString().replace('Z', '000Z');
