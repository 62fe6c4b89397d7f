import { Field, ID, InputType } from 'type-graphql';
import { DayRange, OrderDetailInput } from '../../orders/index.js';
import { OrganisationRefInput, PriceBasis, RoundingBasis } from '../../parties/index.js';
import { OneOf } from '../../platform/graphql/one-of.js';
import { CalendarDate, CurrencyCode, Decimal } from '../../platform/graphql/scalars.js';
import { AdjustmentKind, InvoiceStatus, InvoiceType, TaxCategory } from '../api-enums.js';
import { FapiaoInput } from '../fapiao/api-types.js';

@OneOf()
@InputType({ description: 'An order of the same parties. A number that the hub does not know is kept as it is written.' })
export class InvoiceOrderInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  id?: string;

  @Field({ nullable: true, description: 'Its number.' })
  number?: string;
}

@OneOf()
@InputType({ description: 'An invoice of the same parties.' })
export class InvoiceRefInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  id?: string;

  @Field({ nullable: true, description: 'Its number.' })
  number?: string;
}

@InputType({ description: 'An allowance or a charge.' })
export class InvoiceAdjustmentInput {
  @Field(() => AdjustmentKind, { description: 'Whether it is taken off or added.' })
  kind!: string;

  @Field(() => Decimal, { description: 'Amount, above zero; with tax where prices hold the tax.' })
  amount!: string;

  @Field({ nullable: true, description: 'Why, up to 500 characters.' })
  reason?: string;

  @Field({ nullable: true, description: 'Code of the reason, UN/EDIFACT 5189 or 7161.' })
  reasonCode?: string;

  @Field(() => TaxCategory, { nullable: true, description: 'Of one on the document: how it is taxed; as all lines are when absent.' })
  taxCategory?: string;

  @Field(() => Decimal, { nullable: true, description: 'Of one on the document: rate in per cent; that of all lines when absent.' })
  taxRate?: string;
}

@InputType({ description: 'A line of an invoice. Sums that are given are checked; the others are computed.' })
export class InvoiceLineInput {
  @Field({ description: 'Number of the line, up to 50 characters.' })
  lineId!: string;

  @Field(() => InvoiceOrderInput, { nullable: true, description: 'The order; that of the document when absent.' })
  order?: InvoiceOrderInput;

  @Field({ nullable: true, description: "Number of the order's line; a line without one waits for the buyer's decision." })
  orderLineId?: string;

  @Field(() => [ID], { nullable: true, description: 'Receipt lines that it claims, and no others; those that came first when absent.' })
  receipts?: string[];

  @Field({ description: 'Name of the item, up to 500 characters.' })
  itemName!: string;

  @Field({ nullable: true, description: 'Description, up to 4,000 characters.' })
  description?: string;

  @Field({ nullable: true, description: "The buyer's number for the item." })
  buyerItemId?: string;

  @Field({ nullable: true, description: "The supplier's number for the item." })
  sellerItemId?: string;

  @Field({ nullable: true, description: 'Standard number for the item, such as a GTIN.' })
  standardItemId?: string;

  @Field(() => Decimal, { description: 'Quantity; below zero where the line takes something back.' })
  quantity!: string;

  @Field({ description: 'Unit of the quantity, UN/ECE recommendation 20.' })
  unit!: string;

  @Field(() => Decimal, { description: 'Price of `priceBasis` units, by the price basis of the invoice.' })
  price!: string;

  @Field(() => Decimal, { nullable: true, description: 'Number of units that the price is for; 1 when absent.' })
  priceBasis?: string;

  @Field(() => [InvoiceAdjustmentInput], {
    nullable: true,
    description: 'Allowances and charges of the line; their tax is that of the line.',
  })
  adjustments?: InvoiceAdjustmentInput[];

  @Field(() => TaxCategory, { nullable: true, description: 'How it is taxed; S when absent.' })
  taxCategory?: string;

  @Field(() => Decimal, { description: 'Rate of tax in per cent.' })
  taxRate!: string;

  @Field(() => Decimal, { nullable: true, description: 'Amount of the line: with tax where prices hold it.' })
  amount?: string;

  @Field(() => Decimal, { nullable: true, description: 'Tax of the line.' })
  taxAmount?: string;

  @Field(() => Decimal, { nullable: true, description: 'Amount of the line with tax.' })
  gross?: string;

  @Field({ nullable: true, description: 'Text, up to 4,000 characters.' })
  note?: string;

  @Field(() => [OrderDetailInput], { nullable: true, description: 'Further terms.' })
  details?: OrderDetailInput[];
}

@InputType({ description: 'Sums of an invoice as it states them. Those that are given are checked; the others are computed.' })
export class InvoiceTotalsInput {
  @Field(() => Decimal, { nullable: true, description: 'Sum of the lines (BT-106).' })
  linesTotal?: string;

  @Field(() => Decimal, { nullable: true, description: 'Sum of allowances on the document (BT-107).' })
  allowance?: string;

