import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { AgreementOrder, AgreementSide } from '../api-enums.js';
import {
  TradeAgreementConfirmInput,
  TradeAgreementEndInput,
  TradeAgreementFilter,
  TradeAgreementProposeInput,
  TradeAgreementRefuseInput,
  TradeAgreementWithdrawInput,
} from './api-inputs.js';
import {
  tradeAgreementConfirm,
  tradeAgreementEnd,
  tradeAgreementPropose,
  tradeAgreementRefuse,
  tradeAgreementWithdraw,
} from './commands.js';
import {
  TradeAgreement,
  TradeAgreementConfirmPayload,
  TradeAgreementConnection,
  TradeAgreementEndPayload,
  TradeAgreementProposePayload,
  TradeAgreementRefusePayload,
  TradeAgreementWithdrawPayload,
} from './api-types.js';

@Resolver()
export class AgreementResolver {
  @Policy('parties:read')
  @Query(() => TradeAgreement, { nullable: true, description: 'One trade agreement of the caller; null for any other.' })
  tradeAgreement(@Arg('id', () => ID, { description: 'The agreement.' }) _id: string): TradeAgreement {
    return compiled();
  }

  @Policy('parties:read')
  @Query(() => TradeAgreementConnection, { description: 'The trade agreements of the caller on one side.' })
  tradeAgreements(
    @Arg('as', () => AgreementSide, { description: 'On which side the caller stands.' }) _as: string,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => TradeAgreementFilter, { nullable: true, description: 'Which ones.' }) _filter: TradeAgreementFilter,
    @Arg('orderBy', () => AgreementOrder, { defaultValue: 'CREATED_AT', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('parties:admin')
  @Mutation(() => TradeAgreementProposePayload, { description: 'Proposes terms of trade to a counterparty.' })
  tradeAgreementPropose(
    @Arg('input', () => TradeAgreementProposeInput, { description: 'The terms.' }) input: TradeAgreementProposeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TradeAgreementProposePayload> {
    return ctx.run(tradeAgreementPropose, input);
  }

  @Policy('parties:admin')
  @Mutation(() => TradeAgreementConfirmPayload, { description: "Confirms the other side's proposal, which is then in force." })
  tradeAgreementConfirm(
    @Arg('input', () => TradeAgreementConfirmInput, { description: 'The decision.' }) input: TradeAgreementConfirmInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TradeAgreementConfirmPayload> {
    return ctx.run(tradeAgreementConfirm, input);
  }

  @Policy('parties:admin')
  @Mutation(() => TradeAgreementRefusePayload, { description: "Refuses the other side's proposal." })
  tradeAgreementRefuse(
    @Arg('input', () => TradeAgreementRefuseInput, { description: 'The decision.' }) input: TradeAgreementRefuseInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TradeAgreementRefusePayload> {
    return ctx.run(tradeAgreementRefuse, input);
  }

  @Policy('parties:admin')
  @Mutation(() => TradeAgreementWithdrawPayload, { description: 'Takes the own proposal back before it was decided.' })
  tradeAgreementWithdraw(
    @Arg('input', () => TradeAgreementWithdrawInput, { description: 'Which one.' }) input: TradeAgreementWithdrawInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TradeAgreementWithdrawPayload> {
    return ctx.run(tradeAgreementWithdraw, input);
  }

  @Policy('parties:admin')
  @Mutation(() => TradeAgreementEndPayload, { description: 'Ends an agreement for orders to come; orders already placed keep its terms.' })
  tradeAgreementEnd(
    @Arg('input', () => TradeAgreementEndInput, { description: 'Which one.' }) input: TradeAgreementEndInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TradeAgreementEndPayload> {
    return ctx.run(tradeAgreementEnd, input);
  }
}
