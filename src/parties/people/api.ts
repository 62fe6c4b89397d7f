import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { CreationOrder } from '../api-enums.js';
import {
  MembershipEndInput,
  MembershipFilter,
  MembershipGrantInput,
  PasswordChangeInput,
  PasswordResetInput,
  PersonInviteInput,
} from './api-inputs.js';
import { membershipEnd, membershipGrant, passwordChange, passwordReset, personInvite } from './commands.js';
import {
  MembershipConnection,
  MembershipEndPayload,
  MembershipGrantPayload,
  PasswordChangePayload,
  PasswordResetPayload,
  Person,
  PersonConnection,
  PersonInvitePayload,
} from './api-types.js';

@Resolver()
export class PeopleResolver {
  @Policy('parties:read')
  @Query(() => Person, { nullable: true, description: 'One person who acts for the organisation of the caller; null for any other.' })
  person(@Arg('id', () => ID, { description: 'The person.' }) _id: string): Person {
    return compiled();
  }

  @Policy('parties:admin')
  @Query(() => PersonConnection, { description: 'The people whose accounts the organisation has made.' })
  people(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('orderBy', () => CreationOrder, { defaultValue: 'CREATED_AT', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('parties:admin')
  @Query(() => MembershipConnection, { description: 'Who does what for the organisation of the caller, ended ones too.' })
  memberships(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => MembershipFilter, { nullable: true, description: 'Which ones.' }) _filter: MembershipFilter,
    @Arg('orderBy', () => CreationOrder, { defaultValue: 'CREATED_AT', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('parties:admin')
  @Mutation(() => PersonInvitePayload, {
    description: 'Gives a person an account and duties. The initial password is answered once; repeating the call does not repeat it.',
  })
  personInvite(
    @Arg('input', () => PersonInviteInput, { description: 'The person.' }) input: PersonInviteInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PersonInvitePayload> {
    return ctx.run(personInvite, input);
  }

  @Policy('parties:admin')
  @Mutation(() => MembershipGrantPayload, {
    description: 'Gives further duties to a person of the organisation, or delegates duties for some days.',
  })
  membershipGrant(
    @Arg('input', () => MembershipGrantInput, { description: 'The person and the duties.' }) input: MembershipGrantInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MembershipGrantPayload> {
    return ctx.run(membershipGrant, input);
  }

  @Policy('parties:admin')
  @Mutation(() => MembershipEndPayload, { description: 'Ends duties at once. Live streams that rest on them end within two seconds.' })
  membershipEnd(
    @Arg('input', () => MembershipEndInput, { description: 'Which duties.' }) input: MembershipEndInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MembershipEndPayload> {
    return ctx.run(membershipEnd, input);
  }

  @Policy('authenticated')
  @Mutation(() => PasswordChangePayload, { description: 'Changes the own password and ends all own sessions.' })
  passwordChange(
    @Arg('input', () => PasswordChangeInput, { description: 'The old and the new one.' }) input: PasswordChangeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PasswordChangePayload> {
    return ctx.run(passwordChange, input);
  }

  @Policy('parties:admin')
  @Mutation(() => PasswordResetPayload, {
    description: 'Gives a person of the own organisation a new initial password and ends the sessions of that person.',
  })
  passwordReset(
    @Arg('input', () => PasswordResetInput, { description: 'The person.' }) input: PasswordResetInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PasswordResetPayload> {
    return ctx.run(passwordReset, input);
  }
}
