import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, DateTime } from '../../platform/graphql/scalars.js';
import {
  ClarificationList,
  GivenReason,
  InvoiceActionCode,
  InvoiceReason,
  InvoiceResponseCode,
  InvoiceStatus,
  ResponseOrigin,
} from '../api-enums.js';

@ObjectType({ description: 'A value that would be right.' })
export class ResponseCondition {
  @Field({ description: 'Business term of EN 16931, such as `BT-48`.' })
  attribute!: string;

  @Field({ description: 'The value.' })
  value!: string;
}

@ObjectType({ description: 'More about a reason or an action.' })
export class Clarification {
  @Field(() => ClarificationList, { description: 'From which list the code is.' })
  list!: string;

  @Field({ description: 'The code.' })
  code!: string;

  @Field({ nullable: true, description: 'In words.' })
  text?: string;

  @Field(() => [ResponseCondition], { description: 'Values that would be right.' })
  conditions!: ResponseCondition[];
}

@ObjectType({ implements: Node, description: 'What the buyer answered to an invoice.' })
export class InvoiceResponse extends Node {
  @Field(() => InvoiceResponseCode, { description: 'The answer.' })
  code!: string;

  @Field({ description: 'Of PD: whether only a part is paid.' })
  part!: boolean;

  @Field(() => ResponseOrigin, { description: 'What it came from.' })
  origin!: string;

  @Field(() => [InvoiceReason], { description: 'Why.' })
  reasons!: string[];

  @Field(() => [InvoiceActionCode], { description: 'What the supplier is asked to do.' })
  actions!: string[];

  @Field(() => [Clarification], { description: 'More about reasons and actions.' })
  clarifications!: Clarification[];

  @Field({ nullable: true, description: 'Number of the document in which it came.' })
  number?: string;

  @Field(() => CalendarDate, { description: 'Day of the document.' })
  issuedOn!: string;

  @Field({ nullable: true, description: 'Text.' })
  note?: string;

  @Field(() => InvoiceStatus, { description: 'Status of the invoice before.' })
  statusBefore!: string;

  @Field(() => InvoiceStatus, { description: 'Status of the invoice afterwards.' })
  statusAfter!: string;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@InputType({ description: 'A value that would be right.' })
export class ResponseConditionInput {
  @Field({ description: 'Business term of EN 16931, such as `BT-48`.' })
  attribute!: string;

  @Field({ description: 'The value.' })
  value!: string;
}

@InputType({ description: 'More about a reason or an action.' })
export class ClarificationInput {
  @Field(() => ClarificationList, { description: 'From which list the code is.' })
  list!: string;

  @Field({ description: 'The code.' })
  code!: string;

  @Field({ nullable: true, description: 'In words, up to 1,000 characters.' })
  text?: string;

  @Field(() => [ResponseConditionInput], { nullable: true, description: 'Values that would be right.' })
  conditions?: ResponseConditionInput[];
}

@InputType({ description: "A buyer's answer to an invoice. UQ, CA and RE need a reason." })
export class InvoiceRespondInput {
  @Field({ nullable: true, description: 'A key under which the call has its effect once.' })
  idempotencyKey?: string;

  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => Int, { nullable: true, description: 'Version of the invoice that you read; refused when it moved on.' })
  expectedVersion?: number;

  @Field(() => InvoiceResponseCode, { description: 'The answer.' })
  code!: string;

  @Field({ nullable: true, description: 'Of PD: only a part is paid (PPD), so that it is not final.' })
  part?: boolean;

  @Field(() => [GivenReason], { nullable: true, description: 'Why.' })
  reasons?: string[];

  @Field(() => [InvoiceActionCode], { nullable: true, description: 'What the supplier is asked to do.' })
  actions?: string[];

  @Field(() => [ClarificationInput], { nullable: true, description: 'More about reasons and actions.' })
  clarifications?: ClarificationInput[];

  @Field({ nullable: true, description: 'Number of your document; the same one is not taken twice for an invoice.' })
  number?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of your document; today when absent.' })
  issuedOn?: string;

  @Field({ nullable: true, description: 'Text, up to 4,000 characters.' })
  note?: string;
}
