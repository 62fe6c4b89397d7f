import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Order, OrderLine } from '../../orders/index.js';
import { Organisation } from '../../parties/index.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, CurrencyCode, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { CreditNote } from '../credit/api-types.js';
import { Invoice } from '../invoice/api-types.js';

export const RepricingSide = describedEnum('RepricingSide', 'On which side of a list of price differences an organisation stands.', {
  BUYER: 'Bought under the frame agreement.',
  SUPPLIER: 'Sold under it.',
});

export const RepricingStatus = describedEnum('RepricingStatus', 'Where a list of price differences stands.', {
  PROPOSED: 'Computed; both sides are asked to agree.',
  AGREED: 'Both sides have agreed; documents can settle it.',
  SETTLED: 'Documents cover it to the cent. The end.',
  REPLACED: 'Computed anew before anybody agreed. The end.',
});

export const RepricingAction = describedEnum('RepricingAction', 'What a party may do with a list of price differences.', {
  AGREE: 'Agree as the first side: `repricingAgree`.',
  CONCLUDE: 'Agree as the second side: `repricingAgree`.',
  SETTLE: 'Name a document that settles it: `repricingSettle`.',
});

export const RepricingSort = describedEnum('RepricingSort', 'In which order to list price differences.', {
  NEWEST: 'Computed last first.',
  OLDEST: 'Computed first first.',
});

@ObjectType({ description: 'Whether an action is open to the caller now.' })
class RepricingAllowedAction {
  @Field(() => RepricingAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ description: 'What a changed price makes of one invoiced line: (new - old) x quantity, with tax.' })
class RepricingLine {
  @Field(() => ID, { description: 'The line of the invoice.' })
  invoiceLineId!: string;

  @Field(() => Order, { description: 'The call-off that it claims.' })
  order!: Order;

  @Field(() => OrderLine, { description: 'The line of that call-off.' })
  orderLine!: OrderLine;

  @Field(() => CalendarDate, { description: 'The day whose price holds: on which the call-off was issued.' })
  pricedOn!: string;

  @Field(() => Decimal, { description: 'Invoiced and not credited, in the unit of the order line.' })
  quantity!: string;

  @Field(() => String, { description: 'That unit, UN/ECE recommendation 20.' })
  unit!: string;

  @Field(() => Decimal, { description: 'Price of one unit before the change, to 8 decimals.' })
  oldPrice!: string;

  @Field(() => Decimal, { description: 'Price of one unit after it, to 8 decimals.' })
  newPrice!: string;

  @Field(() => Money, { description: 'Without tax; below zero for the buyer.' })
  net!: Money;

  @Field(() => Decimal, { description: 'Rate of the tax in percent, as invoiced.' })
  taxRate!: string;

  @Field(() => Money, { description: 'The tax.' })
  tax!: Money;

  @Field(() => Money, { description: 'With tax.' })
  total!: Money;
}

@ObjectType({ description: 'What a changed price makes of one invoice.' })
class RepricingInvoice {
  @Field(() => Invoice, { description: 'The invoice.' })
  invoice!: Invoice;

  @Field(() => Money, { description: 'Without tax; below zero for the buyer.' })
  net!: Money;

  @Field(() => Money, { description: 'The tax.' })
  tax!: Money;

  @Field(() => Money, { description: 'With tax. Above zero a further invoice settles it, below zero a credit note or red invoice.' })
  total!: Money;

  @Field(() => Money, { description: 'How much of it, without its sign, documents cover.' })
  settled!: Money;

  @Field(() => [RepricingLine], { description: 'Its lines.' })
  lines!: RepricingLine[];
}

@ObjectType({ description: 'That a side agreed to a list.' })
class RepricingAgreement {
  @Field(() => RepricingSide, { description: 'Which side.' })
  side!: string;

  @Field({ nullable: true, description: 'A note to it.' })
  note?: string;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({ description: 'A document that settles a part of a list.' })
class RepricingSettlement {
  @Field(() => Invoice, { nullable: true, description: 'The further invoice; null for a credit note.' })
  invoice?: Invoice;

  @Field(() => CreditNote, { nullable: true, description: 'The credit note or red invoice; null for an invoice.' })
  creditNote?: CreditNote;

  @Field(() => Money, { description: 'How much it settles.' })
  amount!: Money;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it settles no more, because the invoice was rejected or voided, in real time.',
  })
  releasedAt?: string;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({
  implements: Node,
  description: 'What a changed price of a frame agreement makes of invoices: a signed list that both sides agree on and documents settle.',
})
export class Repricing extends Node {
  @Field(() => Organisation, { description: 'Who buys.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'Who supplies.' })
  supplier!: Organisation;

  @Field(() => Order, { description: 'The frame agreement.' })
  order!: Order;

  @Field(() => Int, { description: 'Its revision that changed prices.' })
  revision!: number;

  @Field(() => RepricingStatus, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => CurrencyCode, { description: 'Currency of all amounts.' })
  currency!: string;

  @Field(() => Money, { description: 'Sum without tax, signed.' })
  net!: Money;

  @Field(() => Money, { description: 'Sum of the tax, signed.' })
  tax!: Money;

  @Field(() => Money, { description: 'Sum with tax, signed: surplus less deficit.' })
  total!: Money;

  @Field(() => Money, { description: 'Sum of the invoices above zero: what further invoices are to bring.' })
  surplus!: Money;

  @Field(() => Money, { description: 'Sum of the invoices below zero, without its sign: what credit notes are to take back.' })
  deficit!: Money;

  @Field(() => Money, { description: 'How much of the surplus further invoices cover.' })
  surplusSettled!: Money;

  @Field(() => Money, { description: 'How much of the deficit credit notes cover.' })
  deficitSettled!: Money;

  @Field(() => CalendarDate, { nullable: true, description: 'When the buyer agreed.' })
  buyerAgreedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'When the supplier agreed.' })
  supplierAgreedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'The day of both agreements.' })
  agreedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'When documents covered it.' })
  settledOn?: string;

  @Field(() => Int, { description: 'Number of lines.' })
  lineCount!: number;

  @Field(() => [RepricingInvoice], { description: 'The list by invoice.' })
  invoices!: RepricingInvoice[];

  @Field(() => [RepricingAgreement], { description: 'Who agreed, and when.' })
  agreements!: RepricingAgreement[];

  @Field(() => [RepricingSettlement], { description: 'The documents that settle it, oldest first.' })
  settlements!: RepricingSettlement[];

  @Field(() => DateTime, { description: 'When it was computed, in real time.' })
  createdAt!: string;

  @Field(() => DateTime, { description: 'When it was computed, in business time.' })
  businessTime!: string;

  @Field(() => [RepricingAllowedAction], { description: 'What the caller may do now, and why not the rest.' })
  allowedActions!: RepricingAllowedAction[];
}

export const RepricingConnection = connectionOf<Repricing>('Repricing', () => Repricing);

@InputType({ description: 'Which lists of price differences to list.' })
export class RepricingFilter {
  @Field(() => [RepricingStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];

  @Field(() => [ID], { nullable: true, description: 'Of any of these frame agreements.' })
  order?: string[];
}
