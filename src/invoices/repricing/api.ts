import { Arg, Args, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Policy } from '../../platform/auth/policy.js';
import { StreamArgs, Update, UpdateFilter } from '../../platform/events/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { Repricing, RepricingConnection, RepricingFilter, RepricingSide, RepricingSort } from './api-types.js';
import { repricingAgree, repricingCompute, repricingSettle } from './commands.js';

const KEY = 'Key under which the call has one effect, however often it is sent.';

@InputType({ description: 'Computes what changed prices of a frame agreement make of invoices.' })
class RepricingComputeInput {
  @Field({ nullable: true, description: KEY })
  idempotencyKey?: string;

  @Field(() => ID, { description: 'The frame agreement.' })
  orderId!: string;

  @Field(() => Int, { nullable: true, description: 'The agreed revision that changed prices; every one where left out.' })
  revision?: number;
}

@InputType({ description: 'Agrees to a list of price differences.' })
class RepricingAgreeInput {
  @Field({ nullable: true, description: KEY })
  idempotencyKey?: string;

  @Field(() => ID, { description: 'The list.' })
  repricingId!: string;

  @Field(() => Int, { nullable: true, description: 'The version that you decided on; refused when it has changed since.' })
  expectedVersion?: number;

  @Field({ nullable: true, description: 'A note to it, up to 1,000 characters.' })
  note?: string;
}

@InputType({ description: 'Names a document that settles a list of price differences.' })
class RepricingSettleInput {
  @Field({ nullable: true, description: KEY })
  idempotencyKey?: string;

  @Field(() => ID, { description: 'The list.' })
  repricingId!: string;

  @Field(() => ID, { nullable: true, description: 'The further invoice, for what is above zero.' })
  invoiceId?: string;

  @Field(() => ID, { nullable: true, description: 'The credit note or red invoice, for what its own invoice has below zero.' })
  creditNoteId?: string;

  @Field(() => Int, { nullable: true, description: 'The version that you decided on; refused when it has changed since.' })
  expectedVersion?: number;
}

@ObjectType({ description: 'What came of computing price differences.' })
class RepricingComputePayload extends Payload {
  @Field(() => [Repricing], {
    nullable: true,
    description: 'The lists that stand now, one for each revision that changed what is invoiced.',
  })
  repricings?: Repricing[];
}

@ObjectType({ description: 'What came of agreeing.' })
class RepricingAgreePayload extends Payload {
  @Field(() => Repricing, { nullable: true, description: 'The list afterwards; null when it was refused.' })
  repricing?: Repricing;
}

@ObjectType({ description: 'What came of naming a document.' })
class RepricingSettlePayload extends Payload {
  @Field(() => Repricing, { nullable: true, description: 'The list afterwards; null when it was refused.' })
  repricing?: Repricing;
}

@ObjectType({ implements: Update, description: 'Something that happened to a list of price differences.' })
class RepricingUpdate extends Update {
  @Field(() => Repricing, { nullable: true, description: 'The list as it is now, with later changes; null when you can no longer see it.' })
  repricing?: Repricing;
}

@Resolver()
export class RepricingResolver {
  @Policy('invoices:read')
  @Query(() => Repricing, { nullable: true, description: 'One list of price differences of the caller; null for any other.' })
  repricing(@Arg('id', () => ID, { description: 'Its id.' }) _id: string): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => RepricingConnection, { description: 'The lists of price differences of the caller on one side.' })
  repricings(
    @Arg('as', () => RepricingSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => RepricingFilter, { nullable: true, description: 'Which ones.' }) _filter: RepricingFilter,
    @Arg('orderBy', () => RepricingSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('invoices:write')
  @Mutation(() => RepricingComputePayload, {
    description:
      'Computes what changed prices of a frame agreement make of what is invoiced now. A job does so after each agreed change; invoices that came later are taken up by calling it.',
  })
  repricingCompute(
    @Arg('input', () => RepricingComputeInput, { description: 'Of which frame agreement.' }) input: RepricingComputeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RepricingComputePayload> {
    return ctx.run(repricingCompute, input);
  }

  @Policy('invoices:write')
  @Mutation(() => RepricingAgreePayload, { description: "Agrees to a list for the caller's side." })
  repricingAgree(
    @Arg('input', () => RepricingAgreeInput, { description: 'Which list.' }) input: RepricingAgreeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RepricingAgreePayload> {
    return ctx.run(repricingAgree, input);
  }

  @Policy('invoices:write')
  @Mutation(() => RepricingSettlePayload, {
    description: "Names a document of the supplier's that settles an agreed list, in part or to the cent.",
  })
  repricingSettle(
    @Arg('input', () => RepricingSettleInput, { description: 'Which list, by which document.' }) input: RepricingSettleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RepricingSettlePayload> {
    return ctx.run(repricingSettle, input);
  }

  @Policy('invoices:read')
  @Subscription(() => RepricingUpdate, {
    subscribe: compiled,
    description: 'What happens to your lists of price differences, as it happens. Every item says where to resume.',
  })
  repricingUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('repricingId', () => ID, { nullable: true, description: 'One list; all when left out.' }) _repricingId: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): RepricingUpdate {
    return compiled();
  }
}
