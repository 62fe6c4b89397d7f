import type { Catalogue } from '../../kernel/refusal.js';

export const organisationRefusals = {
  USCC_INVALID: {
    en: 'This is not a unified social credit code: 18 characters without I, O, S, V, Z, and the last one must fit the others. Check it for typing errors.',
    zh: '统一社会信用代码无效：应为 18 位（不含 I、O、S、V、Z），且末位校验码须正确，请核对。',
  },
  USCC_REQUIRED: { en: 'A Chinese organisation needs its unified social credit code.', zh: '境内组织必须填写统一社会信用代码。' },
  USCC_NOT_EXPECTED: {
    en: 'Only Chinese organisations have a unified social credit code. Give country CN, or leave the code out and add an identifier.',
    zh: '仅境内组织有统一社会信用代码，请将国家填为 CN，或不填该代码并添加其他标识。',
  },
  USCC_TAKEN: { en: 'An organisation with this code is on the hub already.', zh: '使用该代码的组织已在平台登记。' },
  OPERATOR_IS_ONE: { en: 'A hub has one operator, and it is there already. Leave the role OPERATOR out.', zh: '平台只有一个运营方且已存在，请去掉 OPERATOR 角色。' },
  IDENTIFIER_INVALID: {
    en: 'An identifier is 1 to 50 letters, digits and the signs : . _ / + -, its scheme 1 to 35 of them. Check it.',
    zh: '标识应为 1 至 50 位字母、数字或 : . _ / + - 符号，方案代码为 1 至 35 位，请核对。',
  },
  IDENTIFIER_TAKEN: { en: 'This identifier is confirmed for another organisation.', zh: '该标识已确认属于其他组织。' },
  ORGANISATION_UNKNOWN: {
    en: 'No organisation with {scheme} {value} is on the hub. Ask the operator to enter it, or to add this identifier to it.',
    zh: '平台上没有标识为 {scheme} {value} 的组织，请联系运营方登记该组织或添加该标识。',
  },
} as const satisfies Catalogue;

export type OrganisationCode = keyof typeof organisationRefusals;
