import { Field, InputType } from 'type-graphql';
import { CalendarDate, CurrencyCode, Decimal } from '../../platform/graphql/scalars.js';

@InputType({ description: 'A further term by name, compared as text.' })
export class OrderDetailInput {
  @Field({ description: 'Name of the term, up to 100 characters.' })
  name!: string;

  @Field({ description: 'What it says, up to 1,000 characters.' })
  value!: string;
}

@InputType({ description: "Fields of an order's header; what is not given stays as it is, or absent in a new order." })
export class OrderHeaderFields {
  @Field({ nullable: true, description: 'Text to the whole order, up to 4,000 characters.' })
  note?: string;

  @Field({ nullable: true, description: "The buyer's own name for the purchase, to be quoted back." })
  buyerReference?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day of delivery requested for lines without days of their own.' })
  deliverFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of delivery requested for lines without days of their own.' })
  deliverTo?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day of validity.' })
  validFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of validity; required of a frame agreement.' })
  validTo?: string;

  @Field(() => Decimal, { nullable: true, description: 'Of a frame agreement: the most that may be called off, without tax.' })
  frameTotal?: string;

  @Field(() => Decimal, { nullable: true, description: 'Sum of allowances on the whole order.' })
  allowance?: string;

  @Field(() => Decimal, { nullable: true, description: 'Sum of charges on the whole order.' })
  charge?: string;

  @Field(() => Decimal, { nullable: true, description: 'Tax on the whole order, as the document states it.' })
  tax?: string;

  @Field(() => [OrderDetailInput], { nullable: true, description: 'Further terms; all of them, where any is given.' })
  details?: OrderDetailInput[];
}

@InputType({ description: 'The header of an order.' })
export class OrderHeaderInput extends OrderHeaderFields {
  @Field(() => CurrencyCode, { description: 'Currency of all amounts.' })
  currency!: string;
}

@InputType({ description: "What changes of an order's header; what is not given stays." })
export class OrderHeaderChangeInput extends OrderHeaderFields {
  @Field(() => CurrencyCode, { nullable: true, description: 'Currency of all amounts.' })
  currency?: string;

  @Field({ nullable: true, description: "The supplier's number for the sale; from the supplier only." })
  salesOrderNumber?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day of delivery promised; from the supplier only.' })
  promisedFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of delivery promised; from the supplier only.' })
  promisedTo?: string;
}

@InputType({ description: 'Days of a delivery.' })
class WindowFields {
  @Field(() => CalendarDate, { nullable: true, description: 'First day requested.' })
  requestedFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day requested.' })
  requestedTo?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day promised; from the supplier only.' })
  promisedFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day promised; from the supplier only.' })
  promisedTo?: string;
}

@InputType({ description: 'A part of a line with its own days. The parts of a line sum to its quantity.' })
export class OrderScheduleInput extends WindowFields {
  @Field({ description: 'Number of the part within its line, up to 50 characters.' })
  scheduleId!: string;

  @Field(() => Decimal, { description: 'Quantity, in the unit of the line.' })
  quantity!: string;
}

@InputType({ description: 'A price of a frame agreement from a day on.' })
export class OrderPriceInput {
  @Field(() => CalendarDate, { description: 'First day of the price.' })
  from!: string;

  @Field(() => Decimal, { description: 'Price of one unit, without tax.' })
  price!: string;
}

@InputType({ description: 'Fields of a line that may be absent.' })
class LineFields extends WindowFields {
  @Field({ nullable: true, description: 'Description of the item, up to 4,000 characters.' })
  description?: string;

  @Field({ nullable: true, description: "The buyer's number for the item." })
  buyerItemId?: string;

  @Field({ nullable: true, description: "The supplier's number for the item." })
  sellerItemId?: string;

  @Field({ nullable: true, description: 'Standard number for the item, such as a GTIN.' })
  standardItemId?: string;

  @Field(() => Decimal, { nullable: true, description: 'Price of `priceBasis` units, without tax.' })
  price?: string;

  @Field(() => Decimal, { nullable: true, description: 'Number of units that the price is for; 1 when absent.' })
  priceBasis?: string;

  @Field(() => Decimal, { nullable: true, description: 'Sum of allowances on the line.' })
  allowance?: string;

  @Field(() => Decimal, { nullable: true, description: 'Sum of charges on the line.' })
  charge?: string;

  @Field(() => Decimal, { nullable: true, description: 'Rate of tax in per cent.' })
  taxRate?: string;

  @Field({ nullable: true, description: 'Text to the line, up to 4,000 characters.' })
  note?: string;

  @Field({ nullable: true, description: "Of a call-off: the frame's line that it draws on; the line of the same id when absent." })
  frameLineId?: string;

  @Field(() => [OrderPriceInput], { nullable: true, description: 'Of a frame agreement: prices by day, in place of `price`.' })
  prices?: OrderPriceInput[];

  @Field(() => [OrderDetailInput], { nullable: true, description: 'Further terms; all of them, where any is given.' })
  details?: OrderDetailInput[];

  @Field(() => [OrderScheduleInput], { nullable: true, description: 'Parts with days of their own; one for the whole line when absent.' })
  schedules?: OrderScheduleInput[];
}

@InputType({ description: 'A line of an order.' })
export class OrderLineInput extends LineFields {
  @Field({ description: 'Number of the line as the buyer writes it, up to 50 characters: `00010` stays `00010`.' })
  lineId!: string;

  @Field({ description: 'Name of the item, up to 500 characters.' })
  itemName!: string;

  @Field(() => Decimal, { description: 'Quantity, above zero.' })
  quantity!: string;

  @Field({ description: 'Unit of the quantity, UN/ECE recommendation 20, such as `C62` or `KGM`.' })
  unit!: string;
}

@InputType({ description: 'What changes of a line; what is not given stays. A line that is added needs name, quantity and unit.' })
export class OrderLineChangeInput extends LineFields {
  @Field({ nullable: true, description: 'Name of the item, up to 500 characters.' })
  itemName?: string;

  @Field(() => Decimal, { nullable: true, description: 'Quantity, above zero. A line with several parts needs its `schedules` too.' })
  quantity?: string;

  @Field({ nullable: true, description: 'Unit of the quantity, UN/ECE recommendation 20.' })
  unit?: string;
}
