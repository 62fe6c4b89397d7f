import { Arg, Args, FieldResolver, Query, Resolver } from 'type-graphql';
import { OrderLine, OrderSide } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import { LateSort } from '../api-enums.js';
import {
  DeliveryPromise,
  DeliverySchedule,
  DeliveryScheduleConnection,
  DeliveryScheduleFilter,
  OrderLineClosing,
  OrderLineProgress,
} from './api-types.js';

@Resolver(() => OrderLine)
export class OrderLineProgressResolver {
  @FieldResolver(() => OrderLineProgress, {
    nullable: true,
    description: 'How far it has come; null as long as the order is not agreed, and in a frame agreement.',
  })
  progress(): never {
    return compiled();
  }

  @FieldResolver(() => [DeliverySchedule], { description: 'Its parts with their days and what of them has come; empty before agreement.' })
  deliverySchedules(): never {
    return compiled();
  }

  @FieldResolver(() => [DeliveryPromise], { description: 'Days that the supplier named after the agreement, oldest first.' })
  deliveryPromises(): never {
    return compiled();
  }

  @FieldResolver(() => [OrderLineClosing], { description: 'Each time that the buyer closed or reopened it, oldest first.' })
  closings(): never {
    return compiled();
  }
}

@Resolver()
export class LatenessResolver {
  @Policy('orders:read')
  @Query(() => DeliveryScheduleConnection, {
    description: "Parts of the caller's lines whose day has passed with something open, in business time.",
  })
  lateLines(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => DeliveryScheduleFilter, { nullable: true, description: 'Which ones.' }) _filter: DeliveryScheduleFilter,
    @Arg('orderBy', () => LateSort, { defaultValue: 'MOST_LATE', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => DeliveryScheduleConnection, {
    description: "Parts of the caller's lines that are not late yet but at risk, the soonest due first.",
  })
  linesAtRisk(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => DeliveryScheduleFilter, { nullable: true, description: 'Which ones.' }) _filter: DeliveryScheduleFilter,
  ): never {
    return compiled();
  }
}
