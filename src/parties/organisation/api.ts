import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { OrganisationOrder } from '../api-enums.js';
import {
  OrganisationByInput,
  OrganisationClaimInput,
  OrganisationFilter,
  OrganisationIdentifierAddInput,
  OrganisationUpdateInput,
  OrganisationVerifyInput,
} from './api-inputs.js';
import { organisationClaim, organisationIdentifierAdd, organisationUpdate, organisationVerify } from './commands.js';
import {
  Organisation,
  OrganisationClaimPayload,
  OrganisationConnection,
  OrganisationIdentifierAddPayload,
  OrganisationUpdatePayload,
  OrganisationVerifyPayload,
} from './api-types.js';

@Resolver()
export class OrganisationResolver {
  @Policy('parties:read')
  @Query(() => Organisation, { nullable: true, description: 'One organisation that the caller sees; null for any other.' })
  organisation(@Arg('by', () => OrganisationByInput, { description: 'Which one.' }) _by: OrganisationByInput): Organisation {
    return compiled();
  }

  @Policy('parties:read')
  @Query(() => OrganisationConnection, {
    description: 'The organisations that the caller sees: itself and those it trades with; all for the operator.',
  })
  organisations(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => OrganisationFilter, { nullable: true, description: 'Which ones.' }) _filter: OrganisationFilter,
    @Arg('orderBy', () => OrganisationOrder, { defaultValue: 'LEGAL_NAME', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('operator')
  @Mutation(() => OrganisationClaimPayload, { description: 'Enters an organisation into the hub, not yet verified. Operator only.' })
  organisationClaim(
    @Arg('input', () => OrganisationClaimInput, { description: 'The organisation.' }) input: OrganisationClaimInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrganisationClaimPayload> {
    return ctx.run(organisationClaim, input);
  }

  @Policy('parties:admin')
  @Mutation(() => OrganisationUpdatePayload, { description: 'Changes the card of the own organisation.' })
  organisationUpdate(
    @Arg('input', () => OrganisationUpdateInput, { description: 'What to change.' }) input: OrganisationUpdateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrganisationUpdatePayload> {
    return ctx.run(organisationUpdate, input);
  }

  @Policy('operator')
  @Mutation(() => OrganisationVerifyPayload, {
    description: 'Records evidence of who an organisation is and takes it as verified. Operator only.',
  })
  organisationVerify(
    @Arg('input', () => OrganisationVerifyInput, { description: 'The organisation and the evidence.' }) input: OrganisationVerifyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrganisationVerifyPayload> {
    return ctx.run(organisationVerify, input);
  }

  @Policy('parties:admin')
  @Mutation(() => OrganisationIdentifierAddPayload, {
    description:
      'Adds an identifier by which documents address an organisation. One of its own finds nobody before the operator has added it too.',
  })
  organisationIdentifierAdd(
    @Arg('input', () => OrganisationIdentifierAddInput, { description: 'The identifier.' }) input: OrganisationIdentifierAddInput,
    @Ctx() ctx: RequestContext,
  ): Promise<OrganisationIdentifierAddPayload> {
    return ctx.run(organisationIdentifierAdd, input);
  }
}
