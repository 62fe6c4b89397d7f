import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Order, OrderLine } from '../../orders/index.js';
import { Organisation } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { Money } from '../../platform/graphql/money.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, DateTime, Decimal } from '../../platform/graphql/scalars.js';
import { ReceiptLine } from '../receipt/api-types.js';

export const WarrantyStatus = describedEnum('WarrantyStatus', 'Where a claim for a defect stands.', {
  CLAIMED: 'It awaits the supplier.',
  ACCEPTED: 'The supplier accepts it; the remedy is to come.',
  REFUSED: 'The supplier refuses it.',
  REMEDIED: 'The supplier says that it is remedied.',
  CLOSED: 'The buyer has closed it, or taken it back. The end.',
});

export const WarrantyAction = describedEnum('WarrantyAction', 'What a party may do with a claim.', {
  ACCEPT: 'Accept it: `warrantyClaimAnswer`.',
  REFUSE: 'Refuse it: `warrantyClaimAnswer`.',
  REMEDY: 'Say that it is remedied: `warrantyClaimRemedy`.',
  REOPEN: 'Say that the remedy does not hold: `warrantyClaimReopen`.',
  CLOSE: 'Close it, or take it back: `warrantyClaimClose`.',
});

export const DefectKind = describedEnum('DefectKind', 'Whether a defect could be seen when the goods were inspected.', {
  VISIBLE: 'It could be seen.',
  HIDDEN: 'It could not.',
});

export const WarrantyRemedy = describedEnum('WarrantyRemedy', 'What the buyer asks for (Civil Code art. 582).', {
  REPAIR: 'Repair.',
  REPLACE: 'The goods go back and others are delivered.',
  RETURN: 'The goods go back and their price is given back.',
  PRICE_CUT:
    'The goods are kept at a lower price. Accepting the claim moves no invoice: the supplier credits the amount by `creditNoteSubmit`, with the number of the claim in its `reason`.',
});

export const WarrantySort = describedEnum('WarrantySort', 'In which order to list claims.', {
  NEWEST: 'Entered last first.',
  OLDEST: 'Entered first first.',
});

@ObjectType({ description: 'Whether an action is open to the caller now.' })
export class WarrantyAllowedAction {
  @Field(() => WarrantyAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({ description: 'A step of a claim.' })
export class WarrantyStep {
  @Field(() => WarrantyStatus, { description: 'Where it stood afterwards.' })
  status!: string;

  @Field(() => Organisation, { description: 'Who took it.' })
  by!: Organisation;

  @Field({ nullable: true, description: 'Text to it.' })
  note?: string;

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

@ObjectType({
  implements: Node,
  description:
    'A claim for a defect of accepted goods that was found later, within the agreed guarantee, else two years of the receipt (Civil Code art. 617, 621). It never changes what was accepted.',
})
export class WarrantyClaim extends Node {
  @Field({ description: 'Number; unique between the two parties, whatever its spelling.' })
  number!: string;

  @Field(() => WarrantyStatus, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every step; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => Organisation, { description: 'Who claims.' })
  buyer!: Organisation;

  @Field(() => Organisation, { description: 'From whom.' })
  supplier!: Organisation;

  @Field(() => ReceiptLine, { description: 'The goods as they came.' })
  receiptLine!: ReceiptLine;

  @Field(() => Order, { description: 'The order.' })
  order!: Order;

  @Field(() => OrderLine, { description: 'The line of the order.' })
  line!: OrderLine;

  @Field(() => Decimal, { description: "Quantity claimed, in the unit of the order's line." })
  quantity!: string;

  @Field(() => DefectKind, { description: 'Whether the defect could be seen.' })
  defect!: string;

  @Field(() => WarrantyRemedy, { description: 'What the buyer asks for.' })
  remedy!: string;

  @Field(() => Money, { nullable: true, description: 'The amount asked off, with remedy PRICE_CUT, without tax.' })
  priceCut?: Money;

  @Field({ description: 'What is wrong.' })
  description!: string;

  @Field(() => CalendarDate, { description: 'Day on which it was found.' })
  foundOn!: string;

  @Field(() => CalendarDate, { description: 'Day of the claim.' })
  claimedOn!: string;

  @Field(() => CalendarDate, { description: 'Last day for a claim about these goods.' })
  claimUntil!: string;

  @Field(() => [WarrantyStep], { description: 'Every step, oldest first.' })
  steps!: WarrantyStep[];

  @Field(() => DateTime, { description: 'When it was entered, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was entered, in business time.' })
  businessTime!: string;

  @Field(() => [WarrantyAllowedAction], { description: 'What the caller may do now, and why not the rest.' })
  allowedActions!: WarrantyAllowedAction[];
}

export const WarrantyClaimConnection = connectionOf<WarrantyClaim>('WarrantyClaim', () => WarrantyClaim);

@InputType({ description: 'Which claims to list.' })
export class WarrantyClaimFilter {
  @Field(() => [WarrantyStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field(() => [ID], { nullable: true, description: 'The other party is any of these organisations.' })
  counterparty?: string[];

  @Field({ nullable: true, description: 'The number, as its buyer wrote it.' })
  number?: string;
}
