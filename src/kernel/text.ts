/** Why a text is not taken. */
export type TextFault = 'EMPTY' | 'ILL_FORMED' | 'TOO_LONG';

// NUL cannot be stored by PostgreSQL; the other controls hide what a reader sees. Tab and line ends are text.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

// With the flag u only a half that stands alone matches.
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** Whether the text has no half of a surrogate pair on its own and no control character but tab and line ends. */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text) && !CONTROL.test(text);

/** Why the text is not taken, or undefined. Length is in characters as people count them (code points). */
export const textFault = (text: string, max: number): TextFault | undefined => {
  if (text.length > max * 2 || [...text].length > max) return 'TOO_LONG';
  if (!isWellFormed(text)) return 'ILL_FORMED';
  return text.trim() === '' ? 'EMPTY' : undefined;
};

// Dash_Punctuation, minus signs, and every kind of blank: they differ between keyboards and systems, not between documents.
const DASHES = /[\p{Pd}\u2212\u02d7\u2043]/gu;
const BLANKS = /[\s\p{Z}\p{Cf}]/gu;

/**
 * One key for all spellings of a document number: NFKC, upper case, without blanks and dashes.
 * `PO-2026 / 001`, `po2026/001` and `ＰＯ２０２６／００１` are one number; `00010` and `10` are two.
 */
export const fingerprint = (number: string): string =>
  number.normalize('NFKC').replace(BLANKS, '').replace(DASHES, '').toUpperCase().normalize('NFKC');
