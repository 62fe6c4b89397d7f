import { Arg, Args, Ctx, Int, Mutation, Query, Resolver, Subscription } from 'type-graphql';
import { Policy } from '../auth/policy.js';
import { compiled } from '../graphql/compiled.js';
import type { RequestContext } from '../graphql/context.js';
import { Cursor } from '../graphql/scalars.js';
import { feedConsumerAcknowledge, feedConsumerClose, feedConsumerOpen } from './commands.js';
import {
  FeedConsumer,
  FeedConsumerAcknowledgeInput,
  FeedConsumerAcknowledgePayload,
  FeedConsumerCloseInput,
  FeedConsumerClosePayload,
  FeedConsumerOpenInput,
  FeedConsumerOpenPayload,
  FeedFilter,
  FeedItem,
  FeedPage,
  StreamArgs,
} from './types.js';

const consumerArgument = { nullable: true, description: 'Begin where this consumer of yours has acknowledged, unless `after` is given.' };

@Resolver()
export class EventResolver {
  @Policy('feed:read')
  @Query(() => FeedPage, {
    description: 'What happened, for those who ask from time to time: the same items with the same cursors as the subscription.',
  })
  feed(
    @Arg('after', () => Cursor, {
      nullable: true,
      description: 'Begin behind this cursor. Without it begin at the oldest event that can still be had.',
    })
    _after: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many items to return, 0 to 100.' }) _first: number,
    @Arg('filter', () => FeedFilter, { nullable: true, description: 'Which events.' }) _filter: FeedFilter,
    @Arg('consumer', () => String, consumerArgument) _consumer: string,
  ): FeedPage {
    return compiled();
  }

  @Policy('feed:read')
  @Query(() => FeedConsumer, { nullable: true, description: 'A consumer of the feed by its name.' })
  feedConsumer(@Arg('name', () => String, { description: 'Its name.' }) _name: string): FeedConsumer {
    return compiled();
  }

  @Policy('feed:read')
  @Mutation(() => FeedConsumerOpenPayload, {
    description: 'Opens a durable consumer: the hub keeps its place. Opening it again changes nothing.',
  })
  feedConsumerOpen(
    @Arg('input', () => FeedConsumerOpenInput, { description: 'The consumer.' }) input: FeedConsumerOpenInput,
    @Ctx() ctx: RequestContext,
  ): Promise<FeedConsumerOpenPayload> {
    return ctx.run(feedConsumerOpen, input);
  }

  @Policy('feed:read')
  @Mutation(() => FeedConsumerAcknowledgePayload, { description: 'Says up to where a consumer has worked off the feed.' })
  feedConsumerAcknowledge(
    @Arg('input', () => FeedConsumerAcknowledgeInput, { description: 'The consumer and its place.' }) input: FeedConsumerAcknowledgeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<FeedConsumerAcknowledgePayload> {
    return ctx.run(feedConsumerAcknowledge, input);
  }

  @Policy('feed:read')
  @Mutation(() => FeedConsumerClosePayload, { description: 'Forgets a consumer and its place.' })
  feedConsumerClose(
    @Arg('input', () => FeedConsumerCloseInput, { description: 'The consumer.' }) input: FeedConsumerCloseInput,
    @Ctx() ctx: RequestContext,
  ): Promise<FeedConsumerClosePayload> {
    return ctx.run(feedConsumerClose, input);
  }

  @Policy('feed:read')
  @Subscription(() => FeedItem, {
    name: 'feed',
    subscribe: compiled,
    description: 'Everything that happens to objects of your organisation, as it happens; every item says where to resume.',
  })
  feedLive(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('filter', () => FeedFilter, { nullable: true, description: 'Which events.' }) _filter: FeedFilter,
    @Arg('consumer', () => String, consumerArgument) _consumer: string,
  ): FeedItem {
    return compiled();
  }
}
