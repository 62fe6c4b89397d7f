import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql';
import { OrderLine, OrderSide } from '../orders/index.js';
import { Policy } from '../platform/auth/policy.js';
import { compiled } from '../platform/graphql/compiled.js';
import { PageArgs } from '../platform/graphql/connection.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { CreditSort, DisputeSort, InvoiceSort } from './api-enums.js';
import {
  CreditNoteSubmitPayload,
  DisputeAnswerPayload,
  DisputeDecidePayload,
  FapiaoRecordPayload,
  InvoiceDisputePayload,
  InvoiceRespondPayload,
  InvoiceSubmitPayload,
  InvoiceVoidPayload,
} from './api-payloads.js';
import { CreditNote, CreditNoteConnection, CreditNoteFilter, CreditNoteSubmitInput } from './credit/api-types.js';
import { creditNoteSubmit } from './credit/commands.js';
import { DisputeAnswerInput, DisputeConnection, DisputeDecideInput, DisputeFilter, InvoiceDisputeInput } from './dispute/api-types.js';
import { invoiceDispute } from './dispute/commands.js';
import { disputeAnswer, disputeDecide } from './dispute/decide.js';
import { FapiaoRecordInput, InvoiceVoidInput } from './fapiao/api-types.js';
import { fapiaoRecord, invoiceVoid } from './fapiao/commands.js';
import { InvoiceByInput, InvoiceFilter, InvoiceSubmitInput } from './invoice/api-inputs.js';
import { InvoiceLine } from './invoice/api-lines.js';
import { Invoice, InvoiceConnection } from './invoice/api-types.js';
import { invoiceSubmit } from './invoice/commands.js';
import { InvoiceRespondInput } from './response/api-types.js';
import { invoiceRespond } from './response/commands.js';

@Resolver()
export class InvoiceReadResolver {
  @Policy('invoices:read')
  @Query(() => Invoice, { nullable: true, description: 'One invoice of the caller; null for any other.' })
  invoice(@Arg('by', () => InvoiceByInput, { description: 'Which one.' }) _by: InvoiceByInput): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => InvoiceConnection, { description: 'The invoices of the caller on one side.' })
  invoices(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => InvoiceFilter, { nullable: true, description: 'Which ones.' }) _filter: InvoiceFilter,
    @Arg('orderBy', () => InvoiceSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => DisputeConnection, { description: "The disputes about the caller's invoices on one side." })
  disputes(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => DisputeFilter, { nullable: true, description: 'Which ones.' }) _filter: DisputeFilter,
    @Arg('orderBy', () => DisputeSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => CreditNote, { nullable: true, description: 'One credit note or red invoice of the caller; null for any other.' })
  creditNote(@Arg('id', () => ID, { description: 'Its id.' }) _id: string): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => CreditNoteConnection, { description: 'The credit notes and red invoices of the caller on one side.' })
  creditNotes(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => CreditNoteFilter, { nullable: true, description: 'Which ones.' }) _filter: CreditNoteFilter,
    @Arg('orderBy', () => CreditSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }
}

@Resolver(() => OrderLine)
export class OrderLineInvoiceResolver {
  @FieldResolver(() => [InvoiceLine], { description: 'Invoice lines that claim it; empty for others than the parties.' })
  invoiceLines(): InvoiceLine[] {
    return compiled();
  }
}

@Resolver()
export class InvoiceResolver {
  @Policy('invoices:write')
  @Mutation(() => InvoiceSubmitPayload, {
    description:
      'Submits an invoice. Its sums must be right; it is compared with order and receipts at once: what was accepted becomes due, what differs is disputed, the rest waits.',
  })
  invoiceSubmit(
    @Arg('input', () => InvoiceSubmitInput, { description: 'The invoice.' }) input: InvoiceSubmitInput,
    @Ctx() ctx: RequestContext,
  ): Promise<InvoiceSubmitPayload> {
    return ctx.run(invoiceSubmit, input);
  }

  @Policy('invoices:write')
  @Mutation(() => InvoiceVoidPayload, { description: 'Takes an invoice back before anything of it is approved or settled.' })
  invoiceVoid(
    @Arg('input', () => InvoiceVoidInput, { description: 'Which one.' }) input: InvoiceVoidInput,
    @Ctx() ctx: RequestContext,
  ): Promise<InvoiceVoidPayload> {
    return ctx.run(invoiceVoid, input);
  }

  @Policy('invoices:write')
  @Mutation(() => FapiaoRecordPayload, { description: 'Records the tax invoice (发票) of a claim, or that it was voided.' })
  fapiaoRecord(
    @Arg('input', () => FapiaoRecordInput, { description: 'The tax invoice.' }) input: FapiaoRecordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<FapiaoRecordPayload> {
    return ctx.run(fapiaoRecord, input);
  }

  @Policy('invoices:write')
  @Mutation(() => InvoiceRespondPayload, { description: 'Answers an invoice: AB, IP, UQ, CA, RE, AP or PD.' })
  invoiceRespond(
    @Arg('input', () => InvoiceRespondInput, { description: 'The answer.' }) input: InvoiceRespondInput,
    @Ctx() ctx: RequestContext,
  ): Promise<InvoiceRespondPayload> {
    return ctx.run(invoiceRespond, input);
  }

  @Policy('invoices:write')
  @Mutation(() => InvoiceDisputePayload, { description: 'Disputes lines or amounts of an invoice; what is not disputed stays due.' })
  invoiceDispute(
    @Arg('input', () => InvoiceDisputeInput, { description: 'What is disputed.' }) input: InvoiceDisputeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<InvoiceDisputePayload> {
    return ctx.run(invoiceDispute, input);
  }

  @Policy('invoices:write')
  @Mutation(() => DisputeAnswerPayload, { description: 'Answers a dispute as the supplier.' })
  disputeAnswer(
    @Arg('input', () => DisputeAnswerInput, { description: 'The answer.' }) input: DisputeAnswerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DisputeAnswerPayload> {
    return ctx.run(disputeAnswer, input);
  }

  @Policy('invoices:write')
  @Mutation(() => DisputeDecidePayload, { description: 'Ends a dispute as the buyer: withdraws it, or settles it in part.' })
  disputeDecide(
    @Arg('input', () => DisputeDecideInput, { description: 'The decision.' }) input: DisputeDecideInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DisputeDecidePayload> {
    return ctx.run(disputeDecide, input);
  }

  @Policy('invoices:write')
  @Mutation(() => CreditNoteSubmitPayload, {
    description: 'Takes an invoice back in whole or in part, by a credit note or a red-letter invoice.',
  })
  creditNoteSubmit(
    @Arg('input', () => CreditNoteSubmitInput, { description: 'The document.' }) input: CreditNoteSubmitInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreditNoteSubmitPayload> {
    return ctx.run(creditNoteSubmit, input);
  }
}
