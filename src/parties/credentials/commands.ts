import { randomBytes } from 'node:crypto';
import { ok, refused } from '../../kernel/refusal.js';
import { secretHash } from '../../platform/auth/credentials.js';
import { command, type CommandContext } from '../../platform/commands/index.js';
import { keyCreateInput, keyRevokeInput, keyRotateInput, sessionEndInput } from './inputs.js';
import { ApiKeyEntity, SessionEntity } from './model.js';
import { scopeFaults } from './rules.js';

interface NewKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly validDays: number;
  readonly rotatedFrom?: string;
}

/** The secret of a key: 256 random bits behind a prefix by which a scanner of leaks knows it. */
const newSecret = (): string => `rt_${randomBytes(32).toString('base64url')}`;

/** Stores a key by the hash of its secret. @returns its id */
export async function storeKey(ctx: CommandContext, key: NewKey, secret: string): Promise<string> {
  const id = ctx.newId();
  await ctx.sql(
    `insert into app.api_key (id, org_id, name, secret_hash, scopes, created_by, expires_at, ends_at, rotated_from)
     select $1, $2, $3, $4, $5, $6, until, until, $8 from (select clock_timestamp() + make_interval(days => $7) as until) t`,
    [id, ctx.viewer.orgId, key.name, secretHash(secret), [...new Set(key.scopes)], ctx.viewer.actorId, key.validDays, key.rotatedFrom],
  );
  ctx.event({ type: 'KEY_CREATED', subject: 'ApiKey', id, version: 1, parties: [ctx.viewer.orgId] });
  return id;
}

const endKey = (ctx: CommandContext, keyId: string, kind: 'ROTATED' | 'REVOKED', hours: number) =>
  ctx.sql(
    `insert into app.api_key_end (key_id, org_id, kind, ends_at, ended_by, business_time)
     values ($1, $2, $3, clock_timestamp() + make_interval(hours => $4), $5, $6)`,
    [keyId, ctx.viewer.orgId, kind, hours, ctx.viewer.actorId, ctx.businessNow],
  );

/** Creates a key for a machine. The secret is answered once and kept by nobody. @returns refusal SCOPE_NOT_AVAILABLE */
export const apiKeyCreate = command({
  name: 'apiKeyCreate',
  need: 'parties:admin',
  key: 'none',
  input: keyCreateInput,
  async run(ctx, input) {
    const faults = scopeFaults(input.scopes, ctx.viewer.orgRoles.has('OPERATOR'));
    if (faults.length > 0) return refused(...faults);
    const secret = newSecret();
    return ok({ apiKeyId: await storeKey(ctx, input, secret), secret });
  },
});

/**
 * Gives a key a successor with the same name and scopes; the old secret works for some hours more.
 * @returns refusals NOT_FOUND, KEY_NOT_LIVE, KEY_ROTATED_ALREADY
 */
export const apiKeyRotate = command({
  name: 'apiKeyRotate',
  need: 'parties:admin',
  key: 'none',
  input: keyRotateInput,
  constraints: { api_key_rotated_from_key: { code: 'KEY_ROTATED_ALREADY', field: ['apiKeyId'] } },
  async run(ctx, { apiKeyId, overlapHours, validDays }) {
    const old = await ctx.lockById(ApiKeyEntity, apiKeyId);
    if (!old) return refused({ code: 'NOT_FOUND', field: ['apiKeyId'] });
    const [state] = await ctx.sql<{ live: boolean; rotated: boolean }>(
      `select ends_at > clock_timestamp() as live, exists (select from app.api_key n where n.rotated_from = k.id) as rotated
       from app.api_key k where id = $1`,
      [apiKeyId],
    );
    if (!state?.live) return refused({ code: 'KEY_NOT_LIVE', field: ['apiKeyId'] });
    if (state.rotated) return refused({ code: 'KEY_ROTATED_ALREADY', field: ['apiKeyId'] });
    const secret = newSecret();
    const newId = await storeKey(ctx, { name: old.name, scopes: old.scopes, validDays, rotatedFrom: old.id }, secret);
    await endKey(ctx, old.id, 'ROTATED', overlapHours);
    ctx.event({
      type: 'KEY_ROTATED',
      subject: 'ApiKey',
      id: old.id,
      version: old.version + 1,
      parties: [ctx.viewer.orgId],
      changed: ['endsAt'],
    });
    return ok({ apiKeyId: newId, secret });
  },
});

/** Ends a key at once, and with it every stream that it opened. @returns refusals NOT_FOUND, ENDED_ALREADY */
export const apiKeyRevoke = command({
  name: 'apiKeyRevoke',
  need: 'parties:admin',
  key: 'optional',
  input: keyRevokeInput,
  async run(ctx, { apiKeyId }) {
    const key = await ctx.lockById(ApiKeyEntity, apiKeyId);
    if (!key) return refused({ code: 'NOT_FOUND', field: ['apiKeyId'] });
    if (key.revokedAt) return refused({ code: 'ENDED_ALREADY', field: ['apiKeyId'] });
    await endKey(ctx, key.id, 'REVOKED', 0);
    ctx.event({
      type: 'KEY_REVOKED',
      subject: 'ApiKey',
      id: key.id,
      version: key.version + 1,
      parties: [ctx.viewer.orgId],
      changed: ['endsAt', 'status'],
    });
    return ok({ apiKeyId });
  },
});

/** Ends a session: the own one, or as an administrator any of the organisation. @returns refusals NOT_FOUND, ENDED_ALREADY */
export const sessionEnd = command({
  name: 'sessionEnd',
  need: 'authenticated',
  key: 'optional',
  input: sessionEndInput,
  async run(ctx, { sessionId }) {
    const { orgId, actorId, scopes } = ctx.viewer;
    const session = await ctx.lockById(SessionEntity, sessionId);
    if (!session || (session.personId !== actorId && !scopes.has('parties:admin')))
      return refused({ code: 'NOT_FOUND', field: ['sessionId'] });
    if (session.endedAt) return refused({ code: 'ENDED_ALREADY', field: ['sessionId'] });
    await ctx.sql(`insert into app.session_end (session_id, org_id, kind, ended_by, business_time) values ($1, $2, 'REVOKED', $3, $4)`, [
      sessionId,
      orgId,
      actorId,
      ctx.businessNow,
    ]);
    ctx.event({
      type: 'SESSION_ENDED',
      subject: 'Session',
      id: sessionId,
      version: session.version + 1,
      parties: [orgId],
      changed: ['endedAt', 'status'],
    });
    return ok({ sessionId });
  },
});
