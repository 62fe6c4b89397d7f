import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../auth/policy.js';
import { compiled } from '../graphql/compiled.js';
import { PageArgs } from '../graphql/connection.js';
import type { RequestContext } from '../graphql/context.js';
import { deadLetterReplay } from './commands.js';
import { DeadLetterConnection, DeadLetterFilter, DeadLetterReplayInput, DeadLetterReplayPayload } from './types.js';

@Resolver()
export class QueueResolver {
  @Policy('operator')
  @Query(() => DeadLetterConnection, { description: 'The jobs that failed for good, newest first. Operator only.' })
  deadLetters(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => DeadLetterFilter, { nullable: true, description: 'Which ones.' }) _filter: DeadLetterFilter,
  ): never {
    return compiled();
  }

  @Policy('operator')
  @Mutation(() => DeadLetterReplayPayload, { description: 'Has dead letters tried again, within seconds. Operator only.' })
  deadLetterReplay(
    @Arg('input', () => DeadLetterReplayInput, { description: 'Which ones.' }) input: DeadLetterReplayInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeadLetterReplayPayload> {
    return ctx.run(deadLetterReplay, input);
  }
}
