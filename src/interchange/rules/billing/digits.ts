import { decimal, digitsOf } from '../../../kernel/decimal.js';
import type { AllowanceCharge, Amount, BillLine, KindedDocument, TaxSubtotal, TradeDocument } from '../document/index.js';
import { lineName } from './figures.js';
import { type Broken, broken, type Place, places } from '../place.js';

/** An amount that has two digits after the point at most: its rule, where it stands, how it is had. */
type Digits<Part> = readonly [rule: string, path: string, amount: (part: Part) => Amount | undefined];

const TOTAL = 'cac:LegalMonetaryTotal';

const DOCUMENT: readonly Digits<TradeDocument>[] = [
  ['BR-DEC-09', `${TOTAL}/cbc:LineExtensionAmount`, ({ totals }) => totals?.lines],
  ['BR-DEC-10', `${TOTAL}/cbc:AllowanceTotalAmount`, ({ totals }) => totals?.allowances],
  ['BR-DEC-11', `${TOTAL}/cbc:ChargeTotalAmount`, ({ totals }) => totals?.charges],
  ['BR-DEC-12', `${TOTAL}/cbc:TaxExclusiveAmount`, ({ totals }) => totals?.withoutTax],
  ['BR-DEC-14', `${TOTAL}/cbc:TaxInclusiveAmount`, ({ totals }) => totals?.withTax],
  ['BR-DEC-16', `${TOTAL}/cbc:PrepaidAmount`, ({ totals }) => totals?.prepaid],
  ['BR-DEC-17', `${TOTAL}/cbc:PayableRoundingAmount`, ({ totals }) => totals?.rounding],
  ['BR-DEC-18', `${TOTAL}/cbc:PayableAmount`, ({ totals }) => totals?.payable],
  ['BR-DEC-13', 'cac:TaxTotal/cbc:TaxAmount', ({ taxTotals = [] }) => taxTotals.find((one) => one.subtotals?.length)?.amount],
  ['BR-DEC-15', 'cac:TaxTotal/cbc:TaxAmount', ({ taxTotals = [] }) => taxTotals.find((one) => !one.subtotals?.length)?.amount],
];

const BREAKDOWN: readonly Digits<TaxSubtotal>[] = [
  ['BR-DEC-19', 'cbc:TaxableAmount', ({ taxable }) => taxable],
  ['BR-DEC-20', 'cbc:TaxAmount', ({ amount }) => amount],
];

const LINE: readonly Digits<BillLine>[] = [['BR-DEC-23', 'cbc:LineExtensionAmount', ({ amount }) => amount]];

/** Of an allowance the first two rules, of a charge the others. */
const adjusting = (amount: string, base: string, chargeAmount: string, chargeBase: string): readonly Digits<AllowanceCharge>[] => [
  [amount, 'cbc:Amount', (one) => (one.charge ? undefined : one.amount)],
  [base, 'cbc:BaseAmount', (one) => (one.charge ? undefined : one.base)],
  [chargeAmount, 'cbc:Amount', (one) => (one.charge ? one.amount : undefined)],
  [chargeBase, 'cbc:BaseAmount', (one) => (one.charge ? one.base : undefined)],
];
const ALLOWANCE = adjusting('BR-DEC-01', 'BR-DEC-02', 'BR-DEC-05', 'BR-DEC-06');
const LINE_ALLOWANCE = adjusting('BR-DEC-24', 'BR-DEC-25', 'BR-DEC-27', 'BR-DEC-28');

const tooLong = <Part>(rules: readonly Digits<Part>[], { part, at }: Place<Part>): Broken[] =>
  rules.flatMap(([rule, path, amountOf]) => {
    const amount = amountOf(part);
    return amount && digitsOf(decimal(amount.value)).fraction > 2
      ? [broken('TOO_MANY_DIGITS', [...at, ...path.split('/')], rule, amount.value)]
      : [];
  });

/** Amounts with more digits after the point than EN 16931 takes. */
export const brokenDigits = ({ kind, document }: KindedDocument): Broken[] => {
  const lines = places(document.billLines, lineName(kind));
  return [
    ...tooLong(DOCUMENT, { part: document, at: [] }),
    ...places(document.allowances, 'cac:AllowanceCharge').flatMap((one) => tooLong(ALLOWANCE, one)),
    ...lines.flatMap((line) => tooLong(LINE, line)),
    ...lines.flatMap(({ part, at }) => places(part.allowances, 'cac:AllowanceCharge', at).flatMap((one) => tooLong(LINE_ALLOWANCE, one))),
    ...places(document.taxTotals, 'cac:TaxTotal').flatMap(({ part, at }) =>
      places(part.subtotals, 'cac:TaxSubtotal', at).flatMap((one) => tooLong(BREAKDOWN, one)),
    ),
  ];
};
