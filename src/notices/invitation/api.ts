import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { NoticeSort } from '../api-enums.js';
import {
  InvitationConnection,
  InvitationCreateInput,
  InvitationCreatePayload,
  InvitationFilter,
  InvitationRevokeInput,
  InvitationRevokePayload,
  SupplierInviteInput,
  SupplierInvitePayload,
} from './api-types.js';
import { invitationCreate, invitationRevoke, supplierInvite } from './commands.js';

@Resolver()
export class InvitationResolver {
  @Policy('orders:read')
  @Query(() => InvitationConnection, { description: 'The invitations that the caller has made as a buyer.' })
  invitations(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => InvitationFilter, { nullable: true, description: 'Which ones.' }) _filter: InvitationFilter,
    @Arg('orderBy', () => NoticeSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('orders:write')
  @Mutation(() => SupplierInvitePayload, {
    description:
      'Enters a supplier that is not on the hub, or finds one that has nobody there yet, so that orders can be issued to it. The operator verifies it later.',
  })
  supplierInvite(
    @Arg('input', () => SupplierInviteInput, { description: 'The supplier and where it is reached.' }) input: SupplierInviteInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SupplierInvitePayload> {
    return ctx.run(supplierInvite, input);
  }

  @Policy('orders:write')
  @Mutation(() => InvitationCreatePayload, {
    description:
      'Sends the supplier of one order a link by which it reads and answers that order without an account, once, until it expires. The session that it opens lives a day.',
  })
  invitationCreate(
    @Arg('input', () => InvitationCreateInput, { description: 'The order.' }) input: InvitationCreateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<InvitationCreatePayload> {
    return ctx.run(invitationCreate, input);
  }

  @Policy('orders:write')
  @Mutation(() => InvitationRevokePayload, { description: 'Ends an invitation, and the session that it opened.' })
  invitationRevoke(
    @Arg('input', () => InvitationRevokeInput, { description: 'Which one.' }) input: InvitationRevokeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<InvitationRevokePayload> {
    return ctx.run(invitationRevoke, input);
  }
}
