import type { Catalogue } from '../../kernel/refusal.js';
import type { ContradictionCode } from '../rules/figures.js';

const differs = (en: string, zh: string) => ({
  en: `${en} is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected.`,
  zh: `单据中${zh}为 {found}，但按其他数据应为 {expected}（{rule}）。以其自身数据计算的结果为准，请更正单据。`,
});

/** Figures that contradict each other: what the document says, and what follows. */
export const contradicting: Catalogue<ContradictionCode> = {
  LINE_AMOUNT_DIFFERS: differs('The amount of the line', '行金额'),
  NET_PRICE_DIFFERS: differs('The net price', '净价'),
  ALLOWANCE_DIFFERS: differs('The allowance or charge', '折让或费用'),
  LINES_TOTAL_DIFFERS: differs('The sum of the lines', '行金额合计'),
  ALLOWANCES_TOTAL_DIFFERS: differs('The sum of allowances', '折让合计'),
  CHARGES_TOTAL_DIFFERS: differs('The sum of charges', '费用合计'),
  TOTAL_WITHOUT_TAX_DIFFERS: differs('The total without tax', '不含税总额'),
  TOTAL_WITH_TAX_DIFFERS: differs('The total with tax', '含税总额'),
  PAYABLE_DIFFERS: differs('The amount to pay', '应付金额'),
  TAX_DIFFERS: differs('The tax', '税额'),
  CATEGORY_TAX_DIFFERS: differs('The tax of the category', '该税收类别税额'),
  TAXABLE_DIFFERS: differs('The taxable amount', '计税金额'),
};
