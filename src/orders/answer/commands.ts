import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { command, insertRows, staleVersion } from '../../platform/commands/index.js';
import { given, patchOf } from '../content/inputs.js';
import { lineById } from '../content/rules.js';
import { deltaOf } from '../diff/rules.js';
import { faultsOfNext } from '../frame/check.js';
import { orgOn } from '../model.js';
import { stillOpen } from '../proposal/enact.js';
import { sit, type Sitting, theirsOf } from '../store/load.js';
import { partyCells } from '../store/rows.js';
import { adopt, agree, close, conclude, putForward, saidCells } from '../store/write.js';
import { type RespondInput, respondInput } from './inputs.js';
import { answer, type Answered } from './rules.js';

const promiseOf = ({ salesOrderNumber, promisedFrom, promisedTo }: RespondInput) => given({ salesOrderNumber, promisedFrom, promisedTo });

/** The answer itself, word by word. */
const record = async (s: Sitting, input: RespondInput, outcome: Answered['kind'], proposesId: string | null): Promise<string> => {
  const { ctx, order } = s;
  const id = ctx.newId();
  await insertRows(ctx.write, 'order_response', [
    {
      id,
      ...partyCells(order),
      revision: s.facts.revision,
      code: input.code,
      outcome,
      answers_id: s.open.BUYER?.id ?? null,
      proposes_id: proposesId,
      ...saidCells(input),
      sales_order_number: input.salesOrderNumber ?? null,
      promised_from: input.promisedFrom ?? null,
      promised_to: input.promisedTo ?? null,
      actor_id: ctx.viewer.actorId,
      business_time: ctx.businessNow,
    },
  ]);
  await insertRows(
    ctx.write,
    'order_response_line',
    input.lines.map((line, i) => ({
      id: ctx.newId(),
      response_id: id,
      ...partyCells(order),
      line_no: line.lineId,
      position: i + 1,
      action: line.action,
      note: line.note ?? null,
    })),
  );
  if (input.externalReference !== undefined) {
    await insertRows(ctx.write, 'order_reference', [
      { id: ctx.newId(), org_id: orgOn(order, 'SUPPLIER'), ...partyCells(order), reference: input.externalReference },
    ]);
  }
  return id;
};

const counter = async (
  s: Sitting,
  { to, next, delta, refusesChange }: Extract<Answered, { kind: 'COUNTERED' }>,
  input: RespondInput,
): Promise<string> => {
  const theirs = s.open.BUYER;
  if (refusesChange && theirs) await close(s, theirs, 'REFUSED', input.note);
  const id = await putForward(s, next, delta, { number: input.number, note: input.note });
  const open = refusesChange ? (['SUPPLIER'] as const) : [...stillOpen(s, 'SUPPLIER'), 'SUPPLIER' as const];
  conclude(s, { status: to, open, asks: true, event: 'ORDER_COUNTERED' });
  return id;
};

/** Writes what the rules made of an answer. */
const enact = async (s: Sitting, answered: Answered, input: RespondInput): Promise<string | null> => {
  const { order } = s;
  const promise = promiseOf(input);
  const theirs = s.open.BUYER;
  switch (answered.kind) {
    case 'COUNTERED':
      return counter(s, answered, input);
    case 'NOTED':
      Object.assign(order, promise);
      conclude(s, { status: answered.to, open: stillOpen(s), asks: false, event: 'ORDER_ACKNOWLEDGED' });
      return null;
    case 'ACCEPTED':
      Object.assign(order, promise);
      await agree(s);
      conclude(s, { status: answered.to, open: [], asks: false, event: 'ORDER_ACCEPTED' });
      return null;
    case 'REFUSED':
      if (s.open.SUPPLIER) await close(s, s.open.SUPPLIER, 'LAPSED');
      conclude(s, { status: answered.to, open: [], asks: false, event: 'ORDER_REFUSED' });
      return null;
    case 'CHANGE_ACCEPTED':
      if (theirs) await adopt(s, theirs, deltaOf(s.loaded.content, theirs.next), input.note);
      Object.assign(order, promise);
      conclude(s, {
        status: answered.to,
        open: [],
        asks: false,
        ...(answered.to === 'CANCELLED' ? { event: 'ORDER_CANCELLED' } : { event: 'ORDER_ACCEPTED' }),
      });
      return null;
    case 'CHANGE_REFUSED':
      if (theirs) await close(s, theirs, 'REFUSED', input.note);
      conclude(s, { status: answered.to, open: stillOpen(s, 'BUYER'), asks: false });
      return null;
  }
};

/** The content that an answer would put in force or forward, to be checked before anything is written. */
const nextOf = (s: Sitting, answered: Answered) => {
  if (answered.kind === 'COUNTERED') return answered.next;
  return answered.kind === 'CHANGE_ACCEPTED' ? theirsOf(s) : undefined;
};

/**
 * The supplier answers what is open: the offer, or the buyer's change of an agreed order. AB acknowledges, AP accepts, RE refuses (an
 * offer ends, a change is turned down), CA answers every line and proposes a counter. Unasked on an agreed order, RE proposes its end
 * and CA a change. Refuses NOT_FOUND, STALE_VERSION, STALE_REVISION, NOT_ALLOWED, NOTHING_CHANGED, LINE_*, SCHEDULE_SUM, FRAME_*,
 * LINES_ONLY_WITH_CHANGES, PROMISE_OUTSIDE_REQUEST, DOCUMENT_REPEATED.
 */
export const orderRespond = command({
  name: 'orderRespond',
  need: 'orders:write',
  key: 'required',
  input: respondInput,
  constraints: {
    response_number_once: { code: 'DOCUMENT_REPEATED', field: ['number'] },
    proposal_number_once: { code: 'DOCUMENT_REPEATED', field: ['number'] },
    order_reference_once: { code: 'EXTERNAL_REFERENCE_TAKEN', field: ['externalReference'] },
    frame_not_over_called: { code: 'CONFLICT', field: ['lines'] },
    frame_value_kept: { code: 'CONFLICT', field: ['lines'] },
    below_delivered: { code: 'BELOW_DELIVERED', field: ['lines'] },
  },
  async run(ctx, input): Promise<Verdict<{ orderId: string; responseId: string; proposalId: string | null; outcome: string }>> {
    const s = await sit(ctx, input.orderId, input.revision);
    if (s === undefined) return refused({ code: 'NOT_FOUND', field: ['orderId'] });
    const stale = staleVersion(s.order.version, input.expectedVersion);
    if (stale.length > 0) return refused(...stale);
    if (s.side !== 'SUPPLIER') return refused({ code: 'NOT_ALLOWED', params: { action: 'orderRespond', status: s.order.status } });
    const onto = theirsOf(s) ?? s.loaded.content;
    const lines = input.lines.map(({ lineId, action, change }) => ({
      lineId,
      action,
      patch: change ? patchOf(change, lineById(onto, lineId)) : {},
    }));
    const answered = answer(s.facts, s.loaded.content, theirsOf(s), { code: input.code, promise: promiseOf(input), lines });
    if (!answered.ok) return answered;
    const next = nextOf(s, answered.value);
    const faults = next === undefined ? [] : faultsOfNext(s, next);
    if (faults.length > 0) return refused(...faults);
    const proposalId = await enact(s, answered.value, input);
    const responseId = await record(s, input, answered.value.kind, proposalId);
    return ok({ orderId: s.order.id, responseId, proposalId, outcome: answered.value.kind });
  },
});
