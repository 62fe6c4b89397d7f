import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../platform/auth/policy.js';
import { compiled } from '../platform/graphql/compiled.js';
import { PageArgs } from '../platform/graphql/connection.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { orderBulkAccept } from './answer/bulk.js';
import { orderRespond } from './answer/commands.js';
import { OrderSide, OrderSort } from './api-enums.js';
import {
  OrderBulkAcceptInput,
  OrderBulkIssueInput,
  OrderCancelInput,
  OrderDecideChangeInput,
  OrderIssueInput,
  OrderProposeChangeInput,
  OrderRespondInput,
  OrderWithdrawChangeInput,
} from './api-inputs.js';
import {
  OrderBulkAcceptPayload,
  OrderBulkIssuePayload,
  OrderCancelPayload,
  OrderDecideChangePayload,
  OrderIssuePayload,
  OrderProposeChangePayload,
  OrderRespondPayload,
  OrderWithdrawChangePayload,
} from './api-payloads.js';
import { orderBulkIssue, orderIssue } from './issue/commands.js';
import { Order, OrderByInput, OrderConnection, OrderFilter } from './order/api-types.js';
import { orderCancel, orderDecideChange, orderProposeChange, orderWithdrawChange } from './proposal/commands.js';

@Resolver()
export class OrderResolver {
  @Policy('orders:read', { guests: true })
  @Query(() => Order, { nullable: true, description: 'One order of the caller, or shown to the caller; null for any other.' })
  order(@Arg('by', () => OrderByInput, { description: 'Which one.' }) _by: OrderByInput): never {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => OrderConnection, { description: 'The orders of the caller on one side.' })
  orders(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => OrderFilter, { nullable: true, description: 'Which ones.' }) _filter: OrderFilter,
    @Arg('orderBy', () => OrderSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('orders:write')
  @Mutation(() => OrderIssuePayload, {
    description:
      'Issues an order. The same number again is a diff: unchanged content leaves no trace, a missing line is to end, and what differs replaces an offer or is proposed.',
  })
  orderIssue(
    @Arg('input', () => OrderIssueInput, { description: 'The order.' }) input: OrderIssueInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderIssuePayload> {
    return ctx.run(orderIssue, input);
  }

  @Policy('orders:write')
  @Mutation(() => OrderBulkIssuePayload, { description: 'Issues up to 500 orders. Each is taken or refused by itself.' })
  orderBulkIssue(
    @Arg('input', () => OrderBulkIssueInput, { description: 'The orders.' }) input: OrderBulkIssueInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderBulkIssuePayload> {
    return ctx.run(orderBulkIssue, input);
  }

  @Policy('orders:write')
  @Mutation(() => OrderBulkAcceptPayload, {
    description: 'As supplier, accepts up to 500 offers as they are (AP). Each is accepted or refused by itself.',
  })
  orderBulkAccept(
    @Arg('input', () => OrderBulkAcceptInput, { description: 'The offers.' }) input: OrderBulkAcceptInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderBulkAcceptPayload> {
    return ctx.run(orderBulkAccept, input);
  }

  @Policy('orders:write', { guests: true })
  @Mutation(() => OrderRespondPayload, {
    description:
      "Answers the offer, or the buyer's change of an agreed order. Unasked on an agreed order, RE proposes its end and CA a change.",
  })
  orderRespond(
    @Arg('input', () => OrderRespondInput, { description: 'The answer.' }) input: OrderRespondInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderRespondPayload> {
    return ctx.run(orderRespond, input);
  }

  @Policy('orders:write')
  @Mutation(() => OrderProposeChangePayload, {
    description:
      'Says what the order is to be. Before agreement the buyer thereby replaces the offer; saying what the other side proposes accepts it; all else awaits a decision.',
  })
  orderProposeChange(
    @Arg('input', () => OrderProposeChangeInput, { description: 'The change.' }) input: OrderProposeChangeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderProposeChangePayload> {
    return ctx.run(orderProposeChange, input);
  }

  @Policy('orders:write')
  @Mutation(() => OrderDecideChangePayload, { description: "Accepts or refuses the other side's open proposal." })
  orderDecideChange(
    @Arg('input', () => OrderDecideChangeInput, { description: 'The decision.' }) input: OrderDecideChangeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderDecideChangePayload> {
    return ctx.run(orderDecideChange, input);
  }

  @Policy('orders:write')
  @Mutation(() => OrderWithdrawChangePayload, { description: "Takes one's own open proposal back." })
  orderWithdrawChange(
    @Arg('input', () => OrderWithdrawChangeInput, { description: 'Which one.' }) input: OrderWithdrawChangeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderWithdrawChangePayload> {
    return ctx.run(orderWithdrawChange, input);
  }

  @Policy('orders:write')
  @Mutation(() => OrderCancelPayload, {
    description: 'Takes an offer back; of an agreed order, proposes its end or confirms the end that the other side proposes.',
  })
  orderCancel(
    @Arg('input', () => OrderCancelInput, { description: 'What to end.' }) input: OrderCancelInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderCancelPayload> {
    return ctx.run(orderCancel, input);
  }
}
