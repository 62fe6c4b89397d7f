import { describe, expect, test } from 'vitest';
import { agreementFlags, agreementLifecycle, declarationFaults, sideOf, termFaults } from '../../src/parties/agreement/rules.js';
import { scopeFaults } from '../../src/parties/credentials/rules.js';
import { demoOrganisations } from '../../src/parties/index.js';
import { claimedCode, identifierOf, organisationLifecycle } from '../../src/parties/organisation/rules.js';
import { grantFaults, type Held, isStrong, leavesNoAdministrator, loginOf } from '../../src/parties/people/rules.js';
import { isUscc, organisationPartChecks } from '../../src/kernel/uscc.js';

const codes = (faults: readonly { readonly code: string }[]): string[] => faults.map((fault) => fault.code);
const codesOf = (verdict: { readonly ok: boolean; readonly refusals?: readonly { readonly code: string }[] }) =>
  codes(verdict.refusals ?? []);

describe('A claim', () => {
  test.each([
    ['a Chinese organisation with its code', { country: 'CN', uscc: '91350100M000100Y43', roles: ['BUYER'] }, []],
    ['GB 32100-2015: the check character must fit', { country: 'CN', uscc: '91440300MA7RT00100', roles: ['BUYER'] }, ['USCC_INVALID']],
    ['a letter that the alphabet leaves out', { country: 'CN', uscc: '91350100I000100Y43', roles: ['BUYER'] }, ['USCC_INVALID']],
    ['half-width, blanks and case do not matter', { country: 'CN', uscc: ' ９１350100m000100y43 ', roles: ['BUYER'] }, []],
    ['a Chinese organisation without code', { country: 'CN', roles: ['BUYER'] }, ['USCC_REQUIRED']],
    [
      'a foreign organisation with a Chinese code',
      { country: 'NO', uscc: '91350100M000100Y43', roles: ['SUPPLIER'] },
      ['USCC_NOT_EXPECTED'],
    ],
    ['a second operator', { country: 'NO', roles: ['OPERATOR'] }, ['OPERATOR_IS_ONE']],
    ['every fault is named at once', { country: 'CN', roles: ['OPERATOR'] }, ['USCC_REQUIRED', 'OPERATOR_IS_ONE']],
  ])('is judged: %s', (_title, claim, expected) => {
    expect(codesOf(claimedCode(claim))).toEqual(expected);
  });

  test('of the demo carries right check characters in both parts of its code', () => {
    for (const { claim, orgKey } of demoOrganisations)
      expect([orgKey, isUscc(claim.uscc ?? ''), organisationPartChecks(claim.uscc ?? '')]).toEqual([orgKey, true, true]);
  });
});

describe('An identifier', () => {
  test.each([
    ['0088', '7300010000001', { scheme: '0088', value: '7300010000001' }],
    ['gb:vat', ' gb 123 456 ', { scheme: 'GB:VAT', value: 'GB123456' }],
    ['０１９２', '９８７６', { scheme: '0192', value: '9876' }],
    ['0088', 'a;drop', undefined],
    ['', '1', undefined],
    ['0088', '9'.repeat(51), undefined],
  ])('%s %s is stored as one spelling, or refused', (scheme, value, expected) => {
    const verdict = identifierOf({ scheme, value });
    expect(verdict.ok ? verdict.value : undefined).toEqual(expected);
  });
});

const term = (rest: Partial<Held> = {}): Held => ({ personId: 'one', duties: ['CLERK', 'ADMIN'], validFrom: '2026-01-01', ...rest });

