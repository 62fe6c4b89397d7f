import { Arg, Args, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayRange } from '../orders/index.js';
import { Organisation, TradeAgreement } from '../parties/index.js';
import { compiled } from '../platform/graphql/compiled.js';
import { connectionOf, PageArgs } from '../platform/graphql/connection.js';
import { Money } from '../platform/graphql/money.js';
import { Node } from '../platform/graphql/node.js';
import { CalendarDate, CurrencyCode, DateTime } from '../platform/graphql/scalars.js';
import { StatementAction, StatementSide, StatementStatus } from './api-enums.js';
import { StatementLineConnection, StatementLineFilter, StatementStep } from './api-lines.js';

@ObjectType({ description: 'Whether an action is open to the caller now.' })
class StatementAllowedAction {
  @Field(() => StatementAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ description: 'The sums of a statement by kind, with tax. What is set aside counts nowhere.' })
class StatementSums extends Node {
  @Field(() => Money, { description: 'What the buyer owed by invoices at the beginning.' })
  opening!: Money;

  @Field(() => Money, { description: 'Goods received.' })
  received!: Money;

  @Field(() => Money, { description: 'Goods returned.' })
  returned!: Money;

  @Field(() => Money, { description: 'Price differences agreed, signed.' })
  priceDifferences!: Money;

  @Field(() => Money, { description: 'Invoices.' })
  invoiced!: Money;

  @Field(() => Money, { description: 'Credit notes and red invoices.' })
  credited!: Money;

  @Field(() => Money, { description: 'Payments and advances, costs and interest left out.' })
  paid!: Money;

  @Field(() => Money, { description: 'opening + invoiced - credited - paid: what the buyer owes by invoices at the end.' })
  closing!: Money;

  @Field(() => Money, {
    description: 'received - returned + priceDifferences - invoiced + credited: goods of the period that its documents do not claim yet.',
  })
  uninvoiced!: Money;
}

@ObjectType({ implements: Node, description: 'The account between a buyer and a supplier for a period (对账单).' })
export class Statement extends StatementSums {
  @Field({ description: 'Number; unique between the two parties.' })
  number!: string;

  @Field(() => Organisation, { description: 'Who owes.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'Who claims.' })
  supplier!: Organisation;

  @Field(() => Organisation, { description: 'Who drafted it.' })
  draftedBy!: Organisation;

  @Field(() => TradeAgreement, { nullable: true, description: 'The agreement that was in force when it was drafted.' })
  tradeAgreement?: TradeAgreement;

  @Field(() => Statement, { nullable: true, description: 'The statement with whose closing balance it begins; null for the first.' })
  previous?: Statement;

  @Field(() => CalendarDate, { description: 'First day of the period.' })
  periodFrom!: string;

  @Field(() => CalendarDate, { description: 'Last day of the period.' })
  periodTo!: string;

  @Field(() => CurrencyCode, { description: 'Currency of all amounts.' })
  currency!: string;

  @Field(() => StatementStatus, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change; give it as `expectedVersion`.' })
  version!: number;

  @Field({ nullable: true, description: 'A note to the whole.' })
  note?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'When it was sent.' })
  sentOn?: string;

  @Field(() => Int, { description: 'Working days that the other side has for its answer.' })
  answerDays!: number;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day for the answer of the other side; null before it is sent.' })
  answerDueOn?: string;

  @Field({ description: 'Whether that day rests on a calendar that is not published yet.' })
  answerDueProvisional!: boolean;

  @Field(() => CalendarDate, { nullable: true, description: 'When the other side first confirmed or disputed.' })
  answeredOn?: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Days by which the answer is late, to this day as long as there is none. Silence is delay, never confirmation. Null before it is sent.',
  })
  delayDays?: number;

  @Field(() => StatementSide, { nullable: true, description: 'Who must act next; null when nobody must.' })
  waitsFor?: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when, in business time.' })
  waitsSince?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'When the buyer confirmed.' })
  buyerConfirmedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'When the supplier confirmed.' })
  supplierConfirmedOn?: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day of both confirmations, on which terms begin that were agreed to run from it (Order 802 art. 9(4)).',
  })
  confirmedOn?: string;

  @Field(() => Int, { description: 'Number of lines.' })
  lineCount!: number;

  @Field(() => Int, { description: 'How many of them were set aside for the next statement.' })
  excludedCount!: number;

  @Field(() => Int, { description: 'How many the buyer has ticked.' })
  buyerTicked!: number;

  @Field(() => Int, { description: 'How many the supplier has ticked.' })
  supplierTicked!: number;

  @Field(() => Int, { description: 'How many are disputed now.' })
  openDisputes!: number;

  @Field(() => StatementLineConnection, { description: 'The lines, page by page.' })
  lines(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => StatementLineFilter, { nullable: true, description: 'Which ones.' }) _filter: StatementLineFilter,
  ): never {
    return compiled();
  }

  @Field(() => [StatementStep], { description: 'Its steps, oldest first.' })
  steps!: StatementStep[];

  @Field(() => DateTime, { description: 'When it was drafted, in real time.' })
  createdAt!: string;

  @Field(() => DateTime, { description: 'When it last changed, in real time.' })
  changedAt!: string;

  @Field(() => [StatementAllowedAction], { description: 'What the caller may do now, and why not the rest.' })
  allowedActions!: StatementAllowedAction[];
}

export const StatementConnection = connectionOf<Statement>('Statement', () => Statement);

@InputType({ description: 'Which statements to list.' })
export class StatementFilter {
  @Field(() => [StatementStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field(() => [StatementSide], { nullable: true, description: 'Any of these sides must act next.' })
  waitsFor?: string[];

  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];

  @Field(() => DayRange, { nullable: true, description: 'End of the period.' })
  periodTo?: DayRange;
}
