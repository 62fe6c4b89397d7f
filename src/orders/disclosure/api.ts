import { Arg, Args, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Organisation, OrganisationRefInput } from '../../parties/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { DisclosureSide } from '../api-enums.js';
import { Order } from '../order/api-types.js';
import { orderDisclose, orderDisclosureEnd } from './commands.js';

@ObjectType({ implements: Node, description: 'That a party shows an order to a third organisation. The other party learns nothing of it.' })
export class OrderDisclosure extends Node {
  @Field(() => Order, { nullable: true, description: 'The order; null to the one it was shown to once that has ended.' })
  order?: Order;

  @Field(() => Organisation, { nullable: true, description: 'Who shows it; null where the caller does not see that organisation.' })
  grantor?: Organisation;

  @Field(() => Organisation, { nullable: true, description: 'To whom it is shown; null where the caller does not see that organisation.' })
  grantee?: Organisation;

  @Field({ description: 'What for.' })
  purpose!: string;

  @Field(() => DateTime, { description: 'Since when, in real time.' })
  at!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it ended, in real time; null while it lasts.' })
  endedAt?: string;
}

const OrderDisclosureConnection = connectionOf<OrderDisclosure>('OrderDisclosure', () => OrderDisclosure);

@InputType({ description: 'Which disclosures to list.' })
class OrderDisclosureFilter {
  @Field({ nullable: true, description: 'Only those that last, or only those that ended.' })
  ended?: boolean;
}

@InputType({ description: 'Shows an order to a third organisation.' })
class OrderDiscloseInput {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => OrganisationRefInput, { description: 'To whom.' })
  grantee!: OrganisationRefInput;

  @Field({ description: 'What for, up to 500 characters.' })
  purpose!: string;

  @Field({ nullable: true, description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey?: string;
}

@InputType({ description: 'Ends a disclosure.' })
class OrderDisclosureEndInput {
  @Field(() => ID, { description: 'The disclosure.' })
  disclosureId!: string;

  @Field({ nullable: true, description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey?: string;
}

@ObjectType({ description: 'What came of showing an order.' })
class OrderDisclosePayload extends Payload {
  @Field(() => OrderDisclosure, { nullable: true, description: 'The disclosure; null when it was refused.' })
  disclosure?: OrderDisclosure;
}

@ObjectType({ description: 'What came of ending a disclosure.' })
class OrderDisclosureEndPayload extends Payload {
  @Field(() => OrderDisclosure, { nullable: true, description: 'The disclosure; null when it was refused.' })
  disclosure?: OrderDisclosure;
}

@Resolver()
export class DisclosureResolver {
  @Policy('orders:read')
  @Query(() => OrderDisclosureConnection, { description: 'Disclosures of orders that the caller made or was given.' })
  orderDisclosures(
    @Arg('as', () => DisclosureSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => OrderDisclosureFilter, { nullable: true, description: 'Which ones.' }) _filter: OrderDisclosureFilter,
  ): never {
    return compiled();
  }

  @Policy('orders:write')
  @Mutation(() => OrderDisclosePayload, {
    description: 'Shows an order to a third organisation: header, lines and schedules as they stand, nothing of the negotiation.',
  })
  orderDisclose(
    @Arg('input', () => OrderDiscloseInput, { description: 'What to show to whom.' }) input: OrderDiscloseInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderDisclosePayload> {
    return ctx.run(orderDisclose, input);
  }

  @Policy('orders:write')
  @Mutation(() => OrderDisclosureEndPayload, { description: 'Ends a disclosure that the caller made.' })
  orderDisclosureEnd(
    @Arg('input', () => OrderDisclosureEndInput, { description: 'Which one.' }) input: OrderDisclosureEndInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderDisclosureEndPayload> {
    return ctx.run(orderDisclosureEnd, input);
  }
}
