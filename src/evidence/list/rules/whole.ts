import { decimal, plain, sum } from '../../../kernel/decimal.js';
import { type Evidence, type Named, type Part, type PartKind, partsOf } from './chain.js';
import { type Check, compare, type Compared } from './verdict.js';

const EXPECTED: readonly PartKind[] = ['CONTRACT', 'ORDER', 'DESPATCH', 'RECEIPT', 'ACCEPTANCE', 'INVOICE'];

const there = (evidence: Evidence): readonly Check[] =>
  EXPECTED.map((kind) => {
    const found = partsOf(evidence, kind);
    const compared: Compared[] =
      found.length === 0
        ? [{ part: kind, number: null, value: null }]
        : found.map(({ number, version }) => ({ part: kind, number, value: version === null ? '1' : String(version) }));
    return compare('DOCUMENTS_THERE', kind, compared, () => true);
  });

const shown = ({ name, uscc }: Named): string => (uscc ? `${name} (${uscc})` : name);

/** Every document on the hub is tied to the same two organisations; a contract can be absent. */
const parties = ({ parts, buyer, supplier }: Evidence): Check =>
  compare(
    'PARTIES',
    null,
    parts.map(({ kind, number }) => ({ part: kind, number, value: `${shown(buyer)} / ${shown(supplier)}` })),
  );

const currency = (evidence: Evidence, invoice: Part<'INVOICE'>): Check =>
  compare('CURRENCY', null, [
    ...partsOf(evidence, 'CONTRACT').map(({ number, facts }) => ({ part: 'CONTRACT' as const, number, value: facts.currency })),
    ...partsOf(evidence, 'ORDER').map(({ number, facts }) => ({ part: 'ORDER' as const, number, value: facts.header.currency })),
    { part: 'INVOICE', number: invoice.number, value: invoice.facts.currency },
  ]);

const totals = ({ number, facts }: Part<'INVOICE'>): readonly Check[] => {
  const lines = facts.lines ?? [];
  const own = (value: string): Compared => ({ part: 'INVOICE', number, value });
  const added = (values: readonly string[]): string => plain(sum(values.map(decimal)));
  const counted = lines.map(({ amount, gross }) => (facts.priceBasis === 'NET' ? amount : gross));
  return [
    compare('TOTAL', 'LINES', [own(added(counted)), own(plain(decimal(facts.linesTotal)))]),
    compare('TOTAL', 'TAX', [own(added([facts.netTotal, facts.taxTotal])), own(plain(decimal(facts.total)))]),
  ];
};

interface Dated {
  readonly part: PartKind;
  readonly number: string | null;
  readonly day: string | null | undefined;
}

/** The first may not be after the second. */
const inOrder = (subject: string | null, first: Dated, second: Dated): Check =>
  compare(
    'DATES',
    subject,
    [first, second].map(({ part, number, day }) => ({ part, number, value: day ?? null })),
    ([a = '', b = '']) => a <= b,
  );

const dated = (part: PartKind, number: string | null, day: string | null | undefined): Dated => ({ part, number, day });

/** The days in the order in which trade goes: contract, order, despatch, receipt, acceptance; and no invoice before its order. */
const dates = (evidence: Evidence, invoice: Part<'INVOICE'>): readonly Check[] => {
  const [orders, despatches, receipts] = [partsOf(evidence, 'ORDER'), partsOf(evidence, 'DESPATCH'), partsOf(evidence, 'RECEIPT')];
  const orderOf = (lines: readonly { readonly order: string }[] | null | undefined) =>
    orders.filter(({ facts }) => lines?.some(({ order }) => order === facts.number));
  const ordered = ({ number, facts }: Part<'ORDER'>): Dated => dated('ORDER', number, facts.issuedOn);
  return [
    ...partsOf(evidence, 'CONTRACT').flatMap((contract) =>
      orders.map((order) => inOrder(order.number, dated('CONTRACT', contract.number, contract.facts.validFrom), ordered(order))),
    ),
    ...despatches.flatMap(({ number, facts }) =>
      orderOf(facts.lines).map((order) => inOrder(number, ordered(order), dated('DESPATCH', number, facts.despatchedOn ?? facts.issuedOn))),
    ),
    ...receipts.map(({ number, facts }) => {
      const came = despatches.find((one) => one.number === facts.despatch);
      const before = came
        ? dated('DESPATCH', came.number, came.facts.despatchedOn ?? came.facts.issuedOn)
        : dated('ORDER', orderOf(facts.lines)[0]?.number ?? null, orderOf(facts.lines)[0]?.facts.issuedOn);
      return inOrder(number, before, dated('RECEIPT', number, facts.receivedOn));
    }),
    ...partsOf(evidence, 'ACCEPTANCE').map(({ number, facts }) => {
      const receipt = receipts.find((one) => one.number === facts.receipt);
      return inOrder(
        number ?? facts.receipt,
        dated('RECEIPT', facts.receipt, receipt?.facts.receivedOn),
        dated('ACCEPTANCE', number, facts.acceptedOn),
      );
    }),
    ...orders.map((order) => inOrder(invoice.number, ordered(order), dated('INVOICE', invoice.number, invoice.facts.issuedOn))),
  ];
};

/** Which signed or printed papers lie beside the documents, as a court or a bank asks for them. */
const PAPERS = ['CONTRACT', 'DELIVERY_NOTE', 'ACCEPTANCE_RECORD', 'INVOICE'] as const;

const papers = ({ files }: Evidence): readonly Check[] =>
  PAPERS.map((kind) => {
    const found = files.filter((file) => file.kind === kind && !file.superseded);
    const compared: Compared[] =
      found.length === 0
        ? [{ part: 'FILE', number: null, value: null }]
        : found.map(({ name, onNumber }) => ({ part: 'FILE', number: onNumber, value: name }));
    return compare('PAPER', kind, compared, () => true);
  });

/** What is compared once for the invoice as a whole. */
export const wholeChecks = (evidence: Evidence, invoice: Part<'INVOICE'>): readonly Check[] => [
  ...there(evidence),
  parties(evidence),
  currency(evidence, invoice),
  ...totals(invoice),
  ...dates(evidence, invoice),
  ...papers(evidence),
];
