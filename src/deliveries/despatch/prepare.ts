import type { Decimal } from '../../kernel/decimal.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { type GoodsLine, inUnitOf, send } from '../goods/rules.js';
import { allOf, Running, under } from '../goods/running.js';
import { type Paper, type Survey, survey } from '../goods/survey.js';
import type { DespatchInput, DespatchLineInput } from './inputs.js';
import { dayFaults } from './rules.js';

export interface DespatchDraftLine {
  readonly said: DespatchLineInput;
  readonly line: GoodsLine;
  readonly unit: string;
  readonly orderQuantity: Decimal;
}

/** A despatch ready to be written. */
export interface DespatchDraft {
  readonly id: string;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly input: DespatchInput;
  readonly lines: readonly DespatchDraftLine[];
}

const drafted = (line: GoodsLine, running: Running, said: DespatchLineInput): Verdict<DespatchDraftLine> => {
  const unit = said.unit ?? line.unit;
  const quantity = inUnitOf(line, said.quantity, unit, ['unit']);
  if (!quantity.ok) return quantity;
  const faults = running.move(line, send(line, running.of(line), quantity.value, ['quantity']));
  return faults.length > 0 ? refused(...faults) : ok({ said, line, unit, orderQuantity: quantity.value });
};

/** A reason alone says nothing of how much is to follow. */
const outstandingFaults = ({ lines }: DespatchInput): readonly Refusal[] =>
  lines.flatMap((line, i) =>
    line.outstandingReason !== undefined && line.outstandingQuantity === undefined
      ? [{ code: 'REQUIRED', field: ['lines', String(i), 'outstandingQuantity'] }]
      : [],
  );

const judge = (ctx: CommandContext, found: Survey, running: Running, paper: Paper, input: DespatchInput): Verdict<DespatchDraft> => {
  const pair = found.pairOf(paper);
  if (!pair.ok) return pair;
  const faults = [...found.nameFaults(paper), ...dayFaults(input), ...outstandingFaults(input)];
  const lines = allOf(
    input.lines.map((said, i) => {
      const line = found.lineOf(paper, said);
      return under(['lines', String(i)], line.ok ? drafted(line.value, running, said) : line);
    }),
  );
  if (faults.length > 0 || !lines.ok) {
    running.drop();
    return refused(...faults, ...(lines.ok ? [] : lines.refusals));
  }
  running.keep();
  found.take(paper);
  return ok({ id: ctx.newId(), ...pair.value, input, lines: lines.value });
};

/** Looks at every despatch of a request, in its order: later ones see what earlier ones sent. Every order named is locked afterwards. */
export const prepareDespatches = async (
  ctx: CommandContext,
  inputs: readonly DespatchInput[],
): Promise<readonly Verdict<DespatchDraft>[]> => {
  const papers = inputs.map(({ buyer, number, externalReference, lines }): Paper => ({ party: buyer, number, externalReference, lines }));
  const found = await survey(ctx, 'SUPPLIER', 'DESPATCH', papers);
  const running = new Running();
  return inputs.map((input, i) => judge(ctx, found, running, papers[i] as Paper, input));
};
