import { Arg, Args, Field, ID, ObjectType, Resolver, Subscription } from 'type-graphql';
import { Policy } from '../../platform/auth/policy.js';
import { StreamArgs, Update, UpdateFilter } from '../../platform/events/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { DespatchAdvice } from '../despatch/api-types.js';
import { ReceiptAdvice } from '../receipt/api-types.js';

@ObjectType({ implements: Update, description: 'Something that happened to a despatch.' })
export class DespatchUpdate extends Update {
  @Field(() => DespatchAdvice, { nullable: true, description: 'The despatch as it is now; null when you can no longer see it.' })
  despatch?: DespatchAdvice;
}

@ObjectType({ implements: Update, description: 'Something that happened to a receipt.' })
export class ReceiptUpdate extends Update {
  @Field(() => ReceiptAdvice, { nullable: true, description: 'The receipt as it is now; null when you can no longer see it.' })
  receipt?: ReceiptAdvice;
}

@Resolver()
export class DeliveryUpdateResolver {
  @Policy('orders:read')
  @Subscription(() => DespatchUpdate, {
    subscribe: compiled,
    description: 'What happens to your despatches, as it happens. Every item says where to resume.',
  })
  despatchUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('despatchId', () => ID, { nullable: true, description: 'One despatch; all when left out.' }) _despatchId: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): DespatchUpdate {
    return compiled();
  }

  @Policy('orders:read')
  @Subscription(() => ReceiptUpdate, {
    subscribe: compiled,
    description:
      'What happens to your receipts, as it happens: goods that came, and what followed from them. Every item says where to resume.',
  })
  receiptUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('receiptId', () => ID, { nullable: true, description: 'One receipt; all when left out.' }) _receiptId: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): ReceiptUpdate {
    return compiled();
  }
}
