import { Arg, Args, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Organisation } from '../../parties/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { OrderSide } from '../api-enums.js';

@ObjectType({
  description:
    'How the orders between a buyer and a supplier stand. A job counts them anew after each change; `computedAt` says when it last did.',
})
export class OrderProgress {
  @Field(() => Organisation, { description: 'The buyer.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'The supplier.' })
  supplier!: Organisation;

  @Field(() => Int, { description: "Orders that await the supplier's answer." })
  issued!: number;

  @Field(() => Int, { description: 'Orders whose receipt the supplier has confirmed.' })
  acknowledged!: number;

  @Field(() => Int, { description: 'Orders whose changes await the buyer.' })
  countered!: number;

  @Field(() => Int, { description: 'Orders in force.' })
  inForce!: number;

  @Field(() => Int, { description: 'Orders refused.' })
  refused!: number;

  @Field(() => Int, { description: 'Orders cancelled.' })
  cancelled!: number;

  @Field(() => Int, { description: 'Orders in which the buyer must act next.' })
  waitsForBuyer!: number;

  @Field(() => Int, { description: 'Orders in which the supplier must act next.' })
  waitsForSupplier!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest of them waits, in business time.' })
  oldestWait?: string;

  @Field(() => [Money], {
    description: 'Value of all orders that have not ended, without tax, by currency. Frame agreements count by their call-offs.',
  })
  openValue!: Money[];

  @Field(() => DateTime, { description: 'When it was counted, in real time.' })
  computedAt!: string;
}

const OrderProgressConnection = connectionOf<OrderProgress>('OrderProgress', () => OrderProgress);

@Resolver()
export class ProgressResolver {
  @Policy('orders:read')
  @Query(() => OrderProgressConnection, { description: "How the caller's orders stand, by counterparty." })
  orderProgress(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
  ): never {
    return compiled();
  }
}
