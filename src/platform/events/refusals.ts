import type { Catalogue } from '../../kernel/refusal.js';

export const eventRefusals = {
  CURSOR_UNKNOWN: {
    en: 'This is not a cursor of your feed. Take it from an item that you received.',
    zh: '该游标不属于贵方的事件流，请使用收到的条目中的游标。',
  },
} as const satisfies Catalogue;
