import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDate, CurrencyCode, Decimal } from '../../platform/graphql/scalars.js';
import {
  AgreementSide,
  AgreementStatus,
  ApplicationOrder,
  InterestBasis,
  PaymentInstrument,
  PlanKind,
  PlanTrigger,
  PriceBasis,
  RoundingBasis,
  TermBasis,
} from '../api-enums.js';
import { OrganisationRefInput } from '../organisation/api-inputs.js';

@InputType({ description: 'Which agreements to list.' })
export class TradeAgreementFilter {
  @Field(() => [AgreementStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field(() => [ID], { nullable: true, description: 'With any of these organisations on the other side.' })
  counterparty?: string[];
}

@InputType({ description: 'A part in which amounts are paid.' })
export class PaymentPlanPartInput {
  @Field(() => PlanKind, { description: 'What it is; each kind once.' })
  kind!: string;

  @Field(() => Decimal, { description: 'Share of the amount; the shares of a plan sum to 1.' })
  share!: string;

  @Field(() => PlanTrigger, { description: 'From which event its days run.' })
  trigger!: string;

  @Field(() => Int, { description: 'Days until it is due, 0 to 3,650.' })
  days!: number;
}

@InputType({ description: 'Terms of trade to propose.' })
export class TradeAgreementProposeInput {
  @Field(() => AgreementSide, { description: 'The side of the caller.' })
  as!: string;

  @Field(() => OrganisationRefInput, { description: 'The other side.' })
  counterparty!: OrganisationRefInput;

  @Field({ description: 'Number, up to 50 characters.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'First day.' })
  validFrom!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day.' })
  validTo?: string;

  @Field(() => CurrencyCode, { defaultValue: 'CNY', description: 'Currency of prices.' })
  currency!: string;

  @Field(() => PriceBasis, { description: 'Whether prices hold the tax.' })
  priceBasis!: string;

  @Field(() => RoundingBasis, { defaultValue: 'PER_LINE', description: 'Where amounts are rounded.' })
  rounding!: string;

  @Field(() => Int, { description: 'Days of the term of payment, 0 to 365.' })
  termDays!: number;

  @Field(() => TermBasis, { description: 'From when the term runs.' })
  termBasis!: string;

  @Field({ nullable: true, description: "Why a large buyer pays later than the law's term, up to 500 characters." })
  termReason?: string;

  @Field({
    defaultValue: false,
    description: 'Whether payment depends on being paid by a third party. The law forbids it: true is refused.',
  })
  conditionalOnThirdParty!: boolean;

  @Field(() => Int, { defaultValue: 7, description: 'Days for inspection after delivery, 0 to 365.' })
  inspectionDays!: number;

  @Field(() => Decimal, { defaultValue: '0', description: 'Share by which a line may be over-delivered, 0 to 1.' })
  overTolerance!: string;

  @Field(() => Decimal, { defaultValue: '0', description: 'Share by which a line may be under-delivered, 0 to 1.' })
  underTolerance!: string;

  @Field(() => Decimal, { defaultValue: '0', description: 'Share by which an invoiced price may differ, 0 to 1.' })
  priceTolerance!: string;

  @Field(() => Decimal, { nullable: true, description: 'Late rate per year, such as 0.06.' })
  lateRate?: string;

  @Field(() => Int, { defaultValue: 48, description: 'Hours within which an order is to be answered, 1 to 2,160.' })
  answerHours!: number;

  @Field(() => Boolean, { nullable: true, description: 'For a supplier: whether it declares itself a small or medium firm.' })
  smeDeclared?: boolean;

  @Field(() => [Decimal], { nullable: true, description: 'Tax rates in percent that invoices may use; any when left out.' })
  taxRates?: string[];

  @Field(() => [PaymentPlanPartInput], {
    nullable: true,
    description: 'The parts in which amounts are paid; whole, by the term, when left out.',
  })
  plan?: PaymentPlanPartInput[];

  @Field(() => ApplicationOrder, { defaultValue: 'CIVIL_CODE_561', description: 'To what a payment is applied first.' })
  applicationOrder!: string;

  @Field(() => [PaymentInstrument], { nullable: true, description: 'How money may be paid; by transfer when left out.' })
  instruments?: string[];

  @Field({ defaultValue: false, description: 'Whether a bill or voucher settles when it is handed over (Order 802 art. 11).' })
  billSettles!: boolean;

  @Field(() => Int, { nullable: true, description: 'Day of the month on which statements are made up, 1 to 31.' })
  statementDay?: number;

  @Field(() => Int, { nullable: true, description: 'Days within which a statement is to be answered, 1 to 90.' })
  statementAnswerDays?: number;

  @Field(() => InterestBasis, { defaultValue: 'ACT_365F', description: 'Day count of the late rate.' })
  interestBasis!: string;

  @Field({
    defaultValue: true,
    description: 'Whether a term that ends on a rest day ends on the next day after it (Civil Code arts. 203, 204).',
  })
  restDaysMove!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Months of quality guarantee after receipt (质量保证期), 1 to 240; two years where none is agreed (Civil Code art. 621).',
  })
  warrantyMonths?: number;

  @Field({ nullable: true, description: 'Sector whose special rule on the term prevails (Order 802 art. 9(3)), such as CONSTRUCTION.' })
  sector?: string;

  @Field({
    defaultValue: false,
    description:
      'Records that the paper has a clause that makes payment wait for a third party. It is void and no term here (SPC 法释〔2024〕11号).',
  })
  thirdPartyClauseVoid!: boolean;

  @Field({ description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A decision on a trade agreement.' })
export class TradeAgreementDecisionInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field({ nullable: true, description: 'What to say about it, up to 1,000 characters.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'Version that the decision rests on.' })
  expectedVersion?: number;

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}

@InputType({ description: 'Refusal of a proposed trade agreement.' })
export class TradeAgreementRefuseInput extends TradeAgreementDecisionInput {}

@InputType({ description: 'Withdrawal of the own proposal.' })
export class TradeAgreementWithdrawInput extends TradeAgreementDecisionInput {}

@InputType({ description: 'End of a trade agreement.' })
export class TradeAgreementEndInput extends TradeAgreementDecisionInput {}

@InputType({ description: 'Confirmation of a proposed trade agreement.' })
export class TradeAgreementConfirmInput extends TradeAgreementDecisionInput {
  @Field(() => Boolean, { nullable: true, description: 'For a supplier: whether it declares itself a small or medium firm.' })
  smeDeclared?: boolean;
}
