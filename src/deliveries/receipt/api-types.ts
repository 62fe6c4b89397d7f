import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayRange, Order, OrderDetail, OrderLine } from '../../orders/index.js';
import { Organisation } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { OneOf } from '../../platform/graphql/one-of.js';
import { CalendarDate, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { RejectionAction, RejectionReason, ShortageAction } from '../api-enums.js';
import { DespatchAdvice, DespatchLine } from '../despatch/api-types.js';

@ObjectType({ implements: Node, description: 'What came of one line of an order.' })
export class ReceiptLine extends Node {
  @Field(() => ReceiptAdvice, { description: 'The receipt.' })
  receipt!: object;

  @Field(() => Order, { description: 'The order.' })
  order!: Order;

  @Field(() => OrderLine, { description: 'The line of the order.' })
  line!: OrderLine;

  @Field(() => DespatchLine, { nullable: true, description: 'The line of the despatch in which it was announced.' })
  despatchLine?: DespatchLine;

  @Field({ description: 'Number of the line in its order.' })
  lineId!: string;

  @Field({ nullable: true, description: 'Number of the line in this document, where it has one.' })
  documentLine?: string;

  @Field(() => Int, { description: 'Place in the document, from 1.' })
  position!: number;

  @Field({ description: 'Unit as written, UN/ECE recommendation 20.' })
  unit!: string;

  @Field(() => Decimal, { description: 'Quantity kept, as written.' })
  receivedWritten!: string;

  @Field(() => Decimal, { description: 'Quantity short, as written.' })
  shortWritten!: string;

  @Field(() => Decimal, { description: 'Quantity rejected, as written.' })
  rejectedWritten!: string;

  @Field(() => Decimal, { description: "Quantity that came and was kept, exactly, in the unit of the order's line." })
  received!: string;

  @Field(() => Decimal, { description: "Quantity that was announced and did not come, in the unit of the order's line." })
  short!: string;

  @Field(() => ShortageAction, { nullable: true, description: 'What is to be done about it.' })
  shortAction?: string;

  @Field(() => Decimal, { description: "Quantity that came and was turned away, in the unit of the order's line." })
  rejected!: string;

  @Field(() => RejectionReason, { nullable: true, description: 'Why.' })
  rejectReason?: string;

  @Field(() => RejectionAction, { nullable: true, description: 'What is to be done about it.' })
  rejectAction?: string;

  @Field({ nullable: true, description: 'Lot or batch.' })
  lot?: string;

  @Field({ nullable: true, description: 'Text to the line.' })
  note?: string;

  @Field(() => Decimal, { description: 'Of what was received: what was accepted.' })
  accepted!: string;

  @Field(() => Decimal, { description: 'Of what was received: what was refused at the inspection.' })
  refused!: string;

  @Field(() => Decimal, { description: 'Of what was accepted: what went back.' })
  returned!: string;

  @Field(() => Decimal, { description: 'Of what was accepted: what is invoiced.' })
  invoiced!: string;
}

export const ReceiptLineConnection = connectionOf<ReceiptLine>('ReceiptLine', () => ReceiptLine);

@ObjectType({ implements: Node, description: 'What a buyer says that came (UBL ReceiptAdvice). It is never changed.' })
export class ReceiptAdvice extends Node {
  @Field({ description: 'Number; unique between the two parties, whatever its spelling.' })
  number!: string;

  @Field(() => Int, { description: 'Grows with what follows from it.' })
  version!: number;

  @Field(() => Organisation, { description: 'To whom the goods came.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'From whom.' })
  supplier!: Organisation;

  @Field(() => DespatchAdvice, { nullable: true, description: 'The despatch that announced the goods, where it names one.' })
  despatch?: DespatchAdvice;

  @Field({ nullable: true, description: "The caller's own reference of it; the other party has its own." })
  externalReference?: string;

  @Field(() => CalendarDate, { description: 'Day on which the goods came.' })
  receivedOn!: string;

  @Field({ nullable: true, description: 'Text to the whole document.' })
  note?: string;

  @Field(() => [OrderDetail], { description: 'Further terms.' })
  details!: OrderDetail[];

  @Field(() => Int, { description: 'How many lines it has.' })
  lineCount!: number;

  @Field(() => [ReceiptLine], { description: 'Its lines, up to 1,000.' })
  lines!: ReceiptLine[];

  @Field(() => DateTime, { description: 'When it was entered, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was entered, in business time.' })
  businessTime!: string;
}

export const ReceiptAdviceConnection = connectionOf<ReceiptAdvice>('ReceiptAdvice', () => ReceiptAdvice);

@ObjectType({ description: 'A receipt as far as it is of one order.' })
export class OrderReceipt {
  @Field(() => ReceiptAdvice, { description: 'The receipt.' })
  receipt!: ReceiptAdvice;

  @Field(() => [ReceiptLine], { description: 'Its lines of this order.' })
  lines!: ReceiptLine[];
}

export const OrderReceiptConnection = connectionOf<OrderReceipt>('OrderReceipt', () => OrderReceipt);

@OneOf()
@InputType({ description: 'Which receipt to read.' })
export class ReceiptByInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  id?: string;

  @Field({ nullable: true, description: "The caller's own external reference of it." })
  externalReference?: string;
}

@InputType({ description: 'Which receipts to list.' })
export class ReceiptFilter {
  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];

  @Field({ nullable: true, description: 'The number, as its buyer wrote it.' })
  number?: string;

  @Field(() => DayRange, { nullable: true, description: 'Day on which the goods came.' })
  receivedOn?: DayRange;
}
