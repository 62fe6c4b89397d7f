import { Field, ID, InputType, Int } from 'type-graphql';
import { OrganisationRefInput } from '../parties/index.js';
import { OneOf } from '../platform/graphql/one-of.js';
import { CalendarDate } from '../platform/graphql/scalars.js';
import { OrderDecision, OrderLineAction, OrderLineAnswer, OrderOtherLines, OrderResponseCode, OrderType } from './api-enums.js';
import { OrderHeaderChangeInput, OrderHeaderInput, OrderLineChangeInput, OrderLineInput } from './content/api-inputs.js';

@OneOf()
@InputType({ description: 'A frame agreement between the parties of a call-off.' })
export class OrderFrameInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  id?: string;

  @Field({ nullable: true, description: 'Its number, in any spelling.' })
  number?: string;
}

@InputType({ description: 'An order as its buyer sends it.' })
export class OrderDocumentInput {
  @Field(() => OrganisationRefInput, { description: 'Who is to deliver.' })
  supplier!: OrganisationRefInput;

  @Field({ description: 'Number, up to 100 characters; unique between the two parties, whatever its spelling.' })
  number!: string;

  @Field(() => OrderType, { defaultValue: OrderType.ORDER, description: 'Kind of the order.' })
  typeCode!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the document; today in Shanghai when absent.' })
  issuedOn?: string;

  @Field({
    nullable: true,
    description: "The buyer's own reference in another system, unique among the buyer's orders. The supplier does not see it.",
  })
  externalReference?: string;

  @Field(() => OrderFrameInput, { nullable: true, description: 'Of a call-off: the frame agreement that it draws on.' })
  frame?: OrderFrameInput;

  @Field(() => OrderHeaderInput, { description: 'The header.' })
  header!: OrderHeaderInput;

  @Field(() => [OrderLineInput], { description: 'The lines, 1 to 2,000.' })
  lines!: OrderLineInput[];
}

@InputType({ description: 'Issues an order, or says again what an order is to be.' })
export class OrderIssueInput extends OrderDocumentInput {
  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;

  @Field(() => Int, { nullable: true, description: 'The version of an order that stands already; refused when it has changed since.' })
  expectedVersion?: number;
}

@InputType({ description: 'Issues many orders at once.' })
export class OrderBulkIssueInput {
  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;

  @Field(() => [OrderDocumentInput], { description: 'The orders, 1 to 500.' })
  orders!: OrderDocumentInput[];
}

@InputType({ description: 'An offer that is accepted as it is.' })
export class OrderToAcceptInput {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => Int, { description: 'The revision that is accepted; refused when the order has another one now.' })
  revision!: number;
}

@InputType({ description: 'Accepts many offers at once.' })
export class OrderBulkAcceptInput {
  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;

  @Field(() => [OrderToAcceptInput], { description: 'The offers, 1 to 500.' })
  orders!: OrderToAcceptInput[];
}

@InputType({ description: 'Names the order that a command is about.' })
class OnOrder {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => Int, { nullable: true, description: 'The version that was read; refused when the order has changed since.' })
  expectedVersion?: number;
}

@InputType({ description: 'The answer to one line.' })
export class OrderLineAnswerInput {
  @Field({ description: 'The line; a new number for an added line.' })
  lineId!: string;

  @Field(() => OrderLineAnswer, { description: 'The answer.' })
  action!: string;

  @Field({ nullable: true, description: 'What is to be said about it.' })
  note?: string;

  @Field(() => OrderLineChangeInput, { nullable: true, description: 'What the line is to be, with answers CHANGED and ADDED.' })
  change?: OrderLineChangeInput;
}

@InputType({ description: "The supplier's answer to what is open: the offer, or the buyer's change." })
export class OrderRespondInput extends OnOrder {
  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;

  @Field(() => Int, { description: 'The revision that is answered; refused as stale when the order stands at another.' })
  revision!: number;

  @Field(() => OrderResponseCode, { description: 'The answer as a whole.' })
  code!: string;

  @Field({ nullable: true, description: "Number of the answer's document, unique within the order." })
  number?: string;

  @Field({ nullable: true, description: 'What is to be said about it, up to 4,000 characters.' })
  note?: string;

  @Field({ nullable: true, description: "The supplier's number for the sale." })
  salesOrderNumber?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day promised for the whole order.' })
  promisedFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day promised for the whole order.' })
  promisedTo?: string;

  @Field({ nullable: true, description: "The supplier's own reference in another system. The buyer does not see it." })
  externalReference?: string;

  @Field(() => [OrderLineAnswerInput], { nullable: true, description: 'With CA: an answer to every active line.' })
  lines?: OrderLineAnswerInput[];
}

@InputType({ description: 'What a change does to one line.' })
export class OrderLineActionInput {
  @Field({ description: 'The line; a new number for an added line.' })
  lineId!: string;

  @Field(() => OrderLineAction, { description: 'What to do.' })
  action!: string;

  @Field(() => OrderLineChangeInput, { nullable: true, description: 'What the line is to be, with ADD, CHANGE and REOPEN.' })
  change?: OrderLineChangeInput;
}

@InputType({ description: 'Says what an order is to be.' })
export class OrderProposeChangeInput extends OnOrder {
  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;

  @Field(() => Int, { description: 'The revision on which the change stands; refused as stale when the order stands at another.' })
  revision!: number;

  @Field({ nullable: true, description: "Number of the change's document, unique within the order and side." })
  number?: string;

  @Field({ nullable: true, description: 'What is to be said about it, up to 4,000 characters.' })
  note?: string;

  @Field(() => OrderHeaderChangeInput, { nullable: true, description: 'What changes of the header.' })
  header?: OrderHeaderChangeInput;

  @Field(() => [OrderLineActionInput], { nullable: true, description: 'What changes of the lines.' })
  lines?: OrderLineActionInput[];

  @Field(() => OrderOtherLines, { defaultValue: 'KEEP', description: 'What becomes of active lines that are not named.' })
  otherLines!: string;
}

@InputType({ description: 'Decides on a proposal of the other side.' })
export class OrderDecideChangeInput extends OnOrder {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;

  @Field(() => OrderDecision, { description: 'The decision.' })
  decision!: string;

  @Field({ nullable: true, description: 'Why, up to 4,000 characters.' })
  reason?: string;

  @Field({ nullable: true, description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey?: string;
}

@InputType({ description: "Takes a proposal of one's own back." })
export class OrderWithdrawChangeInput extends OnOrder {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;

  @Field({ nullable: true, description: 'Why, up to 4,000 characters.' })
  reason?: string;

  @Field({ nullable: true, description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey?: string;
}

@InputType({ description: 'Takes an offer back, or proposes or confirms the end of an agreed order.' })
export class OrderCancelInput extends OnOrder {
  @Field({ nullable: true, description: "Number of the cancellation's document." })
  number?: string;

  @Field({ nullable: true, description: 'Why, up to 4,000 characters.' })
  reason?: string;

  @Field({ nullable: true, description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey?: string;
}
