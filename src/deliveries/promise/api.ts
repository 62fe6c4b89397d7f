import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OrderLine } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { CalendarDate } from '../../platform/graphql/scalars.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { PromiseReason } from '../api-enums.js';
import { promiseUpdate } from './commands.js';

@InputType({ description: 'Tells on which day a part of a line is expected.' })
class PromiseUpdateInput {
  @Field(() => ID, { description: 'The line of the order.' })
  lineId!: string;

  @Field({ nullable: true, description: 'The part of the line; may be left out where it has one only.' })
  scheduleId?: string;

  @Field(() => CalendarDate, { description: 'The day, today or later.' })
  promisedOn!: string;

  @Field(() => PromiseReason, { description: 'Why, by code.' })
  reasonCode!: string;

  @Field({ nullable: true, description: 'Why, in words, up to 500 characters.' })
  reason?: string;

  @Field({ nullable: true, description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey?: string;
}

@ObjectType({ description: 'What came of telling another day.' })
class PromiseUpdatePayload extends Payload {
  @Field(() => OrderLine, { nullable: true, description: 'The line; null when it was refused.' })
  line?: OrderLine;
}

@Resolver()
export class PromiseResolver {
  @Policy('orders:write')
  @Mutation(() => PromiseUpdatePayload, {
    description: 'As supplier, tells on which day a part of a line is now expected. What was agreed stays agreed.',
  })
  promiseUpdate(
    @Arg('input', () => PromiseUpdateInput, { description: 'Which part, and which day.' }) input: PromiseUpdateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PromiseUpdatePayload> {
    return ctx.run(promiseUpdate, input);
  }
}
