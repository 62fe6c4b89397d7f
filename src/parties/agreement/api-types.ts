import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, CurrencyCode, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { Payload } from '../../platform/graphql/user-error.js';
import {
  AgreementAction,
  AgreementFlag,
  AgreementStatus,
  ApplicationOrder,
  InterestBasis,
  PaymentInstrument,
  PlanKind,
  PlanTrigger,
  PriceBasis,
  RoundingBasis,
  SizeClass,
  TermBasis,
} from '../api-enums.js';
import { Organisation } from '../organisation/api-types.js';

@ObjectType({ description: 'One step in the life of a trade agreement.' })
export class TradeAgreementStep {
  @Field(() => AgreementStatus, { description: 'Status from this step on.' })
  status!: string;

  @Field(() => Organisation, { description: 'Who took the step.' })
  by!: Organisation;

  @Field({ nullable: true, description: 'What was said about it.' })
  note?: string;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({ description: 'Whether an action is open to the caller now.' })
export class AgreementAllowedAction {
  @Field(() => AgreementAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ description: 'A part in which the amounts of an agreement are paid.' })
export class PaymentPlanPart {
  @Field(() => PlanKind, { description: 'What it is.' })
  kind!: string;

  @Field(() => Decimal, { description: 'Share of the amount, above 0, at most 1.' })
  share!: string;

  @Field(() => PlanTrigger, { description: 'From which event its days run.' })
  trigger!: string;

  @Field(() => Int, { description: 'Days until it is due.' })
  days!: number;
}

@ObjectType({ implements: Node, description: 'What a buyer and a supplier have agreed for the orders between them.' })
export class TradeAgreement extends Node {
  @Field(() => Organisation, { description: 'The buyer.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'The supplier.' })
  supplier!: Organisation;

  @Field(() => Organisation, { description: 'The side that proposed it.' })
  proposedBy!: Organisation;

  @Field({ description: 'Number; unique between the two, whatever its spelling.' })
  number!: string;

  @Field(() => AgreementStatus, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;

  @Field(() => CalendarDate, { description: 'First day on which it holds.' })
  validFrom!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day on which it holds.' })
  validTo?: string;

  @Field(() => CurrencyCode, { description: 'Currency of prices.' })
  currency!: string;

  @Field(() => PriceBasis, { description: 'Whether prices hold the tax.' })
  priceBasis!: string;

  @Field(() => RoundingBasis, { description: 'Where amounts are rounded.' })
  rounding!: string;

  @Field(() => Int, { description: 'Days of the term of payment.' })
  termDays!: number;

  @Field(() => TermBasis, { description: 'From when the term runs.' })
  termBasis!: string;

  @Field({ nullable: true, description: "Why a large buyer pays later than the law's term." })
  termReason?: string;

  @Field(() => Int, { description: 'Days for inspection after delivery.' })
  inspectionDays!: number;

  @Field(() => Decimal, { description: 'Share by which a line may be over-delivered, 0 to 1.' })
  overTolerance!: string;

  @Field(() => Decimal, { description: 'Share by which a line may be under-delivered, 0 to 1.' })
  underTolerance!: string;

  @Field(() => Decimal, { description: 'Share by which an invoiced price may differ, 0 to 1.' })
  priceTolerance!: string;

  @Field(() => Decimal, { nullable: true, description: "Agreed late rate per year, such as 0.06; the law's rate when null." })
  lateRate?: string;

  @Field(() => Int, { description: 'Hours within which an order is to be answered.' })
  answerHours!: number;

  @Field(() => [Decimal], { description: 'Tax rates in percent that invoices may use; empty says any.' })
  taxRates!: string[];

  @Field(() => [PaymentPlanPart], { description: 'The parts in which amounts are paid; empty says whole, by the term.' })
  plan!: PaymentPlanPart[];

  @Field(() => ApplicationOrder, { description: 'To what a payment is applied first.' })
  applicationOrder!: string;

  @Field(() => [PaymentInstrument], { description: 'How money may be paid.' })
  instruments!: string[];

  @Field({ description: 'Whether a bill or voucher settles when it is handed over; else only its money does (Order 802 art. 11).' })
  billSettles!: boolean;

  @Field(() => Int, { nullable: true, description: 'Day of the month on which statements are made up.' })
  statementDay?: number;

  @Field(() => Int, { nullable: true, description: 'Days within which a statement is to be answered.' })
  statementAnswerDays?: number;

  @Field(() => InterestBasis, { description: 'Day count of the late rate.' })
  interestBasis!: string;

  @Field({ description: 'Whether a term that ends on a rest day ends on the next day after it (Civil Code arts. 203, 204).' })
  restDaysMove!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Months of quality guarantee after receipt (质量保证期); two years where none is agreed (Civil Code art. 621).',
  })
  warrantyMonths?: number;

  @Field({ nullable: true, description: 'Sector whose special rule on the term prevails (Order 802 art. 9(3)).' })
  sector?: string;

  @Field({
    description:
      'Whether the paper has a clause that makes payment wait for a third party. It is void; the late rate is another one then (SPC 法释〔2024〕11号).',
  })
  thirdPartyClauseVoid!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether the supplier declared itself a small or medium firm.' })
  smeDeclared?: boolean;

  @Field(() => SizeClass, { nullable: true, description: 'Size of the buyer at signing.' })
  buyerClass?: string;

  @Field(() => SizeClass, { nullable: true, description: 'Size of the supplier at signing.' })
  supplierClass?: string;

  @Field(() => Decimal, {
    nullable: true,
    description: 'One-year loan prime rate at signing, such as 0.03; null where none was published.',
  })
  lprAtSigning?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which the second side signed.' })
  signedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which one side ended it.' })
  endedOn?: string;

  @Field(() => DateTime, { description: 'When it was proposed.' })
  createdAt!: string;

  @Field(() => [TradeAgreementStep], { description: 'Its whole history, oldest first.' })
  steps!: TradeAgreementStep[];

  @Field(() => [AgreementFlag], { description: 'What the law says about what was signed.' })
  flags!: string[];

  @Field(() => [AgreementAllowedAction], { description: 'What the caller can do with it now.' })
  allowedActions!: AgreementAllowedAction[];
}

@ObjectType({ description: 'Answer of `tradeAgreementPropose`.' })
export class TradeAgreementProposePayload extends Payload {
  @Field(() => TradeAgreement, { nullable: true, description: 'The agreement proposed.' })
  agreement?: TradeAgreement;
}

@ObjectType({ description: 'Answer of `tradeAgreementConfirm`.' })
export class TradeAgreementConfirmPayload extends Payload {
  @Field(() => TradeAgreement, { nullable: true, description: 'The agreement, now in force.' })
  agreement?: TradeAgreement;
}

@ObjectType({ description: 'Answer of `tradeAgreementRefuse`.' })
export class TradeAgreementRefusePayload extends Payload {
  @Field(() => TradeAgreement, { nullable: true, description: 'The agreement refused.' })
  agreement?: TradeAgreement;
}

@ObjectType({ description: 'Answer of `tradeAgreementWithdraw`.' })
export class TradeAgreementWithdrawPayload extends Payload {
  @Field(() => TradeAgreement, { nullable: true, description: 'The agreement withdrawn.' })
  agreement?: TradeAgreement;
}

@ObjectType({ description: 'Answer of `tradeAgreementEnd`.' })
export class TradeAgreementEndPayload extends Payload {
  @Field(() => TradeAgreement, { nullable: true, description: 'The agreement ended.' })
  agreement?: TradeAgreement;
}

export const TradeAgreementConnection = connectionOf('TradeAgreement', () => TradeAgreement);
