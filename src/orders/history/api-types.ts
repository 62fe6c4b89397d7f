import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Organisation } from '../../parties/index.js';
import { Money } from '../../platform/graphql/money.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import {
  OrderLineAnswer,
  OrderLineChangeKind,
  OrderLineState,
  OrderProposalAction,
  OrderProposalStatus,
  OrderResponseCode,
  OrderResponseOutcome,
  OrderRevisionOrigin,
  OrderSide,
} from '../api-enums.js';

@ObjectType({ description: 'One field that differs between two states.' })
export class OrderFieldChange {
  @Field({ description: 'The field, such as `quantity`, `schedules.1.promisedTo` or `details.incoterms`.' })
  field!: string;

  @Field({ nullable: true, description: 'What it was; null when it was not there.' })
  old?: string;

  @Field({ nullable: true, description: 'What it is to be; null when it is to go.' })
  new?: string;

  @Field({ nullable: true, description: 'New less old: of numbers in their unit, of dates in days. Null where that has no meaning.' })
  delta?: string;
}

@ObjectType({ description: 'How a proposal changes one line.' })
export class OrderProposalLine {
  @Field({ description: 'The line.' })
  lineId!: string;

  @Field(() => OrderLineChangeKind, { description: 'How it changes.' })
  kind!: string;

  @Field({ description: 'Name of the item afterwards.' })
  itemName!: string;

  @Field(() => [OrderFieldChange], {
    description: 'Each field that differs. Prices and amounts are shown with the scope `amounts:read` only.',
  })
  changes!: OrderFieldChange[];
}

@ObjectType({ description: 'Whether an action on a proposal is open to the caller now.' })
export class OrderProposalAllowedAction {
  @Field(() => OrderProposalAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ implements: Node, description: "A next revision that one side proposes: a supplier's counter, or a change of either side." })
export class OrderProposal extends Node {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => OrderSide, { description: 'The side that proposes.' })
  side!: string;

  @Field(() => Int, { description: 'The revision on which it stands.' })
  baseRevision!: number;

  @Field(() => OrderProposalStatus, { description: 'What became of it.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with its decision.' })
  version!: number;

  @Field({ description: 'Whether no line would be left, so that accepting it ends the order.' })
  endsOrder!: boolean;

  @Field({ nullable: true, description: 'Number of the document in which it came.' })
  number?: string;

  @Field({ nullable: true, description: 'What was said about it.' })
  note?: string;

  @Field(() => [OrderFieldChange], {
    description: 'Each field of the header that differs. Amounts are shown with the scope `amounts:read` only.',
  })
  headerChanges!: OrderFieldChange[];

  @Field(() => [OrderProposalLine], { description: 'Each line that differs.' })
  lines!: OrderProposalLine[];

  @Field(() => Money, { description: 'Total of the order before, without tax.' })
  totalBefore!: Money;

  @Field(() => Money, { description: 'Total of the order afterwards, without tax.' })
  totalAfter!: Money;

  @Field({ nullable: true, description: 'Why it was decided so.' })
  decisionReason?: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided, in real time; null while it is open.' })
  decidedAt?: string;

  @Field(() => DateTime, { description: 'When it was made, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was made, in business time.' })
  businessTime!: string;

  @Field(() => [OrderProposalAllowedAction], { description: 'What the caller may do with it now.' })
  allowedActions!: OrderProposalAllowedAction[];
}

@ObjectType({ description: 'A line as a revision set it.' })
export class OrderRevisionLine {
  @Field(() => Int, { description: 'The revision.' })
  revision!: number;

  @Field({ description: 'The line.' })
  lineId!: string;

  @Field(() => OrderLineChangeKind, { description: 'How it changed from the revision before.' })
  kind!: string;

  @Field(() => OrderLineState, { description: 'Whether it counted from then on.' })
  state!: string;

  @Field({ description: 'Name of the item.' })
  itemName!: string;

  @Field(() => Decimal, { description: 'Quantity.' })
  quantity!: string;

  @Field({ description: 'Unit of the quantity.' })
  unit!: string;

  @Field(() => Decimal, { nullable: true, description: 'Price of the price basis, without tax.' })
  price?: string;

  @Field(() => Decimal, { nullable: true, description: 'Amount of the line, without tax.' })
  amount?: string;

  @Field(() => [OrderFieldChange], {
    description: 'Each field that changed. Prices and amounts are shown with the scope `amounts:read` only.',
  })
  changes!: OrderFieldChange[];
}

@ObjectType({ description: 'That both sides agreed on a revision.' })
export class OrderAgreement {
  @Field(() => Organisation, { description: 'Who agreed last.' })
  by!: Organisation;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({ description: 'A revision of an order: an offer, or what both agreed on.' })
export class OrderRevision {
  @Field(() => Int, { description: 'Its number, from 1.' })
  revision!: number;

  @Field(() => OrderRevisionOrigin, { description: 'How it came about.' })
  origin!: string;

  @Field(() => Organisation, { description: 'Whose command made it.' })
  by!: Organisation;

  @Field(() => OrderProposal, { nullable: true, description: 'The accepted proposal that it is; null for an offer of the buyer.' })
  proposal?: OrderProposal;

  @Field(() => OrderAgreement, { nullable: true, description: 'When both sides had agreed on it; null when it never was in force.' })
  agreement?: OrderAgreement;

  @Field(() => Money, { description: 'Total, without tax.' })
  total!: Money;

  @Field(() => [OrderFieldChange], {
    description: 'Each field of the header that changed. Amounts are shown with the scope `amounts:read` only.',
  })
  headerChanges!: OrderFieldChange[];

  @Field(() => [OrderRevisionLine], { description: 'The lines that it set; every other line stood as before.' })
  lines!: OrderRevisionLine[];

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({ description: 'What the supplier answered to one line.' })
export class OrderResponseLine {
  @Field({ description: 'The line.' })
  lineId!: string;

  @Field(() => OrderLineAnswer, { description: 'The answer.' })
  action!: string;

  @Field({ nullable: true, description: 'What was said about it.' })
  note?: string;
}

@ObjectType({ implements: Node, description: 'An answer of the supplier, word by word.' })
export class OrderResponse extends Node {
  @Field(() => Int, { description: 'The revision that it answered.' })
  revision!: number;

  @Field(() => OrderResponseCode, { description: 'The answer as a whole.' })
  code!: string;

  @Field(() => OrderResponseOutcome, { description: 'What it came to.' })
  outcome!: string;

  @Field({ nullable: true, description: 'Number of the document in which it came.' })
  number?: string;

  @Field({ nullable: true, description: 'What was said about it.' })
  note?: string;

  @Field({ nullable: true, description: "The supplier's number for the sale." })
  salesOrderNumber?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day promised for the whole order.' })
  promisedFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day promised for the whole order.' })
  promisedTo?: string;

  @Field(() => OrderProposal, { nullable: true, description: "The buyer's proposal that it answered." })
  answers?: OrderProposal;

  @Field(() => OrderProposal, { nullable: true, description: 'The proposal that it made.' })
  proposes?: OrderProposal;

  @Field(() => [OrderResponseLine], { description: 'The answers to single lines.' })
  lines!: OrderResponseLine[];

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}
