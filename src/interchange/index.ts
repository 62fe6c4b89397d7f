import type { Room } from '../platform/room.js';
import { DocumentMutations, DocumentQueries } from './api.js';
import { interchangeReads } from './reads.js';
import { interchangeRefusals } from './refusals.js';

export const interchange: Room = {
  name: 'interchange',
  entities: [],
  reads: interchangeReads,
  resolvers: [DocumentQueries, DocumentMutations],
  refusals: interchangeRefusals,
  events: ['DOCUMENT_IMPORTED'],
  subjects: [{ type: 'DocumentImport' }],
  effects: [],
};

export { tables, workTable } from './tables/index.js';
