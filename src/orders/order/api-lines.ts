import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { OrderLineState } from '../api-enums.js';
import { OrderRevisionLine } from '../history/api-types.js';

@ObjectType({ description: 'A further term by name.' })
export class OrderDetail {
  @Field({ description: 'Name of the term.' })
  name!: string;

  @Field({ description: 'What it says.' })
  value!: string;
}

@ObjectType({ implements: Node, description: 'A part of a line with its own days. The parts of a line sum to its quantity.' })
export class OrderSchedule extends Node {
  @Field({ description: 'Number of the part within its line.' })
  scheduleId!: string;

  @Field(() => Decimal, { description: 'Quantity, in the unit of the line.' })
  quantity!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day requested.' })
  requestedFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day requested.' })
  requestedTo?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day promised at present.' })
  promisedFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day promised at present.' })
  promisedTo?: string;
}

@ObjectType({ description: 'Days that the supplier once promised for a part of a line.' })
export class OrderPromise {
  @Field({ description: 'The part of the line.' })
  scheduleId!: string;

  @Field(() => Int, { description: 'The revision with which the promise was made.' })
  revision!: number;

  @Field(() => CalendarDate, { nullable: true, description: 'First day promised.' })
  promisedFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day promised.' })
  promisedTo?: string;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;
}

@ObjectType({ description: 'A price of a frame agreement from a day on.' })
export class OrderPrice {
  @Field(() => CalendarDate, { description: 'First day of the price.' })
  from!: string;

  @Field(() => Decimal, { description: 'Price of one unit, without tax.' })
  price!: string;
}

@ObjectType({ implements: Node, description: 'A line of an order as it stands. An ended or refused line stays to be seen.' })
export class OrderLine extends Node {
  @Field({ description: 'Number of the line as the buyer writes it.' })
  lineId!: string;

  @Field(() => Int, { description: 'Place in the order, from 1.' })
  position!: number;

  @Field(() => Int, { description: 'The revision that last set it.' })
  revision!: number;

  @Field(() => OrderLineState, { description: 'Whether it counts.' })
  state!: string;

  @Field({ description: 'Name of the item.' })
  itemName!: string;

  @Field({ nullable: true, description: 'Description of the item.' })
  description?: string;

  @Field({ nullable: true, description: "The buyer's number for the item." })
  buyerItemId?: string;

  @Field({ nullable: true, description: "The supplier's number for the item." })
  sellerItemId?: string;

  @Field({ nullable: true, description: 'Standard number for the item, such as a GTIN.' })
  standardItemId?: string;

  @Field(() => Decimal, { description: 'Quantity.' })
  quantity!: string;

  @Field({ description: 'Unit of the quantity, UN/ECE recommendation 20.' })
  unit!: string;

  @Field(() => Decimal, { nullable: true, description: 'Price of `priceBasis` units, without tax; null when none was stated.' })
  price?: string;

  @Field(() => Decimal, { nullable: true, description: 'Number of units that the price is for; null means 1.' })
  priceBasis?: string;

  @Field(() => Decimal, { nullable: true, description: 'Sum of allowances on the line.' })
  allowance?: string;

  @Field(() => Decimal, { nullable: true, description: 'Sum of charges on the line.' })
  charge?: string;

  @Field(() => Decimal, { nullable: true, description: 'Rate of tax in per cent.' })
  taxRate?: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "Quantity times price, less allowances, plus charges, rounded half up to the currency's minor unit; null without a price.",
  })
  amount?: string;

  @Field({ nullable: true, description: 'Text to the line.' })
  note?: string;

  @Field(() => [OrderDetail], { description: 'Further terms.' })
  details!: OrderDetail[];

  @Field(() => [OrderSchedule], { description: 'Parts with days of their own; at least one.' })
  schedules!: OrderSchedule[];

  @Field(() => [OrderPromise], { description: 'Every promise of days, oldest first.' })
  promises!: OrderPromise[];

  @Field(() => [OrderPrice], { description: 'Of a frame agreement: prices by day.' })
  prices!: OrderPrice[];

  @Field(() => OrderLine, { nullable: true, description: "Of a call-off: the frame's line that it draws on." })
  frameLine?: OrderLine;

  @Field(() => Decimal, { description: 'Of a frame agreement: what is called off, in the unit of the line.' })
  calledOff!: string;

  @Field(() => Decimal, { description: 'Quantity less what is called off.' })
  remaining!: string;

  @Field(() => [OrderRevisionLine], { description: 'What every revision that touched the line made of it, oldest first.' })
  history!: OrderRevisionLine[];
}

export const OrderLineConnection = connectionOf<OrderLine>('OrderLine', () => OrderLine);
