import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../platform/graphql/user-error.js';
import { CreditNote } from './credit/api-types.js';
import { Dispute } from './dispute/api-types.js';
import { Invoice } from './invoice/api-types.js';
import { InvoiceResponse } from './response/api-types.js';

@ObjectType({ description: 'What every command on one invoice answers.' })
class OnInvoicePayload extends Payload {
  @Field(() => Invoice, { nullable: true, description: 'The invoice afterwards; null when the command was refused.' })
  invoice?: Invoice;
}

@ObjectType({ description: 'What came of submitting an invoice.' })
export class InvoiceSubmitPayload extends OnInvoicePayload {}

@ObjectType({ description: 'What came of voiding an invoice.' })
export class InvoiceVoidPayload extends OnInvoicePayload {}

@ObjectType({ description: 'What came of recording a tax invoice.' })
export class FapiaoRecordPayload extends OnInvoicePayload {}

@ObjectType({ description: 'What came of an answer to an invoice.' })
export class InvoiceRespondPayload extends OnInvoicePayload {
  @Field(() => InvoiceResponse, { nullable: true, description: 'The answer as it was recorded.' })
  response?: InvoiceResponse;
}

@ObjectType({ description: 'What came of disputing.' })
export class InvoiceDisputePayload extends OnInvoicePayload {
  @Field(() => [Dispute], { nullable: true, description: 'The disputes that were opened.' })
  disputes?: Dispute[];
}

@ObjectType({ description: 'What came of an answer to a dispute.' })
export class DisputeAnswerPayload extends OnInvoicePayload {
  @Field(() => Dispute, { nullable: true, description: 'The dispute afterwards.' })
  dispute?: Dispute;
}

@ObjectType({ description: 'What came of a decision on a dispute.' })
export class DisputeDecidePayload extends OnInvoicePayload {
  @Field(() => Dispute, { nullable: true, description: 'The dispute afterwards.' })
  dispute?: Dispute;
}

@ObjectType({ description: 'What came of a credit note or red invoice.' })
export class CreditNoteSubmitPayload extends OnInvoicePayload {
  @Field(() => CreditNote, { nullable: true, description: 'The credit note.' })
  creditNote?: CreditNote;
}
