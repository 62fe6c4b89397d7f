export const DELIMITERS = { COMMA: ',', SEMICOLON: ';', TAB: '\t' } as const;
export type Delimiter = keyof typeof DELIMITERS;

const QUOTED = /"(?:[^"]|"")*("|$)/g;

/** What separates the values: the sign that stands oftenest outside quotes in the first line that says something. Comma where none does. */
export const delimiterOf = (head: string): Delimiter => {
  const line =
    head
      .replace(QUOTED, '')
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? '';
  const counted = (Object.keys(DELIMITERS) as Delimiter[]).map((name) => [name, line.split(DELIMITERS[name]).length] as const);
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
};
