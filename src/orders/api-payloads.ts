import { Field, Int, ObjectType } from 'type-graphql';
import { Payload, UserError } from '../platform/graphql/user-error.js';
import { OrderOutcome } from './api-enums.js';
import { OrderProposal, OrderResponse } from './history/api-types.js';
import { Order } from './order/api-types.js';

@ObjectType({ description: 'What every command on one order answers.' })
class OrderPayload extends Payload {
  @Field(() => Order, { nullable: true, description: 'The order afterwards; null when the command was refused.' })
  order?: Order;

  @Field(() => OrderOutcome, { nullable: true, description: 'What the document came to; null when the command was refused.' })
  outcome?: string;

  @Field(() => OrderProposal, {
    nullable: true,
    description: 'The proposal that was made, decided on or taken back; null when there was none.',
  })
  proposal?: OrderProposal;
}

@ObjectType({ description: 'What came of issuing an order.' })
export class OrderIssuePayload extends OrderPayload {}

@ObjectType({ description: 'What came of an answer.' })
export class OrderRespondPayload extends OrderPayload {
  @Field(() => OrderResponse, { nullable: true, description: 'The answer as it was recorded.' })
  response?: OrderResponse;
}

@ObjectType({ description: 'What came of proposing a change.' })
export class OrderProposeChangePayload extends OrderPayload {}

@ObjectType({ description: 'What came of a decision.' })
export class OrderDecideChangePayload extends OrderPayload {}

@ObjectType({ description: 'What came of taking a proposal back.' })
export class OrderWithdrawChangePayload extends OrderPayload {}

@ObjectType({ description: 'What came of a cancellation.' })
export class OrderCancelPayload extends OrderPayload {}

@ObjectType({ description: 'One order of many that was not taken.' })
export class OrderBulkRefusal {
  @Field(() => Int, { description: 'Its place in the request, from 0.' })
  index!: number;

  @Field({ description: 'Its number.' })
  number!: string;

  @Field(() => [UserError], { description: 'Why.' })
  errors!: UserError[];
}

@ObjectType({ description: 'What came of accepting many offers.' })
export class OrderBulkAcceptPayload extends Payload {
  @Field(() => [Order], { nullable: true, description: 'The orders that are in force now, in the order of the request.' })
  orders?: Order[];

  @Field(() => [OrderBulkRefusal], {
    nullable: true,
    description: 'The offers that were not accepted. The others are in force all the same.',
  })
  refused?: OrderBulkRefusal[];
}

@ObjectType({ description: 'What came of issuing many orders.' })
export class OrderBulkIssuePayload extends Payload {
  @Field(() => [Order], {
    nullable: true,
    description: 'The orders taken, in the order of the request, those that stood already included.',
  })
  orders?: Order[];

  @Field(() => Int, { nullable: true, description: 'How many of them are new.' })
  issued?: number;

  @Field(() => [OrderBulkRefusal], { nullable: true, description: 'The orders that were not taken. The others stand all the same.' })
  refused?: OrderBulkRefusal[];
}
