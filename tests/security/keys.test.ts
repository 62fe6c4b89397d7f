import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import { apiKeyCreate, apiKeyRevoke, apiKeyRotate, sessionEnd } from '../../src/parties/credentials/commands.js';
import { demoKey, demoOrgId } from '../../src/parties/index.js';
import { secretHash } from '../../src/platform/auth/credentials.js';
import { type Access, openAccess } from '../support/access.js';
import { demoViewer, said } from '../support/parties.js';

let access: Access;
beforeAll(async () => {
  access = await openAccess();
});
afterAll(() => access.db.drop());

describe('An API key', () => {
  test('of the demo speaks for its organisation with its scopes', async () => {
    const viewer = await access.viewerOf(demoKey('buyer'));
    expect(viewer).toMatchObject({ orgId: demoOrgId('buyer'), kind: 'KEY' });
    expect([...(viewer?.scopes ?? [])]).not.toContain('operator');
    expect([...((await access.viewerOf(demoKey('operator')))?.scopes ?? [])]).toContain('operator');
  });

  test('is shown once: only its hash is kept, and no replay tells it again', async () => {
    const { result } = await access.hub.as('buyer', apiKeyCreate, { name: 'ERP', scopes: ['orders:read'] });
    expect(result?.secret).toMatch(/^rt_[A-Za-z0-9_-]{43}$/);
    const [stored] = await access.owner(
      `select secret_hash = sha256(convert_to($2, 'UTF8')) as same from app.api_key where id = $1`,
      result?.apiKeyId,
      result?.secret,
    );
    expect(stored).toEqual({ same: true });
    const [kept] = await access.owner('select count(*)::int as n from app.idempotency where result::text like $1', `%${result?.secret}%`);
    expect(kept).toEqual({ n: 0 });
  });

  test('opens nothing from its expiry on', async () => {
    const { result } = await access.hub.as('buyer', apiKeyCreate, { name: 'short', scopes: ['orders:read'], validDays: 1 });
    const secret = result?.secret ?? '';
    const expiresAt = (await access.viewerOf(secret))?.expiresAt ?? 0;
    expect(Math.abs(expiresAt - Date.now() - 86_400_000)).toBeLessThan(60_000);
    await access.owner(`update app.api_key set ends_at = clock_timestamp() where id = $1`, result?.apiKeyId);
    expect(await access.viewerOf(secret)).toBeUndefined();
  });

  test('and its successor both work during the overlap of a rotation, and only the successor after it', async () => {
    const old = (await access.hub.as('buyer', apiKeyCreate, { name: 'rotated', scopes: ['orders:read', 'feed:read'] })).result;
    const apiKeyId = publicId('key', old?.apiKeyId ?? '');
    const next = (await access.hub.as('buyer', apiKeyRotate, { apiKeyId, overlapHours: 1 })).result;
    const [before, after] = await Promise.all([access.viewerOf(old?.secret ?? ''), access.viewerOf(next?.secret ?? '')]);
    expect(before?.scopes).toEqual(after?.scopes);
    expect(Math.abs((before?.expiresAt ?? 0) - Date.now() - 3_600_000)).toBeLessThan(60_000);
    expect(said(await access.hub.as('buyer', apiKeyRotate, { apiKeyId }))).toBe('KEY_ROTATED_ALREADY apiKeyId');
    await access.owner(`update app.api_key set ends_at = clock_timestamp() where id = $1`, old?.apiKeyId);
    expect([await access.viewerOf(old?.secret ?? ''), (await access.viewerOf(next?.secret ?? ''))?.orgId]).toEqual([
      undefined,
      demoOrgId('buyer'),
    ]);
    expect(said(await access.hub.as('buyer', apiKeyRotate, { apiKeyId }))).toBe('KEY_NOT_LIVE apiKeyId');
  });

  test('rotated without overlap is gone at once', async () => {
    const old = (await access.hub.as('buyer', apiKeyCreate, { name: 'leaked', scopes: ['orders:read'] })).result;
    await access.hub.as('buyer', apiKeyRotate, { apiKeyId: publicId('key', old?.apiKeyId ?? ''), overlapHours: 0 });
    expect(await access.viewerOf(old?.secret ?? '')).toBeUndefined();
  });

  test('revoked is gone at once, also while it is being rotated, and its organisation is told', async () => {
    const { result } = await access.hub.as('buyer', apiKeyCreate, { name: 'revoked', scopes: ['orders:read'] });
    const apiKeyId = publicId('key', result?.apiKeyId ?? '');
    await access.hub.as('buyer', apiKeyRotate, { apiKeyId });
    expect(said(await access.hub.as('buyer', apiKeyRevoke, { apiKeyId }))).toBe('OK');
    expect(await access.viewerOf(result?.secret ?? '')).toBeUndefined();
    expect(said(await access.hub.as('buyer', apiKeyRevoke, { apiKeyId }))).toBe('ENDED_ALREADY apiKeyId');
    expect(
      await access.owner(
        `select e.type, o.parties from app.event e join app.outbox o on o.event_id = e.id where e.subject_id = $1 and e.type = 'KEY_REVOKED'`,
        result?.apiKeyId,
      ),
    ).toEqual([{ type: 'KEY_REVOKED', parties: [demoOrgId('buyer')] }]);
  });

  test('of another organisation does not exist', async () => {
    const { result } = await access.hub.as('buyer', apiKeyCreate, { name: 'own', scopes: ['orders:read'] });
    for (const command of [apiKeyRotate, apiKeyRevoke]) {
      expect(said(await access.hub.as('supplier', command, { apiKeyId: publicId('key', result?.apiKeyId ?? '') }))).toBe(
        'NOT_FOUND apiKeyId',
      );
    }
  });

  test("cannot be given what is the operator's, nor a scope that does not exist", async () => {
    expect(said(await access.hub.as('buyer', apiKeyCreate, { name: 'x', scopes: ['operator'] }))).toBe('SCOPE_NOT_AVAILABLE scopes');
    expect(said(await access.hub.as('buyer', apiKeyCreate, { name: 'x', scopes: ['everything'] }))).toBe('INVALID_VALUE scopes 0');
  });
});

