/**
 * SQL that makes JSON text is kept as pieces, so that literal neighbours become one constant. Two marks stand in the text that
 * PostgreSQL returns; JSON itself can hold neither, because it escapes control characters.
 */

/** Opens and closes a place that is filled in after the trip. */
export const FILL = '\x01';
/** Between two FILLs: here stood null where the schema promises a value. */
export const HIDDEN = '!';
/** Around the number of a parameter, until it is known which parameters the finished statement uses. */
const SLOT = '\x02';

export type Piece = { readonly literal: string } | { readonly sql: string };

export const literal = (text: string): Piece => ({ literal: text });
/** An expression of type text; anything looser than `||` must stand in parentheses. */
export const sql = (text: string): Piece => ({ sql: text });

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** One text expression. NULL in any piece makes the whole NULL. */
export const concat = (pieces: readonly Piece[]): string => {
  const parts: string[] = [];
  let pending = '';
  for (const piece of pieces) {
    if ('literal' in piece) pending += piece.literal;
    else {
      if (pending !== '') parts.push(quoted(pending));
      pending = '';
      parts.push(piece.sql);
    }
  }
  if (pending !== '' || parts.length === 0) parts.push(quoted(pending));
  return parts.join('||');
};

/** The text itself when nothing in it comes from the database. */
export const constant = (pieces: readonly Piece[]): string | undefined =>
  pieces.every((piece) => 'literal' in piece) ? pieces.map((piece) => ('literal' in piece ? piece.literal : '')).join('') : undefined;

/** `[a,b]` of pieces with literal separators. */
export const joined = (open: string, close: string, items: readonly (readonly Piece[])[]): Piece[] => [
  literal(open),
  ...items.flatMap((item, index) => (index === 0 ? item : [literal(','), ...item])),
  literal(close),
];

export const slot = (index: number): string => `${SLOT}${index}${SLOT}`;

/** Numbers the parameters that occur, in order of occurrence, and answers which they are. */
export const numbered = (text: string): { readonly text: string; readonly used: readonly number[] } => {
  const used: number[] = [];
  const numberOf = (index: number): number => {
    if (!used.includes(index)) used.push(index);
    return used.indexOf(index) + 1;
  };
  return { text: text.replace(/\x02(\d+)\x02/g, (_, index: string) => `$${numberOf(Number(index))}`), used };
};
