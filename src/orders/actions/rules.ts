import type { Refusal } from '../../kernel/refusal.js';
import { type Verdict, unless } from '../../kernel/refusal.js';
import type { LineAnswer, LineChange } from '../../kernel/uncodes.js';
import type { HeaderContent, LineContent, OrderContent, ScheduleContent } from '../content/rules.js';
import { aligned } from '../settle/rules.js';

/** What one side does to one line. */
export type Verb = 'ADD' | 'CHANGE' | 'END' | 'REFUSE' | 'KEEP' | 'REOPEN';

/** UN/EDIFACT 1229 in an order change. */
export const verbOfChange: Readonly<Record<LineChange, Verb>> = { '1': 'ADD', '2': 'END', '3': 'CHANGE', '4': 'KEEP', '74': 'REOPEN' };
/** UN/EDIFACT 1229 in an order response; what is already delivered is delivered as ordered. */
export const verbOfAnswer: Readonly<Record<LineAnswer, Verb>> = { '1': 'ADD', '3': 'CHANGE', '5': 'KEEP', '7': 'REFUSE', '42': 'KEEP' };

/** Fields to set on a line; what is not named stays. */
export type LinePatch = Partial<Omit<LineContent, 'lineId' | 'state'>>;

export interface LineAction {
  readonly lineId: string;
  readonly verb: Verb;
  readonly patch: LinePatch;
}

export type ActionCode = 'LINE_UNKNOWN' | 'LINE_REPEATED' | 'LINE_EXISTS' | 'LINE_NOT_ACTIVE' | 'LINE_ACTIVE' | 'LINE_INCOMPLETE';

type Found = Refusal<ActionCode>;

const WHOLE = ['itemName', 'quantity', 'unit'] as const;

const faultsOf = (line: LineContent | undefined, { verb, lineId, patch }: LineAction, field: readonly string[]): readonly Found[] => {
  const params = { lineId };
  if (verb === 'ADD') {
    if (line !== undefined) return [{ code: 'LINE_EXISTS', field: [...field, 'lineId'], params }];
    return WHOLE.filter((name) => patch[name] === undefined).map((name) => ({
      code: 'LINE_INCOMPLETE',
      field: [...field, name],
      params: { lineId, name },
    }));
  }
  if (line === undefined) return [{ code: 'LINE_UNKNOWN', field: [...field, 'lineId'], params }];
  if (verb === 'REOPEN') return line.state === 'ACTIVE' ? [{ code: 'LINE_ACTIVE', field: [...field, 'action'], params }] : [];
  return (verb === 'CHANGE' || verb === 'REFUSE') && line.state !== 'ACTIVE'
    ? [{ code: 'LINE_NOT_ACTIVE', field: [...field, 'action'], params }]
    : [];
};

// A line with one schedule carries its quantity along; with several, the schedules must be told.
const scheduled = (
  line: LineContent | undefined,
  quantity: string,
  told: readonly ScheduleContent[] | undefined,
): readonly ScheduleContent[] => {
  const schedules = told ?? line?.schedules ?? [];
  if (schedules.length === 0) return [{ scheduleId: '1', quantity }];
  return told === undefined && schedules.length === 1 ? schedules.map((s) => ({ ...s, quantity })) : schedules;
};

const patched = (line: LineContent, patch: LinePatch): LineContent => {
  const quantity = patch.quantity ?? line.quantity;
  return aligned(line, { ...line, ...patch, quantity, schedules: scheduled(line, quantity, patch.schedules) });
};

const added = (lineId: string, patch: LinePatch): LineContent => {
  const { itemName = '', quantity = '0', unit = '' } = patch;
  return { ...patch, lineId, state: 'ACTIVE', itemName, quantity, unit, schedules: scheduled(undefined, quantity, patch.schedules) };
};

const acted = (line: LineContent, { verb, patch }: LineAction): LineContent => {
  if (verb === 'END') return line.state === 'ACTIVE' ? { ...line, state: 'ENDED' } : line;
  if (verb === 'REFUSE') return { ...line, state: 'REFUSED' };
  if (verb === 'REOPEN') return patched({ ...line, state: 'ACTIVE' }, patch);
  return verb === 'CHANGE' ? patched(line, patch) : line;
};

const repeatedIds = (actions: readonly LineAction[], field: readonly string[]): readonly Found[] => {
  const seen = new Set<string>();
  return actions.flatMap(({ lineId }, i) => {
    if (seen.has(lineId)) return [{ code: 'LINE_REPEATED', field: [...field, String(i), 'lineId'], params: { lineId } } as const];
    seen.add(lineId);
    return [];
  });
};

/**
 * The content that the base becomes by the actions. A line named by none stays as it is.
 * @param field where the actions stand in the input
 */
export const act = (
  base: OrderContent,
  header: Partial<HeaderContent>,
  actions: readonly LineAction[],
  field: readonly string[] = ['lines'],
): Verdict<OrderContent, ActionCode> => {
  const known = new Map(base.lines.map((line) => [line.lineId, line]));
  const byLine = new Map(actions.map((action) => [action.lineId, action]));
  const faults = [
    ...repeatedIds(actions, field),
    ...actions.flatMap((action, i) => faultsOf(known.get(action.lineId), action, [...field, String(i)])),
  ];
  const changed = base.lines.map((line) => {
    const action = byLine.get(line.lineId);
    return action === undefined ? line : acted(line, action);
  });
  const more = actions.filter((action) => action.verb === 'ADD').map((action) => added(action.lineId, action.patch));
  return unless(faults, { header: { ...base.header, ...header }, lines: [...changed, ...more] });
};
