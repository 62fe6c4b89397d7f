import type { Catalogue } from '../../kernel/refusal.js';

/** Refusals that any command may give. */
export const commonRefusals = {
  NOT_FOUND: { en: 'There is no such object, or you may not see it. Check the identifier.', zh: '对象不存在或您无权查看，请检查标识。' },
  STALE_VERSION: {
    en: 'It was changed meanwhile and is at version {currentVersion}. Read it again and decide anew.',
    zh: '对象已被更改，当前版本为 {currentVersion}，请重新读取后再操作。',
  },
  IDEMPOTENCY_KEY_REUSED: {
    en: 'This idempotency key was used with another input. Use a new key for a new request.',
    zh: '该幂等键已用于不同的输入，新的请求请使用新的键。',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    en: 'The first call with this key is still running. Send the same call again shortly.',
    zh: '使用该键的首次调用仍在执行，请稍后重发同一请求。',
  },
  OUTCOME_UNKNOWN: {
    en: 'The connection broke while the change was being stored. Read the object to see whether it took effect.',
    zh: '保存时连接中断，请读取对象以确认是否生效。',
  },
  NOT_ALLOWED: { en: 'The action {action} is not possible for you in status {status}.', zh: '在状态 {status} 下您不能执行 {action}。' },
  REQUIRED: { en: 'A value is required here.', zh: '此处必填。' },
  INVALID_TEXT: {
    en: 'The text holds characters that cannot be stored (NUL or half a surrogate pair). Remove them.',
    zh: '文本含有无法保存的字符（NUL 或不完整的代理对），请删除。',
  },
  TOO_LONG: { en: 'At most {max} characters are allowed.', zh: '最多允许 {max} 个字符。' },
  TOO_MANY: { en: 'At most {max} entries are allowed in one call. Split the request.', zh: '单次最多允许 {max} 项，请拆分请求。' },
  INVALID_NUMBER: {
    en: 'This is not a decimal number. Write digits with at most one point, such as 12.50.',
    zh: '不是有效的十进制数，请按 12.50 的形式书写。',
  },
  OUT_OF_RANGE: {
    en: 'The number must lie between {min} and {max}, with at most {scale} decimals.',
    zh: '数值须在 {min} 与 {max} 之间，小数不超过 {scale} 位。',
  },
  INVALID_DATE: { en: 'This is not a calendar date. Write it as YYYY-MM-DD.', zh: '不是有效日期，请按 YYYY-MM-DD 书写。' },
  INVALID_VALUE: { en: 'This value is not possible here.', zh: '此处的值无效。' },
  CONFLICT: { en: 'Another change came first. Read the object again.', zh: '有其他更改先行完成，请重新读取。' },
  RATE_LIMITED: { en: 'Too many tries. Wait {seconds} seconds.', zh: '尝试过于频繁，请等待 {seconds} 秒。' },
} as const satisfies Catalogue;

export type CommonCode = keyof typeof commonRefusals;
