import type { PoolClient } from 'pg';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Viewer } from '../auth/viewer.js';
import type { Raw } from './raw.js';

/** One operation of a validated document, and who asks for it. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** SHA-256 of the document's text and the name of the operation: what plans are kept under. */
  readonly documentKey: string;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  readonly viewer: Viewer;
  readonly requestId: string;
}

/** What comes of an operation. `data` is absent when it was refused before it ran. */
export interface Executed {
  readonly data?: Raw | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: { readonly cost: number };
}

/** An operation with its variables coerced: what the read compiler plans. */
export interface Selected {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly documentKey: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
  readonly requestId: string;
}

/** One root field of such an operation. */
export interface SelectedField extends Selected {
  readonly responseKey: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly fieldNodes: readonly FieldNode[];
  /** The object type of the field. */
  readonly type: GraphQLObjectType;
}

/** The root fields of an operation that its variables leave in, by response key. */
export type RootFields = ReadonlyMap<string, readonly FieldNode[]>;

export interface ReadAnswer {
  /** JSON text: of `data` for a query, of the field's value for a payload. */
  readonly text: string;
  readonly errors: readonly GraphQLError[];
  readonly cost: number;
}

/** The read compiler, as the executor sees it. */
export interface Reads {
  query(selected: Selected): Promise<ReadAnswer>;
  /**
   * The selection of a payload.
   * @param root what the command returned, or undefined where it was refused
   * @param given the plain values of `replayed` and `userErrors`
   * @param client of the command's open transaction; undefined when there is none
   */
  payload(selected: SelectedField, root: object | undefined, given: PayloadValues, client: PoolClient | undefined): Promise<ReadAnswer>;
}

export interface PayloadValues {
  readonly replayed: boolean;
  readonly userErrors: readonly unknown[];
}

const kept = new WeakMap<DocumentNode, Record<string, FragmentDefinitionNode>>();

export const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> => {
  const known =
    kept.get(document) ??
    Object.fromEntries(document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])));
  kept.set(document, known);
  return known;
};
