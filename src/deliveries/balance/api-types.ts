import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayRange, Order, OrderLine } from '../../orders/index.js';
import { Organisation } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { OrderLineGoodsAction, PromiseReason } from '../api-enums.js';

@ObjectType({ description: 'Whether an action on the goods of a line is open to the caller now.' })
export class OrderLineAllowedAction {
  @Field(() => OrderLineGoodsAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now, within what is left of the line.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({
  description:
    "How far a line of an agreed order has come, in the line's unit. All of it is derived from the documents, nothing is typed in.",
})
export class OrderLineProgress {
  @Field({ description: 'Unit of all quantities, UN/ECE recommendation 20.' })
  unit!: string;

  @Field(() => Decimal, { description: 'Ordered, as both sides agreed last; 0 where the line was ended.' })
  ordered!: string;

  @Field(() => Decimal, { description: 'The most that may be kept: ordered, with the over-delivery tolerance of the agreement.' })
  ceiling!: string;

  @Field(() => Decimal, { description: 'Announced as sent.' })
  despatched!: string;

  @Field(() => Decimal, { description: 'Announced as sent, and not yet received, rejected or short.' })
  inTransit!: string;

  @Field(() => Decimal, { description: 'Came and was kept.' })
  received!: string;

  @Field(() => Decimal, { description: 'Came and was turned away.' })
  rejected!: string;

  @Field(() => Decimal, { description: 'Announced and did not come.' })
  short!: string;

  @Field(() => Decimal, { description: 'Accepted (验收), by hand, by the clock or on receipt.' })
  accepted!: string;

  @Field(() => Decimal, { description: 'Refused at the inspection.' })
  refused!: string;

  @Field(() => Decimal, { description: 'Went back after acceptance.' })
  returned!: string;

  @Field(() => Decimal, { description: 'Went back or was refused, and is to be delivered again.' })
  replaced!: string;

  @Field(() => Decimal, { description: 'Invoiced.' })
  invoiced!: string;

  @Field(() => Decimal, { description: 'Still awaited: ordered, less what was kept; 0 where the line is closed.' })
  open!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which the buyer closed it; null while it is open.' })
  closedOn?: string;

  @Field({ nullable: true, description: 'Why it was closed.' })
  closedReason?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Earliest agreed day of what is still open.' })
  dueOn?: string;

  @Field({ description: 'Whether that day has passed.' })
  late!: boolean;

  @Field({
    description: 'Whether a part that is not late yet is expected later than agreed, or is not under way three days before its day.',
  })
  atRisk!: boolean;

  @Field(() => [OrderLineAllowedAction], { description: 'What the caller may do with its goods now, and why not the rest.' })
  allowedActions!: OrderLineAllowedAction[];
}

@ObjectType({ description: 'A day that a supplier named for a part of a line after the agreement, which it does not change.' })
export class DeliveryPromise {
  @Field({ description: 'The part of the line.' })
  scheduleId!: string;

  @Field(() => CalendarDate, { description: 'The day.' })
  promisedOn!: string;

  @Field(() => PromiseReason, { description: 'Why, by code.' })
  reasonCode!: string;

  @Field({ nullable: true, description: 'Why, in words.' })
  reason?: string;

  @Field(() => DateTime, { description: 'When it was said, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was said, in business time.' })
  businessTime!: string;
}

@ObjectType({ description: 'That the buyer closed a line, or reopened it.' })
export class OrderLineClosing {
  @Field({ description: 'True where it was closed, false where it was reopened.' })
  closes!: boolean;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field(() => CalendarDate, { description: 'On which day.' })
  on!: string;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({
  implements: Node,
  description: 'A part of a line of an agreed order, and how much of it has come: what comes first fills the part that is due first.',
})
export class DeliverySchedule extends Node {
  @Field(() => Order, { description: 'The order.' })
  order!: Order;

  @Field(() => OrderLine, { description: 'The line.' })
  line!: OrderLine;

  @Field(() => Organisation, { description: 'The buyer.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'The supplier.' })
  supplier!: Organisation;

  @Field({ description: 'Number of the part within its line.' })
  scheduleId!: string;

  @Field(() => Decimal, { description: 'Quantity, in the unit of the line.' })
  quantity!: string;

  @Field(() => Decimal, { description: 'What of it has come and was kept.' })
  received!: string;

  @Field(() => Decimal, { description: 'What of it is under way.' })
  inTransit!: string;

  @Field(() => Decimal, { description: 'What of it has not come.' })
  open!: string;

  @Field({ description: 'Whether nothing more is awaited, within the under-delivery tolerance of the agreement.' })
  settled!: boolean;

  @Field(() => CalendarDate, { nullable: true, description: 'Day that the buyer asked for.' })
  requestedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day that both sides agreed on: the promised one, else the requested one.' })
  agreedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day that the supplier named last.' })
  promisedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day after which it is late: the agreed one, else the one that was named.' })
  dueOn?: string;

  @Field({ description: 'Whether it is late in business time.' })
  late!: boolean;

  @Field(() => Int, { nullable: true, description: 'Days since it was due; null where it is not late.' })
  daysLate?: number;

  @Field({ description: 'Whether it is expected later than agreed, or is not under way three days before its day.' })
  atRisk!: boolean;

  @Field(() => Money, {
    nullable: true,
    description: "What is open, as its share of the line's amount, rounded half up to the minor unit; null without a price.",
  })
  openValue?: Money;

  @Field(() => [DeliveryPromise], { description: 'Days that the supplier named after the agreement, oldest first.' })
  promises!: DeliveryPromise[];
}

export const DeliveryScheduleConnection = connectionOf<DeliverySchedule>('DeliverySchedule', () => DeliverySchedule);

@InputType({ description: 'Which parts of lines to list.' })
export class DeliveryScheduleFilter {
  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];

  @Field(() => DayRange, { nullable: true, description: 'Day after which it is late.' })
  dueOn?: DayRange;
}
