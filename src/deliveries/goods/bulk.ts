import type { Refusal, Verdict } from '../../kernel/refusal.js';
import { orders } from '../../orders/index.js';
import { type CommandContext, commonRefusals, type Result } from '../../platform/commands/index.js';
import { userErrors } from '../../platform/graphql/user-error.js';
import { deliveryRefusals } from '../refusals.js';

const TEXTS = { ...commonRefusals, ...orders.refusals, ...deliveryRefusals };

// Told in the caller's language now, because a replay shows what was answered then.
const errorsOf = (ctx: CommandContext, refusals: readonly Refusal[]): readonly Result[] =>
  userErrors(refusals, TEXTS, ctx.viewer.locale).map(({ code, field, message, params }) => ({
    code,
    field: field ?? null,
    message,
    params: params.map(({ name, value }) => ({ name, value })),
  }));

/** What many documents came to: those taken, in the order of the request, and those that were not. */
export const sorted = (
  ctx: CommandContext,
  inputs: readonly { readonly number: string }[],
  verdicts: readonly Verdict<{ readonly id: string }>[],
): Result => ({
  ids: verdicts.flatMap((one) => (one.ok ? [one.value.id] : [])),
  refused: verdicts.flatMap((one, index) =>
    one.ok ? [] : [{ index, number: inputs[index]?.number ?? '', errors: errorsOf(ctx, one.refusals) }],
  ),
});

/** What a race can still hit after the rules have agreed, of despatches and receipts alike. */
export const GOODS_RACES = {
  delivery_reference_once: { code: 'DELIVERY_REFERENCE_TAKEN', field: ['externalReference'] },
  line_not_deliverable: { code: 'CONFLICT', field: ['lines'] },
  line_closed: { code: 'CONFLICT', field: ['lines'] },
  received_within_tolerance: { code: 'CONFLICT', field: ['lines'] },
  despatch_within_tolerance: { code: 'CONFLICT', field: ['lines'] },
  despatch_cancelled: { code: 'CONFLICT', field: ['despatch'] },
} as const;
