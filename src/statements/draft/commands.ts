import { afterWorkingDays } from '../../kernel/calendar.js';
import { plusDays } from '../../kernel/date.js';
import { money, moneyText } from '../../kernel/money.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { organisationOf } from '../../parties/index.js';
import { command, type CommandContext } from '../../platform/commands/index.js';
import { ANSWER_DUE, conclude, receiverOf, sit, step } from '../account/sit.js';
import { statementLifecycle } from '../lifecycle/rules.js';
import { calendarFrom } from './calendar.js';
import { collectAll, collectAsked, type Scope, type Subject } from './collect.js';
import { type DraftInput, draftInput, MOST_LINES, sendInput, withdrawInput } from './inputs.js';
import { periodFaults } from './rules.js';
import { agreementOf, type Last, lastOf, numberFor } from './terms.js';
import { writeDraft } from './write.js';

const chosen = async (ctx: CommandContext, scope: Scope, { subjectIds }: DraftInput): Promise<Verdict<readonly Subject[]>> => {
  if (subjectIds !== undefined) {
    const { subjects, refusals } = await collectAsked(ctx, scope, subjectIds);
    return refusals.length > 0 ? refused(...refusals) : ok(subjects);
  }
  const subjects = await collectAll(ctx, scope, MOST_LINES);
  return subjects.length > MOST_LINES
    ? refused({ code: 'TOO_MANY', field: ['periodTo'], params: { max: String(MOST_LINES) } })
    : ok(subjects);
};

/** What speaks against the next statement of this account. */
const chainFaults = (last: Last | undefined, { openingBalance }: DraftInput): readonly Refusal[] => {
  if (last?.status === 'DRAFT') return [{ code: 'STATEMENT_DRAFT_EXISTS', params: { number: last.number } }];
  return last && openingBalance !== undefined
    ? [{ code: 'OPENING_ONLY_FIRST', field: ['openingBalance'], params: { number: last.number } }]
    : [];
};

/** The two parties as the caller names them, and the scope of what is collected. */
const scopeOf = async (ctx: CommandContext, input: DraftInput): Promise<Verdict<Scope>> => {
  const me = ctx.viewer.orgId;
  const other = await organisationOf(ctx.sql, input.counterparty, ['counterparty']);
  if (!other.ok) return other;
  if (other.value === me) return refused({ code: 'PARTY_IS_ONESELF', field: ['counterparty'] });
  const [buyerId, supplierId] = input.as === 'BUYER' ? [me, other.value] : [other.value, me];
  return ok({ buyerId, supplierId, from: input.periodFrom, to: input.periodTo, currency: input.currency });
};

/**
 * Drafts the account of a period between two parties: everything of it that stands in no statement yet and what earlier ones set
 * aside, or exactly the documents named. It begins with the closing balance of the statement before.
 * Refuses PARTY_IS_ONESELF, ORGANISATION_UNKNOWN, PERIOD_REVERSED, PERIOD_NOT_OVER, STATEMENT_DRAFT_EXISTS, OPENING_ONLY_FIRST,
 * SUBJECT_*, STATEMENT_EMPTY, STATEMENT_NUMBER_EXISTS, TOO_MANY, NOT_FOUND, CONFLICT.
 */
export const statementDraft = command({
  name: 'statementDraft',
  need: 'invoices:write',
  key: 'required',
  input: draftInput,
  constraints: {
    statement_number_once: { code: 'STATEMENT_NUMBER_EXISTS', field: ['number'] },
    statement_chain: { code: 'CONFLICT' },
    statement_subject_once: { code: 'CONFLICT' },
    statement_line_true: { code: 'CONFLICT' },
    statement_opening: { code: 'CONFLICT' },
  },
  async run(ctx, input): Promise<Verdict<{ statementId: string }>> {
    const scope = await scopeOf(ctx, input);
    if (!scope.ok) return scope;
    const last = await lastOf(ctx.sql, scope.value);
    const faults = [...periodFaults({ from: input.periodFrom, to: input.periodTo }, ctx.businessDate), ...chainFaults(last, input)];
    if (faults.length > 0) return refused(...faults);
    const subjects = await chosen(ctx, scope.value, input);
    if (!subjects.ok) return subjects;
    const opening = last?.closing ?? (input.openingBalance && moneyText(money(input.openingBalance, input.currency)));
    if (subjects.value.length === 0 && opening === undefined) return refused({ code: 'STATEMENT_EMPTY', field: ['periodFrom'] });
    const number = input.number ?? (await numberFor(ctx.sql, scope.value));
    if (fingerprint(number) === '') return refused({ code: 'INVALID_VALUE', field: ['number'] });
    const agreement = await agreementOf(ctx, scope.value);
    const draft = { scope: scope.value, number, note: input.note ?? null, agreement, previous: last, opening, subjects: subjects.value };
    return ok({ statementId: await writeDraft(ctx, draft) });
  },
});

/**
 * Sends a draft to the other side, which has the agreed working days for its answer; after them it is late, and nothing more.
 * Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, STATEMENT_EMPTY.
 */
export const statementSend = command({
  name: 'statementSend',
  need: 'invoices:write',
  key: 'optional',
  input: sendInput,
  async run(ctx, input): Promise<Verdict<{ statementId: string }>> {
    const at = await sit(ctx, input);
    if (!at.ok) return at;
    const s = at.value;
    const to = statementLifecycle.decide(s.facts, 'SEND', s.hand);
    if (!to.ok) return to;
    const { statement } = s;
    const due = afterWorkingDays(await calendarFrom(ctx.sql, ctx.businessDate), ctx.businessDate, statement.answerDays);
    Object.assign(statement, { status: to.value, sentOn: ctx.businessDate, answerDueOn: due.day, answerDueProvisional: due.provisional });
    await step(s, 'SENT', input.note);
    conclude(s, 'STATEMENT_SENT', ['status', 'answerDueOn']);
    ctx.deadline({
      kind: ANSWER_DUE,
      // The agreed day ends in Shanghai.
      dueAt: `${plusDays(due.day, 1)}T00:00:00+08:00`,
      subject: 'Statement',
      subjectId: statement.id,
      version: statement.version,
      orgId: receiverOf(statement),
      parties: [statement.buyerId, statement.supplierId],
    });
    return ok({ statementId: statement.id });
  },
});

/**
 * Takes a draft or sent statement back; its documents are free for another one.
 * Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, STATEMENT_FOLLOWED, CONFIRMED_BY_OTHER.
 */
export const statementWithdraw = command({
  name: 'statementWithdraw',
  need: 'invoices:write',
  key: 'optional',
  input: withdrawInput,
  constraints: { statement_followed: { code: 'STATEMENT_FOLLOWED' } },
  async run(ctx, input): Promise<Verdict<{ statementId: string }>> {
    const at = await sit(ctx, input);
    if (!at.ok) return at;
    const s = at.value;
    const to = statementLifecycle.decide(s.facts, 'WITHDRAW', s.hand);
    if (!to.ok) return to;
    s.statement.status = to.value;
    await step(s, 'WITHDRAWN', input.note);
    ctx.clearDeadlines(s.statement.id, [ANSWER_DUE]);
    conclude(s, 'STATEMENT_WITHDRAWN', ['status']);
    return ok({ statementId: s.statement.id });
  },
});
