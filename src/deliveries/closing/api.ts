import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OrderLine } from '../../orders/index.js';
import { Policy } from '../../platform/auth/policy.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { lineClose, lineReopen } from './commands.js';

@InputType({ description: 'Closes a line.' })
class LineCloseInput {
  @Field(() => ID, { description: 'The line of the order.' })
  lineId!: string;

  @Field({ description: 'Why, up to 4,000 characters.' })
  reason!: string;

  @Field({ nullable: true, description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey?: string;
}

@InputType({ description: 'Reopens a closed line.' })
class LineReopenInput extends LineCloseInput {}

@ObjectType({ description: 'What came of closing a line.' })
class LineClosePayload extends Payload {
  @Field(() => OrderLine, { nullable: true, description: 'The line; null when it was refused.' })
  line?: OrderLine;
}

@ObjectType({ description: 'What came of reopening a line.' })
class LineReopenPayload extends Payload {
  @Field(() => OrderLine, { nullable: true, description: 'The line; null when it was refused.' })
  line?: OrderLine;
}

@Resolver()
export class ClosingResolver {
  @Policy('orders:write')
  @Mutation(() => LineClosePayload, {
    description: 'As buyer, wants no more of a line than has come: nothing of it is despatched or received any more.',
  })
  lineClose(
    @Arg('input', () => LineCloseInput, { description: 'Which one, and why.' }) input: LineCloseInput,
    @Ctx() ctx: RequestContext,
  ): Promise<LineClosePayload> {
    return ctx.run(lineClose, input);
  }

  @Policy('orders:write')
  @Mutation(() => LineReopenPayload, { description: 'As buyer, wants the rest of a closed line after all.' })
  lineReopen(
    @Arg('input', () => LineReopenInput, { description: 'Which one, and why.' }) input: LineReopenInput,
    @Ctx() ctx: RequestContext,
  ): Promise<LineReopenPayload> {
    return ctx.run(lineReopen, input);
  }
}
