import { Field, Int, ObjectType } from 'type-graphql';
import { ReceiptLine } from '../../deliveries/index.js';
import { OrderDetail, OrderLine } from '../../orders/index.js';
import { Money } from '../../platform/graphql/money.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { AdjustmentKind, DifferenceKind, MatchState, ReleaseCause, TaxCategory } from '../api-enums.js';
import { CreditNoteLine } from '../credit/api-types.js';
import { Dispute } from '../dispute/api-types.js';

@ObjectType({ description: 'An allowance or a charge.' })
export class InvoiceAdjustment {
  @Field(() => AdjustmentKind, { description: 'Whether it is taken off or added.' })
  kind!: string;

  @Field(() => Decimal, { description: 'Amount, above zero; with tax where prices hold the tax.' })
  amount!: string;

  @Field({ nullable: true, description: 'Why.' })
  reason?: string;

  @Field({ nullable: true, description: 'Code of the reason, UN/EDIFACT 5189 or 7161.' })
  reasonCode?: string;

  @Field(() => TaxCategory, { nullable: true, description: 'How it is taxed; as the lines are when null.' })
  taxCategory?: string;

  @Field(() => Decimal, { nullable: true, description: 'Rate in per cent; that of the lines when null.' })
  taxRate?: string;
}

@ObjectType({ description: 'In what a line differs, with both values.' })
export class InvoiceDifference {
  @Field(() => DifferenceKind, { description: 'In what.' })
  kind!: string;

  @Field({ description: 'By order and receipts.' })
  expected!: string;

  @Field({ description: 'By the invoice.' })
  given!: string;

  @Field({ description: 'Whether the agreement lets it pass, or it is in favour of the buyer.' })
  withinTolerance!: boolean;
}

@ObjectType({
  description: "The comparison of an invoice line with its order line and what came of it. Quantities are in the order line's unit.",
})
export class InvoiceMatch {
  @Field(() => MatchState, { description: 'How it came out.' })
  state!: string;

  @Field(() => Decimal, { nullable: true, description: 'Units ordered, by the revision in force.' })
  ordered?: string;

  @Field(() => Decimal, { nullable: true, description: 'Units that this line invoices, less what was credited.' })
  invoiced?: string;

  @Field(() => Decimal, { nullable: true, description: 'Units of the order line that came and were kept, by all receipts.' })
  received?: string;

  @Field(() => Decimal, { nullable: true, description: 'Units of the order line that were accepted.' })
  accepted?: string;

  @Field(() => Decimal, { nullable: true, description: 'Units that this line may count on: not asked for by another invoice.' })
  available?: string;

  @Field(() => Decimal, { description: 'Accepted units that this line claims.' })
  claimed!: string;

  @Field(() => [InvoiceDifference], { description: 'What differs. A price is shown to callers who may see amounts.' })
  differences!: InvoiceDifference[];

  @Field(() => DateTime, { description: 'When it was compared, in business time.' })
  at!: string;
}

@ObjectType({ description: 'Received units that an invoice line claims. No unit is claimed twice at one time.' })
export class InvoiceClaim {
  @Field(() => ReceiptLine, { description: 'The receipt.' })
  receiptLine!: ReceiptLine;

  @Field(() => Decimal, { description: "Units, in the order line's unit." })
  quantity!: string;

  @Field(() => CalendarDate, { description: 'Day on which they came.' })
  receivedOn!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which they were accepted.' })
  acceptedOn?: string;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'The share of the price agreed off for these units, 0.2 for a fifth (`refusalSettle` with CONCEDED); null where they are owed in full. What is owed in full is claimed first, unless the price of the line is just a conceded one.',
  })
  priceReduction?: string;

  @Field(() => ReleaseCause, { nullable: true, description: 'Why they are free again; null while they are claimed.' })
  releaseCause?: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when, in real time.' })
  releasedAt?: string;
}

@ObjectType({ implements: Node, description: 'A line of an invoice.' })
export class InvoiceLine extends Node {
  @Field({ description: 'Number of the line as the supplier writes it.' })
  lineId!: string;

  @Field(() => Int, { description: 'Place in the document.' })
  position!: number;

  @Field({ nullable: true, description: 'Number of the order that it claims, as written.' })
  orderNumber?: string;

  @Field({ nullable: true, description: 'Number of the order line, as written.' })
  orderLineId?: string;

  @Field(() => OrderLine, { nullable: true, description: 'The order line; null where the hub knows none.' })
  orderLine?: OrderLine;

  @Field({ description: 'Name of the item.' })
  itemName!: string;

  @Field({ nullable: true, description: 'Description.' })
  description?: string;

  @Field({ nullable: true, description: "The buyer's number for the item." })
  buyerItemId?: string;

  @Field({ nullable: true, description: "The supplier's number for the item." })
  sellerItemId?: string;

  @Field({ nullable: true, description: 'Standard number for the item.' })
  standardItemId?: string;

  @Field(() => Decimal, { description: 'Quantity; below zero where the line takes something back.' })
  quantity!: string;

  @Field({ description: 'Unit of the quantity.' })
  unit!: string;

  @Field(() => Decimal, { nullable: true, description: "The quantity in the order line's unit, exactly." })
  orderQuantity?: string;

  @Field(() => Decimal, { description: 'Price of `priceBasis` units.' })
  price!: string;

  @Field(() => Decimal, { description: 'Number of units that the price is for.' })
  priceBasis!: string;

  @Field(() => [InvoiceAdjustment], { description: 'Allowances and charges of the line.' })
  adjustments!: InvoiceAdjustment[];

  @Field(() => TaxCategory, { description: 'How it is taxed.' })
  taxCategory!: string;

  @Field(() => Decimal, { description: 'Rate of tax in per cent.' })
  taxRate!: string;

  @Field(() => Money, { description: 'Without tax.' })
  amount!: Money;

  @Field(() => Money, { description: 'Tax.' })
  taxAmount!: Money;

  @Field(() => Money, { description: 'With tax.' })
  gross!: Money;

  @Field(() => Money, { description: 'What the line carries of the total, allowances, charges and roundings of the document with it.' })
  share!: Money;

  @Field(() => Money, { description: 'What of the share waits.' })
  pending!: Money;

  @Field(() => Money, { description: 'What of the share is disputed.' })
  disputed!: Money;

  @Field(() => Money, { description: 'What of the share credit notes took back.' })
  credited!: Money;

  @Field({ nullable: true, description: 'Text.' })
  note?: string;

  @Field(() => [OrderDetail], { description: 'Further terms.' })
  details!: OrderDetail[];

  @Field(() => InvoiceMatch, { nullable: true, description: 'How it compares with order and receipts.' })
  match?: InvoiceMatch;

  @Field(() => [InvoiceClaim], { description: 'Received units that it claims or claimed.' })
  claims!: InvoiceClaim[];

  @Field(() => [Dispute], { description: 'Disputes about it, oldest first.' })
  disputes!: Dispute[];

  @Field(() => [CreditNoteLine], { description: 'What credit notes took back of it.' })
  creditLines!: CreditNoteLine[];
}
