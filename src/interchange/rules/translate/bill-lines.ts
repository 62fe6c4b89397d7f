import { type Decimal, decimal, plain, roundHalfUp, sum, zero } from '../../../kernel/decimal.js';
import { posting } from '../../../kernel/money.js';
import { isCategory } from '../billing/categories.js';
import { lineName } from '../billing/figures.js';
import type { AllowanceCharge, Amount, BillLine, KindedDocument, TaxCategory, TaxSubtotal, TradeDocument } from '../document/index.js';
import { entry } from '../figures.js';
import type { AdjustmentTerms, BillLineTerms, PriceBasis } from './bill-message.js';
import type { Findings } from './findings.js';
import { wordsOf } from './goods.js';
import { joined, known, number, priceBasis, tidy } from './lines.js';

export interface TaxTerms {
  readonly taxCategory: string;
  readonly taxRate: string;
}

const UNTAXED: TaxTerms = { taxCategory: 'O', taxRate: '0' };
const codeOf = (category: TaxCategory | undefined): string => category?.id?.value.trim() ?? '';

/** The rate that a breakdown says, or the one that its figures come to. */
const rateOf = ({ category, taxable, amount }: TaxSubtotal): Decimal | undefined => {
  if (category?.percent !== undefined) return decimal(category.percent);
  const base = taxable && decimal(taxable.value);
  return base && amount && !base.isZero() ? roundHalfUp(4)(decimal(amount.value).times(100).div(base)) : undefined;
};

/** A category of EN 16931 stands as it is; any other is standard where there is a rate above zero, else outside the tax. */
const termsOf = (code: string, rate: Decimal | undefined): TaxTerms => {
  if (isCategory(code)) return { taxCategory: code, taxRate: plain(rate ?? zero) };
  return rate?.gt(zero) ? { taxCategory: 'S', taxRate: plain(rate) } : UNTAXED;
};

/** What a line's tax is: as its item says, else its own breakdown, else the only one of the document. */
const lineTax = ({ item, taxTotals = [] }: BillLine, document: TradeDocument, at: readonly string[], findings: Findings): TaxTerms => {
  const own = item?.taxCategories?.[0];
  const all = (document.taxTotals ?? []).flatMap((one) => one.subtotals ?? []);
  const breakdown = taxTotals[0]?.subtotals?.[0] ?? (all.length === 1 ? all[0] : undefined);
  const written = own ?? breakdown?.category;
  const terms = termsOf(codeOf(written), own?.percent === undefined ? breakdown && rateOf(breakdown) : decimal(own.percent));
  if (!isCategory(codeOf(written)))
    findings.warn('TAX_READ_AS', [...at, 'cac:Item', 'cac:ClassifiedTaxCategory', 'cbc:ID'], {
      written: codeOf(written) || '-',
      read: `${terms.taxCategory} ${terms.taxRate} %`,
      rule: codeOf(written) === '' ? 'BR-CO-04' : 'BR-CL-18',
    });
  return terms;
};

const reasonOf = ({ reasons, reasonCode }: AllowanceCharge) => ({ reason: joined(reasons), reasonCode: tidy(reasonCode?.value) });

/** With the tax where every line says its price so (UBL 2.3), else without it. */
export const basisOf = ({ billLines = [] }: TradeDocument): PriceBasis =>
  billLines.length > 0 && billLines.every((line) => line.price?.gross) ? 'TAX_INCLUSIVE' : 'NET';

/** An allowance below zero is a charge, and the other way round. Where prices hold the tax, one without it is what rounding left over. */
const adjustmentOf = (one: AllowanceCharge, basis: PriceBasis): AdjustmentTerms | undefined => {
  const amount = decimal((basis === 'NET' ? one.amount : one.gross)?.value ?? '0');
  if (amount.isZero()) return undefined;
  const charge = (one.charge ?? false) === amount.gt(zero);
  return known({ kind: charge ? ('CHARGE' as const) : ('ALLOWANCE' as const), amount: plain(amount.abs()), ...reasonOf(one) });
};

/** Allowances and charges of the whole document. One without a category of its own bears no tax: none is stated. */
export const documentAdjustments = (document: TradeDocument, basis: PriceBasis, findings: Findings): readonly AdjustmentTerms[] =>
  (document.allowances ?? []).flatMap((one, i) => {
    const terms = adjustmentOf(one, basis);
    const category = one.taxCategories?.[0];
    if (!terms) return [];
    const tax = termsOf(codeOf(category), category?.percent === undefined ? undefined : decimal(category.percent));
    if (!isCategory(codeOf(category)))
      findings.warn('TAX_READ_AS', [entry('cac:AllowanceCharge', i), 'cac:TaxCategory', 'cbc:ID'], {
        written: codeOf(category) || '-',
        read: `${tax.taxCategory} ${tax.taxRate} %`,
        rule: one.charge ? 'BR-37' : 'BR-32',
      });
    return [{ ...terms, ...tax }];
  });

