import { Field, ID, InputType, Int } from 'type-graphql';
import { OrganisationRefInput } from '../parties/index.js';
import { CalendarDate, CurrencyCode, Decimal } from '../platform/graphql/scalars.js';
import { StatementLineKind, StatementSide } from './api-enums.js';

const KEY = 'Key under which the call has one effect, however often it is sent.';
const VERSION = 'The version that you decided on; refused when it has changed since.';

@InputType({ description: 'A statement to be drafted.' })
export class StatementDraftInput {
  @Field({ description: KEY })
  idempotencyKey!: string;

  @Field(() => StatementSide, { description: 'On which side the caller stands.' })
  as!: string;

  @Field(() => OrganisationRefInput, { description: 'The other side.' })
  counterparty!: OrganisationRefInput;

  @Field(() => CalendarDate, { description: 'First day of the period.' })
  periodFrom!: string;

  @Field(() => CalendarDate, { description: 'Last day of the period, today at the latest.' })
  periodTo!: string;

  @Field(() => CurrencyCode, { defaultValue: 'CNY', description: 'Currency of the account; each has statements of its own.' })
  currency!: string;

  @Field({ nullable: true, description: 'Number, up to 100 characters; one is made where it is left out.' })
  number?: string;

  @Field({ nullable: true, description: 'A note to the whole, up to 4,000 characters.' })
  note?: string;

  @Field(() => Decimal, {
    nullable: true,
    description: 'What the buyer owed before the first statement on this hub; only of the first one.',
  })
  openingBalance?: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Exactly these: ids of receipt lines, goods returns, price difference lists, invoices, credit notes, payments or advances. Left out, all of the period that stand in no statement, and what was set aside.',
  })
  subjectIds?: string[];
}

@InputType({ description: 'A decision on a statement.' })
class StatementDecision {
  @Field({ nullable: true, description: KEY })
  idempotencyKey?: string;

  @Field(() => ID, { description: 'The statement.' })
  statementId!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number;
}

@InputType({ description: 'A decision on a statement as a whole.' })
class StatementNoted extends StatementDecision {
  @Field({ nullable: true, description: 'A note to it, up to 1,000 characters.' })
  note?: string;
}

@InputType({ description: 'Sends a draft.' })
export class StatementSendInput extends StatementNoted {}

@InputType({ description: 'Takes a statement back.' })
export class StatementWithdrawInput extends StatementNoted {}

@InputType({ description: 'Confirms a statement.' })
export class StatementConfirmInput extends StatementNoted {}

@InputType({ description: 'Ticks lines.' })
export class StatementTickInput extends StatementDecision {
  @Field(() => [ID], { nullable: true, description: 'These lines, up to 5,000.' })
  lineIds?: string[];

  @Field({ defaultValue: false, description: 'Every line of which the caller has said nothing yet.' })
  all!: boolean;
}

@InputType({ description: 'One line that is disputed.' })
class StatementDisputedLine {
  @Field(() => ID, { description: 'The line.' })
  lineId!: string;

  @Field({ description: 'Why, up to 1,000 characters.' })
  reason!: string;

  @Field(() => Decimal, { nullable: true, description: "What the caller's own books say instead." })
  claimed?: string;
}

@InputType({ description: 'Disputes lines.' })
export class StatementDisputeInput extends StatementDecision {
  @Field(() => [StatementDisputedLine], { description: 'The lines, up to 5,000.' })
  lines!: StatementDisputedLine[];
}

@InputType({ description: 'Sets lines aside that the other side disputes.' })
export class StatementExcludeInput extends StatementNoted {
  @Field(() => [ID], { description: 'The lines, up to 5,000.' })
  lineIds!: string[];
}

@InputType({ description: "A line of the caller's own ledger." })
class StatementLedgerLine {
  @Field({ description: 'Number of the document, in any spelling.' })
  number!: string;

  @Field(() => Decimal, { description: 'Amount with tax; what lessens the balance may be written below zero.' })
  amount!: string;

  @Field(() => StatementLineKind, { nullable: true, description: 'Kind of the document; any where left out.' })
  kind?: string;
}

@InputType({ description: "Compares a statement with the caller's own ledger." })
export class StatementMatchInput extends StatementDecision {
  @Field(() => [StatementLedgerLine], { description: 'The ledger of the period, up to 5,000 lines.' })
  lines!: StatementLedgerLine[];

  @Field({ defaultValue: true, description: 'Whether to tick what agrees.' })
  tick!: boolean;
}
