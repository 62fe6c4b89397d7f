import type { Catalogue } from '../../kernel/refusal.js';

/** Why goods do not go back. */
export const returnRefusals = {
  CLAIM_NOT_ACCEPTED: {
    en: 'The claim is {status}. Accepted goods go back only by a claim that the supplier has accepted.',
    zh: '该索赔状态为 {status}。已验收的货物须经供应商同意索赔后方可退回。',
  },
  CONSEQUENCE_NOT_CLAIMED: {
    en: 'The claim asks for {remedy}. Goods go back for replacement where REPLACE was claimed, and for credit where RETURN was.',
    zh: '该索赔要求为 {remedy}。要求换货（REPLACE）的以换货退回，要求退货（RETURN）的以退款退回。',
  },
  RETURN_OVER_LEFT: {
    en: 'Of line {lineId} {left} {unit} may still go back on this ground, {asked} are named.',
    zh: '行 {lineId} 依此理由尚可退回 {left} {unit}，填写了 {asked}。',
  },
  RETURN_LINE_REPEATED: { en: 'This refusal or claim stands here more than once.', zh: '同一拒收或索赔重复出现。' },
  RETURN_GROUND_REQUIRED: {
    en: 'Name either the refusal (acceptanceLineId) or the claim (claimId) by which the goods go back.',
    zh: '请填写退货依据：拒收行（acceptanceLineId）或索赔（claimId）二者之一。',
  },
  RETURN_TO_ONE_SUPPLIER: { en: 'All goods of one return go back to one supplier.', zh: '同一退货单的货物须退回同一供应商。' },
  RETURNED_ON_WRONG_DAY: { en: 'The goods go back between {from} and {to}.', zh: '退货日期须在 {from} 与 {to} 之间。' },
  ARRIVED_ON_WRONG_DAY: { en: 'The goods arrived between {from} and {to}.', zh: '到货日期须在 {from} 与 {to} 之间。' },
} as const satisfies Catalogue;
