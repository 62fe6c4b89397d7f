import { plain } from '../../kernel/decimal.js';
import { publicId } from '../../kernel/ids.js';
import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { command, type CommandContext } from '../../platform/commands/index.js';
import { sit, type Sitting } from '../account/sit.js';
import { type StatementAction, statementLifecycle } from '../lifecycle/rules.js';
import { type Difference, matchLedger } from '../match/rules.js';
import { disputeInput, excludeInput, matchInput, tickInput } from './inputs.js';
import { type HeldLineRow, linesOf } from './load.js';
import { markFaults, type MarkKind, unmarkedOf, untickedOf } from './rules.js';
import { writeMarks } from './write.js';

interface Addressed {
  readonly statementId: string;
  readonly expectedVersion?: number | undefined;
}

type Marking = Sitting & { readonly lines: ReadonlyMap<string, HeldLineRow> };

/** The statement at the table with its lines, open to that action; or why not. */
const seated = async (ctx: CommandContext, input: Addressed, action: StatementAction): Promise<Verdict<Marking>> => {
  const at = await sit(ctx, input);
  if (!at.ok) return at;
  const to = statementLifecycle.decide(at.value.facts, action, at.value.hand);
  return to.ok ? ok({ ...at.value, lines: await linesOf(at.value) }) : to;
};

const faultsOf = ({ lines }: Marking, kind: MarkKind, ids: readonly string[], fieldOf: (i: number) => readonly string[]) =>
  markFaults(lines, ids, kind, (id) => publicId('stl', id), fieldOf);

const inList = (i: number) => ['lineIds', String(i)];

type Done = { readonly statementId: string; readonly marked: number };

/**
 * Ticks lines for one's own side: those named, or every one of which it has said nothing yet. A tick takes one's own dispute back; a
 * line that is ticked already stays so.
 * Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, CONFIRMED_ALREADY, STATEMENT_LINE_UNKNOWN, LINE_SET_ASIDE, REQUIRED.
 */
export const statementTick = command({
  name: 'statementTick',
  need: 'invoices:write',
  key: 'optional',
  input: tickInput,
  async run(ctx, input): Promise<Verdict<Done>> {
    if (!input.all && input.lineIds === undefined) return refused({ code: 'REQUIRED', field: ['lineIds'] });
    const at = await seated(ctx, input, 'TICK');
    if (!at.ok) return at;
    const s = at.value;
    const named = input.lineIds ?? [];
    const faults = faultsOf(s, 'TICK', named, inList);
    if (faults.length > 0) return refused(...faults);
    const asked = new Set([...(input.all ? unmarkedOf(s.lines.values()) : []), ...named]);
    const ids = untickedOf(s.lines.values()).filter((id) => asked.has(id));
    await writeMarks(
      s,
      'TICK',
      ids.map((lineId) => ({ lineId, kind: 'TICK' })),
    );
    return ok({ statementId: s.statement.id, marked: ids.length });
  },
});

/**
 * Disputes lines, each with the reason and what one's own books say. Confirmations of either side given before lapse.
 * Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, CONFIRMED_ALREADY, STATEMENT_LINE_UNKNOWN, LINE_SET_ASIDE.
 */
export const statementDispute = command({
  name: 'statementDispute',
  need: 'invoices:write',
  key: 'optional',
  input: disputeInput,
  async run(ctx, input): Promise<Verdict<Done>> {
    const at = await seated(ctx, input, 'DISPUTE');
    if (!at.ok) return at;
    const s = at.value;
    const faults = faultsOf(
      s,
      'DISPUTE',
      input.lines.map((line) => line.lineId),
      (i) => ['lines', String(i), 'lineId'],
    );
    if (faults.length > 0) return refused(...faults);
    const marks = input.lines.map(({ lineId, reason, claimed }) => ({
      lineId,
      kind: 'DISPUTE' as const,
      reason,
      ...(claimed === undefined ? {} : { claimed: plain(claimed) }),
    }));
    await writeMarks(s, 'DISPUTE', marks);
    return ok({ statementId: s.statement.id, marked: marks.length });
  },
});

/**
 * Agrees that lines which the other side disputes are set aside: they count here no more, and come again with the next statement.
 * Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, STATEMENT_LINE_UNKNOWN, LINE_SET_ASIDE, LINE_NOT_DISPUTED, OPENING_CANNOT_WAIT.
 */
export const statementExclude = command({
  name: 'statementExclude',
  need: 'invoices:write',
  key: 'optional',
  input: excludeInput,
  async run(ctx, input): Promise<Verdict<Done>> {
    const at = await seated(ctx, input, 'EXCLUDE');
    if (!at.ok) return at;
    const s = at.value;
    const faults = faultsOf(s, 'EXCLUDE', input.lineIds, inList);
    if (faults.length > 0) return refused(...faults);
    const ids = [...new Set(input.lineIds)];
    await writeMarks(
      s,
      'EXCLUDE',
      ids.map((lineId) => ({ lineId, kind: 'EXCLUDE', reason: input.note })),
    );
    return ok({ statementId: s.statement.id, marked: ids.length });
  },
});

type Comparison = Done & {
  readonly agreed: number;
  readonly differs: readonly Difference[];
  readonly onlyHere: readonly Difference[];
  readonly onlyThere: readonly Difference[];
};

/**
 * Compares the statement with one's own ledger by number and amount, and ticks what agrees unless told not to. A line that one disputes
 * stays disputed. Amounts of the hub are told to those only who may read amounts.
 * Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, CONFIRMED_ALREADY.
 */
export const statementMatch = command({
  name: 'statementMatch',
  need: 'invoices:write',
  key: 'optional',
  input: matchInput,
  async run(ctx, input): Promise<Verdict<Comparison>> {
    const at = await seated(ctx, input, 'TICK');
    if (!at.ok) return at;
    const s = at.value;
    const held = [...s.lines.values()].filter((line) => !line.excluded);
    const ledger = input.lines.map(({ number, amount, kind }) => ({ number, amount, ...(kind === undefined ? {} : { kind }) }));
    const { ticks, ...found } = matchLedger(held, ledger);
    const agreeing = new Set(ticks);
    const ids = input.tick ? unmarkedOf(held).filter((id) => agreeing.has(id)) : [];
    await writeMarks(
      s,
      'TICK',
      ids.map((lineId) => ({ lineId, kind: 'TICK', byMatch: true })),
    );
    const told = (all: readonly Difference[]) => (ctx.viewer.scopes.has('amounts:read') ? all : all.map((one) => ({ ...one, here: null })));
    return ok({ statementId: s.statement.id, marked: ids.length, ...found, differs: told(found.differs), onlyHere: told(found.onlyHere) });
  },
});
