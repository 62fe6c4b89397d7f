import { Field, ID, InputType } from 'type-graphql';
import { OrganisationRefInput, PaymentInstrument } from '../../parties/index.js';
import { CalendarDate, CurrencyCode, Decimal } from '../../platform/graphql/scalars.js';

const KEY = 'Key under which a repetition of this call does nothing twice.';

@InputType({ description: 'What a part of a payment is for: one payable, or one invoice, whose payables share it as the law says.' })
export class PaymentPartInput {
  @Field(() => ID, { nullable: true, description: 'A payable; or give `invoiceId`.' })
  payableId?: string;

  @Field(() => ID, { nullable: true, description: 'An invoice; or give `payableId`.' })
  invoiceId?: string;

  @Field(() => Decimal, { description: 'How much.' })
  amount!: string;

  @Field(() => Decimal, { nullable: true, description: 'Costs of collection among it that you acknowledge; of a payable only.' })
  costs?: string;
}

@InputType({ description: 'A remittance advice.' })
export class PaymentAdviseInput {
  @Field(() => OrganisationRefInput, { description: 'Who was paid.' })
  supplier!: OrganisationRefInput;

  @Field({ description: 'Your number of the advice, up to 100 characters.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Day of payment, not after today.' })
  paidOn!: string;

  @Field(() => Decimal, { description: 'The amount.' })
  amount!: string;

  @Field(() => CurrencyCode, { defaultValue: 'CNY', description: 'Its currency.' })
  currency!: string;

  @Field(() => PaymentInstrument, { defaultValue: 'TRANSFER', description: 'How it was paid.' })
  instrument!: string;

  @Field({ nullable: true, description: 'End-to-end id of the transfer (ISO 20022), up to 35 characters; each is advised once.' })
  endToEndId?: string;

  @Field({ nullable: true, description: 'What to say about it, up to 1,000 characters.' })
  note?: string;

  @Field(() => [PaymentPartInput], {
    nullable: true,
    description: 'What it is for; the parts sum to the amount. Left out, it is divided as Civil Code art. 560 says.',
  })
  parts?: PaymentPartInput[];

  @Field({ description: KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'That the money is there.' })
export class PaymentConfirmInput {
  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field(() => CalendarDate, { description: 'Since when.' })
  receivedOn!: string;

  @Field({ nullable: true, description: 'What to say about it, up to 1,000 characters.' })
  note?: string;

  @Field({ nullable: true, description: KEY })
  idempotencyKey?: string;
}

@InputType({ description: 'An advance on an order.' })
export class AdvanceRecordInput {
  @Field(() => ID, { description: 'The order, in force.' })
  orderId!: string;

  @Field({ description: 'Your number of it, up to 100 characters.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Day of payment, not after today.' })
  paidOn!: string;

  @Field(() => Decimal, { description: 'The amount, in the currency of the order.' })
  amount!: string;

  @Field({ nullable: true, description: 'End-to-end id of the transfer, up to 35 characters.' })
  endToEndId?: string;

  @Field({ nullable: true, description: 'What to say about it, up to 1,000 characters.' })
  note?: string;

  @Field({ description: KEY })
  idempotencyKey!: string;
}
