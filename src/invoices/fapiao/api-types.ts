import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Organisation } from '../../parties/index.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { FapiaoKind, FapiaoStatus } from '../api-enums.js';

@ObjectType({ description: 'A Chinese tax invoice (发票) by its number.' })
export class Fapiao {
  @Field(() => FapiaoKind, { description: 'Its form.' })
  kind!: string;

  @Field({ nullable: true, description: 'Code (发票代码); a fully digital one has none.' })
  code?: string;

  @Field({ description: 'Number (发票号码).' })
  number!: string;
}

@ObjectType({ description: 'A number or status that the tax invoice of a claim had.' })
export class FapiaoRecord extends Fapiao {
  @Field(() => FapiaoStatus, { description: 'Status from then on.' })
  status!: string;

  @Field({ nullable: true, description: 'Why.' })
  reason?: string;

  @Field(() => Organisation, { description: 'Who recorded it.' })
  by!: Organisation;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@InputType({
  description: 'A Chinese tax invoice by its number: 20 digits and no code where it is fully digital, else a code and 8 digits.',
})
export class FapiaoInput {
  @Field(() => FapiaoKind, { description: 'Its form.' })
  kind!: string;

  @Field({ nullable: true, description: 'Code of 10 or 12 digits.' })
  code?: string;

  @Field({ description: 'Number of 20 or 8 digits.' })
  number!: string;
}

@InputType({ description: 'The tax invoice of a claim: its number, or that it was voided.' })
export class FapiaoRecordInput {
  @Field({ nullable: true, description: 'A key under which the call has its effect once.' })
  idempotencyKey?: string;

  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => Int, { nullable: true, description: 'Version of the invoice that you read; refused when it moved on.' })
  expectedVersion?: number;

  @Field(() => FapiaoInput, { nullable: true, description: 'Its number; not needed to void a recorded one.' })
  fapiao?: FapiaoInput;

  @Field(() => FapiaoStatus, { nullable: true, description: 'VALID when absent, or VOID. A red invoice makes it RED_LETTERED by itself.' })
  status?: string;

  @Field({ nullable: true, description: 'Why, up to 4,000 characters.' })
  reason?: string;
}

@InputType({ description: 'That a supplier takes an invoice back before anything of it is decided.' })
export class InvoiceVoidInput {
  @Field({ nullable: true, description: 'A key under which the call has its effect once.' })
  idempotencyKey?: string;

  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => Int, { nullable: true, description: 'Version that you read; refused when it moved on.' })
  expectedVersion?: number;

  @Field({ description: 'Why, up to 4,000 characters.' })
  reason!: string;
}
