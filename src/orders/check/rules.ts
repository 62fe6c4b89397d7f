import { decimal, sum } from '../../kernel/decimal.js';
import type { Refusal } from '../../kernel/refusal.js';
import { CALL_OFF, FRAME, type OrderType } from '../../kernel/uncodes.js';
import { isUnit } from '../../kernel/units.js';
import { type HeaderContent, type LineContent, type OrderContent, totalsOf } from '../content/rules.js';

export type ContentCode =
  | 'LINE_REPEATED'
  | 'NO_LINES'
  | 'SCHEDULE_REPEATED'
  | 'SCHEDULE_SUM'
  | 'PERIOD_REVERSED'
  | 'UNIT_UNKNOWN'
  | 'PRICE_ROWS_ONLY_IN_FRAME'
  | 'PRICE_ROW_REPEATED'
  | 'FRAME_TERMS_ONLY_IN_FRAME'
  | 'FRAME_NEEDS_VALIDITY'
  | 'FRAME_LINE_ONLY_IN_CALL_OFF'
  | 'TOTAL_NEGATIVE';

type Path = readonly string[];
type Found = Refusal<ContentCode>;

const repeated = (keys: readonly string[]): readonly { readonly key: string; readonly at: number }[] => {
  const first = new Map([...keys].reverse().map((key, i) => [key, keys.length - 1 - i]));
  return keys.flatMap((key, at) => (first.get(key) === at ? [] : [{ key, at }]));
};

const reversed = (from: string | undefined, to: string | undefined, field: Path): readonly Found[] =>
  from !== undefined && to !== undefined && from > to ? [{ code: 'PERIOD_REVERSED', field, params: { from, to } }] : [];

const headerFaults = (header: HeaderContent, typeCode: OrderType, at: Path): readonly Found[] => [
  ...reversed(header.deliverFrom, header.deliverTo, [...at, 'deliverTo']),
  ...reversed(header.promisedFrom, header.promisedTo, [...at, 'promisedTo']),
  ...reversed(header.validFrom, header.validTo, [...at, 'validTo']),
  ...(typeCode === FRAME && header.validTo === undefined ? [{ code: 'FRAME_NEEDS_VALIDITY', field: [...at, 'validTo'] } as const] : []),
  ...(typeCode !== FRAME && header.frameTotal !== undefined
    ? [{ code: 'FRAME_TERMS_ONLY_IN_FRAME', field: [...at, 'frameTotal'] } as const]
    : []),
];

const scheduleFaults = (line: LineContent, at: Path): readonly Found[] => {
  const total = sum(line.schedules.map((schedule) => decimal(schedule.quantity)));
  return [
    ...repeated(line.schedules.map((s) => s.scheduleId)).map(
      ({ key, at: i }): Found => ({
        code: 'SCHEDULE_REPEATED',
        field: [...at, 'schedules', String(i), 'scheduleId'],
        params: { scheduleId: key },
      }),
    ),
    ...(total.eq(line.quantity)
      ? []
      : [
          {
            code: 'SCHEDULE_SUM',
            field: [...at, 'schedules'],
            params: { lineId: line.lineId, sum: total.toFixed(), quantity: line.quantity },
          } as const,
        ]),
    ...line.schedules.flatMap((s, i) => [
      ...reversed(s.requestedFrom, s.requestedTo, [...at, 'schedules', String(i), 'requestedTo']),
      ...reversed(s.promisedFrom, s.promisedTo, [...at, 'schedules', String(i), 'promisedTo']),
    ]),
  ];
};

const lineFaults = (line: LineContent, typeCode: OrderType, at: Path): readonly Found[] => [
  ...(isUnit(line.unit) ? [] : [{ code: 'UNIT_UNKNOWN', field: [...at, 'unit'], params: { unit: line.unit } } as const]),
  ...scheduleFaults(line, at),
  ...(typeCode !== FRAME && line.prices !== undefined ? [{ code: 'PRICE_ROWS_ONLY_IN_FRAME', field: [...at, 'prices'] } as const] : []),
  ...(typeCode !== CALL_OFF && line.frameLineId !== undefined
    ? [{ code: 'FRAME_LINE_ONLY_IN_CALL_OFF', field: [...at, 'frameLineId'] } as const]
    : []),
  ...repeated((line.prices ?? []).map((row) => row.from)).map(
    ({ key, at: i }): Found => ({ code: 'PRICE_ROW_REPEATED', field: [...at, 'prices', String(i), 'from'], params: { from: key } }),
  ),
];

/** Every contradiction within the content itself, each at its place in the input. */
export const contentFaults = (content: OrderContent, typeCode: OrderType, at: Path = []): readonly Found[] => [
  ...(content.lines.length === 0 ? [{ code: 'NO_LINES', field: [...at, 'lines'] } as const] : []),
  ...headerFaults(content.header, typeCode, [...at, 'header']),
  ...repeated(content.lines.map((line) => line.lineId)).map(
    ({ key, at: i }): Found => ({ code: 'LINE_REPEATED', field: [...at, 'lines', String(i), 'lineId'], params: { lineId: key } }),
  ),
  ...content.lines.flatMap((line, i) => lineFaults(line, typeCode, [...at, 'lines', String(i)])),
  ...(decimal(totalsOf(content).total).lt(0) ? [{ code: 'TOTAL_NEGATIVE', field: [...at, 'header', 'allowance'] } as const] : []),
];
