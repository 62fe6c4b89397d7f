import { decimal, plain, sum } from '../../../kernel/decimal.js';
import { posting } from '../../../kernel/money.js';
import { fingerprint } from '../../../kernel/text.js';
import { convertPrice } from '../../../kernel/units.js';
import { type Evidence, type Invoice, type InvoiceLine, type Order, type OrderLine, partsOf } from './chain.js';
import { type Check, compare, type Compared } from './verdict.js';

interface Pair {
  readonly invoice: Invoice;
  readonly line: InvoiceLine;
  readonly order: Order | undefined;
  readonly ordered: OrderLine | undefined;
}

const pairsOf = (evidence: Evidence, invoice: Invoice): readonly Pair[] => {
  const orders = partsOf(evidence, 'ORDER').map(({ facts }) => facts);
  return (invoice.lines ?? []).map((line) => {
    const order = orders.find(({ number }) => line.order && fingerprint(number) === fingerprint(line.order));
    return { invoice, line, order, ordered: order?.lines?.find((one) => one.line === line.orderLine) };
  });
};

const inOrder = ({ order, line }: Pair, value: string | null | undefined): Compared => ({
  part: 'ORDER',
  number: order?.number ?? line.order ?? null,
  value: value ?? null,
});
const inInvoice = ({ invoice }: Pair, value: string | null | undefined): Compared => ({
  part: 'INVOICE',
  number: invoice.number,
  value: value ?? null,
});

const words = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** The same item: by the buyer's code where both have one, else by name, whatever its blanks, width and case. */
const item = (pair: Pair): Check => {
  const { line, ordered } = pair;
  const coded = line.buyerItemId && ordered?.buyerItemId;
  const shown = (name: string | undefined, code: string | null | undefined): string | undefined => (coded ? (code ?? undefined) : name);
  return compare(
    'ITEM',
    line.line,
    [inOrder(pair, shown(ordered?.itemName, ordered?.buyerItemId)), inInvoice(pair, shown(line.itemName, line.buyerItemId))],
    ([a = '', b = '']) => (coded ? fingerprint(a) === fingerprint(b) : words(a) === words(b)),
  );
};

const measured = (quantity: string, unit: string | undefined): string => `${quantity} ${unit ?? ''}`.trim();
const amountOf = (text: string): string => text.split(' ', 1)[0] ?? '';

const notOver = ([first = '0', ...rest]: readonly string[]): boolean =>
  rest.every((value) => decimal(amountOf(value)).lte(amountOf(first)));
const same = (values: readonly string[]): boolean => values.every((value) => decimal(amountOf(value)).eq(amountOf(values[0] ?? '0')));

const quantities = (evidence: Evidence, pair: Pair): readonly Check[] => {
  const { line, ordered } = pair;
  const claims = evidence.claims.filter((claim) => claim.line === line.line);
  const unit = ordered?.unit ?? line.unit;
  const invoiced = inInvoice(pair, line.orderQuantity ? measured(line.orderQuantity, unit) : null);
  const by = [...new Set(claims.map(({ receipt }) => receipt))].join(', ') || null;
  const total = (values: readonly string[]): string | null =>
    claims.length === 0 ? null : measured(plain(sum(values.map(decimal))), unit);
  const good = claims.map(({ quantity, accepted, returned }) => {
    const kept = decimal(accepted).minus(returned);
    return plain(kept.lt(quantity) ? kept : decimal(quantity));
  });
  return [
    compare('QUANTITY_ORDERED', line.line, [inOrder(pair, ordered && measured(ordered.quantity, unit)), invoiced], notOver),
    compare(
      'QUANTITY_RECEIVED',
      line.line,
      [{ part: 'RECEIPT', number: by, value: total(claims.map(({ quantity }) => quantity)) }, invoiced],
      same,
    ),
    compare('QUANTITY_ACCEPTED', line.line, [{ part: 'ACCEPTANCE', number: by, value: total(good) }, invoiced], same),
  ];
};

/** Price of one unit of the order's line without tax, exactly; a tax-inclusive price is taken from the line's own net amount. */
const unitPrice = ({ invoice, line, ordered }: Pair): string | null => {
  if (!ordered) return null;
  if (invoice.priceBasis === 'TAX_INCLUSIVE')
    return line.orderQuantity ? plain(decimal(line.amount).div(line.orderQuantity).toDecimalPlaces(8)) : null;
  const price = convertPrice(decimal(line.price).div(line.priceQuantity), line.unit, ordered.unit);
  return price === undefined ? null : plain(price.toDecimalPlaces(8));
};

const orderPrice = (ordered: OrderLine | undefined): string | null =>
  ordered?.price === undefined
    ? null
    : plain(
        decimal(ordered.price)
          .div(ordered.priceBasis ?? '1')
          .toDecimalPlaces(8),
      );

/** A line with a tax-inclusive price is posted in whole cents: its unit price is only as exact as they are. */
const priceAgrees =
  ({ invoice, line }: Pair) =>
  ([ordered = '0', given = '0']: readonly string[]): boolean =>
    invoice.priceBasis === 'NET'
      ? decimal(ordered).eq(given)
      : decimal(ordered)
          .minus(given)
          .abs()
          .times(line.orderQuantity ?? '0')
          .lte('0.01');

const money = (evidence: Evidence, pair: Pair): readonly Check[] => {
  const { invoice, line, ordered } = pair;
  const round = posting(invoice.currency);
  const owed =
    ordered?.price === undefined || !line.orderQuantity
      ? null
      : plain(
          round(
            decimal(line.orderQuantity)
              .times(decimal(ordered.price))
              .div(ordered.priceBasis ?? '1'),
          ),
        );
  const [contract] = partsOf(evidence, 'CONTRACT');
  const rate = ordered?.taxRate ?? (contract?.facts.taxRates?.length === 1 ? contract.facts.taxRates[0] : undefined);
  const given: Compared = inInvoice(pair, line.taxRate);
  const rates =
    ordered?.taxRate === undefined && contract && rate !== undefined
      ? [{ part: 'CONTRACT' as const, number: contract.number, value: rate }, given]
      : [inOrder(pair, rate), given];
  return [
    compare('PRICE', line.line, [inOrder(pair, orderPrice(ordered)), inInvoice(pair, unitPrice(pair))], priceAgrees(pair)),
    compare('TAX_RATE', line.line, rates, same),
    compare('LINE_AMOUNT', line.line, [inOrder(pair, owed), inInvoice(pair, line.amount)], ([a = '0', b = '0']) =>
      decimal(a).minus(b).abs().lte('0.01'),
    ),
  ];
};

/** Each line of the invoice against its order, its receipts and what was accepted of them. */
export const lineChecks = (evidence: Evidence, invoice: Invoice): readonly Check[] =>
  pairsOf(evidence, invoice).flatMap((pair) => [item(pair), ...quantities(evidence, pair), ...money(evidence, pair)]);
