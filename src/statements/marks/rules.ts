import type { Refusal } from '../../kernel/refusal.js';
import type { LineKind } from '../match/rules.js';

export type Mark = 'TICKED' | 'DISPUTED';

/** A line as the side that marks it sees it. */
export interface MarkedLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly mine: Mark | null;
  readonly theirs: Mark | null;
  readonly excluded: boolean;
}

export type MarkCode = 'STATEMENT_LINE_UNKNOWN' | 'LINE_SET_ASIDE' | 'LINE_NOT_DISPUTED' | 'OPENING_CANNOT_WAIT';
export type MarkKind = 'TICK' | 'DISPUTE' | 'EXCLUDE';

const faultOf = (line: MarkedLine | undefined, kind: MarkKind): MarkCode | undefined => {
  if (line === undefined) return 'STATEMENT_LINE_UNKNOWN';
  if (line.excluded) return 'LINE_SET_ASIDE';
  if (kind !== 'EXCLUDE') return undefined;
  if (line.kind === 'OPENING') return 'OPENING_CANNOT_WAIT';
  return line.theirs === 'DISPUTED' ? undefined : 'LINE_NOT_DISPUTED';
};

/** What speaks against marking those lines so. @param shown the public id of each, as it was given */
export const markFaults = (
  lines: ReadonlyMap<string, MarkedLine>,
  ids: readonly string[],
  kind: MarkKind,
  shown: (id: string) => string,
  fieldOf: (index: number) => readonly string[],
): readonly Refusal<MarkCode>[] =>
  ids.flatMap((id, i): readonly Refusal<MarkCode>[] => {
    const code = faultOf(lines.get(id), kind);
    return code === undefined ? [] : [{ code, field: fieldOf(i), params: { lineId: shown(id) } }];
  });

/** The lines on which a tick says something new. */
export const untickedOf = (lines: Iterable<MarkedLine>): readonly string[] =>
  [...lines].filter(({ mine, excluded }) => !excluded && mine !== 'TICKED').map(({ id }) => id);

/** The lines of which the side has said nothing yet. */
export const unmarkedOf = (lines: Iterable<MarkedLine>): readonly string[] =>
  [...lines].filter(({ mine, excluded }) => !excluded && mine === null).map(({ id }) => id);
