import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { GoodsReturn, ReceiptLine } from '../deliveries/index.js';
import { Advance, CreditNote, Invoice, Payment, Repricing } from '../invoices/index.js';
import { Order, OrderLine } from '../orders/index.js';
import { connectionOf } from '../platform/graphql/connection.js';
import { Money } from '../platform/graphql/money.js';
import { Node } from '../platform/graphql/node.js';
import { CalendarDate, DateTime, Decimal } from '../platform/graphql/scalars.js';
import { StatementLineKind, StatementLineState, StatementMarkKind, StatementSide, StatementStepKind } from './api-enums.js';

@ObjectType({ description: 'What a side said of a line, and when.' })
class StatementMark {
  @Field(() => StatementSide, { description: 'Which side.' })
  side!: string;

  @Field(() => StatementMarkKind, { description: 'What it said.' })
  kind!: string;

  @Field({ description: "Whether a comparison with the side's own ledger ticked it." })
  byMatch!: boolean;

  @Field({ nullable: true, description: 'Why.' })
  reason?: string;

  @Field(() => Money, { nullable: true, description: "What the side's own books say instead." })
  claimed?: Money;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({ description: 'A step of a statement as a whole.' })
export class StatementStep {
  @Field(() => StatementStepKind, { description: 'Which step.' })
  kind!: string;

  @Field(() => StatementSide, { description: 'Who took it.' })
  side!: string;

  @Field({ nullable: true, description: 'A note to it.' })
  note?: string;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({ implements: Node, description: 'One line of a statement of account.' })
export class StatementLine extends Node {
  @Field(() => Int, { description: 'Its place.' })
  position!: number;

  @Field(() => StatementLineKind, { description: 'What it tells of.' })
  kind!: string;

  @Field({
    description: 'GraphQL type of what it points to: a receipt line or another document; of an opening balance, the statement before.',
  })
  subjectType!: string;

  @Field(() => ID, { description: 'Its id.' })
  subjectId!: string;

  @Field(() => ReceiptLine, { nullable: true, description: 'The receipt line that it points to, where it does.' })
  receiptLine?: ReceiptLine;

  @Field(() => GoodsReturn, { nullable: true, description: 'The return that it points to, where it does.' })
  goodsReturn?: GoodsReturn;

  @Field(() => Invoice, { nullable: true, description: 'The invoice that it points to, where it does.' })
  invoice?: Invoice;

  @Field(() => CreditNote, { nullable: true, description: 'The credit note or red invoice that it points to, where it does.' })
  creditNote?: CreditNote;

  @Field(() => Payment, { nullable: true, description: 'The payment that it points to, where it does.' })
  payment?: Payment;

  @Field(() => Advance, { nullable: true, description: 'The advance that it points to, where it does.' })
  advance?: Advance;

  @Field(() => Repricing, { nullable: true, description: 'The list of price differences that it points to, where it does.' })
  repricing?: Repricing;

  @Field({ description: 'Number of that document.' })
  reference!: string;

  @Field(() => CalendarDate, { description: 'The day by which it belongs to a period.' })
  day!: string;

  @Field(() => Order, { nullable: true, description: 'The order that it is about, where it is about one.' })
  order?: Order;

  @Field(() => OrderLine, { nullable: true, description: 'The line of that order.' })
  orderLine?: OrderLine;

  @Field(() => Decimal, { nullable: true, description: 'Of goods: how much.' })
  quantity?: string;

  @Field(() => String, { nullable: true, description: 'Unit of the quantity, UN/ECE recommendation 20.' })
  unit?: string;

  @Field(() => Money, {
    nullable: true,
    description: 'The amount with tax; null where goods have no agreed price. Of an invoice, less what it says was paid before it.',
  })
  amount?: Money;

  @Field(() => StatementLine, { nullable: true, description: 'The line of an earlier statement that was set aside and comes again here.' })
  carriedFrom?: StatementLine;

  @Field(() => StatementLineState, { nullable: true, description: 'How the buyer looks at it; null as long as it has said nothing.' })
  buyerState?: string;

  @Field(() => StatementLineState, { nullable: true, description: 'How the supplier looks at it; null as long as it has said nothing.' })
  supplierState?: string;

  @Field({ description: 'Whether it was set aside for the next statement.' })
  setAside!: boolean;

  @Field(() => [StatementMark], { description: 'What was said of it, oldest first.' })
  marks!: StatementMark[];
}

export const StatementLineConnection = connectionOf<StatementLine>('StatementLine', () => StatementLine);

@InputType({ description: 'Which lines of a statement to list.' })
export class StatementLineFilter {
  @Field(() => [StatementLineKind], { nullable: true, description: 'Any of these kinds.' })
  kind?: string[];

  @Field({ nullable: true, description: 'Only those that a side disputes, or only the others.' })
  disputed?: boolean;

  @Field({ nullable: true, description: 'Only those set aside, or only the others.' })
  setAside?: boolean;
}
