import type { Decimal } from '../../kernel/decimal.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { type GoodsLine, inUnitOf, keep } from '../goods/rules.js';
import { allOf, Running, under } from '../goods/running.js';
import { type Pair, type Paper, type Survey, survey } from '../goods/survey.js';
import { type Announced, announcedFor, takenBack } from './announced.js';
import type { ReceiptInput, ReceiptLineInput } from './inputs.js';
import { dayFaults, place, type Placed, saidFaults } from './rules.js';

export interface ReceiptDraftLine {
  readonly said: ReceiptLineInput;
  readonly line: GoodsLine;
  readonly unit: string;
  readonly despatchLineId: string | null;
  readonly received: Decimal;
  readonly short: Decimal;
  readonly rejected: Decimal;
}

/** A receipt ready to be written. */
export interface ReceiptDraft extends Pair {
  readonly id: string;
  readonly despatchId: string | null;
  readonly receivedOn: string;
  readonly input: ReceiptInput;
  readonly lines: readonly ReceiptDraftLine[];
}

/** A receipt with what each of its lines speaks of. */
interface Sheet {
  readonly input: ReceiptInput;
  readonly despatch?: Verdict<Announced> | undefined;
  readonly places: readonly Verdict<Placed>[];
  readonly paper: Paper;
}

const placeLine = (despatch: Announced | undefined, line: ReceiptLineInput): Verdict<Placed> => {
  const { order, lineId: lineNo, despatchLineId, lot } = line;
  const orderKey = order?.number === undefined ? undefined : fingerprint(order.number);
  return place(despatch?.lines, { despatchLineId, orderId: order?.id, orderKey, lineNo, lot });
};

const sheetOf = (input: ReceiptInput, despatch: Verdict<Announced> | undefined): Sheet => {
  const places = input.lines.map((line) => placeLine(despatch?.ok ? despatch.value : undefined, line));
  const lines = input.lines.map(({ order, lineId }, i) => {
    const placed = places[i];
    if (placed?.ok !== true) return { order: {}, lineId: lineId ?? '' };
    const { orderId, lineNo } = placed.value;
    return { order: orderId === undefined ? { number: order?.number } : { id: orderId }, lineId: lineNo };
  });
  const { supplier: party, number, externalReference } = input;
  return { input, despatch, places, paper: { party, number, externalReference, lines } };
};

const drafted = (line: GoodsLine, running: Running, said: ReceiptLineInput, placed: Placed): Verdict<ReceiptDraftLine> => {
  const told = saidFaults(said);
  if (told.length > 0) return refused(...told);
  const unit = said.unit ?? line.unit;
  const received = inUnitOf(line, said.received, unit, ['unit']);
  const short = inUnitOf(line, said.short, unit, ['unit']);
  const rejected = inUnitOf(line, said.rejected, unit, ['unit']);
  if (!received.ok) return received;
  if (!short.ok || !rejected.ok) return refused();
  const faults = running.move(line, keep(line, running.of(line), received.value, ['received']));
  if (faults.length > 0) return refused(...faults);
  const despatchLineId = placed.announced?.id ?? null;
  return ok({ said, line, unit, despatchLineId, received: received.value, short: short.value, rejected: rejected.value });
};

interface Look {
  readonly ctx: CommandContext;
  readonly found: Survey;
  readonly running: Running;
  readonly gone: ReadonlySet<string>;
}

const despatchFaults = ({ gone }: Look, { input, despatch }: Sheet, pair: Pair): readonly Refusal[] => {
  if (despatch === undefined) return [];
  if (!despatch.ok) return despatch.refusals;
  if (despatch.value.supplierId !== pair.supplierId) return [{ code: 'PARTIES_DIFFER', field: ['despatch'] }];
  const number = input.despatch?.number ?? input.number;
  return gone.has(despatch.value.id) ? [{ code: 'DESPATCH_WAS_CANCELLED', field: ['despatch'], params: { number } }] : [];
};

const linesOf = ({ found, running }: Look, { input, places, paper }: Sheet) =>
  allOf(
    input.lines.map((said, i) => {
      const placed = places[i] ?? refused();
      const line = placed.ok ? found.lineOf(paper, paper.lines[i] ?? { order: {}, lineId: '' }) : placed;
      return under(
        ['lines', String(i)],
        placed.ok && line.ok ? drafted(line.value, running, said, placed.value) : (line as Verdict<never>),
      );
    }),
  );

const judge = (look: Look, sheet: Sheet): Verdict<ReceiptDraft> => {
  const { ctx, found, running } = look;
  const { input, despatch, places, paper } = sheet;
  if (despatch?.ok === false) return despatch;
  const misplaced = allOf(places.map((one, i) => under(['lines', String(i)], one)));
  if (!misplaced.ok) return misplaced;
  const pair = found.pairOf(paper);
  if (!pair.ok) return pair;
  const receivedOn = input.receivedOn ?? ctx.businessDate;
  const faults = [...found.nameFaults(paper), ...dayFaults(receivedOn, ctx.businessDate), ...despatchFaults(look, sheet, pair.value)];
  const lines = linesOf(look, sheet);
  if (faults.length > 0 || !lines.ok) {
    running.drop();
    return refused(...faults, ...(lines.ok ? [] : lines.refusals));
  }
  running.keep();
  found.take(paper);
  return ok({ id: ctx.newId(), ...pair.value, despatchId: despatch?.value.id ?? null, receivedOn, input, lines: lines.value });
};

/** Looks at every receipt of a request, in its order: later ones see what earlier ones kept. Every order named is locked afterwards. */
export const prepareReceipts = async (ctx: CommandContext, inputs: readonly ReceiptInput[]): Promise<readonly Verdict<ReceiptDraft>[]> => {
  const announced = await announcedFor(ctx, inputs);
  const sheets = inputs.map((input) => sheetOf(input, announced(input)));
  const found = await survey(
    ctx,
    'BUYER',
    'RECEIPT',
    sheets.map(({ paper }) => paper),
  );
  const named = sheets.flatMap(({ despatch }) => (despatch?.ok ? [despatch.value.id] : []));
  const look: Look = { ctx, found, running: new Running(), gone: await takenBack(ctx, named) };
  return sheets.map((sheet) => judge(look, sheet));
};
