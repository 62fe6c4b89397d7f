import { Arg, Args, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Order, OrderLine, OrderSide } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { ReceiptSort } from '../api-enums.js';
import { GoodsBulkRefusal } from '../despatch/api.js';
import { DespatchAdvice } from '../despatch/api-types.js';
import { ReceiptBulkRecordInput, ReceiptRecordInput } from './api-inputs.js';
import {
  OrderReceiptConnection,
  ReceiptAdvice,
  ReceiptAdviceConnection,
  ReceiptByInput,
  ReceiptFilter,
  ReceiptLineConnection,
} from './api-types.js';
import { receiptBulkRecord, receiptRecord } from './commands.js';

@ObjectType({ description: 'What came of recording a receipt.' })
class ReceiptRecordPayload extends Payload {
  @Field(() => ReceiptAdvice, { nullable: true, description: 'The receipt; null when it was refused.' })
  receipt?: ReceiptAdvice;
}

@ObjectType({ description: 'What came of recording many receipts.' })
class ReceiptBulkRecordPayload extends Payload {
  @Field(() => [ReceiptAdvice], { nullable: true, description: 'The receipts taken, in the order of the request.' })
  receipts?: ReceiptAdvice[];

  @Field(() => [GoodsBulkRefusal], { nullable: true, description: 'Those that were not taken. The others stand all the same.' })
  refused?: GoodsBulkRefusal[];
}

@Resolver()
export class ReceiptResolver {
  @Policy('orders:read')
  @Query(() => ReceiptAdvice, { nullable: true, description: 'One receipt of the caller; null for any other.' })
  receipt(@Arg('by', () => ReceiptByInput, { description: 'Which one.' }) _by: ReceiptByInput): never {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => ReceiptAdviceConnection, { description: 'The receipts of the caller on one side.' })
  receipts(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => ReceiptFilter, { nullable: true, description: 'Which ones.' }) _filter: ReceiptFilter,
    @Arg('orderBy', () => ReceiptSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('orders:write')
  @Mutation(() => ReceiptRecordPayload, {
    description:
      'As buyer, records what came of agreed orders of one supplier: received, short, rejected. What comes beyond the tolerance is rejected with reason OVER_SUPPLY.',
  })
  receiptRecord(
    @Arg('input', () => ReceiptRecordInput, { description: 'The receipt.' }) input: ReceiptRecordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReceiptRecordPayload> {
    return ctx.run(receiptRecord, input);
  }

  @Policy('orders:write')
  @Mutation(() => ReceiptBulkRecordPayload, { description: 'Records up to 500 receipts. Each is taken or refused by itself.' })
  receiptBulkRecord(
    @Arg('input', () => ReceiptBulkRecordInput, { description: 'The receipts.' }) input: ReceiptBulkRecordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReceiptBulkRecordPayload> {
    return ctx.run(receiptBulkRecord, input);
  }
}

@Resolver(() => DespatchAdvice)
export class DespatchReceiptResolver {
  @FieldResolver(() => [ReceiptAdvice], { description: 'Receipts that speak of it, oldest first.' })
  receipts(): never {
    return compiled();
  }
}

@Resolver(() => Order)
export class OrderReceiptResolver {
  @FieldResolver(() => OrderReceiptConnection, { description: 'Receipts with goods of this order, newest first.' })
  receipts(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }
}

@Resolver(() => OrderLine)
export class OrderLineReceiptResolver {
  @FieldResolver(() => ReceiptLineConnection, { description: 'Lines of receipts with goods of this line, newest first.' })
  receiptLines(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }
}
