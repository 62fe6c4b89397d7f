import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Organisation } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTime, Decimal } from '../../platform/graphql/scalars.js';
import {
  DisputeAction,
  DisputeAnswer,
  DisputeDecision,
  DisputeOrigin,
  DisputeStatus,
  DisputeStepKind,
  GivenReason,
  InvoiceActionCode,
  InvoiceReason,
} from '../api-enums.js';

@ObjectType({ description: 'Whether an action is open to the caller now.' })
export class DisputeAllowedAction {
  @Field(() => DisputeAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ description: 'What one side said in a dispute.' })
export class DisputeStep {
  @Field(() => DisputeStepKind, { description: 'What it was.' })
  kind!: string;

  @Field(() => Organisation, { description: 'Who said it.' })
  by!: Organisation;

  @Field({ nullable: true, description: 'In which words.' })
  text?: string;

  @Field(() => Money, { description: 'What became due after all by it.' })
  conceded!: Money;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({ implements: Node, description: 'A part of an invoice that is held to be not due, and why.' })
export class Dispute extends Node {
  @Field(() => ID, { description: 'Id of the invoice.' })
  invoiceId!: string;

  @Field(() => ID, { description: 'Id of the line.' })
  invoiceLineId!: string;

  @Field(() => DisputeOrigin, { description: 'Who disputes.' })
  origin!: string;

  @Field(() => InvoiceReason, { description: 'Why.' })
  reason!: string;

  @Field(() => InvoiceActionCode, { description: 'What the supplier is asked to do.' })
  requested!: string;

  @Field(() => DisputeStatus, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => Money, { description: 'What was disputed when it was opened, with tax.' })
  amount!: Money;

  @Field(() => Money, { description: 'What of it is open, with tax.' })
  open!: Money;

  @Field(() => Money, { description: 'What of it the buyer has conceded, with tax.' })
  conceded!: Money;

  @Field({ nullable: true, description: 'What was expected: a quantity, price, rate or number.' })
  expected?: string;

  @Field({ nullable: true, description: 'What the invoice says instead.' })
  given?: string;

  @Field({ nullable: true, description: "The buyer's words." })
  note?: string;

  @Field(() => [DisputeStep], { description: 'What was said since, oldest first.' })
  steps!: DisputeStep[];

  @Field(() => DateTime, { description: 'When it was opened, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was opened, in business time.' })
  businessTime!: string;

  @Field(() => [DisputeAllowedAction], { description: 'What the caller may do now, and why not the rest.' })
  allowedActions!: DisputeAllowedAction[];
}

export const DisputeConnection = connectionOf<Dispute>('Dispute', () => Dispute);

@InputType({ description: 'Which disputes to list.' })
export class DisputeFilter {
  @Field(() => [DisputeStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field(() => [InvoiceReason], { nullable: true, description: 'Any of these reasons.' })
  reason?: string[];

  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];
}

@InputType({ description: 'What to dispute of an invoice. Without an amount and a quantity: all that is open.' })
export class DisputeItemInput {
  @Field({ nullable: true, description: 'Number of the line; all lines, one after the other, when absent.' })
  lineId?: string;

  @Field(() => Decimal, { nullable: true, description: 'Amount with tax, above zero.' })
  amount?: string;

  @Field(() => Decimal, { nullable: true, description: "Quantity in the line's unit, in place of an amount." })
  quantity?: string;

  @Field(() => GivenReason, { description: 'Why.' })
  reason!: string;

  @Field(() => InvoiceActionCode, { nullable: true, description: 'What the supplier is asked to do; NOA when absent.' })
  action?: string;

  @Field({ nullable: true, description: 'What was expected, up to 500 characters.' })
  expected?: string;

  @Field({ nullable: true, description: 'What the invoice says instead, up to 500 characters.' })
  given?: string;

  @Field({ nullable: true, description: 'Text, up to 4,000 characters.' })
  note?: string;
}

@InputType({ description: 'A dispute by hand.' })
export class InvoiceDisputeInput {
  @Field({ nullable: true, description: 'A key under which the call has its effect once.' })
  idempotencyKey?: string;

  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => Int, { nullable: true, description: 'Version of the invoice that you read; refused when it moved on.' })
  expectedVersion?: number;

  @Field(() => [DisputeItemInput], { description: 'What is disputed, 1 to 200 items.' })
  items!: DisputeItemInput[];
}

@InputType({ description: 'Which dispute, and what is said.' })
class OnDisputeInput {
  @Field({ nullable: true, description: 'A key under which the call has its effect once.' })
  idempotencyKey?: string;

  @Field(() => ID, { description: 'The dispute.' })
  disputeId!: string;

  @Field(() => Int, { nullable: true, description: 'Version of the dispute that you read; refused when it moved on.' })
  expectedVersion?: number;

  @Field({ nullable: true, description: 'Text, up to 4,000 characters.' })
  text?: string;
}

@InputType({ description: "A supplier's answer to a dispute; to contradict needs a text." })
export class DisputeAnswerInput extends OnDisputeInput {
  @Field(() => DisputeAnswer, { description: 'The answer.' })
  answer!: string;
}

@InputType({ description: "A buyer's decision on a dispute." })
export class DisputeDecideInput extends OnDisputeInput {
  @Field(() => DisputeDecision, { description: 'The decision.' })
  decision!: string;

  @Field(() => Decimal, { nullable: true, description: 'Of SETTLE: what is due after all, with tax; the rest waits for a credit.' })
  conceded?: string;
}
