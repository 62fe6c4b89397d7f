import { decimal, digitsOf, plain } from '../../kernel/decimal.js';
import { minorDigits, posting } from '../../kernel/money.js';
import { ok, type Refusal, refused, type Verdict } from '../../kernel/refusal.js';
import type { Adjustment, LineSumsInput, Rounding, Sums, SumsInput, TaxCategory } from '../sums/rules-content.js';
import { commonTax, sumsBy } from '../sums/rules.js';

export type SumCode =
  | 'SUM_WRONG'
  | 'TOTAL_BELOW_ZERO'
  | 'TAX_RATE_WRONG'
  | 'TAX_RATE_NOT_AGREED'
  | 'TAX_OF_ADJUSTMENT_REQUIRED'
  | 'PREPAID_OVER_TOTAL'
  | 'INVOICE_LINE_REPEATED';
type Found = Refusal<SumCode>;

const ABOVE_ZERO: readonly TaxCategory[] = ['S'];
const ANY_RATE: readonly TaxCategory[] = ['L', 'M'];

/** Whether a category can have a rate: EN 16931 BR-S-5 and its kin. */
const fits = (category: TaxCategory, rate: string): boolean =>
  ANY_RATE.includes(category) || ABOVE_ZERO.includes(category) === decimal(rate).gt(0);

const taxFaults = (category: TaxCategory, rate: string, agreed: readonly string[], field: readonly string[]): readonly Found[] => {
  if (!fits(category, rate)) return [{ code: 'TAX_RATE_WRONG', field, params: { category, rate } }];
  return agreed.length === 0 || agreed.some((one) => decimal(one).eq(rate))
    ? []
    : [{ code: 'TAX_RATE_NOT_AGREED', field, params: { rate, allowed: agreed.map((one) => plain(decimal(one))).join(', ') } }];
};

const adjustmentFaults = (input: SumsInput, agreed: readonly string[]): readonly Found[] => {
  const shared = commonTax(input.lines);
  return input.adjustments.flatMap(({ taxCategory, taxRate, amount }: Adjustment, i): readonly Found[] => {
    const field = ['adjustments', String(i)];
    const posted = posting(input.currency)(decimal(amount));
    const digits =
      digitsOf(decimal(amount)).fraction <= minorDigits(input.currency)
        ? []
        : [wrong([...field, 'amount'], 'PER_DOCUMENT', plain(posted), amount)];
    if (taxCategory === undefined || taxRate === undefined)
      return shared === undefined ? [{ code: 'TAX_OF_ADJUSTMENT_REQUIRED', field }, ...digits] : digits;
    return [...taxFaults(taxCategory, taxRate, agreed, [...field, 'taxRate']), ...digits];
  });
};

const repeated = (lines: readonly LineSumsInput[]): readonly Found[] => {
  const seen = new Set<string>();
  return lines.flatMap(({ lineId }, i): readonly Found[] => {
    if (seen.has(lineId)) return [{ code: 'INVOICE_LINE_REPEATED', field: ['lines', String(i), 'lineId'], params: { lineId } }];
    seen.add(lineId);
    return [];
  });
};

const wrong = (field: readonly string[], rounding: Rounding, expected: string, given: string): Found => ({
  code: 'SUM_WRONG',
  field,
  params: { rounding, expected, given },
});

type Pair = readonly [field: readonly string[], expected: string, given: string | undefined];

const linePairs = (input: SumsInput, sums: Sums): readonly Pair[] =>
  input.lines.flatMap(({ stated }, i): readonly Pair[] => {
    const at = ['lines', String(i)];
    const line = sums.lines[i];
    if (line === undefined) return [];
    return [
      // As written: with the tax where prices hold it.
      [[...at, 'amount'], input.priceBasis === 'NET' ? line.amount : line.gross, stated.amount],
      [[...at, 'taxAmount'], line.taxAmount, stated.taxAmount],
      [[...at, 'gross'], line.gross, stated.gross],
    ];
  });