describe('Duties', () => {
  const grant = (rest: object = {}) => ({ personId: 'two', duties: ['CLERK'], validFrom: '2026-03-01', validTo: '2026-03-31', ...rest });
  test.each([
    ['may end on the day they begin', grant({ validTo: '2026-03-01' }), undefined, []],
    ['may have no end', grant({ validTo: undefined }), undefined, []],
    ['may not end before they begin', grant({ validTo: '2026-02-28' }), undefined, ['DATES_REVERSED']],
    ['may be delegated by who holds them', grant(), term(), []],
    ['may not be delegated without an end', grant({ validTo: undefined }), term(), ['DELEGATION_WITHOUT_END']],
    ['may not be delegated to oneself', grant({ personId: 'one' }), term(), ['DELEGATION_TO_ONESELF']],
    ['may not be delegated by who does not hold them', grant({ duties: ['APPROVER'] }), term(), ['DELEGATION_TOO_WIDE']],
    ['may not be delegated beyond the end of the own term', grant(), term({ validTo: '2026-03-30' }), ['DELEGATION_TOO_WIDE']],
    ['may not be delegated before the own term', grant(), term({ validFrom: '2026-03-02' }), ['DELEGATION_TOO_WIDE']],
    ['may not be delegated on', grant(), term({ delegatedFrom: 'x' }), ['DELEGATION_TOO_WIDE']],
    ['may not be delegated after they ended', grant(), term({ endedAt: '2026-02-01' }), ['DELEGATION_TOO_WIDE']],
  ])('%s', (_title, given, from, expected) => {
    expect(codes(grantFaults(given, from, '2026-03-01'))).toEqual(expected);
  });

  test.each([
    ['the only administrator', term(), [], true],
    ['an administrator beside another', term(), [term({ personId: 'two' })], false],
    ['an administrator beside one whose term ends', term(), [term({ personId: 'two', validTo: '2026-12-31' })], true],
    ['an administrator beside one who begins tomorrow', term(), [term({ personId: 'two', validFrom: '2026-03-02' })], true],
    ['an administrator beside one who was ended', term(), [term({ personId: 'two', endedAt: '2026-01-02' })], true],
    ['a clerk', term({ duties: ['CLERK'] }), [], false],
    ['an administrator for some days', term({ validTo: '2026-12-31' }), [], false],
  ])('cannot end where nobody is left to let others in: %s', (_title, ended, others, expected) => {
    expect(leavesNoAdministrator(ended, others, '2026-03-01')).toBe(expected);
  });
});

test.each([
  ['Wang.Min@Lixin.Demo ', 'wang.min@lixin.demo'],
  ['ＡＢＣ', 'abc'],
  ['a b c', undefined],
  ['ab', undefined],
])('A log-in name %s is stored as %s', (given, expected) => {
  expect(loginOf(given)).toBe(expected);
});

test.each([
  ['elevenchars', false],
  ['twelve chars', true],
  ['密码密码密码密码密码密码', true],
  ['x'.repeat(129), false],
  ['WANG.MIN@LIXIN.DEMO', false],
])('A password %s is strong enough: %s', (password, expected) => {
  expect(isStrong(password, 'wang.min@lixin.demo')).toBe(expected);
});

test('Only the operator gives keys the scope operator', () => {
  expect(codes(scopeFaults(['orders:read', 'operator'], false))).toEqual(['SCOPE_NOT_AVAILABLE']);
  expect(scopeFaults(['orders:read', 'operator'], true)).toEqual([]);
});

