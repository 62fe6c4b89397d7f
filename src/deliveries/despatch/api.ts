import { Arg, Args, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Order, OrderLine, OrderSide } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Payload, UserError } from '../../platform/graphql/user-error.js';
import { DespatchSort } from '../api-enums.js';
import { DespatchBulkSendInput, DespatchCancelInput, DespatchSendInput } from './api-inputs.js';
import {
  DespatchAdvice,
  DespatchAdviceConnection,
  DespatchByInput,
  DespatchFilter,
  DespatchLineConnection,
  OrderDespatchConnection,
} from './api-types.js';
import { despatchBulkSend, despatchCancel, despatchSend } from './commands.js';

@ObjectType({ description: 'One document of many that was not taken.' })
export class GoodsBulkRefusal {
  @Field(() => Int, { description: 'Its place in the request, from 0.' })
  index!: number;

  @Field({ description: 'Its number.' })
  number!: string;

  @Field(() => [UserError], { description: 'Why.' })
  errors!: UserError[];
}

@ObjectType({ description: 'What came of announcing goods.' })
class DespatchSendPayload extends Payload {
  @Field(() => DespatchAdvice, { nullable: true, description: 'The despatch; null when it was refused.' })
  despatch?: DespatchAdvice;
}

@ObjectType({ description: 'What came of taking a despatch back.' })
class DespatchCancelPayload extends Payload {
  @Field(() => DespatchAdvice, { nullable: true, description: 'The despatch; null when it was refused.' })
  despatch?: DespatchAdvice;
}

@ObjectType({ description: 'What came of announcing goods in many documents.' })
class DespatchBulkSendPayload extends Payload {
  @Field(() => [DespatchAdvice], { nullable: true, description: 'The despatches taken, in the order of the request.' })
  despatches?: DespatchAdvice[];

  @Field(() => [GoodsBulkRefusal], { nullable: true, description: 'Those that were not taken. The others stand all the same.' })
  refused?: GoodsBulkRefusal[];
}

@Resolver()
export class DespatchResolver {
  @Policy('orders:read')
  @Query(() => DespatchAdvice, { nullable: true, description: 'One despatch of the caller; null for any other.' })
  despatch(@Arg('by', () => DespatchByInput, { description: 'Which one.' }) _by: DespatchByInput): never {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => DespatchAdviceConnection, { description: 'The despatches of the caller on one side.' })
  despatches(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => DespatchFilter, { nullable: true, description: 'Which ones.' }) _filter: DespatchFilter,
    @Arg('orderBy', () => DespatchSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('orders:write')
  @Mutation(() => DespatchSendPayload, {
    description:
      'As supplier, announces goods of agreed orders of one buyer. Goods under way count against the tolerance as if they had come.',
  })
  despatchSend(
    @Arg('input', () => DespatchSendInput, { description: 'The despatch.' }) input: DespatchSendInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DespatchSendPayload> {
    return ctx.run(despatchSend, input);
  }

  @Policy('orders:write')
  @Mutation(() => DespatchBulkSendPayload, { description: 'Announces goods in up to 500 documents. Each is taken or refused by itself.' })
  despatchBulkSend(
    @Arg('input', () => DespatchBulkSendInput, { description: 'The despatches.' }) input: DespatchBulkSendInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DespatchBulkSendPayload> {
    return ctx.run(despatchBulkSend, input);
  }

  @Policy('orders:write')
  @Mutation(() => DespatchCancelPayload, { description: 'As supplier, takes a despatch back of which nothing was received.' })
  despatchCancel(
    @Arg('input', () => DespatchCancelInput, { description: 'Which one.' }) input: DespatchCancelInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DespatchCancelPayload> {
    return ctx.run(despatchCancel, input);
  }
}

@Resolver(() => Order)
export class OrderDespatchResolver {
  @FieldResolver(() => OrderDespatchConnection, { description: 'Despatches with goods of this order, newest first.' })
  despatches(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }
}

@Resolver(() => OrderLine)
export class OrderLineDespatchResolver {
  @FieldResolver(() => DespatchLineConnection, { description: 'Lines of despatches with goods of this line, newest first.' })
  despatchLines(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }
}
