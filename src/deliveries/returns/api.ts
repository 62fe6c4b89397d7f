import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Subscription,
} from 'type-graphql';
import { OrderSide } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { StreamArgs, Update, UpdateFilter } from '../../platform/events/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { CalendarDate, Decimal } from '../../platform/graphql/scalars.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { GoodsConsequence } from '../acceptance/api-enums.js';
import { AcceptanceLine } from '../acceptance/api-types.js';
import { ReceiptLine } from '../receipt/api-types.js';
import { WarrantyClaim } from '../warranty/api-types.js';
import { GoodsReturn, GoodsReturnConnection, GoodsReturnFilter, GoodsReturnLine, GoodsReturnSort } from './api-types.js';
import { goodsReturnConfirm, goodsReturnSend } from './commands.js';

@InputType({ description: 'Goods that go back by one refusal or one claim.' })
class GoodsReturnLineInput {
  @Field(() => ID, { nullable: true, description: 'The acceptance line that refused them; or name a claim.' })
  acceptanceLineId?: string;

  @Field(() => ID, { nullable: true, description: 'The claim, accepted by the supplier; or name a refusal.' })
  claimId?: string;

  @Field(() => Decimal, { description: "Quantity, in the unit of the order's line." })
  quantity!: string;

  @Field(() => GoodsConsequence, { description: 'What is to follow. By a claim: REPLACEMENT with remedy REPLACE, CREDIT with RETURN.' })
  consequence!: string;
}

@InputType({ description: 'Sends goods back.' })
class GoodsReturnSendInput {
  @Field({ description: 'Number, up to 100 characters.' })
  number!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which they leave; today when left out.' })
  returnedOn?: string;

  @Field({ nullable: true, description: 'Who carries them, up to 200 characters.' })
  carrier?: string;

  @Field({ nullable: true, description: 'Number of the consignment, up to 200 characters.' })
  consignment?: string;

  @Field({ nullable: true, description: 'Text to the whole, up to 4,000 characters.' })
  note?: string;

  @Field(() => [GoodsReturnLineInput], { description: 'What goes back, to one supplier, up to 1,000 lines.' })
  lines!: GoodsReturnLineInput[];

  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Says that returned goods have arrived.' })
class GoodsReturnConfirmInput {
  @Field(() => ID, { description: 'The return.' })
  returnId!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which they arrived; today when left out.' })
  arrivedOn?: string;

  @Field({ nullable: true, description: 'Text to it, up to 4,000 characters.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'Version on which you decided; refused when it has changed.' })
  expectedVersion?: number;

  @Field({ nullable: true, description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey?: string;
}

@ObjectType({ description: 'What came of sending goods back.' })
class GoodsReturnSendPayload extends Payload {
  @Field(() => GoodsReturn, { nullable: true, description: 'The return; null when it was refused.' })
  goodsReturn?: GoodsReturn;
}

@ObjectType({ description: 'What came of confirming their arrival.' })
class GoodsReturnConfirmPayload extends Payload {
  @Field(() => GoodsReturn, { nullable: true, description: 'The return afterwards; null when it was refused.' })
  goodsReturn?: GoodsReturn;
}

@ObjectType({ implements: Update, description: 'Something that happened to a return.' })
class GoodsReturnUpdate extends Update {
  @Field(() => GoodsReturn, { nullable: true, description: 'The return as it is now; null when you can no longer see it.' })
  goodsReturn?: GoodsReturn;
}

@Resolver()
export class GoodsReturnResolver {
  @Policy('orders:read')
  @Query(() => GoodsReturn, { nullable: true, description: 'One return of the caller; null for any other.' })
  goodsReturn(@Arg('id', () => ID, { description: 'Its id.' }) _id: string): never {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => GoodsReturnConnection, { description: 'The returns of the caller on one side.' })
  goodsReturns(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => GoodsReturnFilter, { nullable: true, description: 'Which ones.' }) _filter: GoodsReturnFilter,
    @Arg('orderBy', () => GoodsReturnSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('orders:write')
  @Mutation(() => GoodsReturnSendPayload, {
    description: 'As buyer, sends goods back that were refused, or that a claim speaks of which the supplier accepted.',
  })
  goodsReturnSend(
    @Arg('input', () => GoodsReturnSendInput, { description: 'What goes back.' }) input: GoodsReturnSendInput,
    @Ctx() ctx: RequestContext,
  ): Promise<GoodsReturnSendPayload> {
    return ctx.run(goodsReturnSend, input);
  }

  @Policy('orders:write')
  @Mutation(() => GoodsReturnConfirmPayload, { description: 'As supplier, says that returned goods have arrived.' })
  goodsReturnConfirm(
    @Arg('input', () => GoodsReturnConfirmInput, { description: 'Which ones.' }) input: GoodsReturnConfirmInput,
    @Ctx() ctx: RequestContext,
  ): Promise<GoodsReturnConfirmPayload> {
    return ctx.run(goodsReturnConfirm, input);
  }

  @Policy('orders:read')
  @Subscription(() => GoodsReturnUpdate, { subscribe: compiled, description: 'What happens to returns, as it happens.' })
  goodsReturnUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('returnId', () => ID, { nullable: true, description: 'One return; all when left out.' }) _returnId: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): GoodsReturnUpdate {
    return compiled();
  }
}

@Resolver(() => ReceiptLine)
export class ReceiptLineReturnResolver {
  @FieldResolver(() => [GoodsReturnLine], { description: 'What of it went back, oldest first.' })
  returns(): never {
    return compiled();
  }
}

@Resolver(() => AcceptanceLine)
export class RefusalReturnResolver {
  @FieldResolver(() => [GoodsReturnLine], { description: 'What of the refused goods went back, oldest first.' })
  returns(): never {
    return compiled();
  }
}

@Resolver(() => WarrantyClaim)
export class ClaimReturnResolver {
  @FieldResolver(() => [GoodsReturnLine], { description: 'What went back by this claim, oldest first.' })
  returns(): never {
    return compiled();
  }
}
