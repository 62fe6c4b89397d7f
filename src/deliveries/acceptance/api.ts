import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { OrderSide } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { StreamArgs, Update, UpdateFilter } from '../../platform/events/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { ReceiptAdvice, ReceiptLine } from '../receipt/api-types.js';
import { AcceptanceSort } from './api-enums.js';
import { AcceptanceRecordInput, RefusalSettleInput } from './api-inputs.js';
import {
  Acceptance,
  AcceptanceConnection,
  AcceptanceFilter,
  AcceptanceLine,
  InspectionWindow,
  OpenInspection,
  OpenInspectionConnection,
  OpenInspectionFilter,
  ReceiptAllowedAction,
} from './api-types.js';
import { acceptanceRecord } from './commands.js';
import { refusalSettle } from './settle/commands.js';

@ObjectType({ description: 'What came of recording an acceptance.' })
class AcceptanceRecordPayload extends Payload {
  @Field(() => Acceptance, { nullable: true, description: 'The acceptance; null when it was refused.' })
  acceptance?: Acceptance;

  @Field(() => ReceiptAdvice, { nullable: true, description: 'The receipt afterwards; null when it was refused.' })
  receipt?: ReceiptAdvice;
}

@ObjectType({ description: 'What came of settling refused goods.' })
class RefusalSettlePayload extends Payload {
  @Field(() => Acceptance, { nullable: true, description: 'The acceptance that refused them; null when the settlement was refused.' })
  acceptance?: Acceptance;
}

@ObjectType({ implements: Update, description: 'Something that happened to an acceptance.' })
class AcceptanceUpdate extends Update {
  @Field(() => Acceptance, { nullable: true, description: 'The acceptance as it is now; null when you can no longer see it.' })
  acceptance?: Acceptance;
}

@Resolver()
export class AcceptanceResolver {
  @Policy('orders:read')
  @Query(() => Acceptance, { nullable: true, description: 'One acceptance of the caller; null for any other.' })
  acceptance(@Arg('id', () => ID, { description: 'Its id.' }) _id: string): never {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => AcceptanceConnection, { description: 'The acceptances of the caller on one side.' })
  acceptances(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => AcceptanceFilter, { nullable: true, description: 'Which ones.' }) _filter: AcceptanceFilter,
    @Arg('orderBy', () => AcceptanceSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => OpenInspectionConnection, {
    description: 'Goods that await inspection, those first whose period ends first. What is not decided on by then is accepted by clock.',
  })
  openInspections(
    @Arg('as', () => OrderSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => OpenInspectionFilter, { nullable: true, description: 'Which ones.' }) _filter: OpenInspectionFilter,
  ): never {
    return compiled();
  }

  @Policy('orders:write')
  @Mutation(() => AcceptanceRecordPayload, {
    description:
      'As buyer, records within the agreed period what was found of a receipt: quantities accepted, and refused with reason and action.',
  })
  acceptanceRecord(
    @Arg('input', () => AcceptanceRecordInput, { description: 'The acceptance.' }) input: AcceptanceRecordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AcceptanceRecordPayload> {
    return ctx.run(acceptanceRecord, input);
  }

  @Policy('orders:write')
  @Mutation(() => RefusalSettlePayload, { description: 'Settles refused goods that do not go back: made good, conceded or given up.' })
  refusalSettle(
    @Arg('input', () => RefusalSettleInput, { description: 'The settlement.' }) input: RefusalSettleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RefusalSettlePayload> {
    return ctx.run(refusalSettle, input);
  }

  @Policy('orders:read')
  @Subscription(() => AcceptanceUpdate, {
    subscribe: compiled,
    description: 'Acceptances as they happen, by hand, by clock and on receipt, and what becomes of refused goods.',
  })
  acceptanceUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): AcceptanceUpdate {
    return compiled();
  }
}

@Resolver(() => ReceiptAdvice)
export class ReceiptAcceptanceResolver {
  @FieldResolver(() => [Acceptance], { description: 'Every acceptance of it, oldest first.' })
  acceptances(): never {
    return compiled();
  }

  @FieldResolver(() => [OpenInspection], { description: 'What of it awaits inspection in a period that still runs.' })
  openInspections(): never {
    return compiled();
  }

  @FieldResolver(() => [ReceiptAllowedAction], { description: 'What the caller may do now, and why not the rest.' })
  allowedActions(): never {
    return compiled();
  }
}

@Resolver(() => ReceiptLine)
export class ReceiptLineAcceptanceResolver {
  @FieldResolver(() => InspectionWindow, {
    nullable: true,
    description: 'The agreed period for its inspection; null where none is agreed.',
  })
  inspection(): never {
    return compiled();
  }

  @FieldResolver(() => [AcceptanceLine], { description: 'What was found of it, oldest first.' })
  findings(): never {
    return compiled();
  }
}
