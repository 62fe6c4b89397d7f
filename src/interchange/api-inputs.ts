import { Field, ID, InputType, Int } from 'type-graphql';
import { OrganisationRefInput } from '../parties/index.js';
import { OneOf } from '../platform/graphql/one-of.js';
import { DocumentKind } from './api-enums.js';

@InputType({ description: 'A document to take: its text, or an uploaded file.' })
export class DocumentImportInput {
  @Field({ description: 'Key of this call; the same key again gives the same answer. Up to 100 characters.' })
  idempotencyKey!: string;

  @Field({
    nullable: true,
    description: 'The XML of a UBL 2 or Peppol BIS 3 document, as far as a request holds it (2 MiB). Either this or `fileId`.',
  })
  content?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'An uploaded file (`POST /files`) of the caller, up to 8 MiB, UTF-8 or UTF-16 with its mark.',
  })
  fileId?: string;

  @Field(() => OrganisationRefInput, {
    nullable: true,
    description: 'The other side, where the identifiers in the document do not find it.',
  })
  counterparty?: OrganisationRefInput;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the order that the sender knows; refused as STALE_VERSION when it is another.',
  })
  expectedVersion?: number;
}

@InputType({ description: 'Which imported documents to list.' })
export class DocumentImportFilter {
  @Field(() => [DocumentKind], { nullable: true, description: 'Any of these kinds.' })
  kind?: string[];

  @Field(() => [ID], { nullable: true, description: 'About any of these orders.' })
  order?: string[];
}

@OneOf()
@InputType({ description: 'Which document to write.' })
export class DocumentExportByInput {
  @Field(() => ID, { nullable: true, description: 'An imported document, as it came.' })
  import?: string;

  @Field(() => ID, { nullable: true, description: 'An order as it stands (Order).' })
  order?: string;

  @Field(() => ID, { nullable: true, description: "A proposal: the buyer's as OrderChange, the supplier's as OrderResponse." })
  proposal?: string;

  @Field(() => ID, { nullable: true, description: "A supplier's response (OrderResponse)." })
  response?: string;

  @Field(() => ID, { nullable: true, description: "A supplier's response that accepts or refuses as a whole (OrderResponseSimple)." })
  simpleResponse?: string;

  @Field(() => ID, { nullable: true, description: 'A cancelled order (OrderCancellation).' })
  cancelledOrder?: string;

  @Field(() => ID, { nullable: true, description: 'A despatch (DespatchAdvice).' })
  despatch?: string;

  @Field(() => ID, { nullable: true, description: 'A receipt (ReceiptAdvice).' })
  receipt?: string;
}

@OneOf()
@InputType({ description: 'Which document of billing to write.' })
export class BillExportByInput {
  @Field(() => ID, { nullable: true, description: 'An imported invoice, credit note or answer to an invoice, as it came.' })
  import?: string;

  @Field(() => ID, { nullable: true, description: 'An invoice (Invoice).' })
  invoice?: string;

  @Field(() => ID, { nullable: true, description: 'A credit note or red invoice (CreditNote).' })
  creditNote?: string;

  @Field(() => ID, { nullable: true, description: "The buyer's answer to an invoice (ApplicationResponse)." })
  response?: string;
}
