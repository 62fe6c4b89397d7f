import type { KindedDocument } from './document/index.js';

/** Transactions of Peppol BIS 3 whose rules the hub cites. */
type Transaction = 'T01' | 'T76' | 'T110' | 'T114' | 'T115' | 'T116';

const OF_KIND: Readonly<Record<KindedDocument['kind'], Transaction>> = {
  ORDER: 'T01',
  ORDER_CHANGE: 'T114',
  ORDER_RESPONSE: 'T76',
  ORDER_RESPONSE_SIMPLE: 'T76',
  ORDER_CANCELLATION: 'T115',
};

/** The transaction that the document says it is, else the one of its kind. */
export const transactionOf = ({ kind, document }: KindedDocument): Transaction => {
  const says = document.customization?.value ?? '';
  if (says.includes('trns:order_response_advanced:')) return 'T116';
  return says.includes('trns:order_agreement:') ? 'T110' : OF_KIND[kind];
};

type Numbers = Readonly<Partial<Record<Transaction, string>>>;
const orders = (number: string): Numbers => ({ T01: number, T114: number });
const answers = (number: string): Numbers => ({ T76: number, T116: number });

// OpenPeppol, poacc-upgrade-3, rules/sch/parts/PEPPOL-M-*.sch. What has no number there follows from UBL's definitions alone.
const RULES: Readonly<Record<string, Numbers>> = {
  LINE_AMOUNT_DIFFERS: orders('R024'),
  NET_PRICE_DIFFERS: orders('R019'),
  ALLOWANCE_DIFFERS: { ...orders('R022'), T110: 'R017' },
  LINES_TOTAL_DIFFERS: { ...orders('R008'), T110: 'R007' },
  ALLOWANCES_TOTAL_DIFFERS: { ...orders('R009'), T110: 'R009' },
  CHARGES_TOTAL_DIFFERS: { ...orders('R010'), T110: 'R008' },
  TOTAL_WITHOUT_TAX_DIFFERS: { ...orders('R011'), T110: 'R010' },
  TOTAL_WITH_TAX_DIFFERS: { ...orders('R017'), T110: 'R011' },
  PAYABLE_DIFFERS: { ...orders('R016'), T110: 'R012' },
  TAX_DIFFERS: { T110: 'R025' },
  CURRENCY_DIFFERS: { ...orders('R003'), ...answers('R005'), T110: 'R004' },
  LINE_ID_REPEATED: { ...orders('R001'), ...answers('R003') },
  QUANTITY_NOT_POSITIVE: orders('R004'),
  PRICE_NEGATIVE: { ...orders('R005'), T110: 'R001' },
  BASE_NOT_POSITIVE: orders('R025'),
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
  return number ? `PEPPOL-${transaction}-${number}` : 'UBL-2.5';
};
