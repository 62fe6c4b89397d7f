import { Field, ID, InputType } from 'type-graphql';
import { OrderDetailInput } from '../../orders/index.js';
import { OrganisationRefInput } from '../../parties/index.js';
import { OneOf } from '../../platform/graphql/one-of.js';
import { CalendarDate, Decimal } from '../../platform/graphql/scalars.js';
import { RejectionAction, RejectionReason, ShortageAction } from '../api-enums.js';
import { GoodsOrderInput } from '../despatch/api-inputs.js';

@OneOf()
@InputType({ description: 'The despatch that announced the goods.' })
export class ReceiptDespatchInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  id?: string;

  @Field({ nullable: true, description: 'Its number, in any spelling; the receipt then names its supplier.' })
  number?: string;
}

@InputType({
  description:
    'What came of one line of an order. With a despatch, its line may be named by id; else order and line find it where the despatch announces just one such.',
})
export class ReceiptLineInput {
  @Field(() => ID, { nullable: true, description: 'The line of the despatch.' })
  despatchLineId?: string;

  @Field(() => GoodsOrderInput, { nullable: true, description: 'The order; needed unless the despatch tells it.' })
  order?: GoodsOrderInput;

  @Field({ nullable: true, description: 'Number of the line in the order; needed without `despatchLineId`.' })
  lineId?: string;

  @Field({ nullable: true, description: 'Number of the line in this document, up to 50 characters.' })
  documentLine?: string;

  @Field({ nullable: true, description: "Unit of the quantities, UN/ECE recommendation 20; that of the order's line when absent." })
  unit?: string;

  @Field(() => Decimal, { nullable: true, description: 'Quantity that came and is kept; 0 when absent.' })
  received?: string;

  @Field(() => Decimal, { nullable: true, description: 'Quantity that was announced and did not come; 0 when absent.' })
  short?: string;

  @Field(() => ShortageAction, { nullable: true, description: 'What is to be done about it; needed where anything is short.' })
  shortAction?: string;

  @Field(() => Decimal, { nullable: true, description: 'Quantity that came and is turned away; 0 when absent.' })
  rejected?: string;

  @Field(() => RejectionReason, { nullable: true, description: 'Why; needed where anything is rejected.' })
  rejectReason?: string;

  @Field(() => RejectionAction, { nullable: true, description: 'What is to be done about it; needed where anything is rejected.' })
  rejectAction?: string;

  @Field({ nullable: true, description: 'Lot or batch, up to 100 characters.' })
  lot?: string;

  @Field({ nullable: true, description: 'Text to the line, up to 4,000 characters.' })
  note?: string;
}

@InputType({ description: 'A receipt advice as its buyer sends it.' })
export class ReceiptDocumentInput {
  @Field(() => OrganisationRefInput, {
    nullable: true,
    description: 'The supplier; needed where orders or the despatch are named by number.',
  })
  supplier?: OrganisationRefInput;

  @Field(() => ReceiptDespatchInput, { nullable: true, description: 'The despatch; a despatch may come in several receipts.' })
  despatch?: ReceiptDespatchInput;

  @Field({ description: 'Number, up to 100 characters; unique between the two parties, whatever its spelling.' })
  number!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which the goods came; today in Shanghai when absent.' })
  receivedOn?: string;

  @Field({ nullable: true, description: "The buyer's own reference in another system. The supplier does not see it." })
  externalReference?: string;

  @Field({ nullable: true, description: 'Text to the whole document, up to 4,000 characters.' })
  note?: string;

  @Field(() => [OrderDetailInput], { nullable: true, description: 'Further terms.' })
  details?: OrderDetailInput[];

  @Field(() => [ReceiptLineInput], { description: 'The lines, 1 to 1,000.' })
  lines!: ReceiptLineInput[];
}

@InputType({ description: 'Records what came.' })
export class ReceiptRecordInput extends ReceiptDocumentInput {
  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Records what came in many documents at once.' })
export class ReceiptBulkRecordInput {
  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;

  @Field(() => [ReceiptDocumentInput], { description: 'The receipts, 1 to 500, with up to 10,000 lines together.' })
  receipts!: ReceiptDocumentInput[];
}
