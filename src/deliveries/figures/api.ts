import { Arg, Args, Query, Resolver } from 'type-graphql';
import { OrderSide } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import { DeliveryFigureConnection, DeliveryFigureFilter } from './api-types.js';

@Resolver()
export class DeliveryFigureResolver {
  @Policy('orders:read')
  @Query(() => DeliveryFigureConnection, { description: 'How suppliers deliver: to the caller, or the caller to its buyers.' })
  deliveryFigures(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => DeliveryFigureFilter, { nullable: true, description: 'Which ones.' }) _filter: DeliveryFigureFilter,
  ): never {
    return compiled();
  }
}
