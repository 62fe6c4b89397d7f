import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import { DEMO_PASSWORD, demoKey, demoOrgId } from '../../src/parties/index.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
});
afterAll(() => hub.stop());

const org = (orgKey: string): string => publicId('org', demoOrgId(orgKey));
const ask = <Data = Record<string, never>>(orgKey: string, query: string, variables?: object) =>
  hub.ask<Data>(demoKey(orgKey), query, variables);

test('A key learns from `viewer` whom it speaks for and what it may do', async () => {
  const { viewer } = await ask<{ viewer: object }>(
    'buyer',
    '{viewer{kind organisation{id nameZh uscc status roles} person{name} duties scopes locale}}',
  );
  expect(viewer).toEqual({
    kind: 'KEY',
    person: null,
    duties: [],
    locale: 'en',
    organisation: { id: org('buyer'), nameZh: '海山电器', uscc: '91370212MA3HA10051', status: 'VERIFIED', roles: ['BUYER'] },
    scopes: [
      'amounts:read',
      'audit:read',
      'feed:read',
      'files:write',
      'invoices:read',
      'invoices:write',
      'orders:read',
      'orders:write',
      'parties:admin',
      'parties:read',
    ],
  });
});

test('The place behind the newest event is known to whoever wants to follow from now on', async () => {
  await hub.settled();
  const { viewer } = await ask<{ viewer: { feedCursor: string } }>('buyer', '{viewer{feedCursor}}');
  const behind = async () =>
    (
      await ask<{ feed: object }>('buyer', 'query ($after: Cursor) { feed(after: $after) { items { kind } } }', {
        after: viewer.feedCursor,
      })
    ).feed;
  expect(await behind()).toEqual({ items: [] });
  await ask(
    'buyer',
    'mutation { organisationUpdate(input: { internalNote: "x", idempotencyKey: "feed-cursor" }) { userErrors { code } } }',
  );
  await hub.settled();
  expect(await behind()).toEqual({ items: [{ kind: 'EVENT' }] });
});

