import type { Verdict } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { Message } from '../rules/translate/message.js';
import type { Sides } from '../sides.js';
import { applyCredit, applyInvoice } from './bills.js';
import { applyDespatch, applyReceipt } from './deliveries.js';
import { applyOrdering } from './orders.js';
import { applyResponse } from './responses.js';
import type { Applied } from './within.js';

export type { Applied } from './within.js';

/** Does what a document asks for through the commands of the rooms. */
export const apply = (
  ctx: CommandContext,
  sides: Sides,
  message: Message,
  expectedVersion: number | undefined,
): Promise<Verdict<Applied>> => {
  switch (message.kind) {
    case 'DESPATCH':
      return applyDespatch(ctx, sides, message);
    case 'RECEIPT':
      return applyReceipt(ctx, sides, message);
    case 'INVOICE':
      return applyInvoice(ctx, sides, message);
    case 'CREDIT':
      return applyCredit(ctx, sides, message);
    case 'RESPONSE':
      return applyResponse(ctx, sides, message, expectedVersion);
    default:
      return applyOrdering(ctx, sides, message, expectedVersion);
  }
};
