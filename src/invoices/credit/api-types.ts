import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Organisation, OrganisationRefInput } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, CurrencyCode, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { CreditKind } from '../api-enums.js';
import { FapiaoInput, Fapiao } from '../fapiao/api-types.js';

@ObjectType({ description: 'What a credit note takes back of one line.' })
export class CreditNoteLine {
  @Field(() => ID, { description: 'Id of the invoice line.' })
  invoiceLineId!: string;

  @Field(() => Int, { description: 'Place in the document.' })
  position!: number;

  @Field(() => Decimal, { nullable: true, description: "Units in the invoice line's unit; null where only money is taken back." })
  quantity?: string;

  @Field(() => Money, { description: 'Without tax.' })
  amount!: Money;

  @Field(() => Money, { description: 'Tax.' })
  taxAmount!: Money;

  @Field(() => Money, { description: 'With tax.' })
  gross!: Money;

  @Field({ nullable: true, description: 'Text.' })
  note?: string;
}

@ObjectType({ implements: Node, description: 'A credit note or red-letter invoice: it takes an invoice back, in whole or in part.' })
export class CreditNote extends Node {
  @Field(() => CreditKind, { description: 'What it is.' })
  kind!: string;

  @Field({ description: 'Number; unique between the two parties, whatever its spelling.' })
  number!: string;

  @Field(() => ID, { description: 'Id of the invoice that it takes back.' })
  invoiceId!: string;

  @Field(() => Organisation, { description: 'The buyer.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'The supplier.' })
  supplier!: Organisation;

  @Field(() => CalendarDate, { description: 'Day of the document.' })
  issuedOn!: string;

  @Field(() => Money, { description: 'Without tax.' })
  netTotal!: Money;

  @Field(() => Money, { description: 'Tax.' })
  taxTotal!: Money;

  @Field(() => Money, { description: 'With tax.' })
  total!: Money;

  @Field(() => Money, { description: 'What it took out of the open part of the invoice.' })
  applied!: Money;

  @Field(() => Money, { description: 'What was settled before, and is to be paid back.' })
  refund!: Money;

  @Field({ description: 'Whether it took back all that was left.' })
  whole!: boolean;

  @Field(() => Fapiao, { nullable: true, description: 'Its own tax invoice number.' })
  fapiao?: Fapiao;

  @Field({ nullable: true, description: 'Number of the confirmation that a red invoice rests on (红字发票信息确认单).' })
  confirmation?: string;

  @Field({ nullable: true, description: 'Why.' })
  reason?: string;

  @Field(() => [CreditNoteLine], { description: 'Its lines.' })
  lines!: CreditNoteLine[];

  @Field(() => Int, { description: 'Always 1: a credit note never changes.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was submitted, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was submitted, in business time.' })
  businessTime!: string;
}

export const CreditNoteConnection = connectionOf<CreditNote>('CreditNote', () => CreditNote);

@InputType({ description: 'Which credit notes to list.' })
export class CreditNoteFilter {
  @Field(() => [CreditKind], { nullable: true, description: 'Any of these kinds.' })
  kind?: string[];

  @Field({ nullable: true, description: 'The number, as its supplier wrote it.' })
  number?: string;

  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];
}

@InputType({ description: 'The invoice to take back: by its id, its number, or the number of its tax invoice.' })
export class CreditOriginalInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  id?: string;

  @Field({ nullable: true, description: 'Its number.' })
  number?: string;

  @Field({ nullable: true, description: 'Number of its tax invoice.' })
  fapiaoNumber?: string;
}

@InputType({ description: 'What is taken back of one line: units, money, or both.' })
export class CreditLineInput {
  @Field({ description: 'Number of the line in the original.' })
  lineId!: string;

  @Field(() => Decimal, { nullable: true, description: "Units in the line's unit that are no longer claimed." })
  quantity?: string;

  @Field(() => Decimal, { nullable: true, description: 'Amount with tax; what the units are worth when absent.' })
  gross?: string;

  @Field({ nullable: true, description: 'Text, up to 4,000 characters.' })
  note?: string;
}

@InputType({ description: 'Sums as the document states them; each that is given is checked.' })
export class CreditTotalsInput {
  @Field(() => Decimal, { nullable: true, description: 'Without tax.' })
  netTotal?: string;

  @Field(() => Decimal, { nullable: true, description: 'Tax.' })
  taxTotal?: string;

  @Field(() => Decimal, { nullable: true, description: 'With tax.' })
  total?: string;
}

@InputType({ description: 'A credit note or red-letter invoice, as its supplier sends it. Amounts are above zero.' })
export class CreditNoteSubmitInput {
  @Field({ description: 'A key under which the call has its effect once.' })
  idempotencyKey!: string;

  @Field(() => CreditKind, { description: 'What it is.' })
  kind!: string;

  @Field(() => OrganisationRefInput, { nullable: true, description: 'The buyer, where several have an invoice of that number.' })
  buyer?: OrganisationRefInput;

  @Field(() => CreditOriginalInput, { description: 'The invoice to take back.' })
  original!: CreditOriginalInput;

  @Field({ description: 'Number of the document, up to 100 characters.' })
  number!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the document; today when absent.' })
  issuedOn?: string;

  @Field(() => CurrencyCode, { nullable: true, description: 'Currency; that of the original when absent.' })
  currency?: string;

  @Field(() => FapiaoInput, { nullable: true, description: 'Its own tax invoice number.' })
  fapiao?: FapiaoInput;

  @Field({ nullable: true, description: 'Number of the confirmation that a red invoice rests on, up to 100 characters.' })
  confirmation?: string;

  @Field({ nullable: true, description: 'Why, up to 4,000 characters.' })
  reason?: string;

  @Field({ nullable: true, description: 'All that is left of the original; `lines` are not needed then.' })
  whole?: boolean;

  @Field(() => [CreditLineInput], { nullable: true, description: 'What is taken back, line by line.' })
  lines?: CreditLineInput[];

  @Field(() => CreditTotalsInput, { nullable: true, description: 'Sums as the document states them.' })
  totals?: CreditTotalsInput;

  @Field(() => ID, { nullable: true, description: 'The agreed list of price differences that it settles, in part or to the cent.' })
  repricingId?: string;
}
