import type { Catalogue } from '../../kernel/refusal.js';

/** Why a claim for a defect was not taken, or not moved on. */
export const warrantyRefusals = {
  CLAIM_TOO_LATE: {
    en: 'The goods came on {receivedOn}; a defect could be claimed until {until} (agreed guarantee, else two years: Civil Code art. 621).',
    zh: '货物于 {receivedOn} 收到，质量索赔须不迟于 {until} 提出（约定质保期，未约定的为两年，民法典第六百二十一条）。',
  },
  CLAIM_OVER_ACCEPTED: {
    en: 'Of line {lineId} {free} {unit} are accepted, still with you and not claimed yet; {asked} are claimed. Goods that are not accepted are refused instead.',
    zh: '行 {lineId} 已验收、未退回且未索赔的数量为 {free} {unit}，本次索赔 {asked}。未验收的货物请办理拒收。',
  },
  FOUND_ON_WRONG_DAY: {
    en: 'The defect was found between {from} and {to}, or not at all.',
    zh: '发现缺陷的日期须在 {from} 与 {to} 之间。',
  },
  PRICE_CUT_ONLY_AS_REMEDY: { en: 'An amount is claimed only with the remedy PRICE_CUT.', zh: '仅在要求减价（PRICE_CUT）时填写金额。' },
  GOODS_NOT_RETURNED: {
    en: '{left} are to go back before they are replaced or paid back. Wait for the return.',
    zh: '尚有 {left} 未退回，退回后方可换货或退款，请等待退货。',
  },
} as const satisfies Catalogue;
