import { type Decimal, decimal, plain, zero } from '../../kernel/decimal.js';
import type { Refusal } from '../../kernel/refusal.js';
import { convert, convertible, convertPrice } from '../../kernel/units.js';
import { type LineContent, lineAmount, lineById, type OrderContent } from '../content/rules.js';
import type { OrderStatus } from '../lifecycle/rules.js';

/** A frame agreement (UN/EDIFACT 1001 code 221) and what call-offs (226) have drawn from it, the call-off in question left out. */
export interface FrameFacts {
  readonly status: OrderStatus;
  readonly content: OrderContent;
  /** By line of the frame, in the frame's unit. */
  readonly calledOff: ReadonlyMap<string, Decimal>;
  /** Without tax. */
  readonly calledOffValue: Decimal;
}

export type FrameCode =
  | 'FRAME_NOT_IN_FORCE'
  | 'FRAME_NOT_VALID'
  | 'FRAME_CURRENCY'
  | 'FRAME_LINE_UNKNOWN'
  | 'FRAME_UNIT'
  | 'FRAME_PRICE'
  | 'FRAME_EXHAUSTED'
  | 'FRAME_VALUE_EXHAUSTED'
  | 'BELOW_CALLED_OFF'
  | 'VALUE_BELOW_CALLED_OFF';

type Found = Refusal<FrameCode>;
type Path = readonly string[];

/** The frame's line that a call-off's line draws on: the one it names, else the one of the same id. */
export const frameLineOf = (frame: OrderContent, line: LineContent): LineContent | undefined => {
  const found = lineById(frame, line.frameLineId ?? line.lineId);
  return found?.state === 'ACTIVE' ? found : undefined;
};

interface UnitPrice {
  readonly price: Decimal;
  readonly basis: string;
}

/** The frame's price on a day: the last row that had begun, else the line's price; undefined where none is agreed. */
export const priceOn = (line: LineContent, day: string): UnitPrice | undefined => {
  const [row] = (line.prices ?? []).filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1));
  if (row !== undefined) return { price: decimal(row.price), basis: '1' };
  return line.price === undefined ? undefined : { price: decimal(line.price), basis: line.priceBasis ?? '1' };
};

const priceIn = (source: LineContent, day: string, unit: string): UnitPrice | undefined => {
  const agreed = priceOn(source, day);
  const price = agreed === undefined ? undefined : convertPrice(agreed.price, source.unit, unit);
  return agreed === undefined || price === undefined ? undefined : { price, basis: agreed.basis };
};

/** The call-off with the frame's line named on each of its lines, and with the frame's price where it states none. */
export const calledFrom = (frame: OrderContent, callOff: OrderContent, day: string): OrderContent => ({
  header: callOff.header,
  lines: callOff.lines.map((line) => {
    const source = frameLineOf(frame, line);
    const named = source === undefined ? line : { ...line, frameLineId: source.lineId };
    const agreed = source === undefined || line.price !== undefined ? undefined : priceIn(source, day, line.unit);
    if (agreed === undefined) return named;
    return { ...named, price: plain(agreed.price), ...(agreed.basis === '1' ? {} : { priceBasis: agreed.basis }) };
  }),
});

const lineFaults = (frame: FrameFacts, line: LineContent, day: string, at: Path): readonly Found[] => {
  const source = frameLineOf(frame.content, line);
  if (source === undefined)
    return [{ code: 'FRAME_LINE_UNKNOWN', field: [...at, 'frameLineId'], params: { lineId: line.frameLineId ?? line.lineId } }];
  if (!convertible(line.unit, source.unit)) return [{ code: 'FRAME_UNIT', field: [...at, 'unit'], params: { unit: source.unit } }];
  const agreed = priceIn(source, day, line.unit);
  if (
    agreed === undefined ||
    (line.price !== undefined &&
      decimal(line.price)
        .times(agreed.basis)
        .eq(agreed.price.times(line.priceBasis ?? '1')))
  )
    return [];
  return [{ code: 'FRAME_PRICE', field: [...at, 'price'], params: { price: plain(agreed.price), basis: agreed.basis, day } }];
};

