import { type Decimal, decimal, plain, sum, zero } from '../../kernel/decimal.js';
import { posting } from '../../kernel/money.js';
import { ok, type Refusal, refused, type Verdict } from '../../kernel/refusal.js';

/** A line of the original, and what of it was taken back already. Plain decimals; quantities in the line's own unit. */
export interface Creditable {
  readonly id: string;
  readonly lineId: string;
  readonly unit: string;
  readonly quantity: string;
  readonly creditedQuantity: string;
  readonly share: string;
  readonly credited: string;
  readonly taxRate: string;
}

export interface CreditAsked {
  readonly lineId: string;
  readonly quantity?: string | undefined;
  readonly gross?: string | undefined;
  readonly note?: string | undefined;
}

/** What one line takes back. */
export interface Taken {
  readonly line: Creditable;
  readonly quantity?: Decimal;
  readonly gross: Decimal;
  readonly tax: Decimal;
  readonly note?: string | undefined;
}

export type CreditCode =
  | 'CREDIT_LINE_UNKNOWN'
  | 'CREDIT_NOTHING'
  | 'CREDIT_OVER_LINE'
  | 'CREDIT_OVER_QUANTITY'
  | 'CREDIT_OVER_INVOICE'
  | 'CREDIT_SUM_WRONG';
type Found = Refusal<CreditCode>;

const leftOf = (line: Creditable): { readonly money: Decimal; readonly quantity: Decimal } => ({
  money: decimal(line.share).minus(line.credited),
  quantity: decimal(line.quantity).abs().minus(line.creditedQuantity),
});

/** Units at what the line carries of the total for each; the last of them take what is left, so that no cent stays behind. */
const worthOf = (line: Creditable, quantity: Decimal, currency: string): Decimal => {
  const left = leftOf(line);
  if (quantity.eq(left.quantity)) return left.money;
  const worth = posting(currency)(decimal(line.share).times(quantity).div(decimal(line.quantity).abs()));
  return worth.lt(left.money) ? worth : left.money;
};

const taxOf = (gross: Decimal, rate: string, currency: string): Decimal =>
  posting(currency)(gross.times(rate).div(decimal(100).plus(rate)));

const takenOf = (line: Creditable, asked: CreditAsked, currency: string): Taken => {
  const quantity = asked.quantity === undefined ? undefined : decimal(asked.quantity);
  const gross = asked.gross === undefined ? worthOf(line, quantity ?? zero, currency) : posting(currency)(decimal(asked.gross));
  return { line, ...(quantity ? { quantity } : {}), gross, tax: taxOf(gross, line.taxRate, currency), note: asked.note };
};

const lineFaults = ({ line, quantity = zero, gross }: Taken, currency: string, field: readonly string[]): readonly Found[] => {
  const left = leftOf(line);
  const { lineId, unit } = line;
  return [
    ...(quantity.gt(left.quantity)
      ? [
          {
            code: 'CREDIT_OVER_QUANTITY' as const,
            field: [...field, 'quantity'],
            params: { lineId, unit, left: plain(left.quantity), given: plain(quantity) },
          },
        ]
      : []),
    ...(gross.gt(left.money)
      ? [
          {
            code: 'CREDIT_OVER_LINE' as const,
            field: [...field, 'gross'],
            params: { lineId, currency, left: plain(left.money), given: plain(gross) },
          },
        ]
      : []),
    ...(gross.gt(zero) ? [] : [{ code: 'CREDIT_NOTHING' as const, field }]),
  ];
};

const whole = (lines: readonly Creditable[]): readonly CreditAsked[] =>
  lines.flatMap((line) => {
    const left = leftOf(line);
    return left.money.gt(zero)
      ? [{ lineId: line.lineId, gross: plain(left.money), ...(left.quantity.gt(zero) ? { quantity: plain(left.quantity) } : {}) }]
      : [];
  });

export interface CreditTotals {
  readonly netTotal?: string | undefined;
  readonly taxTotal?: string | undefined;
  readonly total?: string | undefined;
}

const sumFaults = (taken: readonly Taken[], stated: CreditTotals): readonly Found[] => {
  const total = sum(taken.map((one) => one.gross));
  const tax = sum(taken.map((one) => one.tax));
  const pairs = [
    ['netTotal', total.minus(tax)],
    ['taxTotal', tax],
    ['total', total],
  ] as const;
  return pairs.flatMap(([name, expected]): readonly Found[] => {
    const given = stated[name];
    return given === undefined || expected.eq(given)
      ? []
      : [{ code: 'CREDIT_SUM_WRONG', field: ['totals', name], params: { expected: plain(expected), given } }];
  });
};

/**
 * What a credit takes back, line by line: never more than is left of a line, in money or in units.
 * @param asked lines by number; all that is left where `all` is set
 */
export const creditOf = (
  lines: readonly Creditable[],
  asked: readonly CreditAsked[],
  all: boolean,
  currency: string,
  stated: CreditTotals,
): Verdict<readonly Taken[], CreditCode> => {
  const wanted = all ? whole(lines) : asked;
  if (wanted.length === 0) return refused({ code: 'CREDIT_NOTHING', field: ['lines'] });
  const faults: Found[] = [];
  const taken = wanted.flatMap((one, i) => {
    const field = ['lines', String(i)];
    const line = lines.find(({ lineId }) => lineId === one.lineId);
    if (line === undefined || wanted.findIndex(({ lineId }) => lineId === one.lineId) !== i) {
      faults.push({ code: 'CREDIT_LINE_UNKNOWN', field: [...field, 'lineId'], params: { lineId: one.lineId } });
      return [];
    }
    const part = takenOf(line, one, currency);
    faults.push(...lineFaults(part, currency, field));
    return [part];
  });
  const left = sum(lines.map((line) => leftOf(line).money));
  const total = sum(taken.map((one) => one.gross));
  if (total.gt(left))
    faults.unshift({ code: 'CREDIT_OVER_INVOICE', field: ['lines'], params: { currency, left: plain(left), given: plain(total) } });
  const found = [...faults, ...(faults.length === 0 ? sumFaults(taken, stated) : [])];
  return found.length > 0 ? refused(...found) : ok(taken);
};
