import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import {
  tradeAgreementConfirm,
  tradeAgreementEnd,
  tradeAgreementPropose,
  tradeAgreementRefuse,
  tradeAgreementWithdraw,
} from '../../src/parties/agreement/commands.js';
import { demoOrgId } from '../../src/parties/index.js';
import { organisationUpdate } from '../../src/parties/organisation/commands.js';
import { Forbidden } from '../../src/platform/commands/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { demoHub, demoViewer, type Hub, orgIdOf, said, usccOf } from '../support/parties.js';

let db: TestDatabase;
let hub: Hub;
beforeAll(async () => {
  db = await freshDatabase();
  hub = await demoHub(await db.open());
});
afterAll(() => db.drop());

const one = async <R extends Record<string, unknown>>(sql: string, params: unknown[]): Promise<R | undefined> =>
  (await db.owner.query<R>(sql, params)).rows[0];

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
const propose = async (as: string, rest: object = {}): Promise<string> => {
  const { result, refusals } = await hub.as(as, tradeAgreementPropose, numbered(rest));
  if (!result) throw new Error(JSON.stringify(refusals));
  return publicId('agr', result.agreementId);
};

describe('Proposing terms of trade', () => {
  test.each([
    ['to oneself', { counterparty: { uscc: usccOf('buyer') } }, 'PARTY_IS_ONESELF counterparty'],
    ['to an organisation that one trades with already, by id', { counterparty: { id: orgIdOf('supplier') } }, 'OK'],
    ['to one that exists but is not seen, by id', { counterparty: { id: orgIdOf('bank') } }, 'NOT_FOUND counterparty id'],
    ['to one that does not exist, by id', { counterparty: { id: 'org_00000000000070008000000000000000' } }, 'NOT_FOUND counterparty id'],
    ['to an unknown code', { counterparty: { uscc: '91350100M000100Y43' } }, 'ORGANISATION_UNKNOWN counterparty uscc'],
    ['to nobody', { counterparty: {} }, 'REQUIRED counterparty'],
    ['to one that does not supply', { counterparty: { uscc: usccOf('warehouse') } }, 'ROLE_MISSING as'],
    ['for a time that is over', { validTo: '2026-01-31' }, 'AGREEMENT_DATES validTo'],
    ['that end before they begin', { validFrom: '2028-01-01', validTo: '2027-12-31' }, 'AGREEMENT_DATES validTo'],
    ['with a date that does not exist', { validFrom: '2026-02-30' }, 'INVALID_DATE validFrom'],
    ['with a term that depends on a third party', { conditionalOnThirdParty: true }, 'TERM_CONDITIONAL conditionalOnThirdParty'],
    ["with a term longer than the law's", { termDays: 61 }, 'TERM_REASON_REQUIRED termReason'],
    ['with a tolerance above one', { overTolerance: '1.01' }, 'OUT_OF_RANGE overTolerance'],
    ['with a number of dashes', { number: ' - ' }, 'INVALID_VALUE number'],
    ['with a declaration that only the supplier makes', { smeDeclared: true }, 'INVALID_VALUE smeDeclared'],
    [
      'as a supplier without a declaration',
      { as: 'SUPPLIER', counterparty: { uscc: usccOf('supplier') } },
      'ROLE_MISSING as, SME_DECLARATION_REQUIRED smeDeclared',
    ],
  ])('%s', async (_title, rest, expected) => {
    expect(said(await hub.as('buyer', tradeAgreementPropose, numbered(rest)))).toBe(expected);
  });

  test('under a number that the two have in another spelling is refused', async () => {
    await propose('buyer', { number: 'AB 77/1' });
    expect(said(await hub.as('buyer', tradeAgreementPropose, numbered({ number: 'ab-77/1' })))).toBe('AGREEMENT_NUMBER_TAKEN number');
  });

  test('under the number of a refused proposal is possible', async () => {
    const agreementId = await propose('buyer', { number: 'AGAIN' });
    expect(said(await hub.as('supplier3', tradeAgreementRefuse, { agreementId, note: 'no' }))).toBe('OK');
    await propose('buyer', { number: 'again' });
  });

  test('that is refused leaves the two strangers', async () => {
    await hub.as('supplier2', tradeAgreementPropose, numbered({ counterparty: { uscc: usccOf('warehouse') } }));
    expect(
      await one('select 1 from app.relationship where org_id = $1 and other_id = $2', [demoOrgId('supplier2'), demoOrgId('warehouse')]),
    ).toBeUndefined();
  });
});

