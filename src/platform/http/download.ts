import type { Readable } from 'node:stream';
import type { Refusal } from '../../kernel/refusal.js';
import type { PolicyName } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';

/** A request for a file that is made while it is read. */
export interface DownloadRequest {
  readonly viewer: Viewer;
  /** Of the query string; of a name that came twice, the last. */
  readonly query: Readonly<Record<string, string>>;
  /** The part of the path after the last dot. */
  readonly format: string;
  /**
   * The data of a query as this viewer sees it: the same compiler, rights and budget as over GraphQL.
   * @throws GraphQLError when it is refused
   */
  ask<Data>(document: string, variables: object): Promise<Data>;
}

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly body: Readable;
}

/** A file below `/exports/` that a room makes. */
export interface DownloadDeclaration {
  /** `orders` answers `/exports/orders.{format}`. */
  readonly path: string;
  readonly formats: readonly string[];
  readonly need: PolicyName;
  /**
   * Opens it. What can be refused must be refused here, while no byte is sent yet.
   * @returns undefined where there is no such thing, or the viewer may not see it
   */
  open(request: DownloadRequest): Promise<Download | { readonly refusals: readonly Refusal[] } | undefined>;
}
