import { decimal } from '../../../kernel/decimal.js';
import type { AllowanceCharge, BillLine, KindedDocument, TaxCategory, TaxSubtotal, TradeDocument } from '../document/index.js';
import { categoryRules, isCategory, ruleOfCategory } from './categories.js';
import { brokenDown, lineName } from './figures.js';
import { type Broken, broken, places, said } from '../place.js';

const codeOf = (category: TaxCategory | undefined): string => category?.id?.value.trim() ?? '';

const RATES: Readonly<Record<string, (percent: string | undefined) => boolean>> = {
  ABOVE_ZERO: (percent) => percent !== undefined && decimal(percent).gt(0),
  ZERO: (percent) => percent !== undefined && decimal(percent).isZero(),
  ANY: (percent) => percent !== undefined && !decimal(percent).lt(0),
  NONE: (percent) => percent === undefined,
};

/** The rate of a line (`-05`), an allowance (`-06`) or a charge (`-07`). */
const brokenRate = (category: TaxCategory | undefined, number: string, at: readonly string[]): Broken[] => {
  const rules = categoryRules(codeOf(category));
  if (!rules || RATES[rules.rate]?.(category?.percent)) return [];
  return [broken('VALUE_AGAINST_RULE', [...at, 'cbc:Percent'], ruleOfCategory(codeOf(category), number), category?.percent)];
};

const ofLine = ({ part, at }: { readonly part: BillLine; readonly at: readonly string[] }): Broken[] => {
  const category = part.item?.taxCategories?.[0];
  const field = [...at, 'cac:Item', 'cac:ClassifiedTaxCategory'];
  const code = codeOf(category);
  if (code !== '' && !isCategory(code)) return [broken('VALUE_AGAINST_RULE', [...field, 'cbc:ID'], 'BR-CL-18', code)];
  return brokenRate(category, '05', field);
};

const ofAllowance = ({ part, at }: { readonly part: AllowanceCharge; readonly at: readonly string[] }): Broken[] =>
  brokenRate(part.taxCategories?.[0], part.charge ? '07' : '06', [...at, 'cac:TaxCategory']);

const ofBreakdown = ({ part, at }: { readonly part: TaxSubtotal; readonly at: readonly string[] }): Broken[] => {
  const code = codeOf(part.category);
  const rules = categoryRules(code);
  const field = [...at, 'cac:TaxCategory'];
  if (!rules) return code === '' ? [] : [broken('VALUE_AGAINST_RULE', [...field, 'cbc:ID'], 'BR-CL-17', code)];
  const untaxed = rules.rate === 'ZERO' || rules.rate === 'NONE';
  const tax = untaxed && part.amount && !decimal(part.amount.value).isZero() ? part.amount.value : undefined;
  const reason = part.category?.exemptionReasonCode ?? part.category?.exemptionReasons?.[0];
  const rule = ruleOfCategory(code, '10');
  return [
    ...(tax === undefined ? [] : [broken('VALUE_AGAINST_RULE', [...at, 'cbc:TaxAmount'], ruleOfCategory(code, '09'), tax)]),
    ...(rules.reason === 'REQUIRED' && !said(reason) ? [broken('FACT_EXPECTED', [...field, 'cbc:TaxExemptionReason'], rule)] : []),
    ...(rules.reason === 'FORBIDDEN' && said(reason) ? [broken('FACT_UNEXPECTED', [...field, 'cbc:TaxExemptionReason'], rule)] : []),
  ];
};

const categoriesIn = ({ billLines = [], allowances = [] }: TradeDocument): readonly string[] => [
  ...new Set(
    [...billLines.map((line) => codeOf(line.item?.taxCategories?.[0])), ...allowances.map((one) => codeOf(one.taxCategories?.[0]))].filter(
      isCategory,
    ),
  ),
];

const vatIdOf = (document: TradeDocument): boolean =>
  [...(document.accountingSupplier?.party?.taxRegistrations ?? []), ...(document.taxRepresentative?.taxRegistrations ?? [])].some((one) =>
    said(one.companyId),
  );

/** What the categories that a document uses ask of it as a whole. */
const ofDocument = (document: TradeDocument): Broken[] => {
  const described = new Set((brokenDown(document)?.subtotals ?? []).map((one) => codeOf(one.category)));
  const taxed = vatIdOf(document);
  const registration = ['cac:AccountingSupplierParty', 'cac:Party', 'cac:PartyTaxScheme', 'cbc:CompanyID'];
  return [
    ...categoriesIn(document).flatMap((code) => [
      ...(described.has(code) ? [] : [broken('FACT_EXPECTED', ['cac:TaxTotal', 'cac:TaxSubtotal'], ruleOfCategory(code, '01'), code)]),
      ...(code !== 'O' && !taxed ? [broken('FACT_EXPECTED', registration, ruleOfCategory(code, '02'))] : []),
      ...(code === 'O' && taxed ? [broken('FACT_UNEXPECTED', registration, ruleOfCategory(code, '02'))] : []),
    ]),
    ...(described.has('O') && described.size > 1 ? [broken('FACT_UNEXPECTED', ['cac:TaxTotal', 'cac:TaxSubtotal'], 'BR-O-11')] : []),
  ];
};

/** What EN 16931 asks of the categories and rates of tax. */
export const brokenTaxes = ({ kind, document }: KindedDocument): Broken[] => [
  ...places(document.billLines, lineName(kind)).flatMap(ofLine),
  ...places(document.allowances, 'cac:AllowanceCharge').flatMap(ofAllowance),
  ...places(brokenDown(document)?.subtotals, 'cac:TaxSubtotal', ['cac:TaxTotal']).flatMap(ofBreakdown),
  ...ofDocument(document),
];
