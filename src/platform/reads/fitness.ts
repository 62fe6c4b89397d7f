import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import { readCatalogue } from './catalogue.js';
import { checkDeclarations, tablesOf } from './checks.js';
import type { ReadDeclaration } from './shapes.js';

/**
 * Called once at start.
 * @param served fields of Query that are answered by other means
 * @throws Error that lists everything in which declarations, schema and database do not fit each other
 */
export const requireFit = async (
  schema: GraphQLSchema,
  declarations: readonly ReadDeclaration[],
  pool: pg.Pool,
  served: readonly string[] = [],
): Promise<void> => {
  const { faults } = checkDeclarations(schema, declarations, await readCatalogue(pool, tablesOf(declarations)), served);
  if (faults.length > 0) throw new Error(`What is declared to be read does not fit:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
};
