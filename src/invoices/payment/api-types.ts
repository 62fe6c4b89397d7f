import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayRange, Order } from '../../orders/index.js';
import { ApplicationOrder, Organisation, PaymentInstrument } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, CurrencyCode, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { Invoice } from '../invoice/api-types.js';
import { PaymentAction, PaymentClause, PaymentComponent, PaymentStatus } from '../payable/api-enums.js';
import { Payable } from '../payable/api-types.js';

@ObjectType({ description: 'What the buyer means a payment for.' })
export class PaymentPart {
  @Field(() => Payable, { description: 'The debt.' })
  payable!: Payable;

  @Field(() => Decimal, { description: 'How much of the payment, in its currency.' })
  amount!: string;

  @Field(() => Decimal, { description: 'Costs of collection among it that the buyer acknowledges.' })
  costs!: string;
}

@ObjectType({ description: 'What a part of a payment went to. The allocations of a payment sum to it.' })
export class PaymentAllocation {
  @Field(() => Payment, { description: 'The payment.' })
  payment!: object;

  @Field(() => Payable, { description: 'The debt.' })
  payable!: Payable;

  @Field(() => PaymentComponent, { description: 'What of the debt.' })
  component!: string;

  @Field(() => ApplicationOrder, { description: 'The order by which the payment was split.' })
  rule!: string;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;
}

@ObjectType({ description: 'That the supplier has the money.' })
export class PaymentConfirmation {
  @Field(() => CalendarDate, { description: 'Since when.' })
  receivedOn!: string;

  @Field({ nullable: true, description: 'What was said about it.' })
  note?: string;

  @Field(() => DateTime, { description: 'When it was said, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was said, in business time.' })
  businessTime!: string;
}

@ObjectType({ description: 'Whether an action is open to the caller now.' })
export class PaymentAllowedAction {
  @Field(() => PaymentAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ implements: Node, description: 'A payment that the buyer has advised (remittance advice).' })
export class Payment extends Node {
  @Field(() => Organisation, { description: 'Who paid.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'Who was paid.' })
  supplier!: Organisation;

  @Field({ description: 'Number of the advice.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Day of payment, as advised.' })
  paidOn!: string;

  @Field(() => Money, { description: 'The amount.' })
  amount!: Money;

  @Field(() => CurrencyCode, { description: 'Its currency.' })
  currency!: string;

  @Field(() => PaymentInstrument, { description: 'How it was paid.' })
  instrument!: string;

  @Field(() => PaymentClause, { description: 'Why it settles or does not.' })
  clause!: string;

  @Field(() => PaymentStatus, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;

  @Field(() => CalendarDate, { nullable: true, description: 'Day from which it counts; null while it is held.' })
  valueOn?: string;

  @Field({ nullable: true, description: 'End-to-end id of the transfer (ISO 20022), by which the bank reports it.' })
  endToEndId?: string;

  @Field({ nullable: true, description: 'What was said about it.' })
  note?: string;

  @Field(() => [PaymentPart], { description: 'What the buyer means it for.' })
  parts!: PaymentPart[];

  @Field(() => [PaymentAllocation], { description: 'What it went to; empty while it is held.' })
  allocations!: PaymentAllocation[];

  @Field(() => PaymentConfirmation, { nullable: true, description: 'That the supplier has the money; null before it said so.' })
  confirmation?: PaymentConfirmation;

  @Field(() => DateTime, { description: 'When it was advised, in real time.' })
  createdAt!: string;

  @Field(() => DateTime, { description: 'When it was advised, in business time.' })
  businessTime!: string;

  @Field(() => [PaymentAllowedAction], { description: 'What the caller can do with it now.' })
  allowedActions!: PaymentAllowedAction[];
}

@ObjectType({ description: 'What an invoice used of an advance.' })
export class AdvanceUse {
  @Field(() => Invoice, { description: 'The invoice.' })
  invoice!: Invoice;

  @Field(() => Decimal, { description: 'How much, in the currency of the advance.' })
  amount!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({ implements: Node, description: 'What the buyer paid for an order before it was invoiced (预付款).' })
export class Advance extends Node {
  @Field(() => Order, { description: 'The order.' })
  order!: Order;

  @Field(() => Organisation, { description: 'Who paid.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'Who was paid.' })
  supplier!: Organisation;

  @Field({ description: 'Its number.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Day of payment.' })
  paidOn!: string;

  @Field(() => CurrencyCode, { description: 'Its currency.' })
  currency!: string;

  @Field(() => Money, { description: 'The amount.' })
  amount!: Money;

  @Field(() => Money, { description: 'What invoices have used of it.' })
  used!: Money;

  @Field(() => Money, { description: 'What is left.' })
  left!: Money;

  @Field({ nullable: true, description: 'End-to-end id of the transfer.' })
  endToEndId?: string;

  @Field({ nullable: true, description: 'What was said about it.' })
  note?: string;

  @Field(() => Int, { description: 'Rises with every use.' })
  version!: number;

  @Field(() => [AdvanceUse], { description: 'Invoices that have used it, oldest first.' })
  usedIn!: AdvanceUse[];

  @Field(() => DateTime, { description: 'When it was recorded, in business time.' })
  businessTime!: string;
}

@InputType({ description: 'Which payments to list.' })
export class PaymentFilter {
  @Field(() => [PaymentStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field(() => [ID], { nullable: true, description: 'With any of these organisations on the other side.' })
  counterparty?: string[];

  @Field(() => DayRange, { nullable: true, description: 'Paid between these days.' })
  paidOn?: DayRange;
}

export const PaymentConnection = connectionOf<Payment>('Payment', () => Payment);
export const AdvanceConnection = connectionOf<Advance>('Advance', () => Advance);
