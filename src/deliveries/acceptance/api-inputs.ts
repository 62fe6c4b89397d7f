import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDate, Decimal } from '../../platform/graphql/scalars.js';
import { AcceptanceKind, GoodsConsequence, RefusalAction, RefusalReason, SettlementOutcome } from './api-enums.js';

@InputType({ description: "What was found of one receipt line. Quantities are in the unit of the order's line." })
export class AcceptanceLineInput {
  @Field(() => ID, { description: 'The receipt line.' })
  receiptLineId!: string;

  @Field(() => Decimal, { defaultValue: '0', description: 'Quantity accepted; noted where the acceptance is provisional.' })
  accepted!: string;

  @Field(() => Decimal, { defaultValue: '0', description: 'Quantity refused.' })
  refused!: string;

  @Field(() => RefusalReason, { nullable: true, description: 'Why; needed where a quantity is refused.' })
  reason?: string;

  @Field(() => RefusalAction, { nullable: true, description: 'What is to be done about it; needed where a quantity is refused.' })
  action?: string;

  @Field(() => Decimal, { nullable: true, description: 'Share of the price asked off, with action CONCESSION; 0.05 is five percent.' })
  priceReduction?: string;

  @Field({ nullable: true, description: 'Text to the line, up to 4,000 characters.' })
  note?: string;
}

@InputType({ description: 'Records an acceptance.' })
export class AcceptanceRecordInput {
  @Field(() => ID, { description: 'The receipt.' })
  receiptId!: string;

  @Field(() => AcceptanceKind, { description: 'How far it goes.' })
  kind!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of acceptance; today when left out.' })
  acceptedOn?: string;

  @Field({ nullable: true, description: 'Who signed, up to 200 characters.' })
  signer?: string;

  @Field({ nullable: true, description: 'Number of the acceptance record, up to 100 characters.' })
  number?: string;

  @Field({ nullable: true, description: 'Text to the whole, up to 4,000 characters.' })
  note?: string;

  @Field(() => [AcceptanceLineInput], {
    defaultValue: [],
    description: 'The lines, up to 1,000. A final acceptance without lines accepts all that is left.',
  })
  lines!: AcceptanceLineInput[];

  @Field(() => Int, { nullable: true, description: 'Version of the receipt on which you decided; refused when it has changed.' })
  expectedVersion?: number;

  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Settles refused goods that do not go back.' })
export class RefusalSettleInput {
  @Field(() => ID, { description: 'The acceptance line that refused them.' })
  acceptanceLineId!: string;

  @Field(() => SettlementOutcome, {
    description: 'REWORKED is said by the buyer; CONCEDED and SCRAPPED by the supplier.',
  })
  outcome!: string;

  @Field(() => Decimal, { nullable: true, description: "Quantity, in the unit of the order's line; all that is left when left out." })
  quantity?: string;

  @Field(() => GoodsConsequence, { nullable: true, description: 'What follows; needed with SCRAPPED.' })
  consequence?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the settlement; today when left out.' })
  settledOn?: string;

  @Field({ nullable: true, description: 'Text to it, up to 4,000 characters.' })
  note?: string;

  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;
}
