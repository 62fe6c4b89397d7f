import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { DateTime } from '../graphql/scalars.js';
import { Payload } from '../graphql/user-error.js';

export const DeadLetterCause = { REFUSED: 'REFUSED', FAILED: 'FAILED', STALLED: 'STALLED' } as const;
registerEnumType(DeadLetterCause, {
  name: 'DeadLetterCause',
  description: 'Why a job is not tried any more.',
  valuesConfig: {
    REFUSED: { description: 'The rules refused it, and would again.' },
    FAILED: { description: 'It failed at every try.' },
    STALLED: { description: 'The processes that ran it died.' },
  },
});

@ObjectType({ implements: Node, description: 'A job that an event caused and that failed for good. It is kept until its effect is had.' })
export class DeadLetter extends Node {
  @Field({ description: 'What kind of job it is.' })
  consumer!: string;

  @Field(() => ID, { description: 'Id of the organisation for which it acts.' })
  organisationId!: string;

  @Field({ description: 'Number of the event that caused it, as in the log.' })
  eventNumber!: string;

  @Field(() => DeadLetterCause, { description: 'Why it is not tried any more.' })
  cause!: string;

  @Field({ description: 'Codes of the error; never a value of a document.' })
  error!: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTime, { description: 'Real time of the last try.' })
  diedAt!: string;
}

export const DeadLetterConnection = connectionOf<DeadLetter>('DeadLetter', () => DeadLetter);

@InputType({ description: 'Which dead letters to list.' })
export class DeadLetterFilter {
  @Field({ nullable: true, description: 'Of this kind of job.' })
  consumer?: string;

  @Field(() => DeadLetterCause, { nullable: true, description: 'With this cause.' })
  cause?: string;
}

@InputType({ description: 'Dead letters to try again.' })
export class DeadLetterReplayInput {
  @Field(() => [ID], { description: 'Their ids, 1 to 100.' })
  ids!: string[];

  @Field({ nullable: true, description: 'Names this call, so that it can be sent again without a second effect.' })
  idempotencyKey?: string;
}

@ObjectType({ description: 'What came of trying dead letters again.' })
export class DeadLetterReplayPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many were given back to their queues; null when refused.' })
  count?: number;
}
