import { type Decimal, decimal, zero } from '../../kernel/decimal.js';
import type { Refusal } from '../../kernel/refusal.js';
import { contentFaults, type ContentCode } from '../check/rules.js';
import { type OrderContent, totalsOf } from '../content/rules.js';
import type { Order } from '../model.js';
import type { Loaded, Sitting } from '../store/load.js';
import { callOffFaults, drawn, type FrameCode, type FrameFacts, frameFaults } from './rules.js';

/** The frame as a call-off sees it. */
export const frameFacts = (order: Order, loaded: Loaded): FrameFacts => ({
  status: order.status,
  content: loaded.content,
  calledOff: loaded.calledOff,
  calledOffValue: decimal(order.calledOffValue),
});

const less = (all: ReadonlyMap<string, Decimal>, own: ReadonlyMap<string, Decimal>): ReadonlyMap<string, Decimal> =>
  new Map([...all].map(([lineId, quantity]) => [lineId, quantity.minus(own.get(lineId) ?? zero)]));

/** The frame without what this content drew of it already. */
export const without = (frame: FrameFacts, content: OrderContent): FrameFacts => ({
  ...frame,
  calledOff: less(frame.calledOff, drawn(frame.content, content)),
  calledOffValue: frame.calledOffValue.minus(totalsOf(content).lines),
});

/** The frame with what one more call-off draws. */
export const withDrawn = (frame: FrameFacts, content: OrderContent): FrameFacts => {
  const more = drawn(frame.content, content);
  const lines = new Set([...frame.calledOff.keys(), ...more.keys()]);
  return {
    ...frame,
    calledOff: new Map([...lines].map((id) => [id, (frame.calledOff.get(id) ?? zero).plus(more.get(id) ?? zero)])),
    calledOffValue: frame.calledOffValue.plus(totalsOf(content).lines),
  };
};

/** Everything that speaks against an order at the table becoming this: its own contradictions, its frame, what is called off from it. */
export const faultsOfNext = (
  { order, loaded, frame }: Sitting,
  next: OrderContent,
): readonly Refusal<ContentCode | FrameCode | 'CURRENCY_FIXED'>[] => {
  if (next.header.currency !== order.currency)
    return [{ code: 'CURRENCY_FIXED', field: ['header', 'currency'], params: { currency: order.currency } }];
  const faults = contentFaults(next, order.typeCode);
  if (faults.length > 0) return faults;
  if (order.typeCode === '221') return frameFaults(next, { calledOff: loaded.calledOff, calledOffValue: decimal(order.calledOffValue) });
  if (frame === undefined || next.lines.every((line) => line.state !== 'ACTIVE')) return [];
  return callOffFaults(without(frameFacts(frame.order, frame.loaded), loaded.content), next, order.issuedOn);
};
