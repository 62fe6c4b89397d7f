import { fingerprint } from '../../kernel/text.js';
import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import { step } from '../account/sit.js';
import { partyCells, sideOf } from '../model.js';
import type { Scope, Subject } from './collect.js';
import type { AnswerTerms, Last } from './terms.js';

export interface Draft {
  readonly scope: Scope;
  readonly number: string;
  readonly note: string | null;
  readonly agreement: AnswerTerms;
  readonly previous: Last | undefined;
  readonly opening: string | undefined;
  readonly subjects: readonly Subject[];
}

/** The opening balance as a line: it points to the statement before, the first one to itself. */
const openingLine = (id: string, { scope, previous, opening, number }: Draft): readonly Subject[] =>
  opening === undefined
    ? []
    : [
        {
          kind: 'OPENING',
          subjectId: previous?.id ?? id,
          documentType: 'Statement',
          documentId: previous?.id ?? id,
          day: previous?.period_to ?? scope.from,
          reference: previous?.number ?? number,
          orderId: null,
          orderLineId: null,
          quantity: null,
          unit: null,
          amount: opening,
          carriedFrom: null,
        },
      ];

/** Writes a draft with its lines. @returns its id */
export const writeDraft = async (ctx: CommandContext, draft: Draft): Promise<string> => {
  const id = ctx.newId();
  const { buyerId, supplierId, from, to, currency } = draft.scope;
  const statement = { id, buyerId, supplierId };
  const side = sideOf(statement, ctx.viewer.orgId);
  await insertRows(ctx.sql, 'statement', [
    {
      id,
      buyer_id: buyerId,
      supplier_id: supplierId,
      agreement_id: draft.agreement.id,
      number: draft.number,
      number_key: fingerprint(draft.number),
      period_from: from,
      period_to: to,
      currency,
      status: 'DRAFT',
      drafted_by: ctx.viewer.orgId,
      previous_id: draft.previous?.id ?? null,
      note: draft.note,
      answer_days: draft.agreement.answer_days,
      waits_for: side,
      waits_since: ctx.businessNow,
      business_time: ctx.businessNow,
      actor_id: ctx.viewer.actorId,
    },
  ]);
  await insertRows(
    ctx.sql,
    'statement_line',
    [...openingLine(id, draft), ...draft.subjects].map((subject, i) => ({
      id: ctx.newId(),
      ...partyCells(statement),
      position: i + 1,
      kind: subject.kind,
      subject_id: subject.subjectId,
      document_type: subject.documentType,
      document_id: subject.documentId,
      day: subject.day,
      reference: subject.reference,
      reference_key: fingerprint(subject.reference),
      order_id: subject.orderId,
      order_line_id: subject.orderLineId,
      quantity: subject.quantity,
      unit: subject.unit,
      amount: subject.amount,
      currency,
      carried_from: subject.carriedFrom,
    })),
  );
  await step({ ctx, statement, side }, 'DRAFTED', undefined);
  ctx.event({ type: 'STATEMENT_DRAFTED', subject: 'Statement', id, version: 1, parties: [buyerId, supplierId], status: 'DRAFT' });
  return id;
};
