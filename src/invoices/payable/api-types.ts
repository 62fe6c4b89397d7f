import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayRange } from '../../orders/index.js';
import { ApplicationOrder, Organisation, PlanKind, TermBasis, TradeAgreement } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, CurrencyCode, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { PayableAction, PayableKind, PayableStatus, RateRule, RateUnit, TermCause, TermGovernor } from './api-enums.js';

@ObjectType({ description: 'One step in the derivation of a due date.' })
export class TermStep {
  @Field({ description: 'The rule, UPPER_SNAKE.' })
  rule!: string;

  @Field({ description: 'Where it stands: article, or source of the dated row.' })
  article!: string;

  @Field({ description: 'What went in.' })
  input!: string;

  @Field({ description: 'What came out.' })
  result!: string;
}

@ObjectType({ description: 'When a payable is due, by contract and by law side by side, and how that came about.' })
export class DueDate {
  @Field(() => CalendarDate, { nullable: true, description: 'The day that holds; null while the term has not begun.' })
  on?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'By the contract; null where nothing was agreed.' })
  contractual?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'By the law; null where it sets no term between the two.' })
  statutory?: string;

  @Field({ nullable: true, description: 'Article and row from which the term of the law comes.' })
  statutorySource?: string;

  @Field(() => TermGovernor, { nullable: true, description: 'Which of the two holds.' })
  governs?: string;

  @Field(() => Int, { nullable: true, description: 'Days by which the contract is later than the law; negative where it is earlier.' })
  gapDays?: number;

  @Field(() => CalendarDate, { nullable: true, description: 'Day from which the term runs, not counted itself.' })
  startOn?: string;

  @Field({ nullable: true, description: 'What happened on that day, UPPER_SNAKE.' })
  startCause?: string;

  @Field({ description: 'Whether it rests on a year whose calendar is not published; it is derived again when that is.' })
  provisional!: boolean;

  @Field(() => [TermStep], { description: 'How it came about, step by step.' })
  steps!: TermStep[];
}

@ObjectType({ description: 'One derivation of a due date; a later one took its place for a stated cause.' })
export class PayableTerm {
  @Field(() => TermCause, { description: 'Why it was derived.' })
  cause!: string;

  @Field(() => DueDate, { description: 'What came out.' })
  dueDate!: DueDate;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({ description: 'Interest on one amount between two days, of which the first is not counted.' })
export class InterestSegment {
  @Field(() => CalendarDate, { description: 'From.' })
  fromOn!: string;

  @Field(() => CalendarDate, { description: 'To.' })
  toOn!: string;

  @Field(() => Int, { description: 'Days.' })
  days!: number;

  @Field(() => Money, { description: 'What was owed.' })
  principal!: Money;

  @Field(() => Money, { description: 'Interest, rounded half up to the minor unit.' })
  amount!: Money;

  @Field({ description: 'Whether it was posted, with a payment; else it still runs.' })
  posted!: boolean;
}

@ObjectType({ description: 'What the delay of a payable has cost, and how that is computed. Interest bears no interest.' })
export class LateInterest {
  @Field(() => CalendarDate, { description: 'Day for which it is computed.' })
  on!: string;

  @Field(() => Money, { description: 'Owed on that day: all that has run, less what was paid of it.' })
  owed!: Money;

  @Field(() => Money, { description: 'All that has run by that day.' })
  total!: Money;

  @Field(() => Money, { description: 'Paid of it.' })
  paid!: Money;

  @Field(() => Money, { description: 'What each further day costs.' })
  perDay!: Money;

  @Field(() => RateRule, { description: 'By which rule it runs.' })
  rule!: string;

  @Field(() => Decimal, { description: 'The rate, such as 0.0005.' })
  rate!: string;

  @Field(() => RateUnit, { description: 'What the rate is of.' })
  rateUnit!: string;

  @Field(() => Int, { nullable: true, description: 'Days of the year; null for a daily rate.' })
  yearDays?: number;

  @Field({ description: 'Article or agreement from which the rate comes.' })
  article!: string;

  @Field(() => Int, { description: 'Days late by that day.' })
  days!: number;

  @Field(() => ApplicationOrder, { description: 'To what a payment is applied first.' })
  order!: string;

