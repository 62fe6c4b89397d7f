import { Arg, Args, Field, ID, ObjectType, Resolver, Subscription } from 'type-graphql';
import { Policy } from '../../platform/auth/policy.js';
import { StreamArgs, Update, UpdateFilter } from '../../platform/events/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { Invoice } from '../invoice/api-types.js';

@ObjectType({ implements: Update, description: 'Something that happened to an invoice.' })
export class InvoiceUpdate extends Update {
  @Field(() => Invoice, { nullable: true, description: 'The invoice as it is now; null when you can no longer see it.' })
  invoice?: Invoice;
}

@Resolver()
export class InvoiceUpdateResolver {
  @Policy('invoices:read')
  @Subscription(() => InvoiceUpdate, {
    subscribe: compiled,
    description:
      'What happens to your invoices, as it happens: submission, match, disputes, credits, answers. Every item says where to resume.',
  })
  invoiceUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('invoiceId', () => ID, { nullable: true, description: 'One invoice; all when left out.' }) _invoiceId: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): InvoiceUpdate {
    return compiled();
  }
}
