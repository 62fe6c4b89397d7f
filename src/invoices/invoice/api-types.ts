import { Args, Field, ID, Int, ObjectType } from 'type-graphql';
import { OrderDetail } from '../../orders/index.js';
import { Organisation, PriceBasis, RoundingBasis, TradeAgreement } from '../../parties/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, CurrencyCode, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { FapiaoStatus, InvoiceAction, InvoiceBucket, InvoiceStatus, InvoiceType, TaxCategory } from '../api-enums.js';
import { CreditNote } from '../credit/api-types.js';
import { Dispute } from '../dispute/api-types.js';
import { Fapiao, FapiaoRecord } from '../fapiao/api-types.js';
import { InvoiceResponse } from '../response/api-types.js';
import { InvoiceAdjustment, InvoiceLine } from './api-lines.js';

@ObjectType({ description: 'Whether an action is open to the caller now.' })
export class InvoiceAllowedAction {
  @Field(() => InvoiceAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ description: 'What is taxed at one rate.' })
export class InvoiceTax {
  @Field(() => TaxCategory, { description: 'How it is taxed.' })
  category!: string;

  @Field(() => Decimal, { description: 'Rate in per cent.' })
  rate!: string;

  @Field(() => Decimal, { description: 'Amount without tax.' })
  taxable!: string;

  @Field(() => Decimal, { description: 'Tax.' })
  tax!: string;
}

@ObjectType({ description: 'Where the total of an invoice lies. The five sum to it, always.' })
export class InvoiceBuckets {
  @Field(() => Money, { description: 'Waits for goods or a decision.' })
  pending!: Money;

  @Field(() => Money, { description: 'Owed.' })
  payable!: Money;

  @Field(() => Money, { description: 'In dispute.' })
  disputed!: Money;

  @Field(() => Money, { description: 'Held back as agreed.' })
  retained!: Money;

  @Field(() => Money, { description: 'Paid, credited or given up.' })
  settled!: Money;
}

@ObjectType({ description: 'Money of an invoice going from one bucket to another.' })
export class InvoiceMovement {
  @Field(() => InvoiceBucket, { description: 'Where from.' })
  from!: string;

  @Field(() => InvoiceBucket, { description: 'Where to.' })
  to!: string;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;

  @Field({ description: 'Why, UPPER_SNAKE: MATCH, DISPUTE, DISPUTE_RESOLVED, CREDIT, RED_INVOICE, PAYMENT, ADVANCE, PREPAID …' })
  cause!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the line, where one line is concerned.' })
  invoiceLineId?: string;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

const InvoiceMovementConnection = connectionOf<InvoiceMovement>('InvoiceMovement', () => InvoiceMovement);

@ObjectType({ implements: Node, description: 'What a supplier claims for what was delivered, as it was written and as it stands.' })
export class Invoice extends Node {
  @Field({ description: 'Number; unique between the two parties, whatever its spelling.' })
  number!: string;

  @Field(() => InvoiceType, { description: 'Kind of the invoice.' })
  type!: string;

  @Field(() => InvoiceStatus, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => Organisation, { description: 'Who owes.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'Who claims.' })
  supplier!: Organisation;

  @Field(() => TradeAgreement, { nullable: true, description: 'The trade agreement under which it is.' })
  tradeAgreement?: TradeAgreement;

  @Field({ nullable: true, description: "The caller's own external reference of it; the other side sees its own." })
  externalReference?: string;

  @Field(() => CalendarDate, { description: 'Day of the document.' })
  issuedOn!: string;

  @Field(() => CalendarDate, { description: 'Day on which the buyer had it.' })
  receivedOn!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which the tax arose, where it is another.' })
  taxPointOn?: string;

  @Field(() => CurrencyCode, { description: 'Currency of all amounts.' })
  currency!: string;

  @Field(() => PriceBasis, { description: 'Whether prices hold the tax.' })
  priceBasis!: string;

  @Field(() => RoundingBasis, { description: 'By which way of rounding its sums are right.' })
  rounding!: string;

  @Field(() => Money, { description: 'Sum of the lines as written: with tax where prices hold it.' })
  linesTotal!: Money;

  @Field(() => Money, { description: 'Sum of allowances on the document.' })
  allowance!: Money;

  @Field(() => Money, { description: 'Sum of charges on the document.' })
  charge!: Money;

  @Field(() => [InvoiceAdjustment], { description: 'Allowances and charges on the document.' })
  adjustments!: InvoiceAdjustment[];

  @Field(() => Money, { description: 'Total without tax.' })
  netTotal!: Money;

  @Field(() => Money, { description: 'Tax.' })
  taxTotal!: Money;

  @Field(() => Money, { description: 'Total with tax.' })
  total!: Money;

  @Field(() => [InvoiceTax], { description: 'The tax by rate.' })
  taxBreakdown!: InvoiceTax[];

  @Field(() => Money, { description: 'Paid before, as the supplier writes.' })
  prepaid!: Money;

  @Field(() => Money, { description: 'Rounding of what is due to the coins in use.' })
  roundingAmount!: Money;

  @Field(() => Money, { description: 'Due, as the supplier writes: total, less what was paid before, rounded.' })
  due!: Money;

  @Field({ nullable: true, description: "The buyer's own name for the purchase." })
  buyerReference?: string;

  @Field({ nullable: true, description: 'Text.' })
  note?: string;

  @Field(() => [OrderDetail], { description: 'Further terms.' })
  details!: OrderDetail[];

  @Field(() => Fapiao, { nullable: true, description: 'Its tax invoice.' })
  fapiao?: Fapiao;

  @Field(() => FapiaoStatus, { nullable: true, description: 'Where the tax invoice stands; null where none is recorded.' })
  fapiaoStatus?: string;

  @Field(() => [FapiaoRecord], { description: 'Each number and status that the tax invoice had, oldest first.' })
  fapiaoRecords!: FapiaoRecord[];

  @Field(() => Invoice, { nullable: true, description: 'The invoice that it corrects or takes the place of.' })
  original?: Invoice;

  @Field(() => InvoiceBuckets, { description: 'Where its total lies.' })
  buckets!: InvoiceBuckets;

  @Field(() => Money, { description: 'What credit notes took back; a part of what is settled, as far as it was open.' })
  credited!: Money;

  @Field(() => Int, { description: 'Number of lines.' })
  lineCount!: number;

  @Field(() => [InvoiceLine], { description: 'Its lines.' })
  lines!: InvoiceLine[];

  @Field(() => [Dispute], { description: 'Disputes about it, oldest first.' })
  disputes!: Dispute[];

  @Field(() => [CreditNote], { description: 'What takes it back, oldest first.' })
  creditNotes!: CreditNote[];

  @Field(() => [InvoiceResponse], { description: "The buyer's answers, oldest first." })
  responses!: InvoiceResponse[];

  @Field(() => InvoiceMovementConnection, { description: 'How its money moved, oldest first.' })
  movements(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }

  @Field(() => DateTime, { description: 'When it was submitted, in real time.' })
  createdAt!: string;

  @Field(() => DateTime, { description: 'When it last changed, in real time.' })
  changedAt!: string;

  @Field(() => DateTime, { description: 'When it was submitted, in business time.' })
  businessTime!: string;

  @Field(() => [InvoiceAllowedAction], { description: 'What the caller may do now, and why not the rest.' })
  allowedActions!: InvoiceAllowedAction[];
}

export const InvoiceConnection = connectionOf<Invoice>('Invoice', () => Invoice);
