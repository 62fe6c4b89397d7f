/**
 * Figures as people read them. Amounts come as decimal strings and are never made numbers: grouping and 万/亿 cut the text.
 */
const group = (whole: string): string => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `1234567.5` as `1,234,567.5`. */
export const exact = (decimal: string): string => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  return whole === '' ? decimal : `${sign}${group(whole)}${fraction === '' ? '' : `.${fraction}`}`;
};

const scaled = (sign: string, whole: string, digits: number, unit: string): string => {
  const head = whole.slice(0, -digits);
  const tail = whole.slice(-digits).slice(0, 2).replace(/0+$/, '');
  return `${sign}${group(head)}${tail === '' ? '' : `.${tail}`}${unit}`;
};

/** `12345678.90` as `1234.56万` in Chinese and `12.34m` in English, cut, not rounded; small amounts stay exact. */
export const short = (decimal: string, language: string): string => {
  const [, sign = '', whole = ''] = /^(-?)(\d+)/.exec(decimal) ?? [];
  if (language.startsWith('zh')) {
    if (whole.length > 8) return scaled(sign, whole, 8, '亿');
    return whole.length > 4 ? scaled(sign, whole, 4, '万') : exact(decimal);
  }
  if (whole.length > 9) return scaled(sign, whole, 9, 'bn');
  return whole.length > 6 ? scaled(sign, whole, 6, 'm') : exact(decimal);
};

/** A calendar day with its weekday. */
export const day = (date: string, language: string): string => {
  const value = new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(language, {
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
    ...(value.getUTCFullYear() !== new Date().getUTCFullYear() && { year: 'numeric' }),
  }).format(value);
};

/** A moment in the zone of the contracts. */
export const moment = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(instant));

/** How long ago or ahead, in the largest unit that says something. */
export const distance = (milliseconds: number, language: string): string => {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const minutes = milliseconds / 60_000;
  if (Math.abs(minutes) < 60) return format.format(Math.round(minutes), 'minute');
  if (Math.abs(minutes) < 60 * 48) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / 1440), 'day');
};
