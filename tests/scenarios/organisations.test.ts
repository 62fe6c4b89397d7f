import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tradeAgreementPropose } from '../../src/parties/agreement/commands.js';
import { demoOrgId } from '../../src/parties/index.js';
import {
  organisationClaim,
  organisationIdentifierAdd,
  organisationUpdate,
  organisationVerify,
} from '../../src/parties/organisation/commands.js';
import { Forbidden } from '../../src/platform/commands/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { demoHub, type Hub, orgIdOf, said, usccOf } from '../support/parties.js';

let db: TestDatabase;
let hub: Hub;
beforeAll(async () => {
  db = await freshDatabase();
  hub = await demoHub(await db.open());
});
afterAll(() => db.drop());

const one = async <R extends Record<string, unknown>>(sql: string, params: unknown[]): Promise<R | undefined> =>
  (await db.owner.query<R>(sql, params)).rows[0];

const norwegian = { country: 'NO', legalName: 'Fjord Deler AS', sizeClass: 'SMALL', roles: ['SUPPLIER'] };
const terms = {
  as: 'BUYER',
  counterparty: { uscc: usccOf('supplier3') },
  validFrom: '2026-01-01',
  priceBasis: 'NET',
  termDays: 60,
  termBasis: 'DELIVERY',
};
let count = 0;
const numbered = (rest: object = {}) => ({ ...terms, number: `T-${++count}`, idempotencyKey: `key-${count}`, ...rest });

describe('Entering an organisation', () => {
  test('is for the operator', async () => {
    await expect(hub.as('buyer', organisationClaim, norwegian)).rejects.toThrow(Forbidden);
  });

  test('leaves it claimed, and found by its identifiers at once', async () => {
    const { result } = await hub.as('operator', organisationClaim, {
      ...norwegian,
      identifiers: [{ scheme: '0192', value: '987 654 325' }],
    });
    expect(await one('select status, name_en from app.organisation where id = $1', [result?.organisationId])).toEqual({
      status: 'CLAIMED',
      name_en: 'Fjord Deler AS',
    });
    const found = await hub.as(
      'buyer',
      tradeAgreementPropose,
      numbered({ counterparty: { identifier: { scheme: '0192', value: '987654325' } } }),
    );
    expect(said(found)).toBe('OK');
  });

  test.each([
    ['a code that another has', { ...norwegian, country: 'CN', uscc: usccOf('buyer') }, 'USCC_TAKEN uscc'],
    [
      'an identifier that another has',
      { ...norwegian, identifiers: [{ scheme: '0088', value: '6901000000016' }] },
      'IDENTIFIER_TAKEN identifiers',
    ],
    [
      'an identifier that is none',
      {
        ...norwegian,
        identifiers: [
          { scheme: '0088', value: '1' },
          { scheme: '0088', value: '<1>' },
        ],
      },
      'IDENTIFIER_INVALID identifiers 1 value',
    ],
    ['no role', { ...norwegian, roles: [] }, 'REQUIRED roles'],
    ['a size that does not exist', { ...norwegian, sizeClass: 'HUGE' }, 'INVALID_VALUE sizeClass'],
    ['half a surrogate pair in its name', { ...norwegian, legalName: 'a\ud800' }, 'INVALID_TEXT legalName'],
  ])('refuses %s', async (_title, input, expected) => {
    expect(said(await hub.as('operator', organisationClaim, input))).toBe(expected);
  });
});

describe('Verifying an organisation', () => {
  const evidence = [
    { kind: 'BUSINESS_LICENCE', reference: 'L-1' },
    { kind: 'AUTHORITY_LETTER', reference: 'A-1' },
  ];

  test('needs evidence, and happens once', async () => {
    const input = { organisationId: orgIdOf('factor'), evidence, expectedVersion: 2 };
    expect(said(await hub.as('operator', organisationVerify, { ...input, evidence: [] }))).toBe('REQUIRED evidence');
    expect(said(await hub.as('operator', organisationVerify, { ...input, expectedVersion: 1 }))).toBe('STALE_VERSION expectedVersion');
    expect(said(await hub.as('operator', organisationVerify, input))).toBe('OK');
    expect(
      await one(
        `select status, version, (select count(*)::int from app.organisation_evidence e where e.org_id = o.id) as evidence
      from app.organisation o where id = $1`,
        [demoOrgId('factor')],
      ),
    ).toMatchObject({ status: 'VERIFIED', evidence: 2 });
    expect(said(await hub.as('operator', organisationVerify, { organisationId: orgIdOf('factor'), evidence }))).toBe('NOT_ALLOWED');
  });

  test('knows no organisation that does not exist', async () => {
    expect(said(await hub.as('operator', organisationVerify, { organisationId: 'org_00000000000070008000000000000000', evidence }))).toBe(
      'NOT_FOUND organisationId',
    );
  });
});

describe('Changing the own card', () => {
  test('changes what is given and nothing else', async () => {
    const before = await one('select * from app.organisation where id = $1', [demoOrgId('supplier4')]);
    expect(said(await hub.as('supplier4', organisationUpdate, { nameEn: 'Qinghe Pack', sizeClass: 'SMALL' }))).toBe('OK');
    expect(await one('select * from app.organisation where id = $1', [demoOrgId('supplier4')])).toEqual({
      ...before,
      name_en: 'Qinghe Pack',
      size_class: 'SMALL',
      version: Number(before?.version) + 1,
    });
  });

  test('on an older version is stale', async () => {
    expect(said(await hub.as('supplier4', organisationUpdate, { nameEn: 'x', expectedVersion: 1 }))).toBe('STALE_VERSION expectedVersion');
  });
});

describe('An identifier', () => {
  test('that an organisation gives itself finds nobody until the operator has confirmed it', async () => {
    const identifier = { scheme: '0088', value: '6901000000047' };
    expect(said(await hub.as('supplier3', organisationIdentifierAdd, identifier))).toBe('OK');
    const order = () => hub.as('bank', tradeAgreementPropose, numbered({ counterparty: { identifier } }));
    expect(said(await order())).toBe('ORGANISATION_UNKNOWN counterparty identifier');
    expect(said(await hub.as('operator', organisationIdentifierAdd, { ...identifier, organisationId: orgIdOf('supplier3') }))).toBe('OK');
    expect(said(await order())).toBe('ROLE_MISSING as');
  });

  test('of another organisation can be given by the operator only', async () => {
    expect(
      said(await hub.as('buyer', organisationIdentifierAdd, { scheme: '0088', value: '1', organisationId: orgIdOf('supplier') })),
    ).toBe('NOT_FOUND organisationId');
  });

  test('confirmed for one organisation is not confirmed for another', async () => {
    expect(
      said(
        await hub.as('operator', organisationIdentifierAdd, {
          scheme: '0088',
          value: '6901000000016',
          organisationId: orgIdOf('supplier'),
        }),
      ),
    ).toBe('IDENTIFIER_TAKEN value');
  });

  test('with signs that no scheme has is refused', async () => {
    expect(said(await hub.as('supplier', organisationIdentifierAdd, { scheme: '0088', value: '(1)' }))).toBe('IDENTIFIER_INVALID value');
  });
});
