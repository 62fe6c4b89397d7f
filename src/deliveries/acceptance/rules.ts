import { type Decimal, plain, zero } from '../../kernel/decimal.js';
import { type Refusal, unless, type Verdict } from '../../kernel/refusal.js';

export const ACCEPTANCE_KINDS = ['PARTIAL', 'PROVISIONAL', 'FINAL'] as const;
export type AcceptanceKind = (typeof ACCEPTANCE_KINDS)[number];
export const REFUSE_REASONS = ['DAMAGED', 'WRONG_ITEM', 'QUALITY', 'DOCUMENTS', 'OTHER'] as const;
export type RefuseReason = (typeof REFUSE_REASONS)[number];
export const REFUSE_ACTIONS = ['RETURN', 'REWORK', 'CONCESSION', 'SCRAP'] as const;
export type RefuseAction = (typeof REFUSE_ACTIONS)[number];

/** A receipt line as far as it is inspected, in the unit of the order's line. */
export interface InspectedLine {
  readonly id: string;
  readonly lineNo: string;
  readonly unit: string;
  /** Received and not yet decided. */
  readonly left: Decimal;
  /** The last day of the agreed period; null where none was agreed and the receipt itself accepted (Civil Code art. 623). */
  readonly endsOn: string | null;
}

export interface Inspection {
  readonly receivedOn: string;
  readonly today: string;
  readonly lines: readonly InspectedLine[];
}

/** What the buyer says of one receipt line. */
export interface Found {
  readonly receiptLineId: string;
  readonly accepted: Decimal;
  readonly refused: Decimal;
  readonly reason?: RefuseReason | undefined;
  readonly action?: RefuseAction | undefined;
  readonly priceReduction?: Decimal | undefined;
  readonly note?: string | undefined;
}

export interface Asked {
  readonly kind: AcceptanceKind;
  readonly acceptedOn: string;
  readonly lines: readonly Found[];
}

/** What is written of one receipt line. */
export interface Judged extends Found {
  /** Found in order by a provisional acceptance, which passes nothing. */
  readonly noted: Decimal;
}

export type AcceptanceCode =
  | 'ACCEPTED_BEFORE_RECEIPT'
  | 'ACCEPTED_IN_ADVANCE'
  | 'ACCEPTED_ON_RECEIPT'
  | 'ACCEPTED_BY_CLOCK'
  | 'ACCEPTANCE_OVER_RECEIVED'
  | 'ACCEPTANCE_INCOMPLETE'
  | 'NOTHING_TO_ACCEPT'
  | 'INSPECTED_LINE_UNKNOWN'
  | 'INSPECTED_LINE_REPEATED'
  | 'REASON_WITHOUT_REFUSAL'
  | 'PRICE_REDUCTION_ONLY_WITH_CONCESSION'
  | 'REQUIRED';

type Field = readonly string[];
type Faults = readonly Refusal<AcceptanceCode>[];

/**
 * Whether hands still decide on a line. After the agreed period silence stands for conformity (Civil Code art. 621); without an agreed
 * period the receipt accepted what could be seen (art. 623). What remains is a claim for a defect.
 */
const handsOff = ({ lineNo: lineId, endsOn }: InspectedLine, { today, receivedOn }: Inspection, field: Field): Faults => {
  if (endsOn === null) return [{ code: 'ACCEPTED_ON_RECEIPT', field, params: { lineId, day: receivedOn } }];
  return endsOn < today ? [{ code: 'ACCEPTED_BY_CLOCK', field, params: { lineId, day: endsOn } }] : [];
};

const reasonFaults = ({ refused, reason, action, priceReduction }: Found, at: Field): Faults => {
  const faults: Refusal<AcceptanceCode>[] = [];
  if (refused.eq(zero)) return reason || action || priceReduction ? [{ code: 'REASON_WITHOUT_REFUSAL', field: [...at, 'refused'] }] : [];
  if (reason === undefined) faults.push({ code: 'REQUIRED', field: [...at, 'reason'] });
  if (action === undefined) faults.push({ code: 'REQUIRED', field: [...at, 'action'] });
  if (action === 'CONCESSION' && priceReduction === undefined) faults.push({ code: 'REQUIRED', field: [...at, 'priceReduction'] });
  if (action !== 'CONCESSION' && priceReduction !== undefined)
    faults.push({ code: 'PRICE_REDUCTION_ONLY_WITH_CONCESSION', field: [...at, 'priceReduction'] });
  return faults;
};

