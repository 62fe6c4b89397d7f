import type { Room } from '../../platform/room.js';
import { TableImportFields, TableMutations, TableQueries } from './api.js';
import { downloads } from './exports/index.js';
import { tableReads } from './reads.js';
import { tableRefusals } from './refusals.js';
import { seed } from './seed.js';

/** Tables of documents, in from spreadsheets and out to them. */
export const tables: Room = {
  name: 'tables',
  entities: [],
  reads: tableReads,
  resolvers: [TableImportFields, TableQueries, TableMutations],
  refusals: tableRefusals,
  events: ['TABLE_IMPORT_QUEUED', 'TABLE_IMPORT_FINISHED', 'TABLE_IMPORT_FAILED', 'TABLE_IMPORT_STOPPED'],
  subjects: [{ type: 'TableImport' }],
  effects: [{ consumer: 'table-import', on: ['TABLE_IMPORT_QUEUED'], actAs: 'owner' }],
  downloads,
  seed,
  live: [{ name: 'tableImportUpdates', subject: 'TableImport', one: { argument: 'importId', prefix: 'tbl' } }],
};

export { workTable } from './work.js';
