import { ArgsType, Field, ID, InputType, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { EventType } from '../graphql/event-type.js';
import { Node } from '../graphql/node.js';
import { Cursor, DateTime } from '../graphql/scalars.js';
import { Payload } from '../graphql/user-error.js';

export const UpdateKind = { EVENT: 'EVENT', GAP: 'GAP', SNAPSHOT: 'SNAPSHOT' } as const;
registerEnumType(UpdateKind, {
  name: 'UpdateKind',
  description: 'What an item of a stream says.',
  valuesConfig: {
    EVENT: { description: 'Something happened.' },
    GAP: {
      description:
        'The given cursor is too old to resume from: events before this place are passed over. Read anew what you follow, then go on.',
    },
    SNAPSHOT: { description: 'The object that is followed as it is now, after a gap.' },
  },
});

export const ConsumerStart = { OLDEST: 'OLDEST', NOW: 'NOW' } as const;
registerEnumType(ConsumerStart, {
  name: 'ConsumerStart',
  description: 'Where a new consumer begins.',
  valuesConfig: { OLDEST: { description: 'At the oldest event that can still be had.' }, NOW: { description: 'After the newest event.' } },
});

@ObjectType({
  implements: Node,
  description:
    'Something that happened to an object, as it stands in the feed of your organisation for ever. It holds no amounts, texts or persons: read those from the object.',
})
export class Event extends Node {
  @Field(() => EventType, { description: 'What happened.' })
  type!: string;

  @Field({ description: 'GraphQL type of the object.' })
  subjectType!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the object; null for a type that has none.' })
  subjectId?: string;

  @Field(() => Int, { description: 'Version of the object after this.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Status of the object after this, where it has one.' })
  status?: string;

  @Field(() => [String], { description: 'Names of the fields that changed.' })
  changed!: string[];

  @Field({ description: 'Whether your organisation did it.' })
  own!: boolean;

  @Field(() => DateTime, { description: 'When it happened, in business time.' })
  businessTime!: string;

  @Field(() => DateTime, { description: 'When the hub wrote it down.' })
  at!: string;
}

@InterfaceType({ description: 'An item of a stream: what happened, and where to resume.' })
export abstract class Update {
  @Field(() => Cursor, {
    description: 'Give it as `after` to go on behind this item. Equal for all streams and filters of your organisation.',
  })
  cursor!: string;

  @Field(() => UpdateKind, { description: 'What the item says.' })
  kind!: string;

  @Field(() => Event, { nullable: true, description: 'What happened; null unless the kind is EVENT.' })
  event?: Event;
}

@ObjectType({ implements: Update, description: 'An item of the feed.' })
export class FeedItem extends Update {
  @Field(() => Node, {
    nullable: true,
    description: 'The object as it is now, with later changes; null when you cannot or can no longer see it.',
  })
  node?: Node;
}

@ObjectType({ description: 'A page of the feed, oldest first.' })
export class FeedPage {
  @Field(() => [FeedItem], {
    description:
      'The items. There may be fewer than asked for, and none, although more follow: a page looks at a bounded part of the feed.',
  })
  items!: FeedItem[];

  @Field(() => Cursor, { description: 'Where the next page begins.' })
  cursor!: string;

  @Field({ description: 'Whether the feed goes on behind this page now.' })
  hasMore!: boolean;
}

@InputType({ description: 'Which events of the feed; what is left out is not restricted.' })
export class FeedFilter {
  @Field(() => [EventType], { nullable: true, description: 'Types of events.' })
  types?: string[];

  @Field(() => [String], { nullable: true, description: 'GraphQL types of objects, such as `Order`.' })
  subjectTypes?: string[];

  @Field(() => ID, { nullable: true, description: 'One object.' })
  subject?: string;
}

@InputType({ description: 'Which events of a stream of one type of object.' })
export class UpdateFilter {
  @Field(() => [EventType], { nullable: true, description: 'Types of events; all when left out.' })
  types?: string[];
}

@ArgsType()
export class StreamArgs {
  @Field(() => Cursor, { nullable: true, description: 'Begin behind this cursor. Without it begin now.' })
  after?: string;
}

@ObjectType({ description: "A machine's own place in the feed, kept by the hub between its visits." })
export class FeedConsumer {
  @Field({ description: 'Its name within your organisation.' })
  name!: string;

  @Field(() => Cursor, { description: 'Up to where it has acknowledged.' })
  cursor!: string;

  @Field(() => Int, { description: 'How many events wait behind that, before any filter.' })
  waiting!: number;

  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it last acknowledged.' })
  acknowledgedAt?: string;
}

@InputType({ description: 'A consumer to be opened.' })
export class FeedConsumerOpenInput {
  @Field({ description: 'Its name: lower-case letters, digits, `.`, `_` and `-`, at most 63.' })
  name!: string;

  @Field(() => ConsumerStart, { defaultValue: 'OLDEST', description: 'Where it begins if it is new.' })
  start!: string;
}

@InputType({ description: 'What a consumer has worked off.' })
export class FeedConsumerAcknowledgeInput {
  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => Cursor, { description: 'Cursor of the last item that is done. An older one than before changes nothing.' })
  cursor!: string;
}

@InputType({ description: 'A consumer that is no longer needed.' })
export class FeedConsumerCloseInput {
  @Field({ description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'The answer to feedConsumerOpen.' })
export class FeedConsumerOpenPayload extends Payload {
  @Field(() => FeedConsumer, { nullable: true, description: 'The consumer, also when it was open already.' })
  consumer?: FeedConsumer;
}

@ObjectType({ description: 'The answer to feedConsumerAcknowledge.' })
export class FeedConsumerAcknowledgePayload extends Payload {
  @Field(() => FeedConsumer, { nullable: true, description: 'The consumer.' })
  consumer?: FeedConsumer;
}

@ObjectType({ description: 'The answer to feedConsumerClose.' })
export class FeedConsumerClosePayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Name of the consumer that is no more.' })
  name?: string;
}
