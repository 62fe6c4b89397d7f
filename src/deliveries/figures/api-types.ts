import { Arg, Args, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayRange, Order, OrderLine } from '../../orders/index.js';
import { Organisation } from '../../parties/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { CalendarDate, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { ReceiptLineConnection } from '../receipt/api-types.js';

export const DeliveryOutcome = describedEnum('DeliveryOutcome', 'How a schedule was met.', {
  EARLY: 'Complete before its agreed day.',
  ON_DAY: 'Complete on its agreed day.',
  LATE: 'Complete after its agreed day.',
  OVERDUE: 'Its day is over and it is not complete.',
  OPEN: 'Not complete, and its day is not over: not judged.',
  CLOSED: 'The buyer wanted no more of it before its day: not judged.',
});

export const InFullOutcome = describedEnum('InFullOutcome', 'Whether a schedule was met on time and in full.', {
  HIT: 'Enough came in time and was accepted.',
  MISS: 'Its day is over and not enough was accepted of what came in time.',
  PENDING: 'Its day is not over, or goods that could tip it await inspection: not judged.',
  CLOSED: 'The buyer wanted no more of it before its day: not judged.',
});

export const EvidenceSort = describedEnum('EvidenceSort', 'In which order to list the rows of a figure.', {
  AGREED_FIRST: 'By agreed day, earliest first.',
  AGREED_LAST: 'By agreed day, latest first.',
});

@ObjectType({ description: 'What a figure means, in words.' })
export class DeliveryRule {
  @Field({ description: 'In English.' })
  en!: string;

  @Field({ description: 'In Chinese.' })
  zh!: string;
}

@ObjectType({
  description:
    'When schedules were met. A share is in percent, a mean in days, rounded half up to two digits; null where nothing is judged.',
})
export class DeliveryTiming {
  @Field(() => Int, { description: 'Schedules judged: complete, or with their day over.' })
  judged!: number;

  @Field(() => Int, { description: 'Complete before the agreed day.' })
  early!: number;

  @Field(() => Int, { description: 'Complete on the agreed day.' })
  onTheDay!: number;

  @Field(() => Int, { description: 'Complete after the agreed day.' })
  late!: number;

  @Field(() => Int, { description: 'With their day over and not complete.' })
  overdue!: number;

  @Field(() => Int, { description: 'Not judged yet.' })
  open!: number;

  @Field(() => Decimal, { nullable: true, description: 'Early, of those judged.' })
  earlyShare?: string;

  @Field(() => Decimal, { nullable: true, description: 'On the day, of those judged.' })
  onTheDayShare?: string;

  @Field(() => Decimal, { nullable: true, description: 'Late or overdue, of those judged.' })
  lateShare?: string;

  @Field(() => Decimal, { nullable: true, description: 'Early or on the day, of those judged.' })
  onTimeShare?: string;

  @Field(() => Decimal, { description: 'Days after the agreed one, sum of the late.' })
  daysLate!: string;

  @Field(() => Decimal, { nullable: true, description: 'Days after the agreed one, mean of the late.' })
  meanDaysLate?: string;

  @Field(() => Decimal, { nullable: true, description: 'Days after the agreed one, mean of all complete, the early below zero.' })
  meanDeviation?: string;
}

@ObjectType({ description: 'Schedules met on time and in full (OTIF), by the rule of the figure.' })
export class DeliveryInFull {
  @Field(() => Int, { description: 'Schedules judged.' })
  judged!: number;

  @Field(() => Int, { description: 'Of them, met on time and in full.' })
  inFull!: number;

  @Field(() => Int, { description: 'Not judged yet.' })
  pending!: number;

  @Field(() => Decimal, { nullable: true, description: 'In percent, rounded half up to two digits; null where nothing is judged.' })
  share?: string;
}

@ObjectType({ description: 'Defects in goods of one unit.' })
export class DeliveryDefects {
  @Field({ description: 'Unit, UN/ECE recommendation 20.' })
  unit!: string;

  @Field(() => Decimal, { description: 'All that came, what was turned away included.' })
  came!: string;

  @Field(() => Decimal, { description: 'Of it: rejected at the door, refused at the inspection, or rightly claimed later.' })
  defective!: string;

  @Field(() => Decimal, { nullable: true, description: 'Defective parts per million, rounded half up to one digit.' })
  partsPerMillion?: string;
}

@ObjectType({ description: 'The figures of schedules whose agreed days lie in one month.' })
export class DeliveryMonth {
  @Field(() => CalendarDate, { description: 'First day of the month.' })
  month!: string;

  @Field(() => DeliveryTiming, { description: 'When schedules were met.' })
  timing!: DeliveryTiming;

