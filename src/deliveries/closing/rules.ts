import type { Decimal } from '../../kernel/decimal.js';
import { plain, zero } from '../../kernel/decimal.js';
import type { Refusal } from '../../kernel/refusal.js';

type Side = 'BUYER' | 'SUPPLIER';

export type LineAction = 'DESPATCH' | 'RECEIVE' | 'PROMISE' | 'CLOSE' | 'REOPEN';

/** A line of an agreed order, as far as it decides what may be done with its goods. */
export interface LineFacts {
  readonly lineId: string;
  readonly unit: string;
  /** 0 where the line was ended. */
  readonly ordered: Decimal;
  readonly inTransit: Decimal;
  readonly closedOn: string | null;
}

const HANDS: Readonly<Record<LineAction, Side>> = {
  DESPATCH: 'SUPPLIER',
  RECEIVE: 'BUYER',
  PROMISE: 'SUPPLIER',
  CLOSE: 'BUYER',
  REOPEN: 'BUYER',
};

const awaited = ({ ordered, lineId }: LineFacts): readonly Refusal[] =>
  ordered.isZero() ? [{ code: 'LINE_NOT_ACTIVE', params: { lineId } }] : [];

const open = ({ closedOn, lineId }: LineFacts): readonly Refusal[] =>
  closedOn === null ? [] : [{ code: 'LINE_CLOSED', params: { lineId, closedOn } }];

const nothingUnderWay = ({ inTransit, unit, lineId }: LineFacts): readonly Refusal[] =>
  inTransit.gt(zero) ? [{ code: 'LINE_IN_TRANSIT', params: { lineId, inTransit: plain(inTransit), unit } }] : [];

const closed = ({ closedOn, lineId }: LineFacts): readonly Refusal[] =>
  closedOn === null ? [{ code: 'LINE_NOT_CLOSED', params: { lineId } }] : [];

/** What speaks against an action on a line. A line is not closed while goods are under way: their receipt must be told first. */
export const lineFaults = (facts: LineFacts, action: LineAction, side: Side): readonly Refusal[] => {
  if (HANDS[action] !== side) return [{ code: 'NOT_ALLOWED', params: { action, status: facts.closedOn === null ? 'OPEN' : 'CLOSED' } }];
  const rest = {
    DESPATCH: open,
    RECEIVE: open,
    PROMISE: open,
    CLOSE: (f: LineFacts) => [...open(f), ...nothingUnderWay(f)],
    REOPEN: closed,
  };
  return [...awaited(facts), ...rest[action](facts)];
};

/** Every action, with the first reason where it is refused. */
export const lineActions = (facts: LineFacts, side: Side) =>
  (Object.keys(HANDS) as LineAction[]).map((action) => {
    const [fault] = lineFaults(facts, action, side);
    return { action, allowed: fault === undefined, reason: fault?.code ?? null };
  });
