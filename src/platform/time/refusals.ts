import type { Catalogue } from '../../kernel/refusal.js';

export const timeRefusals = {
  CLOCK_FIXED: {
    en: 'The business clock of this hub tells the real time and cannot be moved. Use a demo hub for that.',
    zh: '本平台的业务时钟与真实时间一致，不可移动；请在演示环境中操作。',
  },
  CLOCK_BUSY: { en: 'The clock is on its way already. Wait until its task is done.', zh: '时钟正在推进中，请等待当前任务完成。' },
  CLOCK_BACKWARDS: {
    en: 'The clock only goes forward. Give a moment after the present business time.',
    zh: '时钟只能向前，请指定晚于当前业务时间的时刻。',
  },
  CLOCK_TOO_FAR: {
    en: 'The clock goes at most {years} years at once. Give an earlier moment.',
    zh: '单次最多推进 {years} 年，请指定更早的时刻。',
  },
  CALENDAR_PUBLISHED: { en: 'The calendar of this year is published already, and stays.', zh: '该年度日历已发布，不再更改。' },
  CALENDAR_OTHER_YEAR: { en: '{day} does not lie in {year}.', zh: '{day} 不在 {year} 年内。' },
  CALENDAR_DAY_REPEATED: { en: '{day} stands here more than once.', zh: '{day} 重复出现。' },
  CALENDAR_WORKS_ANYWAY: { en: '{day} is no weekend: it is worked anyway. Leave it out.', zh: '{day} 不是周末，本为工作日，请去掉。' },
} as const satisfies Catalogue;
