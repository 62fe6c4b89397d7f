import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../platform/auth/policy.js';
import { compiled } from '../platform/graphql/compiled.js';
import { PageArgs } from '../platform/graphql/connection.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { noticeAddressAdd, noticeAddressRemove, noticeAddressVerify, noticeCodeSend } from './address/commands.js';
import { NoticeSort } from './api-enums.js';
import {
  NoticeAddressAddInput,
  NoticeAddressInput,
  NoticeAddressVerifyInput,
  NoticeEscalationSetInput,
  NoticeSettingSetInput,
  NoticeTimesSetInput,
} from './api-inputs.js';
import {
  NoticeAddressConnection,
  NoticeAddressPayload,
  NoticeAddressRemovePayload,
  NoticeAddressVerifyPayload,
  NoticeConnection,
  NoticeDeliveryConnection,
  NoticeDeliveryFilter,
  NoticeEscalation,
  NoticeEscalationSetPayload,
  NoticeFilter,
  NoticeReadInput,
  NoticeReadPayload,
  NoticeSettingConnection,
  NoticeSettingSetPayload,
  NoticeTimes,
  NoticeTimesSetPayload,
} from './api-types.js';
import { noticeRead } from './list/commands.js';
import { noticeEscalationSet, noticeSettingSet, noticeTimesSet } from './settings/commands.js';

@Resolver()
export class NoticeResolver {
  @Policy('authenticated')
  @Query(() => NoticeConnection, { description: 'What the caller was told. A machine is told nothing: it reads the feed.' })
  notices(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => NoticeFilter, { nullable: true, description: 'Which ones.' }) _filter: NoticeFilter,
    @Arg('orderBy', () => NoticeSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('authenticated')
  @Query(() => NoticeAddressConnection, { description: "The caller's addresses, and the group of the organisation." })
  noticeAddresses(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }

  @Policy('authenticated')
  @Query(() => NoticeSettingConnection, {
    description: 'What the caller has said about kinds of notices; all others are as the hub has them.',
  })
  noticeSettings(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }

  @Policy('authenticated')
  @Query(() => NoticeTimes, {
    nullable: true,
    description: 'When the caller is told; null where nothing was said: digest at 9, quiet from 22:00 to 07:00, in Asia/Shanghai.',
  })
  noticeTimes(): never {
    return compiled();
  }

  @Policy('authenticated')
  @Query(() => NoticeEscalation, {
    nullable: true,
    description:
      'Whom the organisation tells when its answer does not come; null where nothing was said: the administrators, after 24 hours.',
  })
  noticeEscalation(): never {
    return compiled();
  }

  @Policy('authenticated')
  @Query(() => NoticeDeliveryConnection, { description: "The messages to the caller, and the organisation's own." })
  noticeDeliveries(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => NoticeDeliveryFilter, { nullable: true, description: 'Which ones.' }) _filter: NoticeDeliveryFilter,
    @Arg('orderBy', () => NoticeSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('authenticated')
  @Mutation(() => NoticeReadPayload, { description: 'Marks own notices as read. What was read is not told in a digest.' })
  noticeRead(
    @Arg('input', () => NoticeReadInput, { description: 'Which ones.' }) input: NoticeReadInput,
    @Ctx() ctx: RequestContext,
  ): Promise<NoticeReadPayload> {
    return ctx.run(noticeRead, input);
  }

  @Policy('authenticated')
  @Mutation(() => NoticeAddressPayload, {
    description: 'Adds an address and sends a code to it. Nothing else is sent there before the code came back.',
  })
  noticeAddressAdd(
    @Arg('input', () => NoticeAddressAddInput, { description: 'The address.' }) input: NoticeAddressAddInput,
    @Ctx() ctx: RequestContext,
  ): Promise<NoticeAddressPayload> {
    return ctx.run(noticeAddressAdd, input);
  }

  @Policy('authenticated')
  @Mutation(() => NoticeAddressPayload, { description: 'Sends a further code: one a minute, five a day.' })
  noticeCodeSend(
    @Arg('input', () => NoticeAddressInput, { description: 'The address.' }) input: NoticeAddressInput,
    @Ctx() ctx: RequestContext,
  ): Promise<NoticeAddressPayload> {
    return ctx.run(noticeCodeSend, input);
  }

  @Policy('authenticated')
  @Mutation(() => NoticeAddressVerifyPayload, {
    description: 'Confirms an address by its code. A wrong one is answered with the tries that are left.',
  })
  noticeAddressVerify(
    @Arg('input', () => NoticeAddressVerifyInput, { description: 'The address and the code.' }) input: NoticeAddressVerifyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<NoticeAddressVerifyPayload> {
    return ctx.run(noticeAddressVerify, input);
  }

  @Policy('authenticated')
  @Mutation(() => NoticeAddressRemovePayload, { description: 'Erases an address. Nothing of it is kept.' })
  noticeAddressRemove(
    @Arg('input', () => NoticeAddressInput, { description: 'The address.' }) input: NoticeAddressInput,
    @Ctx() ctx: RequestContext,
  ): Promise<NoticeAddressRemovePayload> {
    return ctx.run(noticeAddressRemove, input);
  }

  @Policy('authenticated')
  @Mutation(() => NoticeSettingSetPayload, { description: 'Says how the caller wants to be told of one kind of thing.' })
  noticeSettingSet(
    @Arg('input', () => NoticeSettingSetInput, { description: 'The kind and how.' }) input: NoticeSettingSetInput,
    @Ctx() ctx: RequestContext,
  ): Promise<NoticeSettingSetPayload> {
    return ctx.run(noticeSettingSet, input);
  }

  @Policy('authenticated')
  @Mutation(() => NoticeTimesSetPayload, { description: 'Says when the caller wants to be told.' })
  noticeTimesSet(
    @Arg('input', () => NoticeTimesSetInput, { description: 'The times.' }) input: NoticeTimesSetInput,
    @Ctx() ctx: RequestContext,
  ): Promise<NoticeTimesSetPayload> {
    return ctx.run(noticeTimesSet, input);
  }

  @Policy('parties:admin')
  @Mutation(() => NoticeEscalationSetPayload, { description: 'Says whom the organisation tells when its own answer does not come.' })
  noticeEscalationSet(
    @Arg('input', () => NoticeEscalationSetInput, { description: 'The owner, and what the group is told.' })
    input: NoticeEscalationSetInput,
    @Ctx() ctx: RequestContext,
  ): Promise<NoticeEscalationSetPayload> {
    return ctx.run(noticeEscalationSet, input);
  }
}
