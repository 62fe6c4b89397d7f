import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { OrderSide } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { StreamArgs, Update, UpdateFilter } from '../../platform/events/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { PaymentSort } from '../payable/api-enums.js';
import { advanceRecord } from './advance.js';
import { AdvanceRecordInput, PaymentAdviseInput, PaymentConfirmInput } from './api-inputs.js';
import { Advance, AdvanceConnection, Payment, PaymentConnection, PaymentFilter } from './api-types.js';
import { paymentAdvise, paymentConfirm } from './commands.js';

@ObjectType({ description: 'What came of advising a payment.' })
class PaymentAdvisePayload extends Payload {
  @Field(() => Payment, { nullable: true, description: 'The payment; null when it was refused.' })
  payment?: Payment;
}

@ObjectType({ description: 'What came of confirming a payment.' })
class PaymentConfirmPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: 'The payment; null when it was refused.' })
  payment?: Payment;
}

@ObjectType({ description: 'What came of recording an advance.' })
class AdvanceRecordPayload extends Payload {
  @Field(() => Advance, { nullable: true, description: 'The advance; null when it was refused.' })
  advance?: Advance;
}

@ObjectType({ implements: Update, description: 'Something that happened to a payment.' })
class PaymentUpdate extends Update {
  @Field(() => Payment, { nullable: true, description: 'The payment as it is now; null when you can no longer see it.' })
  payment?: Payment;
}

@Resolver()
export class PaymentResolver {
  @Policy('invoices:read')
  @Query(() => Payment, { nullable: true, description: 'One payment of the caller; null for any other.' })
  payment(@Arg('id', () => ID, { description: 'Its id.' }) _id: string): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => PaymentConnection, { description: 'The payments of the caller on one side.' })
  payments(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => PaymentFilter, { nullable: true, description: 'Which ones.' }) _filter: PaymentFilter,
    @Arg('orderBy', () => PaymentSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => AdvanceConnection, { description: 'The advances of the caller on one side, newest first.' })
  advances(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
  ): never {
    return compiled();
  }

  @Policy('invoices:write')
  @Mutation(() => PaymentAdvisePayload, {
    description:
      'Says that you have paid a supplier: one or more debts, whole or in part. Interest by that day is posted and the payment applied at once; a bill without a clause is recorded and settles nothing.',
  })
  paymentAdvise(
    @Arg('input', () => PaymentAdviseInput, { description: 'The payment.' }) input: PaymentAdviseInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PaymentAdvisePayload> {
    return ctx.run(paymentAdvise, input);
  }

  @Policy('invoices:write')
  @Mutation(() => PaymentConfirmPayload, {
    description: 'Says, as the supplier, that the money is there. A held payment counts from that day.',
  })
  paymentConfirm(
    @Arg('input', () => PaymentConfirmInput, { description: 'Which payment, and since when.' }) input: PaymentConfirmInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PaymentConfirmPayload> {
    return ctx.run(paymentConfirm, input);
  }

  @Policy('invoices:write')
  @Mutation(() => AdvanceRecordPayload, { description: 'Records an advance on an order, which its invoices use by the share of the plan.' })
  advanceRecord(
    @Arg('input', () => AdvanceRecordInput, { description: 'The advance.' }) input: AdvanceRecordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AdvanceRecordPayload> {
    return ctx.run(advanceRecord, input);
  }

  @Policy('invoices:read')
  @Subscription(() => PaymentUpdate, {
    subscribe: compiled,
    description: 'What happens to your payments, as it happens. Every item says where to resume.',
  })
  paymentUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('paymentId', () => ID, { nullable: true, description: 'One payment; all when left out.' }) _paymentId: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): PaymentUpdate {
    return compiled();
  }
}