test('A person in a session learns the own duties', async () => {
  const login = await fetch(`${hub.url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'wang.min@lixin.demo', password: DEMO_PASSWORD }),
  });
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { csrfToken } = (await login.json()) as { csrfToken: string };
  const answer = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'x-csrf-token': csrfToken },
    body: JSON.stringify({ query: '{viewer{kind person{name login memberships{duties}} organisation{nameEn} duties locale}}' }),
  });
  expect(await answer.json()).toMatchObject({
    data: {
      viewer: {
        kind: 'PERSON',
        person: { name: '王敏', login: 'wang.min@lixin.demo', memberships: [{ duties: ['CLERK', 'ADMIN'] }] },
        organisation: { nameEn: 'Lixin Precision' },
        duties: ['ADMIN', 'CLERK'],
        locale: 'zh',
      },
    },
  });
});

describe('Organisations', () => {
  test('are those that one trades with, in order of name, page by page', async () => {
    const names: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: {
        organisations: { nodes: { nameEn: string }[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
      } = await ask(
        'buyer',
        'query($after:Cursor){organisations(first:2,after:$after){nodes{nameEn} totalCount pageInfo{hasNextPage endCursor}}}',
        { after },
      );
      names.push(...page.organisations.nodes.map((node) => node.nameEn));
      expect(page.organisations.totalCount).toBe(6);
      if (!page.organisations.pageInfo.hasNextPage) break;
      after = page.organisations.pageInfo.endCursor;
    }
    expect(names.sort()).toEqual([
      'Haishan Appliances',
      'Hengda Plastics',
      'Lixin Precision',
      'Mingchuan Motors',
      'Qinghe Packaging',
      '晨光五金厂',
    ]);
  });

  test('are found by id and by code, filtered by status and size', async () => {
    const answer = await ask(
      'buyer',
      `query($id:ID!,$uscc:UnifiedSocialCreditCode!){
      byId:organisation(by:{id:$id}){legalName identifiers{scheme value confirmed}} byCode:organisation(by:{uscc:$uscc}){nameEn}
      stranger:organisation(by:{uscc:"91310115MA1JH6005Y"}){nameEn} small:organisations(filter:{sizeClass:[SMALL]}){nodes{nameEn}} claimed:organisations(filter:{status:[CLAIMED]}){nodes{legalName}}}`,
      { id: org('supplier'), uscc: '91330205MA2HD3005U' },
    );
    expect(answer).toEqual({
      byId: { legalName: '立信精密制造有限公司', identifiers: [{ scheme: '0088', value: '6901000000023', confirmed: true }] },
      byCode: { nameEn: 'Hengda Plastics' },
      stranger: null,
      small: { nodes: [{ nameEn: 'Mingchuan Motors' }, { nameEn: '晨光五金厂' }, { nameEn: 'Lixin Precision' }] },
      // Entered by the buyer, who invited it to one order.
      claimed: { nodes: [{ legalName: '晨光五金厂' }] },
    });
  });

  test('show the private note to themselves only, evidence to themselves and the operator', async () => {
    const query = 'query($id:ID!){organisation(by:{id:$id}){private{internalNote} evidence{kind} allowedActions{action allowed reason}}}';
    expect(await ask('supplier', query, { id: org('supplier') })).toEqual({
      organisation: {
        private: { internalNote: '内部备注 internal note canary-supplier' },
        evidence: [{ kind: 'BUSINESS_LICENCE' }],
        allowedActions: [],
      },
    });
    expect(await ask('buyer', query, { id: org('supplier') })).toEqual({
      organisation: { private: null, evidence: [], allowedActions: [] },
    });
    expect(await ask('operator', query, { id: org('supplier') })).toEqual({
      organisation: {
        private: null,
        evidence: [{ kind: 'BUSINESS_LICENCE' }],
        allowedActions: [{ action: 'VERIFY', allowed: false, reason: 'NOT_ALLOWED' }],
      },
    });
  });
});

describe('Trade agreements', () => {
  test('show terms, what the law says of them, steps, and what can be done', async () => {
    const answer = await ask(
      'supplier2',
      `{tradeAgreements(as:SUPPLIER,filter:{counterparty:["${org('buyer')}"],status:[PROPOSED,REFUSED,IN_FORCE]},orderBy:NEWEST,first:5){nodes{
      number status termDays termBasis lateRate smeDeclared buyerClass supplierClass lprAtSigning flags steps{status by{nameEn}} allowedActions{action allowed}}}}`,
    );
    const all = (open: string[]) => ['CONFIRM', 'REFUSE', 'WITHDRAW', 'END'].map((action) => ({ action, allowed: open.includes(action) }));
    const [proposed, refused, inForce] = (
      answer as unknown as { tradeAgreements: { nodes: { allowedActions: { action: string; allowed: boolean }[] }[] } }
    ).tradeAgreements.nodes;
    expect(proposed).toMatchObject({
      number: 'HD-2027-01',
      status: 'PROPOSED',
      smeDeclared: true,
      buyerClass: null,
      lprAtSigning: null,
      flags: [],
      steps: [{ status: 'PROPOSED', by: { nameEn: 'Hengda Plastics' } }],
    });
    expect(proposed?.allowedActions.filter(({ allowed }) => allowed)).toEqual([{ action: 'WITHDRAW', allowed: true }]);
    expect(refused).toMatchObject({
      number: 'HS-2027-002',
      status: 'REFUSED',
      steps: [{ status: 'PROPOSED' }, { status: 'REFUSED', by: { nameEn: 'Hengda Plastics' } }],
    });
    expect(inForce).toMatchObject({
      number: 'HS-2026-002',
      status: 'IN_FORCE',
      termDays: 45,
      termBasis: 'INVOICE_RECEIVED',
      buyerClass: 'LARGE',
      supplierClass: 'MEDIUM',
      lprAtSigning: '0.030000',
    });
    expect(inForce?.allowedActions.filter(({ allowed }) => allowed)).toEqual(all(['END']).filter(({ allowed }) => allowed));
  });

  test('are proposed, replayed and confirmed through the API', async () => {
    const input = {
      as: 'SUPPLIER',
      counterparty: { uscc: '91370212MA3HA10051' },
      number: 'API-1',
      validFrom: '2026-01-01',
      priceBasis: 'NET',
      termDays: 30,
      termBasis: 'DELIVERY',
      smeDeclared: true,
      idempotencyKey: 'api-1',
    };
    const propose =
      'mutation($input:TradeAgreementProposeInput!){tradeAgreementPropose(input:$input){agreement{id version status} replayed userErrors{code field}}}';
    interface Proposed {
      tradeAgreementPropose: { agreement: { id: string }; replayed: boolean; userErrors: unknown[] };
    }
    const first = (await ask<Proposed>('supplier2', propose, { input })).tradeAgreementPropose;
    const second = (await ask<Proposed>('supplier2', propose, { input })).tradeAgreementPropose;
    expect([first.replayed, second.replayed, second.agreement]).toEqual([false, true, first.agreement]);
    const confirm = `mutation($id:ID!){tradeAgreementConfirm(input:{agreementId:$id,expectedVersion:1}){agreement{status version signedOn} userErrors{code message}}}`;
    expect(await ask('buyer', confirm, { id: first.agreement.id })).toMatchObject({
      tradeAgreementConfirm: { agreement: { status: 'IN_FORCE', version: 2 }, userErrors: [] },
    });
    expect(await ask('supplier', confirm, { id: first.agreement.id })).toEqual({
      tradeAgreementConfirm: {
        agreement: null,
        userErrors: [{ code: 'NOT_FOUND', message: 'There is no such object, or you may not see it. Check the identifier.' }],
      },
    });
  });
});

test('Keys and people are administered through the API, secrets shown once', async () => {
  const created = await ask<{ apiKeyCreate: { apiKey: { id: string; endsAt: string }; secret: string } }>(
    'bank2',
    'mutation{apiKeyCreate(input:{name:"ERP",scopes:["parties:read"],validDays:1}){apiKey{id name scopes status endsAt} secret userErrors{code}}}',
  );
  const { secret, apiKey } = created.apiKeyCreate;
  expect(await hub.ask(secret, '{viewer{scopes}}')).toEqual({ viewer: { scopes: ['parties:read'] } });
  expect(JSON.parse((await hub.post(secret, '{apiKeys{nodes{id}}}')).text)).toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });
  expect(await ask('bank2', `mutation{apiKeyRevoke(input:{apiKeyId:"${apiKey.id}"}){apiKey{status} userErrors{code}}}`)).toEqual({
    apiKeyRevoke: { apiKey: { status: 'REVOKED' }, userErrors: [] },
  });
  expect(await ask('bank2', '{apiKeys(filter:{revoked:true}){nodes{id name status}}}')).toEqual({
    apiKeys: { nodes: [{ id: apiKey.id, name: 'ERP', status: 'REVOKED' }] },
  });
  const invited = await ask<{ personInvite: { person: { id: string }; initialPassword: string } }>(
    'bank2',
    'mutation{personInvite(input:{login:"zhou.li@anrong.demo",name:"周力",duties:[REVIEWER]}){person{id name} membership{duties person{name}} initialPassword userErrors{code field}}}',
  );
  expect(invited.personInvite).toMatchObject({ person: { name: '周力' }, membership: { duties: ['REVIEWER'], person: { name: '周力' } } });
  expect(
    await ask('bank2', '{people{nodes{login}} memberships(filter:{ended:false}){nodes{person{login}}} sessions{nodes{id}}}'),
  ).toMatchObject({
    people: { nodes: [{ login: 'tang.wei@anrong.demo' }, { login: 'zhou.li@anrong.demo' }] },
    memberships: { nodes: [{}, {}] },
    sessions: { nodes: [] },
  });
});

test('A revoked key ends its live stream within two seconds', async () => {
  const { RawSocket } = await import('../support/socket.js');
  const { apiKeyCreate } = await ask<{ apiKeyCreate: { apiKey: { id: string }; secret: string } }>(
    'bank',
    'mutation{apiKeyCreate(input:{name:"watch",scopes:["feed:read"]}){apiKey{id} secret}}',
  );
  const socket = await RawSocket.ready(hub.url, `Bearer ${apiKeyCreate.secret}`);
  socket.subscribe('1', 'subscription{feed{cursor}}');
  const from = performance.now();
  await ask('bank', `mutation{apiKeyRevoke(input:{apiKeyId:"${apiKeyCreate.apiKey.id}"}){userErrors{code}}}`);
  const { code } = await socket.closed;
  console.log(`closed with ${code} after ${Math.round(performance.now() - from)} ms`);
  expect(code).toBe(4403);
});