  @Field(() => [InterestSegment], { description: 'The figure, segment by segment.' })
  segments!: InterestSegment[];
}

@ObjectType({ description: 'Whether an action is open to the caller now.' })
export class PayableAllowedAction {
  @Field(() => PayableAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ implements: Node, description: 'An amount of an invoice that falls due on one day.' })
export class Payable extends Node {
  @Field(() => Organisation, { description: 'Who owes.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'Who is owed.' })
  supplier!: Organisation;

  @Field(() => TradeAgreement, { nullable: true, description: 'The agreement whose terms hold.' })
  tradeAgreement?: TradeAgreement;

  @Field(() => Int, { description: 'Which one of its invoice it is, from 1.' })
  position!: number;

  @Field(() => PayableKind, { description: 'What it is for.' })
  kind!: string;

  @Field(() => PlanKind, { nullable: true, description: "The part of the agreement's payment plan that it is." })
  planKind?: string;

  @Field(() => PayableStatus, { description: 'Where it stands today.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;

  @Field(() => CurrencyCode, { description: 'Currency of its amounts.' })
  currency!: string;

  @Field(() => Money, { description: 'The amount, as it became payable.' })
  amount!: Money;

  @Field(() => Money, { description: 'What of it is payable and not settled.' })
  open!: Money;

  @Field(() => Money, { description: 'What of it is held back.' })
  retained!: Money;

  @Field(() => Money, { description: 'What of it is settled.' })
  settled!: Money;

  @Field(() => TermBasis, { description: 'From which event the agreed term runs.' })
  basis!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of delivery.' })
  receivedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which the goods passed inspection.' })
  acceptedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of the agreed inspection.' })
  inspectionEndsOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which it is due; null while the term has not begun.' })
  dueOn?: string;

  @Field(() => DueDate, { description: 'When it is due, and why.' })
  dueDate!: DueDate;

  @Field(() => [PayableTerm], { description: 'Every derivation of its due date, oldest first.' })
  terms!: PayableTerm[];

  @Field(() => DateTime, { description: 'When it became payable, in real time.' })
  createdAt!: string;

  @Field(() => DateTime, { description: 'When it became payable, in business time.' })
  businessTime!: string;

  @Field(() => [PayableAllowedAction], { description: 'What the caller can do with it now.' })
  allowedActions!: PayableAllowedAction[];
}

@InputType({ description: 'Which payables to list.' })
export class PayableFilter {
  @Field(() => [PayableStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field(() => [PayableKind], { nullable: true, description: 'Any of these kinds.' })
  kind?: string[];

  @Field(() => [ID], { nullable: true, description: 'With any of these organisations on the other side.' })
  counterparty?: string[];

  @Field(() => DayRange, { nullable: true, description: 'Due between these days.' })
  dueOn?: DayRange;
}

@ObjectType({ description: 'What stands between the two today.' })
export class PayableFigures {
  @Field(() => Money, { description: 'Payable, not due yet.' })
  notDue!: Money;

  @Field(() => Money, { description: 'Due today.' })
  dueToday!: Money;

  @Field(() => Money, { description: 'Due before today.' })
  overdue!: Money;

  @Field(() => Money, { description: 'Held back by agreement.' })
  retained!: Money;

  @Field(() => Money, { description: 'Settled so far.' })
  settled!: Money;

  @Field(() => Money, { description: 'Late interest owed today.' })
  lateInterest!: Money;

  @Field(() => Money, { description: 'What each further day of waiting costs the buyer.' })
  perDay!: Money;

  @Field(() => Int, { description: 'How many payables are overdue.' })
  overdueCount!: number;

  @Field(() => CalendarDate, { nullable: true, description: 'Due day of the oldest that is open.' })
  oldestDueOn?: string;
}

@ObjectType({ description: 'A buyer and a supplier in one currency, and what is payable between them.' })
export class PayableTotal {
  @Field(() => Organisation, { description: 'Who owes.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'Who is owed.' })
  supplier!: Organisation;

  @Field(() => CurrencyCode, { description: 'Currency of the amounts.' })
  currency!: string;

  @Field(() => PayableFigures, { description: 'The figures, as of today.' })
  figures!: PayableFigures;
}

export const PayableConnection = connectionOf<Payable>('Payable', () => Payable);
export const PayableTotalConnection = connectionOf<PayableTotal>('PayableTotal', () => PayableTotal);