  @Field(() => DeliveryInFull, { description: 'Met on time and in full.' })
  otif!: DeliveryInFull;
}

@ObjectType({ description: 'A schedule on which figures rest. Quantities are in the unit given.' })
export class DeliveryEvidence {
  @Field(() => Order, { description: 'The order.' })
  order!: Order;

  @Field(() => OrderLine, { description: 'The line.' })
  line!: OrderLine;

  @Field({ description: 'The part of the line.' })
  scheduleId!: string;

  @Field({ description: 'Unit, UN/ECE recommendation 20.' })
  unit!: string;

  @Field(() => CalendarDate, { description: 'The agreed day.' })
  agreedOn!: string;

  @Field(() => Decimal, { description: 'Its quantity.' })
  quantity!: string;

  @Field(() => Decimal, { description: 'Due of the whole line up to it.' })
  due!: string;

  @Field(() => Decimal, { description: 'What of that is enough under the agreed tolerance.' })
  enough!: string;

  @Field(() => Decimal, { description: 'Of what came of the line up to the agreed day: accepted at the first decision.' })
  acceptedInTime!: string;

  @Field(() => Decimal, { description: 'Of what came of the line up to the agreed day: not decided on yet.' })
  undecidedInTime!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which enough had come; null while it has not.' })
  completedOn?: string;

  @Field(() => Int, { nullable: true, description: 'Days after the agreed one, below zero where it was early.' })
  daysLate?: number;

  @Field(() => DeliveryOutcome, { description: 'How it was met.' })
  outcome!: string;

  @Field(() => InFullOutcome, { description: 'Whether it was met on time and in full.' })
  inFull!: string;
}

const DeliveryEvidenceConnection = connectionOf<DeliveryEvidence>('DeliveryEvidence', () => DeliveryEvidence);

@InputType({ description: 'Which rows to list.' })
export class DeliveryEvidenceFilter {
  @Field(() => [DeliveryOutcome], { nullable: true, description: 'Any of these outcomes.' })
  outcome?: string[];

  @Field(() => [InFullOutcome], { nullable: true, description: 'Any of these.' })
  inFull?: string[];

  @Field(() => DayRange, { nullable: true, description: 'Agreed day.' })
  agreedOn?: DayRange;
}

@InputType({ description: 'Which receipt lines to list.' })
export class DeliveryReceivedFilter {
  @Field({ nullable: true, description: 'Only those with defects, or only those without.' })
  defective?: boolean;
}

@InputType({ description: 'Which figures to list.' })
export class DeliveryFigureFilter {
  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];
}

@ObjectType({
  description:
    'How a supplier delivers to a buyer. A job counts it anew after each change; `computedAt` says when it last did. No data is null with a count of 0, neither 0 nor 100 percent.',
})
export class DeliveryFigure {
  @Field(() => Organisation, { description: 'The buyer.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'The supplier.' })
  supplier!: Organisation;

  @Field({ description: 'Version of the formulas. Figures of different versions do not compare.' })
  formula!: string;

  @Field(() => DeliveryRule, { description: 'What the figures mean.' })
  rule!: DeliveryRule;

  @Field(() => DeliveryTiming, { description: 'When schedules were met.' })
  timing!: DeliveryTiming;

  @Field(() => DeliveryInFull, { description: 'Met on time and in full.' })
  otif!: DeliveryInFull;

  @Field(() => [DeliveryDefects], { description: 'Defects by unit; empty where nothing came.' })
  defects!: DeliveryDefects[];

  @Field(() => [DeliveryMonth], { description: 'The same by month of the agreed day, oldest first.' })
  months!: DeliveryMonth[];

  @Field(() => DeliveryEvidenceConnection, { description: 'The schedules on which timing and OTIF rest.' })
  evidence(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => DeliveryEvidenceFilter, { nullable: true, description: 'Which ones.' }) _filter: DeliveryEvidenceFilter,
    @Arg('orderBy', () => EvidenceSort, { defaultValue: 'AGREED_FIRST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Field(() => ReceiptLineConnection, { description: 'The receipt lines on which the defects rest, oldest first.' })
  received(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => DeliveryReceivedFilter, { nullable: true, description: 'Which ones.' }) _filter: DeliveryReceivedFilter,
  ): never {
    return compiled();
  }

  @Field(() => DateTime, { description: 'When it was counted, in real time.' })
  computedAt!: string;

  @Field(() => DateTime, { description: 'When it was counted, in business time.' })
  businessTime!: string;
}

export const DeliveryFigureConnection = connectionOf<DeliveryFigure>('DeliveryFigure', () => DeliveryFigure);
