// OWASP, CSV injection: what begins so is worked out as a formula when a spreadsheet opens the file. The wide forms count in Chinese and Japanese ones.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** Whether a spreadsheet would take the text for a formula. A negative number is none. */
export const isFormula = (text: string): boolean => FORMULA.test(text) && !PLAIN_NUMBER.test(text);

/** The text with an apostrophe in front where it would be taken for a formula. An import takes the apostrophe away again. */
export const guarded = (text: string): string => (isFormula(text) ? `'${text}` : text);

const QUOTED = /[",\r\n]/;

/** One line of a CSV file as RFC 4180 writes it. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
