import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RawSocket } from '../support/socket.js';
import { startHub, type TestHub, type TestKey } from '../support/hub.js';

let hub: TestHub;
let key: TestKey;
let orgId: string;

beforeAll(async () => {
  hub = await startHub();
  orgId = await hub.organisation();
  key = await hub.key(orgId, ['orders:read', 'orders:write', 'feed:read']);
});
afterAll(() => hub.stop());

const post = (body: unknown, headers: Record<string, string> = key.header, url = hub.url): Promise<Response> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly extensions?: { readonly cost: number };
}
const ask = async (query: string, variables?: object): Promise<Answer> => (await (await post({ query, variables })).json()) as Answer;

describe('GraphQL over HTTP', () => {
  for (const audit of serverAudits({
    url: () => `${hub.url}/graphql`,
    fetchFn: (url: string, init?: RequestInit) => fetch(url, { ...init, headers: { ...init?.headers, ...key.header } }),
  })) {
    it(`${audit.id}: ${audit.name}`, async () => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' });
    });
  }
});

describe('an operation', () => {
  it('reads lists under the rights of the caller and says what it cost', async () => {
    const { data } = await ask('mutation { noteWrite(input: { title: "one" }) { replayed userErrors { code } note { id title } } }');
    expect(data).toMatchObject({ noteWrite: { replayed: false, userErrors: [], note: { title: 'one' } } });
    const answer = await ask('query Q { notes(first: 5) { nodes { id title } pageInfo { hasNextPage } } }');
    expect(answer.data).toMatchObject({ notes: { nodes: [{ title: 'one' }], pageInfo: { hasNextPage: false } } });
    expect(answer.extensions?.cost).toBeGreaterThan(0);
    const other = await hub.key(await hub.organisation(), ['orders:read']);
    expect(await (await post({ query: '{ notes { totalCount } }' }, other.header)).json()).toMatchObject({
      data: { notes: { totalCount: 0 } },
    });
  });

  it('answers a refusal of the rules as a user error with its field, in the language of the caller', async () => {
    const query =
      'mutation($title: String!) { noteWrite(input: { title: $title }) { note { id } userErrors { code field message params { name value } } } }';
    const variables = { title: 'x'.repeat(41) };
    const zh = await (await post({ query, variables }, { ...key.header, 'accept-language': 'zh-CN' })).json();
    expect(zh).toMatchObject({
      data: {
        noteWrite: {
          note: null,
          userErrors: [{ code: 'TOO_LONG', field: ['title'], message: '最多允许 40 个字符。', params: [{ name: 'max', value: '40' }] }],
        },
      },
    });
    expect((await ask(query, variables)).data).toMatchObject({
      noteWrite: { userErrors: [{ message: 'At most 40 characters are allowed.' }] },
    });
  });

  it('runs the fields of a mutation one after another and stops at one that fails unexpectedly, without its text', async () => {
    const { data, errors } = await ask(`mutation {
      a: noteWrite(input: { title: "first" }) { note { title } }
      b: noteWrite(input: { title: "burst" }) { note { title } }
      c: noteWrite(input: { title: "after" }) { note { title } } }`);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['b'], extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) } }]);
    expect(JSON.stringify(errors)).not.toContain('secret');
    expect((await hub.db.owner.query(`select title from app.note where title in ('first', 'after')`)).rows).toEqual([{ title: 'first' }]);
  });

  it('repeats a mutation with the same key by showing the first result', async () => {
    const query = 'mutation { noteWrite(input: { title: "keyed", idempotencyKey: "k1" }) { replayed note { id } } }';
    const [first, second] = [await ask(query), await ask(query)];
    expect(second.data).toMatchObject({
      noteWrite: { replayed: true, note: (first.data as { noteWrite: { note: object } }).noteWrite.note },
    });
  });

  it('is refused with FORBIDDEN where the policy of a root field is not met, and left alone where that field is skipped', async () => {
    const query = 'query($no: Boolean!) { __typename audited(id: "not_0") @skip(if: $no) { id } }';
    expect((await ask(query, { no: false })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await ask(query, { no: true })).data).toEqual({ __typename: 'Query' });
  });

  it('may look at the schema beside data, in the order asked', async () => {
    const body = await (
      await post({
        query: '{ a: __typename __type(name: "Note") { name } notes(first: 0) { nodes { id } } __schema { queryType { name } } }',
      })
    ).text();
    expect(body).toContain('"data":{"a":"Query","__type":{"name":"Note"},"notes":{"nodes":[]},"__schema":{"queryType":{"name":"Query"}}}');
  });

  it('with parts that variables leave out shares no plan with another choice of parts', async () => {
    const query = `query($more: Boolean!) { __type(name: "Note") { name } notes(first: 0) { totalCount } ...More @include(if: $more) }
      fragment More on Query { notes(first: 0) { pageInfo { hasNextPage } } b: note(id: "not_0") { id } }`;
    const [less, more] = [(await ask(query, { more: false })).data, (await ask(query, { more: true })).data];
    expect([Object.keys(less ?? {}), Object.keys(more ?? {})]).toEqual([
      ['__type', 'notes'],
      ['__type', 'notes', 'b'],
    ]);
    expect(more?.notes).toHaveProperty('pageInfo');
    expect(less?.notes).not.toHaveProperty('pageInfo');
  });

  it('that subscribes is told to use a WebSocket', async () => {
    expect((await ask('subscription { noteTicks { cursor } }')).errors).toMatchObject([
      { message: 'Subscriptions are served over WebSocket at this address.' },
    ]);
  });

  it('carries the request id of the caller, or one of its own when that could not stand in a log', async () => {
    expect((await post({ query: '{ __typename }' }, { ...key.header, 'x-request-id': 'mine-1' })).headers.get('x-request-id')).toBe(
      'mine-1',
    );
    expect((await post({ query: '{ __typename }' }, { ...key.header, 'x-request-id': 'a b\tc' })).headers.get('x-request-id')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });
});

