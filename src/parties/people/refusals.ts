import type { Catalogue } from '../../kernel/refusal.js';

export const peopleRefusals = {
  LOGIN_NOT_AVAILABLE: { en: 'This log-in name cannot be given. Choose another.', zh: '该登录名不可用，请换一个。' },
  LOGIN_INVALID: {
    en: 'A log-in name is 3 to 100 characters without blanks, such as an e-mail address.',
    zh: '登录名应为 3 至 100 个字符且不含空格，例如电子邮箱地址。',
  },
  DATES_REVERSED: { en: 'The last day lies before the first. Exchange or correct them.', zh: '结束日期早于开始日期，请更正。' },
  ENDED_ALREADY: { en: 'This has ended already.', zh: '已经终止。' },
  DELEGATION_WITHOUT_END: { en: 'A delegation needs a last day.', zh: '授权代理必须填写截止日期。' },
  DELEGATION_TOO_WIDE: {
    en: 'One can delegate only duties that one holds, within their dates, and not those that were delegated to oneself.',
    zh: '只能在任期内转授本人直接持有的职责，代理所得的职责不得再转授。',
  },
  DELEGATION_TO_ONESELF: { en: 'A delegation goes to another person.', zh: '授权代理的对象必须是其他人。' },
  LAST_ADMINISTRATOR: {
    en: 'This is the last administrator without an end date. Give the duty ADMIN to another person first.',
    zh: '这是最后一位长期管理员，请先将 ADMIN 职责授予其他人。',
  },
  PASSWORD_WRONG: { en: 'The present password is not right.', zh: '当前密码不正确。' },
  PASSWORD_TOO_WEAK: {
    en: 'A password has 12 to 128 characters, and is not the old one nor the log-in name.',
    zh: '密码长度应为 12 至 128 个字符，且不得与原密码或登录名相同。',
  },
  FIRST_ADMINISTRATOR_ONLY: {
    en: 'The operator invites the first person of an organisation, as ADMIN and nothing else; from then on its administrators invite.',
    zh: '运营方只能为组织邀请首位人员，且职责仅限 ADMIN；此后由该组织的管理员邀请。',
  },
  PERSON_ONLY: { en: 'Only a person in a session can do this.', zh: '仅限个人登录会话执行此操作。' },
  PERSON_OF_ANOTHER: {
    en: 'Only the organisation that invited the person may do this.',
    zh: '仅邀请该人员的组织可以执行此操作。',
  },
} as const satisfies Catalogue;

export type PeopleCode = keyof typeof peopleRefusals;
