import { once } from 'node:events';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startHub, type TestHub, type TestKey } from '../support/hub.js';

let hub: TestHub;
let key: TestKey;

beforeAll(async () => {
  hub = await startHub();
  key = await hub.key(await hub.organisation(), ['orders:read', 'orders:write']);
});
afterAll(() => hub.stop());

type Refusal = { readonly message: string; readonly extensions: { readonly code: string } };

const overHttp = async (query: string): Promise<Refusal | undefined> => {
  const answer = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...key.header },
    body: JSON.stringify({ query }),
  });
  expect(answer.status).toBeLessThan(500);
  return ((await answer.json()) as { errors?: Refusal[] }).errors?.[0];
};

const overSocket = async (query: string): Promise<Refusal | undefined> => {
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const next = async () => JSON.parse(String((await once(socket, 'message'))[0]));
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: key.header.authorization } }));
  await next();
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
  const answer = await next();
  socket.close();
  return answer.type === 'error' ? answer.payload[0] : undefined;
};

const nested = (depth: number): string => `{ notes { nodes { ${'siblings { '.repeat(depth)} id ${'} '.repeat(depth)} } } }`;
const doubling = (levels: number): string =>
  `query { notes { nodes { ...f0 } } } ${Array.from({ length: levels }, (_, n) => `fragment f${n} on Note { ...f${n + 1} ...f${n + 1} }`).join(' ')} fragment f${levels} on Note { id title }`;

const BOMBS: readonly (readonly [what: string, query: string, reason: RegExp])[] = [
  ['depth', nested(40), /depth 43/],
  ['aliases', `{ ${Array.from({ length: 100 }, (_, n) => `a${n}: __typename`).join(' ')} }`, /aliases 100/],
  ['directives', `{ __typename ${'@include(if: true) '.repeat(200)} }`, /directives 200/],
  ['fields', `{ notes { nodes { ${'id '.repeat(1_600)} } } }`, /fields 1602/],
  ['fields spread by fragments within fragments', doubling(12), /fields 8194/],
  [
    'a fragment within itself',
    'query { notes { nodes { ...a } } } fragment a on Note { id ...b } fragment b on Note { ...a }',
    /contains itself/,
  ],
  ['tokens', `{ ${'__typename '.repeat(5_000)} }`, /4000 tokens/],
  ['a page of a thousand million', '{ notes(first: 1000000000) { nodes { id } } }', /first/i],
  ['equal fields, which would all be compared with each other', `{ notes { nodes { ${'id '.repeat(1_400)} } } }`, /aborted/],
  ['a schema looked at too deeply', `{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} } '.repeat(5)} } } }`, /depth/i],
];

describe('a bomb', () => {
  for (const [what, query, reason] of BOMBS) {
    it(`of ${what} is refused before it runs, over HTTP and over a socket`, async () => {
      expect((await overHttp(query))?.message).toMatch(reason);
      expect((await overSocket(query))?.message).toMatch(reason);
    });
  }
});

describe('an ordinary question', () => {
  it('passes on both ways, introspection as clients send it too', async () => {
    for (const query of [nested(2), getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true })]) {
      expect(await overHttp(query)).toBeUndefined();
      expect(await overSocket(query)).toBeUndefined();
    }
  });
});
