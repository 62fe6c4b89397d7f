import type { Catalogue } from '../../kernel/refusal.js';

/** Why goods were not accepted or refused, and why a refused quantity was not settled. */
export const acceptanceRefusals = {
  ACCEPTED_BEFORE_RECEIPT: {
    en: 'The goods came on {receivedOn}; they cannot be accepted before.',
    zh: '货物于 {receivedOn} 收到，验收日期不能早于该日。',
  },
  ACCEPTED_IN_ADVANCE: { en: 'Today is {today}; goods are not accepted in advance.', zh: '今天是 {today}，验收日期不能在将来。' },
  ACCEPTED_ON_RECEIPT: {
    en: 'No period for inspection is agreed, so line {lineId} was accepted with its receipt on {day}. A defect found later is a warranty claim.',
    zh: '双方未约定检验期限，行 {lineId} 已于 {day} 随收货视为验收。其后发现的缺陷请提出质量索赔。',
  },
  ACCEPTED_BY_CLOCK: {
    en: 'The agreed period for inspection of line {lineId} ended on {day}: what was left is accepted (Civil Code art. 621). A defect found later is a warranty claim.',
    zh: '行 {lineId} 的约定检验期限已于 {day} 届满，其余数量视为合格（民法典第六百二十一条）。其后发现的缺陷请提出质量索赔。',
  },
  ACCEPTANCE_OVER_RECEIVED: {
    en: 'Of line {lineId} {left} {unit} are left to decide on, {asked} are named.',
    zh: '行 {lineId} 尚有 {left} {unit} 待验收，填写了 {asked}。',
  },
  ACCEPTANCE_INCOMPLETE: {
    en: 'A final acceptance decides on everything: {left} {unit} of line {lineId} are left. Name them, or record a partial acceptance.',
    zh: '终验须对全部数量作出结论：行 {lineId} 尚余 {left} {unit}。请补充，或改为部分验收。',
  },
  NOTHING_TO_ACCEPT: { en: 'Everything of this receipt is decided on already.', zh: '该收货单的全部数量均已有验收结论。' },
  INSPECTED_LINE_UNKNOWN: { en: 'The receipt has no such line.', zh: '收货单中没有该行。' },
  INSPECTED_LINE_REPEATED: { en: 'This receipt line stands here more than once.', zh: '该收货行重复出现。' },
  REASON_WITHOUT_REFUSAL: {
    en: 'Reason, action and price reduction belong to a refused quantity; none is named.',
    zh: '原因、处理方式与减价比例仅用于拒收数量，但未填写拒收数量。',
  },
  PRICE_REDUCTION_ONLY_WITH_CONCESSION: {
    en: 'A price reduction is asked only where the goods are to be kept (action CONCESSION).',
    zh: '仅在让步接收（CONCESSION）时可要求减价。',
  },
  REFUSED_LEFT: {
    en: 'Of this refusal {left} {unit} are neither settled nor sent back, {asked} are named.',
    zh: '该拒收尚有 {left} {unit} 未处理，填写了 {asked}。',
  },
  CONSEQUENCE_ONLY_WITH_SCRAP: {
    en: 'A consequence is named only where the goods are given up (outcome SCRAPPED).',
    zh: '仅在报废（SCRAPPED）时填写后续处理。',
  },
  SETTLED_ON_WRONG_DAY: { en: 'The day must lie between {from} and {to}.', zh: '日期须在 {from} 与 {to} 之间。' },
} as const satisfies Catalogue;