describe('A term of payment', () => {
  const limits = { publicBodyCap: { value: '60', source: 'art. 9(1)' }, largeBuyer: { value: '60', source: 'art. 9(2)' } };
  const large = { sizeClass: 'LARGE', ownership: 'PRIVATE' };
  const small = { sizeClass: 'SMALL', ownership: 'PRIVATE' };
  const hospital = { sizeClass: 'MEDIUM', ownership: 'PUBLIC_BODY' };
  test.each([
    ['Order 802 art. 9(2): 60 days of a large buyer', { termDays: 60 }, large, small, []],
    ['Order 802 art. 9(2): longer needs a reason', { termDays: 61 }, large, small, ['TERM_REASON_REQUIRED']],
    ['Order 802 art. 9(2): longer with a reason', { termDays: 90, termReason: 'season' }, large, small, []],
    ['Order 802 art. 9(1): 60 days of a public body', { termDays: 60 }, hospital, small, []],
    [
      "Order 802 art. 9(1): no reason lengthens a public body's term",
      { termDays: 61, termReason: 'budget' },
      hospital,
      small,
      ['TERM_OVER_CAP'],
    ],
    ['Order 802 protects small and medium suppliers only', { termDays: 180 }, large, large, []],
    ['Order 802 binds large buyers and public bodies only', { termDays: 180 }, small, small, []],
    [
      'Order 802 art. 9(2): not on being paid by a third party',
      { termDays: 30, conditionalOnThirdParty: true },
      large,
      small,
      ['TERM_CONDITIONAL'],
    ],
    ['SPC 2024 No. 11: nor between firms of any size', { termDays: 30, conditionalOnThirdParty: true }, small, small, ['TERM_CONDITIONAL']],
  ])('%s', (_title, terms, buyer, supplier, expected) => {
    expect(codes(termFaults(terms, buyer, supplier, limits))).toEqual(expected);
  });

  test('names the limit and its source in the refusal', () => {
    expect(termFaults({ termDays: 61 }, hospital, small, limits)[0]?.params).toEqual({ days: '60', source: 'art. 9(1)' });
  });

  test('has no limit on a day before the law', () => {
    expect(termFaults({ termDays: 180 }, large, small, {})).toEqual([]);
  });
});

test.each([
  ['art. 3: the supplier declares', undefined, 'SMALL', ['SME_DECLARATION_REQUIRED']],
  ['a small firm declares itself small', true, 'SMALL', []],
  ['a small firm may choose not to', false, 'SMALL', []],
  ['a large firm is none', true, 'LARGE', ['SME_DECLARATION_WRONG']],
])('The declaration of an SME, Order 802: %s', (_title, declared, sizeClass, expected) => {
  expect(codes(declarationFaults(declared, { sizeClass, ownership: 'PRIVATE' }))).toEqual(expected);
});

test.each([
  ['art. 9(2)', { termReason: 'season', buyerClass: 'LARGE' }, ['LONGER_THAN_LAW']],
  ['art. 12', { buyerClass: 'LARGE', buyerOwnership: 'STATE_OWNED' }, ['BUYER_STATE_OWNED_LARGE']],
  ['art. 17', { lateRate: '0.026', lprAtSigning: '0.0300' }, ['RATE_BELOW_LPR']],
  ['art. 17, agreed at the LPR', { lateRate: '0.030000', lprAtSigning: '0.03' }, []],
])('A signed agreement is flagged by Order 802 %s', (_article, rest, expected) => {
  expect(agreementFlags({ termReason: null, buyerClass: null, buyerOwnership: null, lateRate: null, lprAtSigning: null, ...rest })).toEqual(
    expected,
  );
});

test('The life cycle of an organisation in full', () => {
  const matrix = (['CLAIMED', 'VERIFIED'] as const).map((status) => [
    status,
    organisationLifecycle.allowed({ status }, 'OPERATOR').map((a) => a.allowed),
    organisationLifecycle.allowed({ status }, 'OTHER'),
  ]);
  expect(matrix).toEqual([
    ['CLAIMED', [true], []],
    ['VERIFIED', [false], []],
  ]);
});

test('The life cycle of a trade agreement in full', async () => {
  const lines = (['PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'ENDED'] as const).flatMap((status) =>
    (['PROPOSER', 'OTHER'] as const).flatMap((side) =>
      (['CONFIRM', 'REFUSE', 'WITHDRAW', 'END'] as const).map((action) => {
        const verdict = agreementLifecycle.decide({ status }, action, side);
        return `${status} ${action} by ${side}: ${verdict.ok ? verdict.value : verdict.refusals[0]?.code}`;
      }),
    ),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('matrices/trade-agreement.txt');
  expect(sideOf('a', 'a')).toBe('PROPOSER');
  expect(sideOf('a', 'b')).toBe('OTHER');
});
