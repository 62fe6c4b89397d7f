import { Arg, Args, Field, ID, ObjectType, Resolver, Subscription } from 'type-graphql';
import { Policy } from '../../platform/auth/policy.js';
import { StreamArgs, Update, UpdateFilter } from '../../platform/events/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { Order } from '../order/api-types.js';

@ObjectType({ implements: Update, description: 'Something that happened to an order.' })
export class OrderUpdate extends Update {
  @Field(() => Order, { nullable: true, description: 'The order as it is now, with later changes; null when you can no longer see it.' })
  order?: Order;
}

@Resolver()
export class OrderUpdateResolver {
  @Policy('orders:read')
  @Subscription(() => OrderUpdate, {
    subscribe: compiled,
    description: 'What happens to your orders, as it happens: issue, answers, proposals, decisions. Every item says where to resume.',
  })
  orderUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('orderId', () => ID, { nullable: true, description: 'One order; all when left out.' }) _orderId: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): OrderUpdate {
    return compiled();
  }
}
