import { Field, ID, InputType, Int } from 'type-graphql';
import { OrderDetailInput } from '../../orders/index.js';
import { OrganisationRefInput } from '../../parties/index.js';
import { OneOf } from '../../platform/graphql/one-of.js';
import { CalendarDate, Decimal } from '../../platform/graphql/scalars.js';

@OneOf()
@InputType({ description: 'An order that a line of a despatch or receipt is of.' })
export class GoodsOrderInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  id?: string;

  @Field({ nullable: true, description: 'Its number, in any spelling; the document then names its other party.' })
  number?: string;
}

@InputType({ description: 'A package, or several that are alike.' })
export class DespatchPackageInput {
  @Field({ nullable: true, description: 'Shipping marks, up to 200 characters.' })
  marks?: string;

  @Field({ nullable: true, description: 'Kind of package, UN/ECE recommendation 21.' })
  kind?: string;

  @Field(() => Int, { nullable: true, description: 'How many.' })
  count?: number;

  @Field(() => Decimal, { nullable: true, description: 'Gross weight of all of them.' })
  grossWeight?: string;

  @Field(() => Decimal, { nullable: true, description: 'Net weight of all of them.' })
  netWeight?: string;

  @Field({ nullable: true, description: 'Unit of the weights, UN/ECE recommendation 20.' })
  weightUnit?: string;
}

@InputType({ description: 'Goods of one line of an order. Several lines may be of one line of an order, such as for its lots.' })
export class DespatchLineInput {
  @Field(() => GoodsOrderInput, { description: 'The order.' })
  order!: GoodsOrderInput;

  @Field({ description: 'Number of the line in the order.' })
  lineId!: string;

  @Field({ nullable: true, description: 'Number of the line in this document, up to 50 characters.' })
  documentLine?: string;

  @Field(() => Decimal, { description: 'Quantity sent, above zero.' })
  quantity!: string;

  @Field({ nullable: true, description: "Unit of the quantity, UN/ECE recommendation 20; that of the order's line when absent." })
  unit?: string;

  @Field(() => Decimal, { nullable: true, description: 'Quantity that is to follow (back-order).' })
  outstandingQuantity?: string;

  @Field({ nullable: true, description: 'Why it is not among this, up to 500 characters.' })
  outstandingReason?: string;

  @Field({ nullable: true, description: 'Lot or batch, up to 100 characters.' })
  lot?: string;

  @Field(() => [DespatchPackageInput], { nullable: true, description: 'Packages, up to 200.' })
  packages?: DespatchPackageInput[];

  @Field({ nullable: true, description: 'Text to the line, up to 4,000 characters.' })
  note?: string;
}

@InputType({ description: 'A despatch advice as its supplier sends it.' })
export class DespatchDocumentInput {
  @Field(() => OrganisationRefInput, { nullable: true, description: 'The buyer; needed where orders are named by number.' })
  buyer?: OrganisationRefInput;

  @Field({ description: 'Number, up to 100 characters; unique between the two parties, whatever its spelling.' })
  number!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the document; today in Shanghai when absent.' })
  issuedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which the goods leave.' })
  despatchedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which they are expected to arrive.' })
  expectedOn?: string;

  @Field({ nullable: true, description: 'Who carries them, up to 200 characters.' })
  carrier?: string;

  @Field({ nullable: true, description: "The carrier's number of the consignment, up to 200 characters." })
  consignment?: string;

  @Field({ nullable: true, description: "The supplier's own reference in another system. The buyer does not see it." })
  externalReference?: string;

  @Field({ nullable: true, description: 'Text to the whole document, up to 4,000 characters.' })
  note?: string;

  @Field(() => [OrderDetailInput], { nullable: true, description: 'Further terms.' })
  details?: OrderDetailInput[];

  @Field(() => [DespatchLineInput], { description: 'The lines, 1 to 1,000.' })
  lines!: DespatchLineInput[];
}

@InputType({ description: 'Announces goods.' })
export class DespatchSendInput extends DespatchDocumentInput {
  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Announces goods in many documents at once.' })
export class DespatchBulkSendInput {
  @Field({ description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey!: string;

  @Field(() => [DespatchDocumentInput], { description: 'The despatches, 1 to 500, with up to 10,000 lines together.' })
  despatches!: DespatchDocumentInput[];
}

@InputType({ description: 'Takes a despatch back.' })
export class DespatchCancelInput {
  @Field(() => ID, { description: 'The despatch.' })
  despatchId!: string;

  @Field({ description: 'Why, up to 4,000 characters.' })
  reason!: string;

  @Field(() => Int, { nullable: true, description: 'The version that was read; refused when it has changed since.' })
  expectedVersion?: number;

  @Field({ nullable: true, description: 'Key under which the call has one effect, however often it is sent.' })
  idempotencyKey?: string;
}