export const signed = ({ kind, amount }: AdjustmentTerms): Decimal => (kind === 'CHARGE' ? decimal(amount) : decimal(amount).neg());

type Figures = Pick<BillLineTerms, 'quantity' | 'price' | 'priceBasis'>;

/** Quantity at price with what is added and taken off, posted; zero where a figure is missing. */
export const lineNet = (
  { quantity, price, priceBasis: basis = '1' }: Figures,
  adjustments: readonly AdjustmentTerms[],
  currency: string,
): Decimal =>
  quantity === '' || price === '' || !decimal(basis).gt(zero)
    ? zero
    : posting(currency)(
        decimal(quantity)
          .times(price)
          .div(basis)
          .plus(sum(adjustments.map(signed))),
      );

/** What makes the line come to the amount that is stated: a line claims what it says, and where that differs it is told. */
const toStated = (stated: Amount | undefined, figures: Figures, own: readonly AdjustmentTerms[], currency: string): AdjustmentTerms[] => {
  if (!stated) return [];
  const missing = posting(currency)(decimal(stated.value)).minus(lineNet(figures, own, currency));
  if (missing.isZero()) return [];
  return [
    {
      kind: missing.gt(zero) ? 'CHARGE' : 'ALLOWANCE',
      amount: plain(missing.abs()),
      reason: 'Difference to the stated amount of the line',
    },
  ];
};

/** The order's line that a line claims; several cannot be told apart and are left to the buyer. */
const references = ({ orderLines = [] }: BillLine, document: TradeDocument) => {
  const reference = orderLines.length === 1 ? orderLines[0] : undefined;
  return { order: tidy(reference?.order?.id?.value) ?? orderOf(document), orderLineId: tidy(reference?.line?.value) };
};

/** The order that the document is about; Peppol writes NA where only the supplier's own number is known. */
export const orderOf = ({ orders = [] }: TradeDocument): string | undefined => {
  const id = tidy(orders[0]?.id?.value);
  return id === 'NA' ? undefined : id;
};

const nameOf = ({ item }: BillLine): string | undefined => tidy(item?.name) ?? tidy(item?.wordings?.[0]?.value);

export const billLine = (
  kinded: KindedDocument,
  line: BillLine,
  index: number,
  { currency, basis }: { readonly currency: string; readonly basis: PriceBasis },
  findings: Findings,
): BillLineTerms => {
  const { kind, document } = kinded;
  const at = [entry(lineName(kind), index)];
  const counted = kind === 'CREDIT_NOTE' ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity';
  findings.need(line.quantity?.value, [...at, counted], 'BR-22');
  findings.need(line.price?.amount?.value, [...at, 'cac:Price', 'cbc:PriceAmount'], 'BR-26');
  const price = number(basis === 'NET' ? line.price?.amount : line.price?.gross) ?? '';
  if (price !== '' && decimal(price).lt(zero)) findings.refuse('PRICE_NEGATIVE', [...at, 'cac:Price', 'cbc:PriceAmount'], { price });
  const figures = known({ quantity: number(line.quantity) ?? '', price, priceBasis: priceBasis(line, at, findings) });
  const own = (line.allowances ?? []).flatMap((one) => adjustmentOf(one, basis) ?? []);
  const accounting = tidy(line.accountingText) ?? tidy(line.accountingCode?.value);
  return known({
    lineId: findings.need(line.id?.value, [...at, 'cbc:ID'], 'BR-21'),
    ...references(line, document),
    itemName: findings.need(nameOf(line), [...at, 'cac:Item', 'cbc:Name'], 'BR-25'),
    description: wordsOf(line.item?.wordings),
    buyerItemId: tidy(line.item?.buyerId?.value),
    sellerItemId: tidy(line.item?.sellerId?.value),
    standardItemId: tidy(line.item?.standardId?.value),
    ...figures,
    unit: findings.need(line.quantity?.unit, [...at, counted, '@unitCode'], 'BR-23'),
    adjustments: [...own, ...toStated(basis === 'NET' ? line.amount : line.gross, figures, own, currency)],
    ...lineTax(line, document, at, findings),
    note: wordsOf(line.remarks),
    details: accounting === undefined ? undefined : { accountingCost: accounting },
  });
};
