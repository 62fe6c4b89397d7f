import { createHash } from 'node:crypto';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachFile } from '../../src/platform/files/index.js';
import { startHub, type TestHub, type TestKey } from '../support/hub.js';

let hub: TestHub;
let orgId: string;
let mine: TestKey;
let theirs: TestKey;
let partner: string;
let partners: TestKey;

beforeAll(async () => {
  hub = await startHub();
  [orgId, partner] = [await hub.organisation(), await hub.organisation()];
  mine = await hub.key(orgId, ['files:write']);
  theirs = await hub.key(await hub.organisation(), ['files:write']);
  partners = await hub.key(partner, ['orders:read']);
});
afterAll(() => hub.stop());

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

const upload = (body: Uint8Array | string, name = 'a.bin', headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${hub.url}/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { ...mine.header, ...headers }, body });
const stored = async (body: Uint8Array | string, name?: string, headers?: Record<string, string>): Promise<Shown> => {
  const answer = await upload(body, name, headers);
  expect(answer.status).toBe(201);
  return (await answer.json()) as Shown;
};
const get = (id: string, key: TestKey = mine): Promise<Response> => fetch(`${hub.url}/files/${id}`, { headers: key.header });
const uuidOf = (id: string): string => id.slice(4).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

describe('a file', () => {
  it('comes back byte for byte, as an attachment that no browser interprets', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, n) => n % 251));
    const file = await stored(bytes, 'figures 图.bin');
    expect(file).toMatchObject({
      id: expect.stringMatching(/^fil_[0-9a-f]{32}$/),
      size: 300_000,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const back = await get(file.id);
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(back.headers)).toMatchObject({
      'content-disposition': `attachment; filename="figures _.bin"; filename*=UTF-8''figures%20%E5%9B%BE.bin`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-length': '300000',
    });
  });

  it('is of the type that its content shows, whatever the sender or the name say', async () => {
    const cases: readonly (readonly [Uint8Array | string, string])[] = [
      ['<?xml version="1.0"?><Order/>', 'application/xml'],
      ['\ufeff<Order/>', 'application/xml'],
      [Buffer.from('fffe3c003f007800', 'hex'), 'application/xml'],
      ['<html><script>alert(1)</script></html>', 'application/xml'],
      ['a,b\n1,2\n', 'text/plain'],
      ['%PDF-1.7 …', 'application/pdf'],
      [Buffer.from('89504e470d0a1a0a00', 'hex'), 'image/png'],
      [Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg'],
      [Buffer.from('504b030414', 'hex'), 'application/zip'],
      [Buffer.from('00010203', 'hex'), 'application/octet-stream'],
      ['名'.repeat(2_000), 'text/plain'],
      ['', 'application/octet-stream'],
    ];
    for (const [content, type] of cases) {
      expect((await stored(content, 'x.html', { 'content-type': 'text/html' })).mediaType, String(content).slice(0, 20)).toBe(type);
    }
  });

  it('has a name that is shown and leads nowhere', async () => {
    for (const [given, shown] of [
      ['../../etc/passwd', 'passwd'],
      ['C:\\a\\b.txt', 'b.txt'],
      ['a\u0000\u202Eb', 'ab'],
      ['', 'file'],
      ['..', '..'],
      ['x'.repeat(400), 'x'.repeat(255)],
      ['a"\r\nSet-Cookie: x', 'a"Set-Cookie: x'],
    ] as const) {
      const file = await stored('x', given);
      expect(file.name).toBe(shown);
      expect((await get(file.id)).headers.get('set-cookie')).toBeNull();
    }
  });

  it('is not there for another organisation, for an unknown id and for what is no id: one and the same answer', async () => {
    const { id } = await stored('secret');
    const answers = await Promise.all(
      [get(id, theirs), get(`fil_${'0'.repeat(32)}`), get('nonsense'), get('..%2f..%2fetc%2fpasswd'), get(`ord_${id.slice(4)}`)].map(
        async (sent) => {
          const answer = await sent;
          return JSON.stringify([answer.status, await answer.text()]);
        },
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('404');
  });

  it('is read by the parties of the document that it is attached to, and by nobody more', async () => {
    const { id } = await stored('contract');
    const database = await hub.db.open();
    const client = await database.pool('hub_app').connect();
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true)`, [orgId]);
    const sql = async <R>(text: string, params: readonly unknown[] = []) => (await client.query(text, [...params])).rows as R[];
    expect(await attachFile(sql, uuidOf(id), [orgId, partner])).toBe(true);
    await client.query('commit');
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true)`, [partner]);
    // Nobody passes on what another has uploaded.
    expect(await attachFile(sql, uuidOf(id), [partner])).toBe(false);
    await client.query('rollback');
    client.release();
    expect(await (await get(id, partners)).text()).toBe('contract');
    expect((await get(id, theirs)).status).toBe(404);
  });

  it('that nothing was attached to is gone after a day, its bytes too', async () => {
    const [kept, pending] = [await stored('kept'), await stored('pending')];
    await hub.db.owner.query(
      `begin; set local session_replication_role = replica; update app.file set at = at - interval '25 hours'; commit`,
    );
    await hub.db.owner.query('insert into app.file_reader (file_id, owner_id, org_id) values ($1, $2, $2)', [uuidOf(kept.id), orgId]);
    const [abandoned, running] = ['abandoned', 'running'].map((name) => `${hub.dataDir}/files/${pending.id.slice(-2)}/${name}.part`) as [
      string,
      string,
    ];
    writeFileSync(abandoned, '');
    utimesSync(abandoned, 0, 0);
    writeFileSync(running, '');
    expect(await hub.api.files.dropPending()).toBeGreaterThan(0);
    expect([existsSync(abandoned), existsSync(running)]).toEqual([false, true]);
    expect([(await get(kept.id)).status, (await get(pending.id)).status]).toEqual([200, 404]);
    const pathOf = (id: string) => `${hub.dataDir}/files/${id.slice(-2)}/${uuidOf(id)}`;
    expect([existsSync(pathOf(kept.id)), existsSync(pathOf(pending.id))]).toEqual([true, false]);
  });
});

describe('an upload', () => {
  it('needs a credential and the right to write files', async () => {
    expect((await fetch(`${hub.url}/files`, { method: 'POST', body: 'x' })).status).toBe(401);
    expect((await upload('x', 'a', partners.header)).status).toBe(403);
  });

  it('that is too large is refused and leaves nothing, whether it says its size or not', async () => {
    const before = (await hub.db.owner.query('select count(*) from app.file')).rows[0].count;
    expect((await upload(Buffer.alloc(26 * 1024 * 1024))).status).toBe(413);
    // Without a stated size, in chunks.
    const status = await new Promise<number | string>((resolve) => {
      const sending = request(`${hub.url}/files`, { method: 'POST', headers: mine.header }, (answer) => {
        resolve(answer.statusCode ?? 0);
        sending.destroy();
      });
      sending.on('error', (error) => resolve(error.message));
      const chunk = Buffer.alloc(1024 * 1024);
      const more = (left: number): void => {
        if (left > 0 && !sending.destroyed) sending.write(chunk, () => more(left - 1));
      };
      more(40);
    });
    expect(status).toBe(413);
    expect((await hub.db.owner.query('select count(*) from app.file')).rows[0].count).toBe(before);
  });
});
