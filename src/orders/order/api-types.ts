import { Args, Arg, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Organisation, TradeAgreement } from '../../parties/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.js';
import { Node } from '../../platform/graphql/node.js';
import { OneOf } from '../../platform/graphql/one-of.js';
import { CalendarDate, CurrencyCode, DateTime } from '../../platform/graphql/scalars.js';
import { OrderAction, OrderLineState, OrderSide, OrderSort, OrderStatus, OrderType } from '../api-enums.js';
import { OrderProposal, OrderResponse, OrderRevision } from '../history/api-types.js';
import { OrderDetail, OrderLine, OrderLineConnection } from './api-lines.js';

@ObjectType({ description: 'Whether an action is open to the caller now.' })
export class OrderAllowedAction {
  @Field(() => OrderAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ description: 'That an answer was due and had not come.' })
export class OrderReminder {
  @Field(() => OrderSide, { description: 'The side that owed the answer.' })
  side!: string;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({ description: 'That the buyer took an offer back before it was agreed.' })
export class OrderCancellation {
  @Field({ nullable: true, description: 'Number of the document in which it came.' })
  number?: string;

  @Field({ nullable: true, description: 'Why.' })
  reason?: string;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;
}

@InputType({ description: 'Which lines to list.' })
export class OrderLineFilter {
  @Field(() => [OrderLineState], { nullable: true, description: 'Any of these states.' })
  state?: string[];
}

@InputType({ description: 'Days, both ends included.' })
export class DayRange {
  @Field(() => CalendarDate, { nullable: true, description: 'First day.' })
  from?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day.' })
  to?: string;
}

@InputType({ description: 'Which orders to list.' })
export class OrderFilter {
  @Field(() => [OrderStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field(() => [OrderType], { nullable: true, description: 'Any of these kinds.' })
  type?: string[];

  @Field(() => [OrderSide], { nullable: true, description: 'Any of these sides must act next.' })
  waitsFor?: string[];

  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];

  @Field({ nullable: true, description: 'The number, as its buyer wrote it.' })
  number?: string;

  @Field(() => DayRange, { nullable: true, description: 'Day of the document.' })
  issuedOn?: DayRange;

  @Field(() => DayRange, { nullable: true, description: 'Last day on which the order as a whole is asked to arrive.' })
  deliverTo?: DayRange;
}

@OneOf()
@InputType({ description: 'Which order to read.' })
export class OrderByInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  id?: string;

  @Field({ nullable: true, description: "The caller's own external reference of it." })
  externalReference?: string;
}

@ObjectType({
  implements: Node,
  description: 'An order between a buyer and a supplier, as it stands: the offer until both have agreed, the revision in force afterwards.',
})
export class Order extends Node {
  @Field({ description: 'Number; unique between the two parties, whatever its spelling.' })
  number!: string;

  @Field(() => OrderType, { description: 'Kind of the order.' })
  type!: string;

  @Field(() => CalendarDate, { description: 'Day of the document.' })
  issuedOn!: string;

  @Field(() => OrderStatus, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => Int, { description: 'The revision at which it stands; give it as `revision` when you answer.' })
  revision!: number;

  @Field(() => Int, { nullable: true, description: 'The last revision that both agreed on; null while there is none.' })
  agreedRevision?: number;

  @Field(() => Organisation, { description: 'Who orders.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'Who delivers.' })
  supplier!: Organisation;

  @Field(() => TradeAgreement, { nullable: true, description: 'The trade agreement under which it was issued.' })
  tradeAgreement?: TradeAgreement;

  @Field(() => OrderSide, { nullable: true, description: 'Who must act next; null when nobody must.' })
  waitsFor?: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when, in business time.' })
  waitsSince?: string;

  @Field({ nullable: true, description: "The caller's own external reference of it; the other side sees its own." })
  externalReference?: string;

  @Field(() => CurrencyCode, { description: 'Currency of all amounts.' })
  currency!: string;

  @Field({ nullable: true, description: 'Text to the whole order.' })
  note?: string;

  @Field({ nullable: true, description: "The buyer's own name for the purchase." })
  buyerReference?: string;

  @Field({ nullable: true, description: "The supplier's number for the sale." })
  salesOrderNumber?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day of delivery requested.' })
  deliverFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of delivery requested.' })
  deliverTo?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day of delivery promised.' })
  promisedFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of delivery promised.' })
  promisedTo?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day of validity.' })
  validFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of validity.' })
  validTo?: string;

  @Field(() => [OrderDetail], { description: 'Further terms.' })
  details!: OrderDetail[];

  @Field(() => Money, { description: 'Sum of the amounts of active lines.' })
  linesTotal!: Money;

  @Field(() => Money, { nullable: true, description: 'Sum of allowances on the whole order.' })
  allowance?: Money;

  @Field(() => Money, { nullable: true, description: 'Sum of charges on the whole order.' })
  charge?: Money;

  @Field(() => Money, { description: 'Lines, less allowances, plus charges: without tax.' })
  total!: Money;

  @Field(() => Money, { nullable: true, description: 'Tax, as the document states it.' })
  tax?: Money;

  @Field(() => Money, { description: 'Total with tax.' })
  payable!: Money;

  @Field(() => Money, { nullable: true, description: 'Of a frame agreement: the most that may be called off, without tax.' })
  frameTotal?: Money;

  @Field(() => Money, { description: 'Of a frame agreement: what is called off, without tax.' })
  calledOff!: Money;

  @Field(() => Order, { nullable: true, description: 'Of a call-off: the frame agreement that it draws on.' })
  frame?: Order;

  @Field(() => OrderConnection, { description: 'Of a frame agreement: the call-offs from it.' })
  callOffs(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('orderBy', () => OrderSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Field(() => Int, { description: 'Number of lines, ended and refused ones included.' })
  lineCount!: number;

  @Field(() => [OrderLine], { description: 'All lines, in the order of the document.' })
  lines!: OrderLine[];

  @Field(() => OrderLineConnection, { description: 'The lines, page by page.' })
  linePage(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => OrderLineFilter, { nullable: true, description: 'Which ones.' }) _filter: OrderLineFilter,
  ): never {
    return compiled();
  }

  @Field(() => [OrderRevision], { description: 'Every revision, oldest first.' })
  revisions!: OrderRevision[];

  @Field(() => [OrderResponse], { description: 'Every answer of the supplier, oldest first.' })
  responses!: OrderResponse[];

  @Field(() => [OrderProposal], { description: 'Every proposal of either side, oldest first.' })
  proposals!: OrderProposal[];

  @Field(() => [OrderProposal], { description: 'Proposals that await a decision, oldest first.' })
  openProposals!: OrderProposal[];

  @Field(() => [OrderReminder], { description: 'Each time that an answer was due and had not come, oldest first.' })
  reminders!: OrderReminder[];

  @Field(() => OrderCancellation, { nullable: true, description: 'That the buyer took the offer back.' })
  cancellation?: OrderCancellation;

  @Field(() => DateTime, { description: 'When it was entered, in real time.' })
  createdAt!: string;

  @Field(() => DateTime, { description: 'When it last changed, in real time.' })
  changedAt!: string;

  @Field(() => [OrderAllowedAction], {
    description: 'What the caller may do now, and why not the rest. Empty for others than the parties.',
  })
  allowedActions!: OrderAllowedAction[];
}

export const OrderConnection = connectionOf<Order>('Order', () => Order);
