import { Field, ID, InputType, Int } from 'type-graphql';
import { TableImportStatus, TableKind } from './api-types.js';

@InputType({ description: 'A table to read in.' })
export class TableImportInput {
  @Field({ description: 'Key of this call; the same key again gives the same answer. Up to 100 characters.' })
  idempotencyKey!: string;

  @Field(() => TableKind, { description: 'What the table holds.' })
  kind!: string;

  @Field(() => ID, { description: 'A file that the caller uploaded (`POST /files`): CSV or XLSX, headings in its first line.' })
  fileId!: string;

  @Field({ nullable: true, description: 'Only say what would happen; nothing is written. False when left out.' })
  dryRun?: boolean;
}

@InputType({ description: 'An import to end.' })
export class TableImportStopInput {
  @Field(() => ID, { description: 'The import.' })
  importId!: string;

  @Field(() => Int, { nullable: true, description: 'Version that the caller knows; refused as STALE_VERSION when it is another.' })
  expectedVersion?: number;

  @Field({ nullable: true, description: 'Names this call, so that it can be sent again without a second effect.' })
  idempotencyKey?: string;
}

@InputType({ description: 'Which table imports to list.' })
export class TableImportFilter {
  @Field(() => [TableKind], { nullable: true, description: 'Any of these kinds.' })
  kind?: string[];

  @Field(() => [TableImportStatus], { nullable: true, description: 'In any of these states.' })
  status?: string[];
}