describe('A session', () => {
  test('is ended by its person, or by an administrator of the organisation, and by nobody else', async () => {
    const secret = (await access.logIn('chen.yu@haishan.demo')) ?? '';
    const viewer = await access.inSession(secret);
    const sessionId = publicId('ses', viewer.credentialId);
    expect(said(await access.hub.as('supplier', sessionEnd, { sessionId }))).toBe('NOT_FOUND sessionId');
    expect(said(await access.hub.as(demoViewer('buyer', { scopes: new Set(['orders:read']) }), sessionEnd, { sessionId }))).toBe(
      'NOT_FOUND sessionId',
    );
    expect(said(await access.hub.as(viewer, sessionEnd, { sessionId }))).toBe('OK');
    expect(await access.viewerOf(secret, 'SESSION')).toBeUndefined();
    expect(said(await access.hub.as('buyer', sessionEnd, { sessionId }))).toBe('ENDED_ALREADY sessionId');
  });

  test('leaves its beginning and its end as events of the organisation, without a name', async () => {
    const secret = (await access.logIn('zhao.lei@haishan.demo')) ?? '';
    const viewer = await access.inSession(secret);
    const end = 'select app.session_end($1, $2) as id';
    expect((await access.database.pool('hub_app').query(end, [secretHash(secret), 'bye'])).rows).toEqual([{ id: viewer.credentialId }]);
    expect((await access.database.pool('hub_app').query(end, [secretHash(secret), 'bye'])).rows).toEqual([{ id: null }]);
    expect(
      await access.owner('select type, request_id, org_id from app.event where subject_id = $1 order by id', viewer.credentialId),
    ).toEqual([
      { type: 'SESSION_OPENED', request_id: 'test', org_id: demoOrgId('buyer') },
      { type: 'SESSION_ENDED', request_id: 'bye', org_id: demoOrgId('buyer') },
    ]);
  });

  test('cannot be opened for an organisation for which the person has no duties', async () => {
    const [person] = await access.owner(`select id from app.person where login = 'chen.yu@haishan.demo'`);
    const { rows } = await access.database
      .pool('hub_app')
      .query(`select app.session_open(gen_random_uuid(), $1, $2, sha256('x'), clock_timestamp() + interval '1 hour', 'test') as id`, [
        person?.id,
        demoOrgId('supplier'),
      ]);
    expect(rows).toEqual([{ id: null }]);
  });
});