const breakdownPairs = (input: SumsInput, sums: Sums): readonly Pair[] => {
  const said = input.stated.breakdown;
  if (said === undefined) return [];
  const found = (category: TaxCategory, rate: string) =>
    sums.breakdown.find((one) => one.category === category && decimal(one.rate).eq(rate));
  const missing = sums.breakdown
    .filter((one) => !said.some((row) => row.category === one.category && decimal(row.rate).eq(one.rate)))
    .map((one): Pair => [['taxBreakdown'], `${one.category} ${one.rate}: ${one.taxable} / ${one.tax}`, '-']);
  return [
    ...said.flatMap(({ category, rate, taxable, tax }, i): readonly Pair[] => {
      const at = ['taxBreakdown', String(i)];
      const one = found(category, rate);
      return [
        [[...at, 'taxable'], one?.taxable ?? '0', taxable],
        [[...at, 'tax'], one?.tax ?? '0', tax],
      ];
    }),
    ...missing,
  ];
};

const same = (a: string, b: string): boolean => a === b || (/^-?[0-9.]+$/.test(a) && /^-?[0-9.]+$/.test(b) && decimal(a).eq(b));

/** Every sum that the supplier stated and that is another by this way of rounding. */
const wrongSums = (input: SumsInput, sums: Sums): readonly Found[] => {
  const { stated } = input;
  const pairs: readonly Pair[] = [
    ...linePairs(input, sums),
    [['totals', 'linesTotal'], sums.linesTotal, stated.linesTotal],
    [['totals', 'allowance'], sums.allowance, stated.allowance],
    [['totals', 'charge'], sums.charge, stated.charge],
    ...breakdownPairs(input, sums),
    [['totals', 'netTotal'], sums.netTotal, stated.netTotal],
    [['totals', 'taxTotal'], sums.taxTotal, stated.taxTotal],
    [['totals', 'total'], sums.total, stated.total],
    [['totals', 'due'], sums.due, stated.due],
  ];
  return pairs.flatMap(([field, expected, given]) =>
    given === undefined || same(expected, given) ? [] : [wrong(field, sums.rounding, expected, given)],
  );
};

/** What the agreement says about the sums of invoices under it. */
export interface SumTerms {
  /** The one way of rounding that counts; any of the two where none is agreed. */
  readonly rounding?: Rounding;
  /** Tax rates in percent that may be used; empty says any. */
  readonly taxRates: readonly string[];
}

/**
 * The sums of an invoice, right by one of the two ways of rounding: by the agreed one where there is one. Where both fail, the wrong
 * sums are those of the way that comes nearer.
 */
export const checkSums = (input: SumsInput, terms: SumTerms): Verdict<Sums, SumCode> => {
  const faults = [
    ...repeated(input.lines),
    ...input.lines.flatMap((line, i) => taxFaults(line.taxCategory, line.taxRate, terms.taxRates, ['lines', String(i), 'taxRate'])),
    ...adjustmentFaults(input, terms.taxRates),
  ];
  if (faults.length > 0) return refused(...faults);
  const ways: readonly Rounding[] = terms.rounding === undefined ? ['PER_LINE', 'PER_DOCUMENT'] : [terms.rounding];
  const tried = ways.map((way) => {
    const sums = sumsBy(input, way);
    return { sums, wrong: wrongSums(input, sums) };
  });
  const [best] = [...tried].sort((a, b) => a.wrong.length - b.wrong.length);
  if (best === undefined || best.wrong.length > 0) return refused(...(best?.wrong ?? []));
  const { sums } = best;
  if (decimal(sums.total).lt(0)) return refused({ code: 'TOTAL_BELOW_ZERO', field: ['lines'], params: { total: sums.total } });
  if (decimal(input.prepaid ?? '0').gt(sums.total))
    return refused({
      code: 'PREPAID_OVER_TOTAL',
      field: ['totals', 'prepaid'],
      params: { prepaid: input.prepaid ?? '0', total: sums.total },
    });
  return ok(sums);
};
