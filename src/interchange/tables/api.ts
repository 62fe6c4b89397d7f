import { Arg, Args, Ctx, FieldResolver, ID, Mutation, ObjectType, Field, Query, Resolver, Subscription } from 'type-graphql';
import { Policy } from '../../platform/auth/policy.js';
import { StreamArgs, Update, UpdateFilter } from '../../platform/events/index.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { TableImportFilter, TableImportInput, TableImportStopInput } from './api-inputs.js';
import {
  TableDocumentConnection,
  TableDocumentFilter,
  TableErrorConnection,
  TableImport,
  TableImportConnection,
  TableImportOrder,
  TableImportPayload,
  TableImportStopPayload,
  TableLineConnection,
} from './api-types.js';
import { tableImportStop } from './commands/finish.js';
import { tableImport } from './commands/start.js';

@Resolver(() => TableImport)
export class TableImportFields {
  @FieldResolver(() => TableDocumentConnection, { description: 'Its documents, in the order of their first lines.' })
  documents(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => TableDocumentFilter, { nullable: true, description: 'Which ones.' }) _filter: TableDocumentFilter,
  ): never {
    return compiled();
  }

  @FieldResolver(() => TableLineConnection, { description: 'Its lines, with what became of each.' })
  lines(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }

  @FieldResolver(() => TableErrorConnection, {
    description: 'Why documents were refused, in the order of the lines. As a file: `GET /exports/table-errors.csv?import=…`.',
  })
  errors(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }
}

@ObjectType({ implements: Update, description: 'Something that happened to the import of a table.' })
export class TableImportUpdate extends Update {
  @Field(() => TableImport, { nullable: true, description: 'The import as it is now.' })
  tableImport?: TableImport;
}

@Resolver()
export class TableQueries {
  @Policy('orders:read')
  @Query(() => TableImport, { nullable: true, description: 'One import of a table of the caller; null for any other.' })
  tableImport(@Arg('id', () => ID, { description: 'The import.' }) _id: string): TableImport {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => TableImportConnection, { description: 'The tables that the caller has read in.' })
  tableImports(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => TableImportFilter, { nullable: true, description: 'Which ones.' }) _filter: TableImportFilter,
    @Arg('orderBy', () => TableImportOrder, { defaultValue: 'NEWEST', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('orders:read')
  @Subscription(() => TableImportUpdate, {
    subscribe: compiled,
    description: 'The beginning and end of imports of tables, as they happen.',
  })
  tableImportUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('importId', () => ID, { nullable: true, description: 'One import; all when left out.' }) _importId: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): TableImportUpdate {
    return compiled();
  }
}

@Resolver()
export class TableMutations {
  @Policy('orders:write')
  @Mutation(() => TableImportPayload, {
    description:
      'Reads in a table of orders, despatches or receipts (CSV in UTF-8, UTF-16 or GB18030; XLSX). Lines with the same number make one document, which is taken whole or not at all. It is worked off in the background: follow `tableImport` or `tableImportUpdates`.',
  })
  tableImport(
    @Arg('input', () => TableImportInput, { description: 'The table.' }) input: TableImportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TableImportPayload> {
    return ctx.run(tableImport, input);
  }

  @Policy('orders:write')
  @Mutation(() => TableImportStopPayload, { description: 'Ends an import before its end. What was taken until then stays taken.' })
  tableImportStop(
    @Arg('input', () => TableImportStopInput, { description: 'Which one.' }) input: TableImportStopInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TableImportStopPayload> {
    return ctx.run(tableImportStop, input);
  }
}
