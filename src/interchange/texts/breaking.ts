import type { Catalogue } from '../../kernel/refusal.js';
import type { BrokenRuleCode } from '../rules/broken.js';

/** Rules of content that a document says it follows and does not. */
export const breaking: Catalogue<BrokenRuleCode> = {
  FACT_EXPECTED: {
    en: 'The document says nothing at {path}, which {rule} asks for. It was taken; have it added.',
    zh: '单据缺少 {path}，规则 {rule} 要求填写。单据已接收，请补充。',
  },
  FACT_UNEXPECTED: {
    en: 'The document says something at {path}, where {rule} allows nothing. It was taken; have it removed.',
    zh: '单据在 {path} 处填写了内容，规则 {rule} 不允许。单据已接收，请删除。',
  },
  VALUE_AGAINST_RULE: {
    en: 'What stands at {path} is against {rule}. It was taken; have it corrected.',
    zh: '{path} 处的内容不符合规则 {rule}。单据已接收，请更正。',
  },
  TOO_MANY_DIGITS: {
    en: '{value} at {path} has more digits after the point than {rule} allows. Have it rounded.',
    zh: '{path} 处的 {value} 小数位数超过规则 {rule} 的限制，请取整。',
  },
};
