import { Field, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { CalendarDate, Decimal } from '../../platform/graphql/scalars.js';
import { DefectKind, WarrantyRemedy } from './api-types.js';

export const WarrantyDecision = describedEnum('WarrantyDecision', "The supplier's answer to a claim.", {
  ACCEPT: 'It is right.',
  REFUSE: 'It is not.',
});

@InputType({ description: 'Claims a defect of accepted goods.' })
export class WarrantyClaimSubmitInput {
  @Field(() => ID, { description: 'The receipt line of the goods.' })
  receiptLineId!: string;

  @Field({ description: 'Number, up to 100 characters.' })
  number!: string;

  @Field(() => Decimal, { description: "Quantity, in the unit of the order's line." })
  quantity!: string;

  @Field(() => DefectKind, { description: 'Whether the defect could be seen when the goods were inspected.' })
  defect!: string;

  @Field(() => WarrantyRemedy, { description: 'What you ask for.' })
  remedy!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "The amount asked off in the order's currency, with remedy PRICE_CUT, without tax.",
  })
  priceCut?: string;

  @Field({ description: 'What is wrong, up to 4,000 characters.' })
  description!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which it was found; today when left out.' })
  foundOn?: string;

  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Moves a claim on.' })
class WarrantyMoveInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field({ nullable: true, description: 'Text to it, up to 4,000 characters.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'Version on which you decided; refused when it has changed.' })
  expectedVersion?: number;

  @Field({ nullable: true, description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey?: string;
}

@InputType({ description: 'Answers a claim.' })
export class WarrantyClaimAnswerInput extends WarrantyMoveInput {
  @Field(() => WarrantyDecision, { description: 'The answer.' })
  decision!: string;
}

@InputType({ description: 'Says that a claim is remedied.' })
export class WarrantyClaimRemedyInput extends WarrantyMoveInput {}

@InputType({ description: 'Says that the remedy does not hold.' })
export class WarrantyClaimReopenInput extends WarrantyMoveInput {}

@InputType({ description: 'Closes a claim, or takes it back.' })
export class WarrantyClaimCloseInput extends WarrantyMoveInput {}
