import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../platform/auth/policy.js';
import { compiled } from '../platform/graphql/compiled.js';
import { PageArgs } from '../platform/graphql/connection.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { DocumentImportOrder, DocumentImportSide } from './api-enums.js';
import { BillExportByInput, DocumentExportByInput, DocumentImportFilter, DocumentImportInput } from './api-inputs.js';
import { documentImport } from './commands.js';
import { withBytes } from './file.js';
import { DocumentImport, DocumentImportConnection, DocumentImportPayload, ExportedBill, ExportedDocument } from './api-types.js';

@Resolver()
export class DocumentQueries {
  @Policy('orders:read')
  @Query(() => DocumentImport, { nullable: true, description: 'One imported document of the caller; null for any other.' })
  documentImport(@Arg('id', () => ID, { description: 'The document.' }) _id: string): DocumentImport {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => DocumentImportConnection, { description: 'The imported documents between the caller, on one side, and others.' })
  documentImports(
    @Arg('as', () => DocumentImportSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => DocumentImportFilter, { nullable: true, description: 'Which ones.' }) _filter: DocumentImportFilter,
    @Arg('orderBy', () => DocumentImportOrder, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => ExportedDocument, {
    nullable: true,
    description:
      'A document of ordering or delivery of the caller written for another system, with all that it came in with and all that has changed since; null for any other.',
  })
  documentExport(@Arg('by', () => DocumentExportByInput, { description: 'Which document.' }) _by: DocumentExportByInput): ExportedDocument {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => ExportedBill, {
    nullable: true,
    description:
      'An invoice, a credit note or an answer to an invoice of the caller written for another system; null for any other. Invoices follow EN 16931 and Peppol BIS Billing 3.',
  })
  billExport(@Arg('by', () => BillExportByInput, { description: 'Which document.' }) _by: BillExportByInput): ExportedBill {
    return compiled();
  }
}

@Resolver()
export class DocumentMutations {
  @Policy('orders:write')
  @Mutation(() => DocumentImportPayload, {
    description:
      'Takes a UBL 2 or Peppol BIS 3 Order, OrderChange, OrderResponse, OrderResponseSimple, OrderCancellation, DespatchAdvice, ReceiptAdvice, Invoice, CreditNote or ApplicationResponse and does what it says. The sender is the caller; the other side is found by endpoint, company or other identifier, or named in the input.',
  })
  async documentImport(
    @Arg('input', () => DocumentImportInput, { description: 'The document.' }) input: DocumentImportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DocumentImportPayload> {
    return ctx.run(documentImport, await withBytes(ctx, input));
  }
}
