import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayRange, Order, OrderLine } from '../../orders/index.js';
import { Organisation } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { GoodsConsequence } from '../acceptance/api-enums.js';
import { AcceptanceLine } from '../acceptance/api-types.js';
import { ReceiptLine } from '../receipt/api-types.js';
import { WarrantyClaim } from '../warranty/api-types.js';

export const GoodsReturnStatus = describedEnum('GoodsReturnStatus', 'Where a return stands.', {
  SENT: 'The goods are on their way back. Its consequences stand from then on.',
  ARRIVED: 'The supplier has them again. The end.',
});

export const GoodsReturnAction = describedEnum('GoodsReturnAction', 'What a party may do with a return.', {
  CONFIRM: 'Say that the goods have arrived: `goodsReturnConfirm`.',
});

export const GoodsReturnSort = describedEnum('GoodsReturnSort', 'In which order to list returns.', {
  NEWEST: 'Entered last first.',
  OLDEST: 'Entered first first.',
});

@ObjectType({ description: 'Whether an action is open to the caller now.' })
export class GoodsReturnAllowedAction {
  @Field(() => GoodsReturnAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ description: 'Goods of one receipt line that go back.' })
export class GoodsReturnLine {
  @Field(() => GoodsReturn, { description: 'The return.' })
  goodsReturn!: object;

  @Field(() => ReceiptLine, { description: 'The goods as they came.' })
  receiptLine!: ReceiptLine;

  @Field(() => Order, { description: 'The order.' })
  order!: Order;

  @Field(() => OrderLine, { description: 'The line of the order.' })
  line!: OrderLine;

  @Field(() => AcceptanceLine, { nullable: true, description: 'The refusal by which they go back.' })
  refusal?: AcceptanceLine;

  @Field(() => WarrantyClaim, { nullable: true, description: 'The claim by which they go back.' })
  claim?: WarrantyClaim;

  @Field(() => Decimal, { description: "Quantity, in the unit of the order's line." })
  quantity!: string;

  @Field(() => GoodsConsequence, { description: 'What follows.' })
  consequence!: string;
}

@ObjectType({
  implements: Node,
  description:
    'Goods that a buyer sends back: refused, or of a claim that the supplier accepted. Its consequences moved when it was sent, once; what was sent is never changed.',
})
export class GoodsReturn extends Node {
  @Field({ description: 'Number; unique between the two parties, whatever its spelling.' })
  number!: string;

  @Field(() => GoodsReturnStatus, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => Organisation, { description: 'Who sends them back.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'To whom.' })
  supplier!: Organisation;

  @Field(() => CalendarDate, { description: 'Day on which they left.' })
  returnedOn!: string;

  @Field({ nullable: true, description: 'Who carries them.' })
  carrier?: string;

  @Field({ nullable: true, description: 'Number of the consignment.' })
  consignment?: string;

  @Field({ nullable: true, description: 'Text to the whole.' })
  note?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which they arrived.' })
  arrivedOn?: string;

  @Field({ nullable: true, description: 'What the supplier says to their arrival.' })
  arrivalNote?: string;

  @Field(() => [GoodsReturnLine], { description: 'Its lines, up to 1,000.' })
  lines!: GoodsReturnLine[];

  @Field(() => DateTime, { description: 'When it was entered, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was entered, in business time.' })
  businessTime!: string;

  @Field(() => [GoodsReturnAllowedAction], { description: 'What the caller may do now, and why not the rest.' })
  allowedActions!: GoodsReturnAllowedAction[];
}

export const GoodsReturnConnection = connectionOf<GoodsReturn>('GoodsReturn', () => GoodsReturn);

@InputType({ description: 'Which returns to list.' })
export class GoodsReturnFilter {
  @Field(() => [GoodsReturnStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];

  @Field({ nullable: true, description: 'The number, as its buyer wrote it.' })
  number?: string;

  @Field(() => DayRange, { nullable: true, description: 'Day on which the goods left.' })
  returnedOn?: DayRange;
}
