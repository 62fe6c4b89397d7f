import { Arg, type ClassType, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { Acceptance, DespatchAdvice, GoodsReturn, ReceiptAdvice } from '../../deliveries/index.js';
import { CreditNote, Dispute, Invoice, Payment } from '../../invoices/index.js';
import { Order } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Statement } from '../../statements/index.js';
import { Attachment, AttachmentAddInput, AttachmentAddPayload, AttachmentSupersedeInput, AttachmentSupersedePayload } from './api-types.js';
import { attachmentAdd, attachmentSupersede } from './commands.js';

/** Gives a type of document its attachments. */
const attachmentsOf = (document: ClassType<object>): Function => {
  @Resolver(() => document)
  class AttachmentField {
    @FieldResolver(() => [Attachment], { description: 'Files beside it, of both sides, in the order in which they came.' })
    attachments(): never {
      return compiled();
    }
  }
  return AttachmentField;
};

export const attachmentFields: readonly Function[] = [
  Order,
  DespatchAdvice,
  ReceiptAdvice,
  Acceptance,
  GoodsReturn,
  Invoice,
  CreditNote,
  Dispute,
  Statement,
  Payment,
].map(attachmentsOf);

@Resolver()
export class AttachmentMutations {
  @Policy('files:write')
  @Mutation(() => AttachmentAddPayload, {
    description: 'Puts an uploaded file beside a document. From then on both sides of the document read it, and it stays.',
  })
  attachmentAdd(
    @Arg('input', () => AttachmentAddInput, { description: 'The file and the document.' }) input: AttachmentAddInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AttachmentAddPayload> {
    return ctx.run(attachmentAdd, input);
  }

  @Policy('files:write')
  @Mutation(() => AttachmentSupersedePayload, {
    description: "Says that one of the caller's attachments counts no more. It stays to be seen.",
  })
  attachmentSupersede(
    @Arg('input', () => AttachmentSupersedeInput, { description: 'Which one.' }) input: AttachmentSupersedeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AttachmentSupersedePayload> {
    return ctx.run(attachmentSupersede, input);
  }
}
