import { type Decimal, sum, zero } from '../../kernel/decimal.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';

export const SHORT_ACTIONS = ['SEND_REST', 'CREDIT', 'CANCEL_REST', 'NONE'] as const;
export const REJECT_REASONS = ['OVER_SUPPLY', 'DAMAGED', 'WRONG_ITEM', 'QUALITY', 'TOO_EARLY', 'TOO_LATE', 'DOCUMENTS', 'OTHER'] as const;
export const REJECT_ACTIONS = ['RETURN', 'REPLACE', 'CREDIT', 'DISPOSE', 'NONE'] as const;

/** What a receipt says of one line, in whatever unit. */
export interface Said {
  readonly received: Decimal;
  readonly short: Decimal;
  readonly shortAction?: string | undefined;
  readonly rejected: Decimal;
  readonly rejectReason?: string | undefined;
  readonly rejectAction?: string | undefined;
}

const together = (quantity: Decimal, name: string, value: string | undefined): readonly Refusal[] => {
  if (quantity.gt(zero) && value === undefined) return [{ code: 'REQUIRED', field: [name] }];
  return quantity.isZero() && value !== undefined ? [{ code: 'INVALID_VALUE', field: [name] }] : [];
};

/** A line says something; what is short has an action, what is rejected a reason and an action. */
export const saidFaults = (said: Said): readonly Refusal[] => [
  ...(sum([said.received, said.short, said.rejected]).isZero() ? [{ code: 'NOTHING_SAID', field: ['received'] }] : []),
  ...together(said.short, 'shortAction', said.shortAction),
  ...together(said.rejected, 'rejectReason', said.rejectReason),
  ...together(said.rejected, 'rejectAction', said.rejectAction),
];

/** Goods are not received on a day that has not come. */
export const dayFaults = (receivedOn: string, today: string): readonly Refusal[] =>
  receivedOn > today ? [{ code: 'RECEIVED_IN_FUTURE', field: ['receivedOn'], params: { receivedOn, today } }] : [];

/** A line of the despatch that a receipt names. */
export interface AnnouncedLine {
  readonly id: string;
  readonly orderId: string;
  /** Key of the order's number, whatever its spelling. */
  readonly orderKey: string;
  readonly lineNo: string;
  readonly lot: string | null;
}

/** How a line of a receipt names what it speaks of. */
export interface Naming {
  readonly despatchLineId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly orderKey?: string | undefined;
  readonly lineNo?: string | undefined;
  readonly lot?: string | undefined;
}

/** The order's line that is meant, and the line of the despatch in which it was announced, if it was. */
export interface Placed {
  readonly orderId?: string;
  readonly lineNo: string;
  readonly announced?: AnnouncedLine;
}

const matches = (line: AnnouncedLine, { orderId, orderKey, lineNo, lot }: Naming): boolean =>
  line.lineNo === lineNo &&
  (orderId === undefined || orderId === line.orderId) &&
  (orderKey === undefined || orderKey === line.orderKey) &&
  (lot === undefined || line.lot === null || lot === line.lot);

const announcedAs = (line: AnnouncedLine): Placed => ({ orderId: line.orderId, lineNo: line.lineNo, announced: line });

/** Finds what a line speaks of: by the despatch's line, else by order and line, linked to the despatch where it announces just one such. */
export const place = (despatch: readonly AnnouncedLine[] | undefined, naming: Naming): Verdict<Placed> => {
  const { despatchLineId, orderId, orderKey, lineNo } = naming;
  if (despatchLineId !== undefined) {
    const line = despatch?.find((one) => one.id === despatchLineId);
    return line ? ok(announcedAs(line)) : refused({ code: 'NOT_FOUND', field: ['despatchLineId'] });
  }
  if (lineNo === undefined) return refused({ code: 'REQUIRED', field: ['lineId'] });
  const [line, another] = (despatch ?? []).filter((one) => matches(one, naming));
  if (another !== undefined) return refused({ code: 'DESPATCH_LINE_AMBIGUOUS', field: ['despatchLineId'], params: { lineId: lineNo } });
  if (line !== undefined) return ok(announcedAs(line));
  if (orderId === undefined && orderKey === undefined) return refused({ code: 'REQUIRED', field: ['order'] });
  return ok({ ...(orderId === undefined ? {} : { orderId }), lineNo });
};
