import { Field, ObjectType } from 'type-graphql';
import { DespatchAdvice, ReceiptAdvice } from '../deliveries/index.js';
import { CreditNote, Invoice } from '../invoices/index.js';
import { Order } from '../orders/index.js';
import { Organisation } from '../parties/index.js';
import { connectionOf } from '../platform/graphql/connection.js';
import { Node } from '../platform/graphql/node.js';
import { CalendarDate, DateTime } from '../platform/graphql/scalars.js';
import { Payload, UserError } from '../platform/graphql/user-error.js';
import { DocumentKind, DocumentOutcome } from './api-enums.js';

@ObjectType({ implements: Node, description: 'A document as it came in, and what became of it. Never changes.' })
export class DocumentImport extends Node {
  @Field(() => DocumentKind, { description: 'What it is.' })
  kind!: string;

  @Field({ description: "The document's own number." })
  number!: string;

  @Field(() => CalendarDate, { description: 'The day on which it says it was issued.' })
  issuedOn!: string;

  @Field({ description: 'SHA-256 of its bytes, in hex.' })
  sha256!: string;

  @Field(() => Organisation, { description: 'Who sent it.' })
  sender!: Organisation;

  @Field(() => Order, { nullable: true, description: 'The order that it is about; null where it is about none or several.' })
  order?: Order;

  @Field(() => DespatchAdvice, { nullable: true, description: 'The despatch that it came to.' })
  despatch?: DespatchAdvice;

  @Field(() => ReceiptAdvice, { nullable: true, description: 'The receipt that it came to.' })
  receipt?: ReceiptAdvice;

  @Field(() => Invoice, { nullable: true, description: 'The invoice that it came to, takes back or answers.' })
  invoice?: Invoice;

  @Field(() => CreditNote, { nullable: true, description: 'The credit note that it came to.' })
  creditNote?: CreditNote;

  @Field(() => DocumentOutcome, { description: 'What it came to when it came.' })
  outcome!: string;

  @Field(() => [UserError], {
    description:
      'What stood out and did not stop it: figures that contradict each other with the rule that they break, values left out, sides named otherwise. `field` is a path in the document.',
  })
  warnings!: UserError[];

  @Field(() => [String], { description: 'Paths in the document that the hub does not know. Their values are not kept.' })
  ignoredPaths!: string[];

  @Field(() => [String], { description: 'Paths whose values are kept and exported again, but are no part of what the document came to.' })
  keptPaths!: string[];

  @Field(() => DateTime, { description: 'When it came, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it came, in business time.' })
  businessTime!: string;
}

@ObjectType()
abstract class Exported {
  @Field(() => DocumentKind, { description: 'What it is.' })
  kind!: string;

  @Field({ description: 'Media type of the content.' })
  mediaType!: string;

  @Field({ description: 'The document: UBL 2 in UTF-8, elements in the order of its schema.' })
  content!: string;

  @Field({ description: 'SHA-256 of the content in UTF-8, in hex.' })
  sha256!: string;
}

@ObjectType({ description: 'A document of ordering or delivery written for another system. The same facts always give the same text.' })
export class ExportedDocument extends Exported {}

@ObjectType({ description: 'A document of billing written for another system. The same facts always give the same text.' })
export class ExportedBill extends Exported {}

@ObjectType({ description: 'What came of an import.' })
export class DocumentImportPayload extends Payload {
  @Field(() => DocumentImport, { nullable: true, description: 'The record of the document; null when it was refused.' })
  import?: DocumentImport;

  @Field(() => Order, {
    nullable: true,
    description: 'The order as it stands now; null when the document was refused, or is about no order or several.',
  })
  order?: Order;

  @Field(() => DespatchAdvice, { nullable: true, description: 'The despatch that it came to.' })
  despatch?: DespatchAdvice;

  @Field(() => ReceiptAdvice, { nullable: true, description: 'The receipt that it came to.' })
  receipt?: ReceiptAdvice;

  @Field(() => Invoice, { nullable: true, description: 'The invoice that it came to, takes back or answers.' })
  invoice?: Invoice;

  @Field(() => CreditNote, { nullable: true, description: 'The credit note that it came to.' })
  creditNote?: CreditNote;

  @Field({ nullable: true, description: 'True when the same bytes had come before between the same parties and nothing was done now.' })
  repeated?: boolean;
}

export const DocumentImportConnection = connectionOf('DocumentImport', () => DocumentImport);