/** What a call-off draws, by line of the frame and in its unit. */
export const drawn = (frame: OrderContent, callOff: OrderContent): ReadonlyMap<string, Decimal> => {
  const total = new Map<string, Decimal>();
  for (const line of callOff.lines) {
    const source = frameLineOf(frame, line);
    const quantity = source === undefined || line.state !== 'ACTIVE' ? undefined : convert(decimal(line.quantity), line.unit, source.unit);
    if (source !== undefined && quantity !== undefined) total.set(source.lineId, (total.get(source.lineId) ?? zero).plus(quantity));
  }
  return total;
};

const netValue = ({ header, lines }: OrderContent): Decimal =>
  lines.reduce((total, line) => (line.state === 'ACTIVE' ? total.plus(lineAmount(line, header.currency) ?? zero) : total), zero);

const overdrawn = (frame: FrameFacts, callOff: OrderContent, at: Path): readonly Found[] => {
  const quantities = [...drawn(frame.content, callOff)].flatMap(([lineId, quantity]): readonly Found[] => {
    const source = lineById(frame.content, lineId);
    const remaining = decimal(source?.quantity ?? '0').minus(frame.calledOff.get(lineId) ?? zero);
    return quantity.lte(remaining)
      ? []
      : [
          {
            code: 'FRAME_EXHAUSTED',
            field: [...at, 'lines'],
            params: { lineId, remaining: plain(remaining), unit: source?.unit ?? '', asked: plain(quantity) },
          },
        ];
  });
  const { frameTotal, currency } = frame.content.header;
  const left = frameTotal === undefined ? undefined : decimal(frameTotal).minus(frame.calledOffValue);
  const asked = netValue(callOff);
  return left === undefined || asked.lte(left)
    ? quantities
    : [
        ...quantities,
        { code: 'FRAME_VALUE_EXHAUSTED', field: [...at, 'lines'], params: { remaining: plain(left), asked: plain(asked), currency } },
      ];
};

/** Every reason against a call-off of that day; none means that the frame holds enough of all it asks for. */
export const callOffFaults = (frame: FrameFacts, callOff: OrderContent, day: string, at: Path = []): readonly Found[] => {
  const { validFrom, validTo, currency } = frame.content.header;
  if (frame.status !== 'IN_FORCE') return [{ code: 'FRAME_NOT_IN_FORCE', field: [...at, 'frame'], params: { status: frame.status } }];
  const invalid = (validFrom !== undefined && day < validFrom) || (validTo !== undefined && day > validTo);
  const faults: readonly Found[] = [
    ...(invalid
      ? [
          {
            code: 'FRAME_NOT_VALID',
            field: [...at, 'issuedOn'],
            params: { day, validFrom: validFrom ?? '…', validTo: validTo ?? '…' },
          } as const,
        ]
      : []),
    ...(callOff.header.currency === currency
      ? []
      : [{ code: 'FRAME_CURRENCY', field: [...at, 'header', 'currency'], params: { currency } } as const]),
    ...callOff.lines.flatMap((line, i) => (line.state === 'ACTIVE' ? lineFaults(frame, line, day, [...at, 'lines', String(i)]) : [])),
  ];
  return faults.length > 0 ? faults : overdrawn(frame, callOff, at);
};

/** Reasons against a change of the frame itself: no line and no total below what is called off already. */
export const frameFaults = (
  next: OrderContent,
  called: Pick<FrameFacts, 'calledOff' | 'calledOffValue'>,
  at: Path = [],
): readonly Found[] => {
  const { frameTotal, currency } = next.header;
  const value = called.calledOffValue;
  return [
    ...next.lines.flatMap((line, i): readonly Found[] => {
      const quantity = called.calledOff.get(line.lineId) ?? zero;
      return decimal(line.quantity).gte(quantity)
        ? []
        : [
            {
              code: 'BELOW_CALLED_OFF',
              field: [...at, 'lines', String(i), 'quantity'],
              params: { lineId: line.lineId, calledOff: plain(quantity), unit: line.unit },
            },
          ];
    }),
    ...(frameTotal === undefined || value.lte(frameTotal)
      ? []
      : [
          {
            code: 'VALUE_BELOW_CALLED_OFF',
            field: [...at, 'header', 'frameTotal'],
            params: { calledOff: plain(value), currency },
          } as const,
        ]),
  ];
};
