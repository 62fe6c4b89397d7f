import { Arg, Ctx, Field, InputType, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../auth/policy.js';
import { compiled } from '../graphql/compiled.js';
import type { RequestContext } from '../graphql/context.js';
import { DateTime } from '../graphql/scalars.js';
import { clockAdvance } from './commands.js';
import { Clock, ClockAdvancePayload } from './types.js';

@InputType({ description: 'A journey of the business clock.' })
export class ClockAdvanceInput {
  @Field(() => DateTime, { description: 'Business time to go to: after the present one, at most ten years.' })
  to!: string;

  @Field({ nullable: true, description: 'Names this call, so that it can be sent again without a second effect.' })
  idempotencyKey?: string;
}

@Resolver()
export class TimeResolver {
  @Policy('authenticated')
  @Query(() => Clock, { description: 'The clock of this hub.' })
  clock(): Clock {
    return compiled();
  }

  @Policy('operator')
  @Mutation(() => ClockAdvancePayload, {
    description:
      'Begins to move business time ahead, deadline by deadline, and answers at once. Events CLOCK_STEPPED and CLOCK_ADVANCED tell of its progress. Operator only.',
  })
  clockAdvance(
    @Arg('input', () => ClockAdvanceInput, { description: 'Where to.' }) input: ClockAdvanceInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ClockAdvancePayload> {
    return ctx.run(clockAdvance, input);
  }
}