describe('a hostile value', () => {
  const hostile = [
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x'.repeat(100_000),
    '-1',
    'NaN',
    `1${'0'.repeat(400)}`,
    "'; drop table app.note; --",
    '\u202e',
    '%00',
    '{@org}',
    '$1',
    '\u0001[1]\u0001',
    '',
  ];

  it('wherever it stands is a user error or simply nothing, never a failure of the hub, over HTTP and over a socket', async () => {
    const socket = await RawSocket.ready(hub.url, key.header.authorization);
    const query = `query($v: String!, $c: Cursor, $i: ID!) { a: note(id: $i) { id } b: notes(after: $c) { nodes { id } } c: node(id: $i) { id } d: nodes(ids: [$i]) { id } __type(name: $v) { name } }`;
    const alone = [
      'query($i: ID!) { note(id: $i) { id } }',
      'query($i: ID!) { nodes(ids: [$i]) { id } }',
      'query($c: Cursor) { notes(after: $c) { nodes { id } } }',
    ];
    const write =
      'mutation($v: String!) { noteWrite(input: { title: $v, idempotencyKey: $v }) { note { title } userErrors { code field } } }';
    for (const value of hostile) {
      const variables = { v: value, c: value, i: value };
      for (const document of [query, ...alone, write]) {
        const answer = await post({ query: document, variables });
        expect(answer.status).toBeLessThan(500);
        expect(await answer.text()).not.toMatch(/INTERNAL|UNAVAILABLE|TIMEOUT/);
        socket.subscribe('1', document, variables);
        const message = await socket.next();
        expect(JSON.stringify(message)).not.toMatch(/INTERNAL|UNAVAILABLE|TIMEOUT/);
        if (message.type === 'next') await socket.next();
      }
    }
  });

  it('in a header or an address does no harm either', async () => {
    for (const path of [
      '/graphql?query=%00',
      '/graphql?query={__typename}&variables=%5B',
      '/files/%00',
      '/files/%ff',
      '/%',
      `/files/${'x'.repeat(5_000)}`,
      '//graphql',
      '/graphql/../metrics',
    ]) {
      const answer = await fetch(hub.url + path, {
        headers: { ...key.header, 'accept-language': '\u00ff'.repeat(50), cookie: 'rongtong_session=%00; =; ;;' },
      });
      expect(answer.status, path).toBeLessThan(500);
    }
  });
});

describe('without a valid credential', () => {
  it('nothing is answered, the schema least of all', async () => {
    for (const headers of [{}, { authorization: 'Bearer rt_unknown' }, { authorization: 'Basic abc' }] as Record<string, string>[]) {
      const answer = await post({ query: '{ __schema { types { name } } }' }, headers);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  it('an expired key is worth nothing', async () => {
    const old = await hub.key(orgId, ['orders:read'], new Date(Date.now() - 1000));
    expect((await post({ query: '{ __typename }' }, old.header)).status).toBe(401);
  });
});

describe('a body', () => {
  it('that is a batch, too large or no JSON is refused with an error in the usual shape', async () => {
    const batch = await post([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    expect([batch.status, await batch.json()]).toMatchObject([400, { errors: [{ message: 'Operation batching disabled.' }] }]);
    expect((await post({ query: `{ __typename } #${'x'.repeat(2 * 1024 * 1024)}` })).status).toBe(413);
    const broken = await post('{"query"');
    expect([broken.status, await broken.json()]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }]);
    expect((await post('{"query":"{ __typename }","__proto__":{"x":1}}')).status).toBe(400);
  });
});

describe('the budget of a key', () => {
  it('is spent over all processes together, and then the answer is 429 with the seconds to wait', async () => {
    const limits = { costPerMinute: 300 };
    const urls = [await hub.another({ limits }), await hub.another({ limits })] as const;
    const greedy = await hub.key(orgId, ['orders:read']);
    const one = (url: string) => post({ query: '{ notes(first: 20) { nodes { id title createdAt } } }' }, greedy.header, url);
    const statuses: number[] = [];
    for (let turn = 0; turn < 2_000 && !statuses.includes(429); turn++) statuses.push((await one(urls[0])).status);
    expect(statuses.at(-1)).toBe(429);
    const refused = await expect
      .poll(async () => (await one(urls[1])).status, { timeout: 10_000 })
      .toBe(429)
      .then(() => one(urls[0]));
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post({ query: '{ __typename }' }, key.header, urls[0])).status).toBe(200);
  });
});