  @Field(() => Decimal, { nullable: true, description: 'Sum of charges on the document (BT-108).' })
  charge?: string;

  @Field(() => Decimal, { nullable: true, description: 'Total without tax (BT-109).' })
  netTotal?: string;

  @Field(() => Decimal, { nullable: true, description: 'Tax (BT-110).' })
  taxTotal?: string;

  @Field(() => Decimal, { nullable: true, description: 'Total with tax (BT-112).' })
  total?: string;

  @Field(() => Decimal, { nullable: true, description: 'Paid before (BT-113); settled from the beginning.' })
  prepaid?: string;

  @Field(() => Decimal, { nullable: true, description: 'Rounding of what is due (BT-114); may be below zero.' })
  roundingAmount?: string;

  @Field(() => Decimal, { nullable: true, description: 'Due (BT-115).' })
  due?: string;
}

@InputType({ description: 'What is taxed at one rate, as the invoice states it.' })
export class InvoiceTaxInput {
  @Field(() => TaxCategory, { description: 'How it is taxed.' })
  category!: string;

  @Field(() => Decimal, { nullable: true, description: 'Rate in per cent; 0 when absent.' })
  rate?: string;

  @Field(() => Decimal, { description: 'Amount without tax.' })
  taxable!: string;

  @Field(() => Decimal, { description: 'Tax.' })
  tax!: string;
}

@InputType({ description: 'An invoice as its supplier sends it (EN 16931).' })
export class InvoiceSubmitInput {
  @Field({ description: 'A key under which the call has its effect once.' })
  idempotencyKey!: string;

  @Field(() => OrganisationRefInput, { description: 'Who owes.' })
  buyer!: OrganisationRefInput;

  @Field({ description: 'Number, up to 100 characters; unique between the two parties.' })
  number!: string;

  @Field(() => InvoiceType, { nullable: true, description: 'Kind; COMMERCIAL when absent.' })
  typeCode?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the document; today when absent.' })
  issuedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which the tax arose, where it is another.' })
  taxPointOn?: string;

  @Field({ nullable: true, description: 'Your own reference, up to 200 characters; unique within your organisation.' })
  externalReference?: string;

  @Field(() => CurrencyCode, { description: 'Currency: that of the orders.' })
  currency!: string;

  @Field(() => PriceBasis, { nullable: true, description: 'Whether prices hold the tax; NET when absent.' })
  priceBasis?: string;

  @Field(() => RoundingBasis, { nullable: true, description: "The way of rounding, where only one is meant; the agreement's prevails." })
  rounding?: string;

  @Field(() => InvoiceOrderInput, { nullable: true, description: 'The order of lines that name none.' })
  order?: InvoiceOrderInput;

  @Field(() => InvoiceRefInput, { nullable: true, description: 'The invoice that it corrects or takes the place of.' })
  original?: InvoiceRefInput;

  @Field(() => ID, { nullable: true, description: 'The agreed list of price differences that it settles, in part or to the cent.' })
  repricingId?: string;

  @Field({ nullable: true, description: "The buyer's own name for the purchase, up to 200 characters." })
  buyerReference?: string;

  @Field({ nullable: true, description: 'Text, up to 4,000 characters.' })
  note?: string;

  @Field(() => [OrderDetailInput], { nullable: true, description: 'Further terms.' })
  details?: OrderDetailInput[];

  @Field(() => FapiaoInput, { nullable: true, description: 'Its tax invoice (发票).' })
  fapiao?: FapiaoInput;

  @Field(() => [InvoiceAdjustmentInput], { nullable: true, description: 'Allowances and charges on the document.' })
  adjustments?: InvoiceAdjustmentInput[];

  @Field(() => [InvoiceTaxInput], { nullable: true, description: 'The tax by rate (BG-23).' })
  taxBreakdown?: InvoiceTaxInput[];

  @Field(() => InvoiceTotalsInput, { nullable: true, description: 'Sums.' })
  totals?: InvoiceTotalsInput;

  @Field(() => [InvoiceLineInput], { description: 'Lines, 1 to 2,000.' })
  lines!: InvoiceLineInput[];
}

@OneOf()
@InputType({ description: 'Which invoice to read.' })
export class InvoiceByInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  id?: string;

  @Field({ nullable: true, description: "The caller's own external reference of it." })
  externalReference?: string;
}

@InputType({ description: 'Which invoices to list.' })
export class InvoiceFilter {
  @Field(() => [InvoiceStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];

  @Field({ nullable: true, description: 'The number, as its supplier wrote it.' })
  number?: string;

  @Field({ nullable: true, description: 'Number of the tax invoice.' })
  fapiaoNumber?: string;

  @Field(() => DayRange, { nullable: true, description: 'Day of the document.' })
  issuedOn?: DayRange;

  @Field({ nullable: true, description: 'Whether something is in dispute.' })
  disputed?: boolean;
}
