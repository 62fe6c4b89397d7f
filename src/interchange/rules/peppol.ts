import type { DocumentKind, KindedDocument } from './document/index.js';

/** Transactions of Peppol BIS 3 whose rules the hub cites. Peppol gives billing no number of its own there; T10 is its older one. */
type Transaction = 'T01' | 'T10' | 'T16' | 'T76' | 'T110' | 'T111' | 'T114' | 'T115' | 'T116';

const OF_KIND: Readonly<Record<KindedDocument['kind'], Transaction>> = {
  ORDER: 'T01',
  ORDER_CHANGE: 'T114',
  ORDER_RESPONSE: 'T76',
  ORDER_RESPONSE_SIMPLE: 'T76',
  ORDER_CANCELLATION: 'T115',
  DESPATCH_ADVICE: 'T16',
  RECEIPT_ADVICE: 'T16',
  INVOICE: 'T10',
  CREDIT_NOTE: 'T10',
  APPLICATION_RESPONSE: 'T111',
};

/** Whether EN 16931 speaks of documents of the kind. */
export const isBill = (kind: DocumentKind): boolean => kind === 'INVOICE' || kind === 'CREDIT_NOTE';

/** The transaction that the document says it is, else the one of its kind. */
export const transactionOf = ({ kind, document }: KindedDocument): Transaction => {
  const says = document.customization?.value ?? '';
  if (says.includes('trns:order_response_advanced:')) return 'T116';
  return says.includes('trns:order_agreement:') ? 'T110' : OF_KIND[kind];
};

type Numbers = Readonly<Partial<Record<Transaction, string>>>;
const orders = (number: string): Numbers => ({ T01: number, T114: number });
const answers = (number: string): Numbers => ({ T76: number, T116: number });
// The European standard's own rules, and Peppol's beside them, are written out.
const bills = (rule: string): Numbers => ({ T10: rule });

// OpenPeppol, poacc-upgrade-3, rules/sch/parts/PEPPOL-M-*.sch. What has no number there follows from UBL's definitions alone.
const RULES: Readonly<Record<string, Numbers>> = {
  LINE_AMOUNT_DIFFERS: { ...orders('R024'), ...bills('PEPPOL-EN16931-R120') },
  NET_PRICE_DIFFERS: { ...orders('R019'), ...bills('PEPPOL-EN16931-R046') },
  ALLOWANCE_DIFFERS: { ...orders('R022'), T110: 'R017', ...bills('PEPPOL-EN16931-R040') },
  LINES_TOTAL_DIFFERS: { ...orders('R008'), T110: 'R007', ...bills('BR-CO-10') },
  ALLOWANCES_TOTAL_DIFFERS: { ...orders('R009'), T110: 'R009', ...bills('BR-CO-11') },
  CHARGES_TOTAL_DIFFERS: { ...orders('R010'), T110: 'R008', ...bills('BR-CO-12') },
  TOTAL_WITHOUT_TAX_DIFFERS: { ...orders('R011'), T110: 'R010', ...bills('BR-CO-13') },
  TOTAL_WITH_TAX_DIFFERS: { ...orders('R017'), T110: 'R011', ...bills('BR-CO-15') },
  PAYABLE_DIFFERS: { ...orders('R016'), T110: 'R012', ...bills('BR-CO-16') },
  TAX_DIFFERS: { T110: 'R025', ...bills('BR-CO-14') },
  CATEGORY_TAX_DIFFERS: bills('BR-CO-17'),
  BASE_UNIT_DIFFERS: bills('PEPPOL-EN16931-R130'),
  CURRENCY_DIFFERS: { ...orders('R003'), ...answers('R005'), T110: 'R004', ...bills('PEPPOL-EN16931-R051') },
  LINE_ID_REPEATED: { ...orders('R001'), ...answers('R003') },
  QUANTITY_NOT_POSITIVE: orders('R004'),
  PRICE_NEGATIVE: { ...orders('R005'), T110: 'R001', ...bills('BR-27') },
  BASE_NOT_POSITIVE: { ...orders('R025'), ...bills('PEPPOL-EN16931-R121') },
  ANSWER_WITHOUT_LINES: answers('R007'),
  'LINES_NOT_EXPECTED AP': answers('R008'),
  'LINES_NOT_EXPECTED RE': answers('R009'),
  'LINES_NOT_EXPECTED AB': answers('R010'),
  ANSWER_CONTRADICTS_LINES: answers('R008'),
};

/**
 * The rule behind a finding, such as `PEPPOL-T01-R024`; `UBL-2.5` where only the standard itself says it.
 * @param answer the response code, where there is a rule for each
 */
export const ruleOf = (kinded: KindedDocument, code: string, answer?: string): string => {
  const transaction = transactionOf(kinded);
  const number = (RULES[`${code} ${answer}`] ?? RULES[code])?.[transaction];
  if (number?.includes('-')) return number;
  return number ? `PEPPOL-${transaction}-${number}` : 'UBL-2.5';
};
