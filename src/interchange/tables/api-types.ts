import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DespatchAdvice, ReceiptAdvice } from '../../deliveries/index.js';
import { Order } from '../../orders/index.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { Payload, UserError } from '../../platform/graphql/user-error.js';

export const TableKind = describedEnum('TableKind', 'What a table holds.', {
  ORDERS: 'Orders, as their buyer issues them.',
  DESPATCHES: 'Despatch advices, as the supplier sends them.',
  RECEIPTS: 'Receipt advices, as the buyer records them.',
});

export const TableImportStatus = describedEnum('TableImportStatus', 'How far the import of a table is.', {
  QUEUED: 'It waits for its turn.',
  READING: 'Its lines are read. Nothing is taken yet.',
  WORKING: 'Its documents are taken one by one.',
  FINISHED: 'Every document is taken or refused.',
  FAILED: 'The table cannot be read; nothing of it was taken.',
  STOPPED: 'It was stopped; what was taken until then stays taken.',
});

export const TableDocumentStatus = describedEnum('TableDocumentStatus', 'What became of a document of a table.', {
  PENDING: 'Its turn has not come.',
  TAKEN: 'It was taken whole; in a dry run, it would be.',
  REFUSED: 'Nothing of it was taken.',
});

const TableFormat = describedEnum('TableFormat', 'How a table is written.', {
  CSV: 'Separated values.',
  XLSX: 'A workbook (ECMA-376); its first sheet that is shown.',
});
const TableEncoding = describedEnum('TableEncoding', 'How the text of a CSV table is written.', {
  UTF_8: 'UTF-8, with or without a byte order mark.',
  UTF_16: 'UTF-16 with its byte order mark.',
  GB18030: 'GB18030, with GBK and GB2312 in it.',
});
const TableDelimiter = describedEnum('TableDelimiter', 'What separates the values of a CSV table.', {
  COMMA: 'A comma.',
  SEMICOLON: 'A semicolon.',
  TAB: 'A tab.',
});
export const TableImportOrder = describedEnum('TableImportOrder', 'Order of a list of table imports.', {
  NEWEST: 'Last begun first.',
  OLDEST: 'First begun first.',
});
const TableImportActionName = describedEnum('TableImportAction', 'What the owner of an import can do.', {
  STOP: 'End it before its end.',
});

@ObjectType({ description: 'Whether something can be done with an import now.' })
export class TableImportAllowedAction {
  @Field(() => TableImportActionName, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be done.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Why not, as a code of refusals.' })
  reason?: string;
}

@ObjectType({ description: 'A reason why a document, or the table as a whole, was refused, and where in the table it lies.' })
export class TableError {
  @Field(() => ID, { description: 'The reason.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Line in the file, from 1, the headings counted; null where no line is to blame.' })
  line?: number;

  @Field({ nullable: true, description: 'Heading of the column as the file writes it; null where it is about the line as a whole.' })
  column?: string;

  @Field({ nullable: true, description: 'What the cell holds, up to 200 characters. May be a price: needs amounts:read.' })
  value?: string;

  @Field(() => UserError, { description: 'The reason, for programs and for people.' })
  error!: UserError;
}

@ObjectType({ description: 'One document of a table: several lines with the same number.' })
export class TableDocument {
  @Field(() => ID, { description: 'The document of the table.' })
  id!: string;

  @Field({ nullable: true, description: 'Its number as the file writes it; null where a line has none.' })
  number?: string;

  @Field(() => Int, { description: 'Its first line in the file.' })
  firstLine!: number;

  @Field(() => Int, { description: 'Its last line in the file.' })
  lastLine!: number;

  @Field(() => Int, { description: 'How many lines it has.' })
  lineCount!: number;

  @Field(() => TableDocumentStatus, { description: 'What became of it.' })
  status!: string;

  @Field({
    nullable: true,
    description:
      'What it came to, or would in a dry run, in words of its mutation: ISSUED, UNCHANGED, REPLACED, PROPOSED …; null where it was not taken.',
  })
  outcome?: string;

  @Field(() => Order, { nullable: true, description: 'The order that it became; null in a dry run, and for other documents.' })
  order?: Order;

  @Field(() => DespatchAdvice, { nullable: true, description: 'The despatch that it became; null in a dry run, and for other documents.' })
  despatch?: DespatchAdvice;

  @Field(() => ReceiptAdvice, { nullable: true, description: 'The receipt that it became; null in a dry run, and for other documents.' })
  receipt?: ReceiptAdvice;
}

@ObjectType({ description: 'One line of a table that was read in.' })
export class TableLine {
  @Field(() => Int, { description: 'Its number in the file, from 1, the headings counted.' })
  line!: number;

  @Field(() => TableDocument, { nullable: true, description: 'The document that it belongs to; null until the table is read to its end.' })
  document?: TableDocument;
}

export const TableErrorConnection = connectionOf('TableError', () => TableError);
export const TableDocumentConnection = connectionOf('TableDocument', () => TableDocument);
export const TableLineConnection = connectionOf('TableLine', () => TableLine);

@InputType({ description: 'Which documents of a table to list.' })
export class TableDocumentFilter {
  @Field(() => [TableDocumentStatus], { nullable: true, description: 'With any of these results.' })
  status?: string[];
}

@ObjectType({ implements: Node, description: 'A table of documents that was read in, and what became of each.' })
export class TableImport extends Node {
  @Field(() => TableKind, { description: 'What it holds.' })
  kind!: string;

  @Field({ description: 'Whether it only says what would happen.' })
  dryRun!: boolean;

  @Field(() => TableImportStatus, { description: 'How far it is.' })
  status!: string;

  @Field(() => Int, { description: 'Grows with every change of the status.' })
  version!: number;

  @Field(() => ID, { description: 'The file, at `GET /files/{id}`.' })
  fileId!: string;

  @Field(() => TableFormat, { nullable: true, description: 'What the file turned out to be; null until it is read.' })
  format?: string;

  @Field(() => TableEncoding, { nullable: true, description: 'Of a CSV table, once it is read.' })
  encoding?: string;

  @Field(() => TableDelimiter, { nullable: true, description: 'Of a CSV table, once it is read.' })
  delimiter?: string;

  @Field(() => [String], { description: 'Headings that the hub does not know. Their values are not taken.' })
  ignoredColumns!: string[];

  @Field(() => Int, { description: 'Lines with values below the headings.' })
  lineCount!: number;

  @Field(() => Int, { description: 'Documents that these lines make.' })
  documentCount!: number;

  @Field(() => Int, { description: 'Documents taken until now; in a dry run, that would be.' })
  takenCount!: number;

  @Field(() => Int, { description: 'Documents refused until now.' })
  refusedCount!: number;

  @Field(() => Int, { description: 'Reasons given until now.' })
  errorCount!: number;

  @Field(() => DateTime, { description: 'When it was sent, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was sent, in business time.' })
  businessTime!: string;

  @Field(() => DateTime, { nullable: true, description: 'When work on it began.' })
  beganAt?: string;

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  endedAt?: string;

  @Field(() => [TableImportAllowedAction], { description: 'What its owner can do now.' })
  allowedActions!: TableImportAllowedAction[];
}

export const TableImportConnection = connectionOf('TableImport', () => TableImport);

@ObjectType({ description: 'What came of a command on a table.' })
export class TableImportPayload extends Payload {
  @Field(() => TableImport, { nullable: true, description: 'The import afterwards; null when the command was refused.' })
  tableImport?: TableImport;
}

@ObjectType({ description: 'What came of stopping an import.' })
export class TableImportStopPayload extends TableImportPayload {}
