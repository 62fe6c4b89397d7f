import type { FieldNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import type { Viewer } from '../auth/viewer.js';

/** One subscription, validated, with its variables coerced. */
export interface LiveRequest {
  readonly viewer: Viewer;
  /** Name of the root field: `feed`, `orderUpdates`, … */
  readonly field: string;
  /** Coerced arguments of the root field. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Key of the one root field in the answer. */
  readonly responseKey: string;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly fieldNodes: readonly FieldNode[];
  readonly variables: Readonly<Record<string, unknown>>;
  /** Hash of the document and name of the operation: subscriptions of equal key, variables and rights may share one read. */
  readonly documentKey: string;
}

/** One answer, ready for the socket. */
export interface LiveItem {
  /** The whole execution result as JSON text: `{"data":{…}}` or `{"data":null,"errors":[…]}`. */
  readonly json: string;
  /** Where to resume when the socket is closed before the next item. */
  readonly cursor?: string;
}

/** The engine of subscriptions, as the socket sees it. */
export interface Live {
  /**
   * Items from `args.after` (or from now) on, until `signal` aborts. It must stop reading when the consumer does not ask for
   * more, and it ends by throwing a GraphQLError for a refused argument.
   */
  subscribe(request: LiveRequest, signal: AbortSignal): AsyncIterable<LiveItem>;
  /** Calls back when a credential (key or session id) is revoked, in any process. Returns the way to stop listening. */
  onRevoked(credentialId: string, listener: () => void): () => void;
}
