import { type Decimal, plain, zero } from '../../kernel/decimal.js';
import type { Refusal, Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import { FRAME } from '../../kernel/uncodes.js';
import { convert, convertible, isUnit } from '../../kernel/units.js';

/** How far a line has come, in its own unit. */
export interface Counts {
  /** The most that may be kept: what was ordered, with the tolerance of the agreement. */
  readonly ceiling: Decimal;
  /** Received, less what went back to be delivered again. */
  readonly kept: Decimal;
  /** Despatched, and not yet received, rejected or short. */
  readonly inTransit: Decimal;
}

/** A line of an order as its goods are asked about. */
export interface GoodsLine {
  readonly id: string;
  readonly orderId: string;
  readonly lineNo: string;
  readonly unit: string;
  readonly state: string;
  readonly orderStatus: string;
  readonly orderType: string;
  readonly orderNumber: string;
  readonly closedOn: string | null;
  readonly counts: Counts;
}

type Field = readonly string[];

/** Why goods of this line cannot move at all. */
export const notMoving = (line: GoodsLine, field: Field): readonly Refusal[] => {
  const { lineNo: lineId, orderNumber: number } = line;
  if (line.orderType === FRAME) return [{ code: 'FRAME_NOT_DELIVERED', field, params: { number } }];
  if (line.orderStatus !== 'IN_FORCE') return [{ code: 'ORDER_NOT_AGREED', field, params: { number, status: line.orderStatus } }];
  if (line.state !== 'ACTIVE') return [{ code: 'LINE_NOT_ACTIVE', field, params: { lineId } }];
  if (line.closedOn !== null) return [{ code: 'LINE_CLOSED', field, params: { lineId, closedOn: line.closedOn } }];
  return [];
};

/** A quantity in the line's own unit, exactly. */
export const inUnitOf = (line: GoodsLine, quantity: Decimal, unit: string, field: Field): Verdict<Decimal> => {
  if (!isUnit(unit)) return refused({ code: 'UNIT_UNKNOWN', field, params: { unit } });
  const own = convert(quantity, unit, line.unit);
  return own === undefined || !convertible(unit, line.unit)
    ? refused({ code: 'UNIT_NOT_CONVERTIBLE', field, params: { unit, orderUnit: line.unit, lineId: line.lineNo } })
    : ok(own);
};

const atLeastZero = (value: Decimal): Decimal => (value.lt(zero) ? zero : value);

/** What may still be sent: goods under way count as if they had come. */
export const roomToSend = ({ ceiling, kept, inTransit }: Counts): Decimal => atLeastZero(ceiling.minus(kept).minus(inTransit));

/** What may still be kept of what comes. */
export const roomToKeep = ({ ceiling, kept }: Counts): Decimal => atLeastZero(ceiling.minus(kept));

const over = (code: string, line: GoodsLine, asked: Decimal, room: Decimal, field: Field): readonly Refusal[] =>
  asked.lte(room) ? [] : [{ code, field, params: { lineId: line.lineNo, remaining: plain(room), asked: plain(asked), unit: line.unit } }];

/** The counts after goods were sent; refused where more would be under way than may be kept. */
export const send = (line: GoodsLine, counts: Counts, quantity: Decimal, field: Field): Verdict<Counts> => {
  const faults = over('DESPATCH_OVER_TOLERANCE', line, quantity, roomToSend(counts), field);
  return faults.length > 0 ? refused(...faults) : ok({ ...counts, inTransit: counts.inTransit.plus(quantity) });
};

/** The counts after goods were kept; refused where more would be kept than the tolerance allows. */
export const keep = (line: GoodsLine, counts: Counts, quantity: Decimal, field: Field): Verdict<Counts> => {
  const faults = over('RECEIPT_OVER_TOLERANCE', line, quantity, roomToKeep(counts), field);
  return faults.length > 0 ? refused(...faults) : ok({ ...counts, kept: counts.kept.plus(quantity) });
};
