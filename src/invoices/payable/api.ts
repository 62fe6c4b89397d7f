import { Arg, Args, Field, FieldResolver, ID, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { OrderSide } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { StreamArgs, Update, UpdateFilter } from '../../platform/events/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import { CalendarDate } from '../../platform/graphql/scalars.js';
import { Invoice } from '../invoice/api-types.js';
import { PaymentAllocation } from '../payment/api-types.js';
import { PayableSort } from './api-enums.js';
import { LateInterest, Payable, PayableConnection, PayableFilter, PayableTotalConnection } from './api-types.js';

@ObjectType({ implements: Update, description: 'Something that happened to a payable.' })
export class PayableUpdate extends Update {
  @Field(() => Payable, {
    nullable: true,
    description: 'The payable as it is now, with later changes; null when you can no longer see it.',
  })
  payable?: Payable;
}

@Resolver(() => Payable)
export class PayableResolver {
  @FieldResolver(() => Invoice, { description: 'The invoice.' })
  invoice(): never {
    return compiled();
  }

  @FieldResolver(() => LateInterest, {
    description: 'What its delay has cost, by today or by another day; nothing as long as it is not overdue.',
  })
  lateInterest(
    @Arg('on', () => CalendarDate, { nullable: true, description: 'Day for which to compute; today when left out.' }) _on: string,
  ): never {
    return compiled();
  }

  @FieldResolver(() => [PaymentAllocation], { description: 'What payments went to it, oldest first.' })
  allocations(): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => Payable, { nullable: true, description: 'One payable of the caller; null for any other.' })
  payable(@Arg('id', () => ID, { description: 'Its id.' }) _id: string): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => PayableConnection, { description: 'The payables of the caller on one side.' })
  payables(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => PayableFilter, { nullable: true, description: 'Which ones.' }) _filter: PayableFilter,
    @Arg('orderBy', () => PayableSort, { defaultValue: 'DUE_FIRST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => PayableTotalConnection, {
    description: 'What is due, overdue and retained between the caller and each counterparty, and what waiting costs.',
  })
  payableTotals(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
  ): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Subscription(() => PayableUpdate, {
    subscribe: compiled,
    description: 'What happens to your payables, as it happens: opened, due, overdue, released. Every item says where to resume.',
  })
  payableUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('payableId', () => ID, { nullable: true, description: 'One payable; all when left out.' }) _payableId: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): PayableUpdate {
    return compiled();
  }
}

@Resolver(() => Invoice)
export class PayablesOfInvoiceResolver {
  @FieldResolver(() => [Payable], { description: 'What of it became payable or is retained, each with its due date.' })
  payables(): never {
    return compiled();
  }
}
