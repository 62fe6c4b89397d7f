import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayRange, Order, OrderDetail, OrderLine } from '../../orders/index.js';
import { Organisation } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { OneOf } from '../../platform/graphql/one-of.js';
import { CalendarDate, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { DespatchAction, DespatchStatus } from '../api-enums.js';

@ObjectType({ description: 'Whether an action is open to the caller now.' })
export class DespatchAllowedAction {
  @Field(() => DespatchAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ description: 'A package, or several that are alike, in which goods of a line travel.' })
export class DespatchPackage {
  @Field({ nullable: true, description: 'Shipping marks.' })
  marks?: string;

  @Field({ nullable: true, description: 'Kind of package, UN/ECE recommendation 21.' })
  kind?: string;

  @Field(() => Int, { nullable: true, description: 'How many.' })
  count?: number;

  @Field(() => Decimal, { nullable: true, description: 'Gross weight of all of them.' })
  grossWeight?: string;

  @Field(() => Decimal, { nullable: true, description: 'Net weight of all of them.' })
  netWeight?: string;

  @Field({ nullable: true, description: 'Unit of the weights, UN/ECE recommendation 20.' })
  weightUnit?: string;
}

@ObjectType({ implements: Node, description: 'Goods of one line of an order in a despatch.' })
export class DespatchLine extends Node {
  @Field(() => DespatchAdvice, { description: 'The despatch.' })
  despatch!: object;

  @Field(() => Order, { description: 'The order.' })
  order!: Order;

  @Field(() => OrderLine, { description: 'The line of the order.' })
  line!: OrderLine;

  @Field({ description: 'Number of the line in its order.' })
  lineId!: string;

  @Field({ nullable: true, description: 'Number of the line in this document, where it has one.' })
  documentLine?: string;

  @Field(() => Int, { description: 'Place in the document, from 1.' })
  position!: number;

  @Field(() => Decimal, { description: 'Quantity sent, as written.' })
  quantity!: string;

  @Field({ description: 'Unit as written, UN/ECE recommendation 20.' })
  unit!: string;

  @Field(() => Decimal, { description: "Quantity sent, exactly, in the unit of the order's line." })
  orderQuantity!: string;

  @Field(() => Decimal, { nullable: true, description: 'Quantity that is to follow (back-order), in the unit as written.' })
  outstandingQuantity?: string;

  @Field({ nullable: true, description: 'Why it is not among this.' })
  outstandingReason?: string;

  @Field({ nullable: true, description: 'Lot or batch.' })
  lot?: string;

  @Field(() => [DespatchPackage], { description: 'Packages.' })
  packages!: DespatchPackage[];

  @Field({ nullable: true, description: 'Text to the line.' })
  note?: string;

  @Field(() => Decimal, {
    description: "What receipts said of it: received, rejected and short together, in the unit of the order's line.",
  })
  handled!: string;

  @Field(() => Decimal, { description: "What is still under way, in the unit of the order's line." })
  inTransit!: string;
}

export const DespatchLineConnection = connectionOf<DespatchLine>('DespatchLine', () => DespatchLine);

@ObjectType({
  implements: Node,
  description: 'What a supplier says that it sent (UBL DespatchAdvice), of any number of orders of one buyer.',
})
export class DespatchAdvice extends Node {
  @Field({ description: 'Number; unique between the two parties, whatever its spelling.' })
  number!: string;

  @Field(() => DespatchStatus, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Grows with each change; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => Organisation, { description: 'To whom.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'From whom.' })
  supplier!: Organisation;

  @Field({ nullable: true, description: "The caller's own reference of it; the other party has its own." })
  externalReference?: string;

  @Field(() => CalendarDate, { description: 'Day of the document.' })
  issuedOn!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which the goods leave.' })
  despatchedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which they are expected to arrive.' })
  expectedOn?: string;

  @Field({ nullable: true, description: 'Who carries them.' })
  carrier?: string;

  @Field({ nullable: true, description: "The carrier's number of the consignment." })
  consignment?: string;

  @Field({ nullable: true, description: 'Text to the whole document.' })
  note?: string;

  @Field(() => [OrderDetail], { description: 'Further terms.' })
  details!: OrderDetail[];

  @Field(() => Int, { description: 'How many lines it has.' })
  lineCount!: number;

  @Field(() => [DespatchLine], { description: 'Its lines, up to 1,000.' })
  lines!: DespatchLine[];

  @Field({ nullable: true, description: 'Why it was taken back.' })
  cancelReason?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which it was taken back.' })
  cancelledOn?: string;

  @Field(() => DateTime, { description: 'When it was entered, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was entered, in business time.' })
  businessTime!: string;

  @Field(() => [DespatchAllowedAction], { description: 'What the caller may do now, and why not the rest.' })
  allowedActions!: DespatchAllowedAction[];
}

export const DespatchAdviceConnection = connectionOf<DespatchAdvice>('DespatchAdvice', () => DespatchAdvice);

@ObjectType({ description: 'A despatch as far as it is of one order.' })
export class OrderDespatch {
  @Field(() => DespatchAdvice, { description: 'The despatch.' })
  despatch!: DespatchAdvice;

  @Field(() => [DespatchLine], { description: 'Its lines of this order.' })
  lines!: DespatchLine[];
}

export const OrderDespatchConnection = connectionOf<OrderDespatch>('OrderDespatch', () => OrderDespatch);

@OneOf()
@InputType({ description: 'Which despatch to read.' })
export class DespatchByInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  id?: string;

  @Field({ nullable: true, description: "The caller's own external reference of it." })
  externalReference?: string;
}

@InputType({ description: 'Which despatches to list.' })
export class DespatchFilter {
  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];

  @Field(() => [DespatchStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field({ nullable: true, description: 'The number, as its supplier wrote it.' })
  number?: string;

  @Field(() => DayRange, { nullable: true, description: 'Day on which the goods are expected.' })
  expectedOn?: DayRange;
}
