/**
 * The read compiler: one statement per document.
 *
 * A room says in `reads.ts` where the rows of its GraphQL types are (`declare.ts`). `createReads` brings all declarations
 * together with the schema; then
 *
 * - `reads.query(selected)` answers a query: a text for the wire that PostgreSQL built under the viewer's row-level security;
 * - `reads.payload(field, root, given, client)` answers the selection of a mutation from what its command returned, on the
 *   command's client, before the commit;
 * - `reads.items(field, roots)` answers the selection of a subscription for many root values in one statement.
 *
 * A document is planned once for each shape of its variables; values are only ever parameters, so a plan holds nothing of a
 * caller. Refusals are thrown as GraphQLError with a code, before the trip: BAD_USER_INPUT (with `argument`), FORBIDDEN (with
 * `scope`), TOO_COSTLY. Errors of the database pass as they are; `database/errors.ts` knows what they mean. What is hidden from
 * the viewer behind a non-null field becomes null at the next nullable place and an error NOT_VISIBLE with its path.
 */
export { type Catalogue, readCatalogue } from './catalogue.js';
export { checkDeclarations, type Checked, tablesOf } from './checks.js';
export { requireFit } from './fitness.js';
export type { ReadViewer } from './run.js';
export {
  createReads,
  type Answer,
  type Reads,
  type ReadsOptions,
  type RunStatement,
  type Selection,
  type SelectionOfField,
} from './reads.js';