describe('Deciding on terms of trade', () => {
  test('is for the other side, once, on the version seen', async () => {
    const agreementId = await propose('buyer');
    expect(said(await hub.as('buyer', tradeAgreementConfirm, { agreementId, smeDeclared: true }))).toBe('NOT_ALLOWED');
    expect(said(await hub.as('supplier3', tradeAgreementConfirm, { agreementId, smeDeclared: true, expectedVersion: 7 }))).toBe(
      'STALE_VERSION expectedVersion',
    );
    expect(said(await hub.as('supplier3', tradeAgreementConfirm, { agreementId }))).toBe('SME_DECLARATION_REQUIRED smeDeclared');
    expect(said(await hub.as('supplier3', tradeAgreementConfirm, { agreementId, smeDeclared: true, expectedVersion: 1 }))).toBe('OK');
    expect(said(await hub.as('supplier3', tradeAgreementRefuse, { agreementId }))).toBe('NOT_ALLOWED');
  });

  test('by a stranger finds nothing', async () => {
    const agreementId = await propose('buyer');
    expect(said(await hub.as('supplier', tradeAgreementConfirm, { agreementId, smeDeclared: true }))).toBe('NOT_FOUND agreementId');
    expect(said(await hub.as('buyer', tradeAgreementConfirm, { agreementId: 'agr_zzz' }))).toBe('NOT_FOUND agreementId');
  });

  test('twice at once gives one decision', async () => {
    const agreementId = await propose('buyer');
    const both = await Promise.all([
      hub.as('supplier3', tradeAgreementConfirm, { agreementId, smeDeclared: true }),
      hub.as('supplier3', tradeAgreementRefuse, { agreementId }),
    ]);
    expect(both.map(said).sort()).toEqual(['NOT_ALLOWED', 'OK']);
  });

  test('keeps the sizes as they were at signing (Order 802 art. 3), and the LPR of that day', async () => {
    const agreementId = await propose('buyer', { counterparty: { uscc: usccOf('supplier2') } });
    expect(said(await hub.as('supplier2', tradeAgreementConfirm, { agreementId, smeDeclared: true }))).toBe('OK');
    await hub.as('supplier2', organisationUpdate, { sizeClass: 'LARGE' });
    const row = await one(`select buyer_class, supplier_class, lpr_at_signing::text as lpr from app.trade_agreement where id = $1`, [
      agreementId.slice(4),
    ]);
    expect(row).toEqual({ buyer_class: 'LARGE', supplier_class: 'MEDIUM', lpr: '0.030000' });
    const later = await propose('buyer', { counterparty: { uscc: usccOf('supplier2') }, termDays: 180 });
    expect(said(await hub.as('supplier2', tradeAgreementConfirm, { agreementId: later, smeDeclared: true }))).toBe(
      'SME_DECLARATION_WRONG smeDeclared',
    );
    expect(said(await hub.as('supplier2', tradeAgreementConfirm, { agreementId: later, smeDeclared: false }))).toBe('OK');
    await hub.as('supplier2', organisationUpdate, { sizeClass: 'MEDIUM' });
  });

  test('a proposal can be withdrawn by its proposer, and an agreement ended by both', async () => {
    const withdrawn = await propose('buyer');
    expect(said(await hub.as('supplier3', tradeAgreementWithdraw, { agreementId: withdrawn }))).toBe('NOT_ALLOWED');
    expect(said(await hub.as('buyer', tradeAgreementWithdraw, { agreementId: withdrawn }))).toBe('OK');
    for (const side of ['buyer', 'supplier3']) {
      const agreementId = await propose('buyer');
      expect(said(await hub.as(side, tradeAgreementEnd, { agreementId }))).toBe('NOT_ALLOWED');
      await hub.as('supplier3', tradeAgreementConfirm, { agreementId, smeDeclared: true });
      expect(said(await hub.as(side, tradeAgreementEnd, { agreementId, note: 'done' }))).toBe('OK');
    }
  });

  test('tells both sides, and nobody else, with the step kept', async () => {
    const agreementId = await propose('buyer');
    await hub.as('supplier3', tradeAgreementConfirm, { agreementId, smeDeclared: true, note: '同意' });
    const events = (
      await db.owner.query(
        `select e.type, e.status, o.parties from app.event e join app.outbox o on o.event_id = e.id where e.subject_id = $1 order by e.id`,
        [agreementId.slice(4)],
      )
    ).rows;
    const parties = [demoOrgId('buyer'), demoOrgId('supplier3')];
    expect(events).toEqual([
      { type: 'AGREEMENT_PROPOSED', status: 'PROPOSED', parties },
      { type: 'AGREEMENT_CONFIRMED', status: 'IN_FORCE', parties },
    ]);
    const steps = (
      await db.owner.query('select status, by_id, note from app.trade_agreement_step where agreement_id = $1 order by at', [
        agreementId.slice(4),
      ])
    ).rows;
    expect(steps).toEqual([
      { status: 'PROPOSED', by_id: demoOrgId('buyer'), note: null },
      { status: 'IN_FORCE', by_id: demoOrgId('supplier3'), note: '同意' },
    ]);
  });

  test('is not for who may only read', async () => {
    const clerk = demoViewer('supplier3', { scopes: new Set(['parties:read', 'orders:write']) });
    await expect(hub.as(clerk, tradeAgreementConfirm, { agreementId: await propose('buyer') })).rejects.toThrow(Forbidden);
  });
});
