import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { OrderSide } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { StreamArgs, Update, UpdateFilter } from '../../platform/events/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { ReceiptLine } from '../receipt/api-types.js';
import {
  WarrantyClaimAnswerInput,
  WarrantyClaimCloseInput,
  WarrantyClaimRemedyInput,
  WarrantyClaimReopenInput,
  WarrantyClaimSubmitInput,
} from './api-inputs.js';
import { WarrantyClaim, WarrantyClaimConnection, WarrantyClaimFilter, WarrantySort } from './api-types.js';
import { warrantyClaimAnswer, warrantyClaimClose, warrantyClaimRemedy, warrantyClaimReopen, warrantyClaimSubmit } from './commands.js';

@ObjectType({ description: 'What every command on a claim answers.' })
class WarrantyPayload extends Payload {
  @Field(() => WarrantyClaim, { nullable: true, description: 'The claim afterwards; null when it was refused.' })
  claim?: WarrantyClaim;
}

@ObjectType({ description: 'What came of a claim.' })
class WarrantyClaimSubmitPayload extends WarrantyPayload {}

@ObjectType({ description: 'What came of an answer to a claim.' })
class WarrantyClaimAnswerPayload extends WarrantyPayload {}

@ObjectType({ description: 'What came of a remedy.' })
class WarrantyClaimRemedyPayload extends WarrantyPayload {}

@ObjectType({ description: 'What came of reopening a claim.' })
class WarrantyClaimReopenPayload extends WarrantyPayload {}

@ObjectType({ description: 'What came of closing a claim.' })
class WarrantyClaimClosePayload extends WarrantyPayload {}

@ObjectType({ implements: Update, description: 'Something that happened to a claim.' })
class WarrantyClaimUpdate extends Update {
  @Field(() => WarrantyClaim, { nullable: true, description: 'The claim as it is now; null when you can no longer see it.' })
  claim?: WarrantyClaim;
}

@Resolver()
export class WarrantyResolver {
  @Policy('orders:read')
  @Query(() => WarrantyClaim, { nullable: true, description: 'One claim of the caller; null for any other.' })
  warrantyClaim(@Arg('id', () => ID, { description: 'Its id.' }) _id: string): never {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => WarrantyClaimConnection, { description: 'The claims of the caller on one side.' })
  warrantyClaims(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => WarrantyClaimFilter, { nullable: true, description: 'Which ones.' }) _filter: WarrantyClaimFilter,
    @Arg('orderBy', () => WarrantySort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('orders:write')
  @Mutation(() => WarrantyClaimSubmitPayload, { description: 'As buyer, claims a defect of accepted goods that was found later.' })
  warrantyClaimSubmit(
    @Arg('input', () => WarrantyClaimSubmitInput, { description: 'The claim.' }) input: WarrantyClaimSubmitInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WarrantyClaimSubmitPayload> {
    return ctx.run(warrantyClaimSubmit, input);
  }

  @Policy('orders:write')
  @Mutation(() => WarrantyClaimAnswerPayload, { description: 'As supplier, accepts or refuses a claim.' })
  warrantyClaimAnswer(
    @Arg('input', () => WarrantyClaimAnswerInput, { description: 'The answer.' }) input: WarrantyClaimAnswerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WarrantyClaimAnswerPayload> {
    return ctx.run(warrantyClaimAnswer, input);
  }

  @Policy('orders:write')
  @Mutation(() => WarrantyClaimRemedyPayload, { description: 'As supplier, says that the defect is remedied.' })
  warrantyClaimRemedy(
    @Arg('input', () => WarrantyClaimRemedyInput, { description: 'Which claim.' }) input: WarrantyClaimRemedyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WarrantyClaimRemedyPayload> {
    return ctx.run(warrantyClaimRemedy, input);
  }

  @Policy('orders:write')
  @Mutation(() => WarrantyClaimReopenPayload, { description: 'As buyer, says that the remedy does not hold.' })
  warrantyClaimReopen(
    @Arg('input', () => WarrantyClaimReopenInput, { description: 'Which claim.' }) input: WarrantyClaimReopenInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WarrantyClaimReopenPayload> {
    return ctx.run(warrantyClaimReopen, input);
  }

  @Policy('orders:write')
  @Mutation(() => WarrantyClaimClosePayload, { description: 'As buyer, closes a claim or takes it back.' })
  warrantyClaimClose(
    @Arg('input', () => WarrantyClaimCloseInput, { description: 'Which claim.' }) input: WarrantyClaimCloseInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WarrantyClaimClosePayload> {
    return ctx.run(warrantyClaimClose, input);
  }

  @Policy('orders:read')
  @Subscription(() => WarrantyClaimUpdate, { subscribe: compiled, description: 'What happens to claims for defects, as it happens.' })
  warrantyClaimUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('claimId', () => ID, { nullable: true, description: 'One claim; all when left out.' }) _claimId: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): WarrantyClaimUpdate {
    return compiled();
  }
}

@Resolver(() => ReceiptLine)
export class ReceiptLineWarrantyResolver {
  @FieldResolver(() => [WarrantyClaim], { description: 'Claims about its goods, oldest first.' })
  warrantyClaims(): never {
    return compiled();
  }
}
