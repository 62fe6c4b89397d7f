import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Organisation } from '../../parties/index.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { Node } from '../../platform/graphql/node.js';
import { OneOf } from '../../platform/graphql/one-of.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { Payload } from '../../platform/graphql/user-error.js';

export const AttachmentKind = describedEnum('AttachmentKind', 'What an attached file is.', {
  CONTRACT: 'A signed contract.',
  ORDER: 'An order as it was signed or printed.',
  DELIVERY_NOTE: 'A delivery note, signed where it was (送货单).',
  RECEIPT: 'A receipt of the warehouse (入库单).',
  ACCEPTANCE_RECORD: 'A record of acceptance (验收单).',
  INVOICE: 'An invoice or fapiao as it was issued: PDF, OFD, XML or image.',
  PHOTO: 'A photograph.',
  OTHER: 'Something else.',
});

@ObjectType({ description: 'An uploaded file. Its bytes are at `GET /files/{id}` for both sides of the document.' })
export class StoredFile {
  @Field(() => ID, { description: 'The file.' })
  id!: string;

  @Field({ description: 'Its name, for people; never a path.' })
  name!: string;

  @Field({ description: 'Media type, told from its content.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field({ description: 'SHA-256 of its bytes, in hex.' })
  sha256!: string;
}

@ObjectType({ description: 'That an attachment counts no more. It is never taken away.' })
export class AttachmentSuperseded {
  @Field({ description: 'Why.' })
  reason!: string;

  @Field(() => Attachment, { nullable: true, description: 'The file that took its place.' })
  by?: unknown;

  @Field(() => DateTime, { description: 'When it was said, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was said, in business time.' })
  businessTime!: string;
}

@ObjectType({ implements: Node, description: 'A file that a party put beside a document of the trade. Both sides read it; it stays.' })
export class Attachment extends Node {
  @Field(() => AttachmentKind, { description: 'What it is.' })
  kind!: string;

  @Field({ nullable: true, description: 'What its owner says about it.' })
  note?: string;

  @Field(() => StoredFile, { description: 'The file.' })
  file!: StoredFile;

  @Field(() => Organisation, { description: 'Who attached it.' })
  owner!: Organisation;

  @Field(() => AttachmentSuperseded, { nullable: true, description: 'That it counts no more; null while it does.' })
  superseded?: AttachmentSuperseded;

  @Field(() => DateTime, { description: 'When it was attached, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was attached, in business time.' })
  businessTime!: string;
}

@OneOf()
@InputType({ description: 'The document that a file is attached to.' })
export class AttachmentOnInput {
  @Field(() => ID, { nullable: true, description: 'An order.' })
  orderId?: string;

  @Field(() => ID, { nullable: true, description: 'A despatch advice.' })
  despatchId?: string;

  @Field(() => ID, { nullable: true, description: 'A receipt advice.' })
  receiptId?: string;

  @Field(() => ID, { nullable: true, description: 'An acceptance.' })
  acceptanceId?: string;

  @Field(() => ID, { nullable: true, description: 'A return of goods.' })
  returnId?: string;

  @Field(() => ID, { nullable: true, description: 'An invoice.' })
  invoiceId?: string;

  @Field(() => ID, { nullable: true, description: 'A credit note or red invoice.' })
  creditNoteId?: string;

  @Field(() => ID, { nullable: true, description: 'A dispute.' })
  disputeId?: string;

  @Field(() => ID, { nullable: true, description: 'A statement of account.' })
  statementId?: string;

  @Field(() => ID, { nullable: true, description: 'A payment.' })
  paymentId?: string;
}

@InputType({ description: 'A file to put beside a document.' })
export class AttachmentAddInput {
  @Field({ description: 'Key of this call; the same key again gives the same answer. Up to 100 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'A file that the caller uploaded (`POST /files`).' })
  fileId!: string;

  @Field(() => AttachmentOnInput, { description: 'The document.' })
  on!: AttachmentOnInput;

  @Field(() => AttachmentKind, { description: 'What the file is.' })
  kind!: string;

  @Field({ nullable: true, description: 'Up to 1,000 characters about it.' })
  note?: string;
}

@InputType({ description: 'An attachment that counts no more.' })
export class AttachmentSupersedeInput {
  @Field(() => ID, { description: 'The attachment, of the caller.' })
  attachmentId!: string;

  @Field(() => ID, { nullable: true, description: 'The attachment of the same document that took its place.' })
  byId?: string;

  @Field({ description: 'Why, up to 1,000 characters.' })
  reason!: string;

  @Field({ nullable: true, description: 'Names this call, so that it can be sent again without a second effect.' })
  idempotencyKey?: string;
}

@ObjectType({ description: 'What came of attaching a file.' })
export class AttachmentAddPayload extends Payload {
  @Field(() => Attachment, { nullable: true, description: 'The attachment; null when refused.' })
  attachment?: Attachment;
}

@ObjectType({ description: 'What came of superseding an attachment.' })
export class AttachmentSupersedePayload extends AttachmentAddPayload {}
