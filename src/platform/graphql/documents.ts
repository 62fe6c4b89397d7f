import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { LIMITS, limitsRule } from './limits.js';

export interface Prepared {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly documentKey: string;
}

type Refused = { readonly errors: readonly GraphQLError[] };

/** Parses and validates, under the same limits as over HTTP. What passed is remembered by its text; what failed is not. */
export interface Documents {
  prepare(query: string, operationName: string | null | undefined): Prepared | Refused;
}

const REMEMBERED = 1_000;

export const documentKeyOf = (queryHash: string, operationName: string | null | undefined): string => `${queryHash}:${operationName ?? ''}`;

const coded =
  (code: string) =>
  (error: GraphQLError): GraphQLError =>
    new GraphQLError(error.message, {
      nodes: error.nodes,
      source: error.source,
      positions: error.positions,
      extensions: { ...error.extensions, code },
    });

export function createDocuments(schema: GraphQLSchema): Documents {
  const known = new LRUCache<string, DocumentNode>({ max: REMEMBERED });

  const documentOf = (hash: string, query: string): DocumentNode | Refused => {
    const remembered = known.get(hash);
    if (remembered) return remembered;
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: LIMITS.tokens });
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [coded('GRAPHQL_PARSE_FAILED')(error)] };
      throw error;
    }
    const errors = validate(schema, document, [...specifiedRules, limitsRule], { maxErrors: LIMITS.maxErrors });
    if (errors.length > 0) return { errors: errors.map(coded('GRAPHQL_VALIDATION_FAILED')) };
    known.set(hash, document);
    return document;
  };

  return {
    prepare(query, operationName) {
      const hash = createHash('sha256').update(query).digest('hex');
      const document = documentOf(hash, query);
      if ('errors' in document) return document;
      const operation = getOperationAST(document, operationName);
      if (operation) return { document, operation, documentKey: documentKeyOf(hash, operation.name?.value) };
      return {
        errors: [new GraphQLError('Name one operation of the document.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })],
      };
    },
  };
}
