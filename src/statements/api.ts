import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Policy } from '../platform/auth/policy.js';
import { StreamArgs, Update, UpdateFilter } from '../platform/events/index.js';
import { compiled } from '../platform/graphql/compiled.js';
import { PageArgs } from '../platform/graphql/connection.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { statementConfirm } from './account/commands.js';
import { StatementSide, StatementSort } from './api-enums.js';
import {
  StatementConfirmInput,
  StatementDisputeInput,
  StatementDraftInput,
  StatementExcludeInput,
  StatementMatchInput,
  StatementSendInput,
  StatementTickInput,
  StatementWithdrawInput,
} from './api-inputs.js';
import {
  StatementConfirmPayload,
  StatementDisputePayload,
  StatementDraftPayload,
  StatementExcludePayload,
  StatementMatchPayload,
  StatementSendPayload,
  StatementTickPayload,
  StatementWithdrawPayload,
} from './api-payloads.js';
import { Statement, StatementConnection, StatementFilter } from './api-types.js';
import { statementDraft, statementSend, statementWithdraw } from './draft/commands.js';
import { statementDispute, statementExclude, statementMatch, statementTick } from './marks/commands.js';

@ObjectType({ implements: Update, description: 'Something that happened to a statement.' })
class StatementUpdate extends Update {
  @Field(() => Statement, {
    nullable: true,
    description: 'The statement as it is now, with later changes; null when you can no longer see it.',
  })
  statement?: Statement;
}

@Resolver()
export class StatementResolver {
  @Policy('invoices:read')
  @Query(() => Statement, { nullable: true, description: 'One statement of the caller; null for any other.' })
  statement(@Arg('id', () => ID, { description: 'Its id.' }) _id: string): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => StatementConnection, { description: 'The statements of the caller on one side.' })
  statements(
    @Arg('as', () => StatementSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => StatementFilter, { nullable: true, description: 'Which ones.' }) _filter: StatementFilter,
    @Arg('orderBy', () => StatementSort, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('invoices:write')
  @Mutation(() => StatementDraftPayload, {
    description:
      'Drafts the account of a period: what was received, returned, priced anew, invoiced, credited and paid in it and stands in no statement yet, and what earlier ones set aside.',
  })
  statementDraft(
    @Arg('input', () => StatementDraftInput, { description: 'With whom and for when.' }) input: StatementDraftInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementDraftPayload> {
    return ctx.run(statementDraft, input);
  }

  @Policy('invoices:write')
  @Mutation(() => StatementSendPayload, { description: 'Sends a draft to the other side, whose days for an answer begin.' })
  statementSend(
    @Arg('input', () => StatementSendInput, { description: 'Which one.' }) input: StatementSendInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementSendPayload> {
    return ctx.run(statementSend, input);
  }

  @Policy('invoices:write')
  @Mutation(() => StatementWithdrawPayload, { description: 'Takes a statement back that the other side has not confirmed.' })
  statementWithdraw(
    @Arg('input', () => StatementWithdrawInput, { description: 'Which one.' }) input: StatementWithdrawInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementWithdrawPayload> {
    return ctx.run(statementWithdraw, input);
  }

  @Policy('invoices:write')
  @Mutation(() => StatementTickPayload, { description: "Ticks lines for the caller's side; many in one call." })
  statementTick(
    @Arg('input', () => StatementTickInput, { description: 'Which lines.' }) input: StatementTickInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementTickPayload> {
    return ctx.run(statementTick, input);
  }

  @Policy('invoices:write')
  @Mutation(() => StatementDisputePayload, { description: 'Disputes lines with a reason each. Confirmations given before lapse.' })
  statementDispute(
    @Arg('input', () => StatementDisputeInput, { description: 'Which lines, and why.' }) input: StatementDisputeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementDisputePayload> {
    return ctx.run(statementDispute, input);
  }

  @Policy('invoices:write')
  @Mutation(() => StatementExcludePayload, {
    description: 'Agrees that lines which the other side disputes are set aside and come again with the next statement.',
  })
  statementExclude(
    @Arg('input', () => StatementExcludeInput, { description: 'Which lines.' }) input: StatementExcludeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementExcludePayload> {
    return ctx.run(statementExclude, input);
  }

  @Policy('invoices:write')
  @Mutation(() => StatementMatchPayload, {
    description: "Compares the statement with the caller's own ledger by number and amount, ticks what agrees, and lists what does not.",
  })
  statementMatch(
    @Arg('input', () => StatementMatchInput, { description: 'The ledger.' }) input: StatementMatchInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementMatchPayload> {
    return ctx.run(statementMatch, input);
  }

  @Policy('invoices:write')
  @Mutation(() => StatementConfirmPayload, {
    description:
      "Confirms the statement for the caller's side. The second confirmation concludes it and starts terms that were agreed to run from it.",
  })
  statementConfirm(
    @Arg('input', () => StatementConfirmInput, { description: 'Which one.' }) input: StatementConfirmInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementConfirmPayload> {
    return ctx.run(statementConfirm, input);
  }

  @Policy('invoices:read')
  @Subscription(() => StatementUpdate, {
    subscribe: compiled,
    description: 'What happens to your statements, as it happens. Every item says where to resume.',
  })
  statementUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('statementId', () => ID, { nullable: true, description: 'One statement; all when left out.' }) _statementId: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): StatementUpdate {
    return compiled();
  }
}
