import { plain } from '../../kernel/decimal.js';
import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import type { ProposeInput } from './inputs.js';

/** How amounts are taxed, applied and settled, as columns of the agreement. */
export const settlingCells = (input: ProposeInput) => ({
  tax_rates: input.taxRates.map(plain),
  application_order: input.applicationOrder,
  instruments: input.instruments,
  bill_settles: input.billSettles,
  statement_day: input.statementDay,
  statement_answer_days: input.statementAnswerDays,
  interest_basis: input.interestBasis,
  rest_days_move: input.restDaysMove,
  warranty_months: input.warrantyMonths,
  sector: input.sector,
  third_party_clause_void: input.thirdPartyClauseVoid,
});

/** Writes the plan of an agreement that was just inserted. */
export const insertPlan = (
  ctx: CommandContext,
  agreementId: string,
  sides: { readonly buyer: string; readonly supplier: string },
  input: ProposeInput,
) =>
  insertRows(
    (text, params) => ctx.write(text, params),
    'payment_plan_line',
    input.plan.map((part, i) => ({
      id: ctx.newId(),
      agreement_id: agreementId,
      buyer_id: sides.buyer,
      supplier_id: sides.supplier,
      position: i + 1,
      kind: part.kind,
      share: plain(part.share),
      runs_from: part.trigger,
      days: part.days,
    })),
  );
