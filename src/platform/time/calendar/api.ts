import { Arg, Args, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Policy } from '../../auth/policy.js';
import { compiled } from '../../graphql/compiled.js';
import { connectionOf, PageArgs } from '../../graphql/connection.js';
import type { RequestContext } from '../../graphql/context.js';
import { describedEnum } from '../../graphql/described-enum.js';
import { Node } from '../../graphql/node.js';
import { CalendarDate } from '../../graphql/scalars.js';
import { Payload } from '../../graphql/user-error.js';
import { calendarPublish } from './commands.js';

const CalendarDayKind = describedEnum('CalendarDayKind', 'What a day is, other than its weekday says.', {
  REST: 'A statutory rest day (法定休假日).',
  WORK: 'A weekend that is worked (调休上班).',
});

@ObjectType({ description: 'A day that is other than its weekday says.' })
class WorkCalendarDay {
  @Field(() => CalendarDate, { description: 'The day.' })
  day!: string;

  @Field(() => CalendarDayKind, { description: 'What it is.' })
  kind!: string;
}

@ObjectType({ implements: Node, description: 'The rest days and make-up working days of a year, as published.' })
class WorkCalendarYear extends Node {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => CalendarDate, { description: 'Day of publication.' })
  publishedOn!: string;

  @Field({ description: 'Document that gave it.' })
  source!: string;

  @Field(() => [WorkCalendarDay], { description: 'Its days, earliest first.' })
  days!: WorkCalendarDay[];
}

const WorkCalendarYearConnection = connectionOf<WorkCalendarYear>('WorkCalendarYear', () => WorkCalendarYear);

@InputType({ description: 'The calendar of a year, as the State Council has published it.' })
class CalendarPublishInput {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => CalendarDate, { description: 'Day of publication.' })
  publishedOn!: string;

  @Field({ description: 'Document that gave it, up to 200 characters.' })
  source!: string;

  @Field(() => [CalendarDate], { description: 'Every statutory rest day, weekends within holidays too.' })
  rest!: string[];

  @Field(() => [CalendarDate], { nullable: true, description: 'Weekends that are worked.' })
  work?: string[];

  @Field({ nullable: true, description: 'Names this call, so that it can be sent again without a second effect.' })
  idempotencyKey?: string;
}

@ObjectType({ description: 'What came of publishing a calendar.' })
class CalendarPublishPayload extends Payload {
  @Field(() => WorkCalendarYear, { nullable: true, description: 'The year; null when it was refused.' })
  year?: WorkCalendarYear;
}

@Resolver()
export class CalendarResolver {
  @Policy('authenticated')
  @Query(() => WorkCalendarYearConnection, { description: 'The calendars that are published. A date in any other year is provisional.' })
  workCalendar(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }

  @Policy('operator')
  @Mutation(() => CalendarPublishPayload, {
    description: 'Publishes the calendar of a year; due dates that rested on its absence are derived again. Operator only.',
  })
  calendarPublish(
    @Arg('input', () => CalendarPublishInput, { description: 'The calendar.' }) input: CalendarPublishInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarPublishPayload> {
    return ctx.run(calendarPublish, input);
  }
}
