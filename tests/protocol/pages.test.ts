import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from 'graphql';
import { browserPath, launch } from '../support/browser.js';
import { startHub, type TestHub, type TestKey } from '../support/hub.js';

let hub: TestHub;
let key: TestKey;

beforeAll(async () => {
  hub = await startHub({
    demo: {
      password: 'open sesame',
      people: [{ name: '王敏', login: 'li@a.demo', organisation: '<b>Haishan</b>', duties: 'CLERK' }],
      keys: [{ key: 'rt_demo_x', organisation: 'Haishan & Söhne', role: 'BUYER' }],
    },
  });
  key = await hub.key(await hub.organisation(), ['orders:read', 'orders:write', 'feed:read']);
});
afterAll(() => hub.stop());

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(hub.url + path, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe('the page for whoever connects a machine', () => {
  it('names the addresses, people and keys of the demo, and none of its texts is markup', async () => {
    const { text } = await get('/developers');
    for (const piece of [
      '/graphql',
      '/explorer',
      'li@a.demo',
      'open sesame',
      'rt_demo_x',
      '&lt;b&gt;Haishan&lt;/b&gt;',
      'Haishan &amp; Söhne',
    ])
      expect(text).toContain(piece);
    expect(text).toContain(`curl -s ${hub.url}/graphql`);
    expect(text).not.toContain('<b>');
  });

  it('says nothing of a demo where there is none', async () => {
    const url = await hub.another({ demo: undefined });
    expect(await (await fetch(`${url}/developers`)).text()).not.toContain('rt_demo');
    expect((await fetch(`${url}/demo`)).status).toBe(404);
    await hub.stopLast();
  });

  it('and every other answer come with headers that keep other sites and types out', async () => {
    for (const path of ['/', '/developers', '/explorer', '/schema.graphql', '/graphql', '/nothing', '/assets/developers.css']) {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none'.*script-src 'self'/);
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
      expect(headers.get('access-control-allow-origin'), path).toBeNull();
    }
  });
});

describe('the console', () => {
  const page = { accept: 'text/html' };

  it('is at the first address and behind every other that a browser opens, with a fresh number for its styles each time', async () => {
    const answers = [await get('/', page), await get('/supplier/orders/ord_1', page)];
    const policies = answers.map(({ headers }) => headers.get('content-security-policy') ?? '');
    for (const policy of policies) expect(policy).toMatch(/script-src 'self'; style-src 'self' 'nonce-[\w-]{22}'/);
    expect(policies[0]).not.toBe(policies[1]);
    expect(answers.map(({ status, text }) => [status, text.includes('<div id="root">')])).toEqual([
      [200, true],
      [200, true],
    ]);
  });

  it('is not shown to a program that asks for something unknown', async () => {
    expect((await get('/supplier/orders')).status).toBe(404);
  });

  it('says which document it means by a hash; an unknown one is refused before anything runs', async () => {
    const send = (documentId: string) =>
      fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { ...key.header, 'content-type': 'application/json' },
        body: JSON.stringify({ documentId }),
      });
    const known = Object.entries(JSON.parse(await readFile('schema/operations/console.json', 'utf8')) as Record<string, string>);
    for (const [hash, text] of known) expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
    const answer = (await (await send(`sha256:${'0'.repeat(64)}`)).json()) as { errors: { extensions: { code: string } }[] };
    expect(answer.errors[0]?.extensions.code).toBe('PERSISTED_DOCUMENT_NOT_FOUND');
    // The hub of this test has another schema: that its text was looked up shows in what it is refused for.
    const [hash = ''] = known.find(([, text]) => text.startsWith('query Standing')) ?? [];
    expect(await (await send(hash)).text()).toContain('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('the published schema', () => {
  it('is read without a key and is a schema', async () => {
    expect(buildSchema((await get('/schema.graphql')).text).getType('Note')).toBeDefined();
  });
});

describe('health and figures', () => {
  it('tell anybody whether the process lives and is ready, but the figures only the operator', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect(JSON.parse((await get('/health/ready')).text)).toEqual({ status: 'ready', checks: { database: 'ready' } });
    const operator = await hub.key(await hub.organisation(), ['operator']);
    expect([(await get('/metrics')).status, (await get('/metrics', key.header)).status]).toEqual([401, 403]);
    const { text } = await get('/metrics', operator.header);
    for (const name of [
      'rongtong_http_request_seconds_count',
      'rongtong_sockets 0',
      'rongtong_pool_wait_seconds',
      'nodejs_eventloop_lag_seconds',
    ])
      expect(text).toContain(name);
  });

  it('call a process not ready that misses something, whatever else works', async () => {
    const url = await hub.another({ checks: [{ name: 'queue', run: () => Promise.reject(new Error('secret')) }] });
    const answer = await fetch(`${url}/health/ready`);
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'not ready', checks: { database: 'ready', queue: 'missing' } }]);
    await hub.stopLast();
  });
});

const chromium = browserPath();

describe.skipIf(chromium === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(() => browser.close());

  /** A page, with everything that it asked from elsewhere or that the policy stopped. */
  const open = async (path: string): Promise<{ page: Page; faults: string[] }> => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => !request.url().startsWith(hub.url) && !request.url().startsWith('data:') && faults.push(request.url()));
    await page.goto(hub.url + path);
    return { page, faults };
  };

  it('the page for machines loads with its style and nothing from elsewhere', async () => {
    const { page, faults } = await open('/developers');
    expect(await page.locator('h1').innerText()).toContain('融通');
    expect(await page.evaluate('getComputedStyle(document.querySelector("main")).maxWidth')).toBe('960px');
    expect(faults).toEqual([]);
  });

  it('the explorer takes the key from the address, reads the schema and answers a query under its policy', async () => {
    const { page, faults } = await open(`/explorer#key=${key.secret}`);
    await expect.poll(() => page.locator('#who').innerText()).toMatch(/^org_/);
    expect(page.url()).toBe(`${hub.url}/explorer`);
    await page.locator('.graphiql-execute-button').click();
    await expect.poll(() => page.locator('.result-window').innerText()).toContain('"__typename": "Query"');
    await page.getByLabel('Show Documentation Explorer').click();
    await expect.poll(() => page.locator('.graphiql-plugin').innerText()).toContain('Mutation');
    expect(faults).toEqual([]);
  });

  it('the explorer shows a subscription as it happens', async () => {
    hub.feed.source = async function* () {
      yield { json: '{"data":{"noteTicks":{"cursor":"seen live"}}}' };
    };
    const { page, faults } = await open(`/explorer?query=${encodeURIComponent('subscription { noteTicks { cursor } }')}#key=${key.secret}`);
    await expect.poll(() => page.locator('#who').innerText()).toMatch(/^org_/);
    await page.locator('.graphiql-execute-button').click();
    await expect.poll(() => page.locator('.result-window').innerText()).toContain('seen live');
    expect(faults).toEqual([]);
  });

  it('the explorer says when nobody is logged in', async () => {
    const { page } = await open('/explorer');
    await expect.poll(() => page.locator('#who').innerText()).toContain('not logged in');
  });
});
