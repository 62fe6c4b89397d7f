import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { DateTime } from '../graphql/scalars.js';
import { Payload } from '../graphql/user-error.js';

export const ClockTaskState = { RUNNING: 'RUNNING', DONE: 'DONE' } as const;
registerEnumType(ClockTaskState, {
  name: 'ClockTaskState',
  description: 'How far a journey of the clock is.',
  valuesConfig: {
    RUNNING: { description: 'On its way.' },
    DONE: { description: 'The target is reached and everything due by then has happened.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'A journey of the business clock, which goes from deadline to deadline and waits at each until everything due has happened.',
})
export class ClockTask extends Node {
  @Field(() => ClockTaskState, { description: 'How far it is.' })
  state!: string;

  @Field(() => DateTime, { description: 'Business time when it began.' })
  startedFrom!: string;

  @Field(() => DateTime, { description: 'Business time that it goes to.' })
  target!: string;

  @Field(() => Int, { description: 'How many times the clock has been moved so far.' })
  steps!: number;

  @Field(() => Int, { description: 'How many deadlines, events and jobs of the present step are still to be worked off.' })
  pending!: number;

  @Field(() => DateTime, { description: 'Real time when it was asked for.' })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'Real time when it was done; null before.' })
  finishedAt?: string;
}

@ObjectType({ description: 'The clock by which everything falls due.' })
export class Clock {
  @Field(() => DateTime, { description: 'Business time: what deadlines, terms and dates go by.' })
  businessTime!: string;

  @Field(() => DateTime, { description: 'Real time: what log-ins and keys go by.' })
  realTime!: string;

  @Field({ description: 'Whether the operator may move business time ahead; only on demo hubs.' })
  movable!: boolean;

  @Field(() => ClockTask, { nullable: true, description: 'The newest journey of the clock; null when there was none. Operator only.' })
  task?: ClockTask;
}

@ObjectType({ description: 'What came of asking for a journey of the clock.' })
export class ClockAdvancePayload extends Payload {
  @Field(() => ClockTask, { nullable: true, description: 'The journey, which has only begun; null when refused.' })
  task?: ClockTask;
}
