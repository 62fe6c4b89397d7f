import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayRange, Order, OrderLine } from '../../orders/index.js';
import { Organisation, TradeAgreement } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { ReceiptAdvice, ReceiptLine } from '../receipt/api-types.js';
import {
  AcceptanceKind,
  AcceptanceWay,
  GoodsConsequence,
  ReceiptAction,
  RefusalAction,
  RefusalReason,
  SettlementOutcome,
} from './api-enums.js';

@ObjectType({ description: 'Whether an action is open to the caller now.' })
export class ReceiptAllowedAction {
  @Field(() => ReceiptAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ description: 'The period that both sides agreed on for the inspection of goods (Civil Code art. 620).' })
export class InspectionWindow {
  @Field(() => Int, { description: 'Days after the day of the receipt.' })
  days!: number;

  @Field(() => CalendarDate, { description: 'Its last day. At the end of that day what is left is accepted by clock.' })
  endsOn!: string;

  @Field(() => TradeAgreement, { description: 'The agreement that says so.' })
  tradeAgreement!: TradeAgreement;
}

@ObjectType({ description: 'Goods that await inspection in a period that still runs.' })
export class OpenInspection {
  @Field(() => ReceiptAdvice, { description: 'The receipt.' })
  receipt!: ReceiptAdvice;

  @Field(() => ReceiptLine, { description: 'The receipt line.' })
  receiptLine!: ReceiptLine;

  @Field(() => Order, { description: 'The order.' })
  order!: Order;

  @Field(() => OrderLine, { description: 'The line of the order.' })
  line!: OrderLine;

  @Field(() => CalendarDate, { description: 'Last day of the period.' })
  endsOn!: string;

  @Field(() => Decimal, { description: "Quantity left to decide on, in the unit of the order's line." })
  left!: string;
}

export const OpenInspectionConnection = connectionOf<OpenInspection>('OpenInspection', () => OpenInspection);

@ObjectType({ description: 'What became of refused goods that did not go back.' })
export class RefusalSettlement {
  @Field(() => SettlementOutcome, { description: 'What became of them.' })
  outcome!: string;

  @Field(() => Decimal, { description: "Quantity, in the unit of the order's line." })
  quantity!: string;

  @Field(() => Decimal, { nullable: true, description: 'Share of the price that was conceded; 0.05 is five percent.' })
  priceReduction?: string;

  @Field(() => GoodsConsequence, { nullable: true, description: 'What follows where they were given up.' })
  consequence?: string;

  @Field(() => CalendarDate, { description: 'Day of the settlement.' })
  settledOn!: string;

  @Field({ nullable: true, description: 'Text to it.' })
  note?: string;

  @Field(() => Organisation, { description: 'Who said so.' })
  by!: Organisation;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({ implements: Node, description: "What was found of one receipt line. Quantities are in the unit of the order's line." })
export class AcceptanceLine extends Node {
  @Field(() => Acceptance, { description: 'The acceptance.' })
  acceptance!: object;

  @Field(() => ReceiptLine, { description: 'The receipt line.' })
  receiptLine!: ReceiptLine;

  @Field(() => Order, { description: 'The order.' })
  order!: Order;

  @Field(() => OrderLine, { description: 'The line of the order.' })
  line!: OrderLine;

  @Field(() => Decimal, { description: 'Accepted.' })
  accepted!: string;

  @Field(() => Decimal, { description: 'Refused at that time.' })
  refused!: string;

  @Field(() => Decimal, { description: 'Found in order by a provisional acceptance, which passes nothing.' })
  noted!: string;

  @Field(() => RefusalReason, { nullable: true, description: 'Why it was refused.' })
  reason?: string;

  @Field(() => RefusalAction, { nullable: true, description: 'What is to be done about what was refused.' })
  action?: string;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Share of the price that the buyer asks off for a concession; 0.05 is five percent.',
  })
  priceReduction?: string;

  @Field({ nullable: true, description: 'Text to the line.' })
  note?: string;

  @Field(() => Decimal, { description: 'Of what was refused: neither settled nor sent back.' })
  left!: string;

  @Field(() => [RefusalSettlement], { description: 'What became of refused goods that did not go back, oldest first.' })
  settlements!: RefusalSettlement[];
}

@ObjectType({
  implements: Node,
  description:
    'That goods which came were found in order or not (验收). It is never changed. Silence to the end of the agreed period accepts by clock (Civil Code art. 621), and never confirms a debt: what is owed follows from invoices and from what the buyer confirms.',
})
export class Acceptance extends Node {
  @Field(() => ReceiptAdvice, { description: 'The receipt.' })
  receipt!: ReceiptAdvice;

  @Field(() => Organisation, { description: 'Who accepted.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'Whose goods.' })
  supplier!: Organisation;

  @Field(() => AcceptanceKind, { description: 'How far it goes.' })
  kind!: string;

  @Field(() => AcceptanceWay, { description: 'By what the goods were accepted.' })
  way!: string;

  @Field(() => CalendarDate, { description: 'Day of acceptance; by clock, the last day of the period.' })
  acceptedOn!: string;

  @Field({ nullable: true, description: 'Number of the acceptance record (验收单), unique between the two parties.' })
  number?: string;

  @Field({ nullable: true, description: 'Who signed, as it stands on the record.' })
  signer?: string;

  @Field({ nullable: true, description: 'Text to the whole.' })
  note?: string;

  @Field(() => [AcceptanceLine], { description: 'Its lines, up to 1,000.' })
  lines!: AcceptanceLine[];

  @Field(() => DateTime, { description: 'When it was entered, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was entered, in business time.' })
  businessTime!: string;
}

export const AcceptanceConnection = connectionOf<Acceptance>('Acceptance', () => Acceptance);

@InputType({ description: 'Which acceptances to list.' })
export class AcceptanceFilter {
  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];

  @Field(() => [AcceptanceKind], { nullable: true, description: 'Any of these kinds.' })
  kind?: string[];

  @Field(() => [AcceptanceWay], { nullable: true, description: 'Any of these ways.' })
  way?: string[];

  @Field(() => DayRange, { nullable: true, description: 'Day of acceptance.' })
  acceptedOn?: DayRange;
}

@InputType({ description: 'Which open inspections to list.' })
export class OpenInspectionFilter {
  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];
}
