import { type CalendarDate, compareDates } from '../../../kernel/date.js';
import { isCurrency } from '../../../kernel/money.js';
import type { TradeDocument } from '../document/index.js';
import type { Findings } from './findings.js';
import { allowanceSums, day, joined, known, number, periodOf, tidy } from './lines.js';
import type { HeaderTerms } from './message.js';

const written = (date: string | undefined, before: string): boolean =>
  date !== undefined && before !== '' && compareDates(date as CalendarDate, before as CalendarDate) < 0;

/** A period that was over before the document was written cannot be asked for: it is kept with the document and does not bind. */
const deliveryTerms = (
  { deliveries = [] }: TradeDocument,
  issuedOn: string,
  findings: Findings,
): { readonly deliverFrom?: string; readonly deliverTo?: string } => {
  const { from, to } = periodOf(deliveries[0]?.requested);
  if (written(to, issuedOn)) {
    findings.warn('PERIOD_IN_THE_PAST', ['cac:Delivery', 'cac:RequestedDeliveryPeriod', 'cbc:EndDate'], { day: to ?? '', issuedOn });
    return {};
  }
  return known({ deliverFrom: from, deliverTo: to });
};

const validityTerms = (
  { validity = [] }: TradeDocument,
  issuedOn: string,
  findings: Findings,
): { readonly validFrom?: string; readonly validTo?: string } => {
  const [from, to] = [day(validity[0]?.startDate), day(validity[0]?.endDate)];
  if (written(to, issuedOn)) {
    findings.warn('VALIDITY_IN_THE_PAST', ['cac:ValidityPeriod', 'cbc:EndDate'], { day: to ?? '', issuedOn });
    return {};
  }
  return known({ validFrom: from, validTo: to });
};

const detailsOf = (document: TradeDocument): Readonly<Record<string, string>> | undefined => {
  const [terms] = document.deliveryTerms ?? [];
  const details = known({
    contract: tidy(document.contracts?.[0]?.id?.value),
    quotation: tidy(document.quotation?.id?.value),
    accountingCost: tidy(document.accountingText) ?? tidy(document.accountingCode?.value),
    deliveryTerms: joined([terms?.id?.value ?? '', terms?.location?.id?.value ?? ''].filter((part) => part !== '')),
    paymentTerms: joined(document.paymentTerms),
  });
  return Object.keys(details).length > 0 ? (details as Readonly<Record<string, string>>) : undefined;
};

export const headerTerms = (document: TradeDocument, issuedOn: string, findings: Findings): HeaderTerms =>
  known({
    note: joined(document.notes),
    buyerReference: tidy(document.customerReference),
    ...deliveryTerms(document, issuedOn, findings),
    ...validityTerms(document, issuedOn, findings),
    ...allowanceSums(document.allowances),
    tax: number(document.taxTotals?.[0]?.amount),
    details: detailsOf(document),
  });

const currencies = ({ lines = [], totals = {}, allowances = [], taxTotals = [] }: TradeDocument): ReadonlySet<string> => {
  const amounts = [
    ...lines.flatMap((line) => [line.amount, line.taxAmount, line.price?.amount]),
    ...Object.values(totals),
    ...allowances.map((one) => one.amount),
    ...taxTotals.map((one) => one.amount),
  ];
  return new Set(amounts.flatMap((amount) => amount?.currency ?? []));
};

const billCurrencies = ({ billLines = [], totals = {}, allowances = [], taxTotals = [] }: TradeDocument): ReadonlySet<string> => {
  const amounts = [
    ...billLines.flatMap((line) => [line.amount, line.price?.amount, ...(line.allowances ?? []).map((one) => one.amount)]),
    ...Object.values(totals),
    ...allowances.flatMap((one) => [one.amount, one.base]),
    // The total without a breakdown is the tax in the currency of the accounts.
    ...taxTotals.filter((one) => one.subtotals?.length).flatMap((one) => [one.amount, ...(one.subtotals ?? []).map((part) => part.amount)]),
  ];
  return new Set(amounts.flatMap((amount) => amount?.currency ?? []));
};

/** The one currency of the document: what it says, else what all its amounts say. */
export const currencyOf = (document: TradeDocument, findings: Findings): string => oneOf(document, currencies(document), findings);

/** The same of an invoice or a credit note, whose tax may stand in the currency of the accounts too. */
export const billCurrencyOf = (document: TradeDocument, findings: Findings): string => {
  const currency = oneOf(document, billCurrencies(document), findings, 'BR-05');
  if (currency === '' || isCurrency(currency)) return currency;
  findings.refuse('CURRENCY_UNKNOWN', ['cbc:DocumentCurrencyCode'], { currency, rule: 'BR-CL-04' });
  return '';
};

const oneOf = (document: TradeDocument, found: ReadonlySet<string>, findings: Findings, rule?: string): string => {
  const field = ['cbc:DocumentCurrencyCode'];
  const said = tidy(document.currency?.value);
  const used = [...found];
  const others = used.filter((currency) => currency !== (said ?? used[0]));
  if (others.length > 0) findings.refuse('CURRENCY_DIFFERS', field, { currency: said ?? used[0] ?? '', others: others.join(', ') });
  if (said === undefined && used[0] !== undefined)
    findings.warn('CURRENCY_ASSUMED', field, { currency: used[0], ...(rule === undefined ? {} : { rule }) });
  return findings.need(said ?? used[0], field, rule);
};
