import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Person } from '../../parties/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Node } from '../../platform/graphql/node.js';
import { CurrencyCode, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { Invoice } from '../invoice/api-types.js';
import { approvalTiersSet, invoiceApprove } from './commands.js';

@ObjectType({ description: 'Up to an amount, so many approvers.' })
class ApprovalTier {
  @Field(() => Decimal, { nullable: true, description: 'Up to this amount; null: any.' })
  upTo?: string;

  @Field(() => Int, { description: 'How many different approvers.' })
  approvers!: number;
}

@ObjectType({ implements: Node, description: 'Which amounts of invoices ask for how many approvers. The newest policy holds.' })
class ApprovalPolicy extends Node {
  @Field(() => CurrencyCode, { description: 'Currency of the limits; an amount in another one asks for the most approvers.' })
  currency!: string;

  @Field(() => [ApprovalTier], { description: 'Tiers, lowest first.' })
  tiers!: ApprovalTier[];

  @Field(() => DateTime, { description: 'Since when, in business time.' })
  businessTime!: string;
}

const ApprovalPolicyConnection = connectionOf<ApprovalPolicy>('ApprovalPolicy', () => ApprovalPolicy);

@ObjectType({ description: "An approver's step towards paying an invoice. Seen by the buyer alone." })
class InvoiceApproval {
  @Field(() => Int, { description: 'Which step, from 1.' })
  step!: number;

  @Field(() => Int, { description: 'How many steps the amount asks for.' })
  needed!: number;

  @Field(() => Person, { nullable: true, description: 'Who approved.' })
  by?: Person;

  @Field({ nullable: true, description: 'What was said about it.' })
  note?: string;

  @Field({ description: 'Whether the invoice was approved by it.' })
  complete!: boolean;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@InputType({ description: 'Up to an amount, so many approvers.' })
class ApprovalTierInput {
  @Field(() => Decimal, { nullable: true, description: 'Up to this amount; left out in the last tier: any.' })
  upTo?: string;

  @Field(() => Int, { description: 'How many different approvers, 1 to 5.' })
  approvers!: number;
}

@InputType({ description: 'Tiers of approval.' })
class ApprovalTiersSetInput {
  @Field(() => CurrencyCode, { defaultValue: 'CNY', description: 'Currency of the limits.' })
  currency!: string;

  @Field(() => [ApprovalTierInput], { description: 'Tiers, lowest first, 1 to 10.' })
  tiers!: ApprovalTierInput[];

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}

@InputType({ description: "An approver's step." })
class InvoiceApproveInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field({ nullable: true, description: 'What to say about it, up to 1,000 characters.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'Version of the invoice that the decision rests on.' })
  expectedVersion?: number;

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}

@ObjectType({ description: 'What came of setting tiers.' })
class ApprovalTiersSetPayload extends Payload {
  @Field(() => ApprovalPolicy, { nullable: true, description: 'The policy, now in force; null when it was refused.' })
  policy?: ApprovalPolicy;
}

@ObjectType({ description: 'What came of an approval.' })
class InvoiceApprovePayload extends Payload {
  @Field(() => Invoice, { nullable: true, description: 'The invoice afterwards; null when it was refused.' })
  invoice?: Invoice;
}

@Resolver(() => Invoice)
export class ApprovalResolver {
  @FieldResolver(() => [InvoiceApproval], { description: "The buyer's own approvals, first to last; empty for the supplier." })
  approvals(): never {
    return compiled();
  }

  @Policy('invoices:read')
  @Query(() => ApprovalPolicyConnection, { description: "The organisation's own policies of approval, newest first: that one holds." })
  approvalPolicies(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }

  @Policy('parties:admin')
  @Mutation(() => ApprovalTiersSetPayload, {
    description:
      'Sets up to which amount how many different approvers an invoice asks for. Approval never moves a due date (Order 802 art. 14).',
  })
  approvalTiersSet(
    @Arg('input', () => ApprovalTiersSetInput, { description: 'The tiers.' }) input: ApprovalTiersSetInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ApprovalTiersSetPayload> {
    return ctx.run(approvalTiersSet, input);
  }

  @Policy('invoices:write')
  @Mutation(() => InvoiceApprovePayload, {
    description: 'Approves an invoice in person, with the duty APPROVER; the last approval that its amount asks for answers AP.',
  })
  invoiceApprove(
    @Arg('input', () => InvoiceApproveInput, { description: 'Which invoice.' }) input: InvoiceApproveInput,
    @Ctx() ctx: RequestContext,
  ): Promise<InvoiceApprovePayload> {
    return ctx.run(invoiceApprove, input);
  }
}