const lineFaults = (found: Found, line: InspectedLine | undefined, inspection: Inspection, at: Field): Faults => {
  if (line === undefined) return [{ code: 'INSPECTED_LINE_UNKNOWN', field: [...at, 'receiptLineId'] }];
  const off = handsOff(line, inspection, [...at, 'receiptLineId']);
  if (off.length > 0) return off;
  const asked = found.accepted.plus(found.refused);
  if (asked.eq(zero)) return [{ code: 'REQUIRED', field: [...at, 'accepted'] }];
  const params = { lineId: line.lineNo, left: plain(line.left), asked: plain(asked), unit: line.unit };
  const over: Faults = asked.gt(line.left) ? [{ code: 'ACCEPTANCE_OVER_RECEIVED', field: [...at, 'accepted'], params }] : [];
  return [...over, ...reasonFaults(found, at)];
};

const dayFaults = ({ acceptedOn }: Asked, { receivedOn, today }: Inspection): Faults => {
  const field = ['acceptedOn'];
  if (acceptedOn < receivedOn) return [{ code: 'ACCEPTED_BEFORE_RECEIPT', field, params: { receivedOn } }];
  return acceptedOn > today ? [{ code: 'ACCEPTED_IN_ADVANCE', field, params: { today } }] : [];
};

/** A final acceptance without lines accepts all that is left and that hands still decide on. */
const everything = (inspection: Inspection): Verdict<readonly Found[], AcceptanceCode> => {
  const left = inspection.lines.filter((line) => line.left.gt(zero));
  const open = left.filter((line) => handsOff(line, inspection, []).length === 0);
  const [closed] = left.length > 0 ? left : inspection.lines;
  const off = closed === undefined || open.length > 0 ? [] : handsOff(closed, inspection, ['receiptId']);
  const nothing: Faults = open.length > 0 || off.length > 0 ? [] : [{ code: 'NOTHING_TO_ACCEPT', field: ['receiptId'] }];
  return unless(
    [...off, ...nothing],
    open.map((line) => ({ receiptLineId: line.id, accepted: line.left, refused: zero })),
  );
};

/** What a final acceptance leaves undecided. */
const undecided = (found: readonly Found[], inspection: Inspection): Faults => {
  const decided = new Map(found.map((one) => [one.receiptLineId, one.accepted.plus(one.refused)]));
  return inspection.lines.flatMap((line) => {
    const left = line.left.minus(decided.get(line.id) ?? zero);
    if (left.lte(zero) || handsOff(line, inspection, []).length > 0) return [];
    return [{ code: 'ACCEPTANCE_INCOMPLETE', field: ['lines'], params: { lineId: line.lineNo, left: plain(left), unit: line.unit } }];
  });
};

/** What an acceptance by hand comes to, or everything that speaks against it. */
export const judge = (inspection: Inspection, asked: Asked): Verdict<readonly Judged[], AcceptanceCode> => {
  const days = dayFaults(asked, inspection);
  if (asked.lines.length === 0 && asked.kind !== 'FINAL') return unless([...days, { code: 'REQUIRED', field: ['lines'] }], []);
  const all = asked.lines.length === 0 ? everything(inspection) : undefined;
  if (all?.ok === false) return unless([...days, ...all.refusals], []);
  const found = all?.value ?? asked.lines;
  const byId = new Map(inspection.lines.map((line) => [line.id, line]));
  const faults = found.flatMap((one, i) => {
    const at = ['lines', String(i)];
    const twice = found.findIndex((other) => other.receiptLineId === one.receiptLineId) < i;
    if (twice) return [{ code: 'INSPECTED_LINE_REPEATED' as const, field: [...at, 'receiptLineId'] }];
    return lineFaults(one, byId.get(one.receiptLineId), inspection, at);
  });
  const rest = asked.kind === 'FINAL' && faults.length === 0 ? undecided(found, inspection) : [];
  const provisional = asked.kind === 'PROVISIONAL';
  return unless(
    [...days, ...faults, ...rest],
    found.map((one) => ({ ...one, accepted: provisional ? zero : one.accepted, noted: provisional ? one.accepted : zero })),
  );
};

export interface ReceiptFacts {
  readonly side: 'BUYER' | 'SUPPLIER';
  /** Whether anything is left to decide on, and whether hands still decide on any of it. */
  readonly left: boolean;
  readonly open: boolean;
}

/** What a party may do with a receipt: the rules' own answer to `acceptanceRecord` without lines. */
export const receiptActions = ({ side, left, open }: ReceiptFacts) => {
  const reason = side === 'SUPPLIER' ? 'NOT_ALLOWED' : !left ? 'NOTHING_TO_ACCEPT' : !open ? 'ACCEPTED_BY_CLOCK' : undefined;
  return [{ action: 'ACCEPT', allowed: reason === undefined, ...(reason === undefined ? {} : { reason }) }];
};
