import type { Viewer } from '../auth/viewer.js';
import type { SelectedField } from './operation.js';

/** One subscription, validated, its variables coerced and its policy checked. `field.name` says which: `feed`, `orderUpdates`, … */
export interface LiveRequest extends SelectedField {
  /** Coerced arguments of the root field. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** One answer, ready for the socket. */
export interface LiveItem {
  /** The whole execution result as JSON text: `{"data":{…}}` or `{"errors":[…],"data":null}`. */
  readonly json: string;
}

/** The reader does not keep up with what happens: it must come back with the cursor of the last item that it received. */
export class TooSlow extends Error {}

/** The engine of subscriptions, as the socket sees it. */
export interface Live {
  /**
   * Items from `args.after`, or from now, on until `signal` aborts. The socket asks for the next item only when the last one is
   * on its way, so an engine that is pushed to must bound what it keeps for a reader (1,000 items, 1 MiB).
   * @throws GraphQLError for an argument that cannot be used; TooSlow when the bound is reached
   */
  subscribe(request: LiveRequest, signal: AbortSignal): AsyncIterable<LiveItem>;
  /** Calls back when the key or session of the viewer is revoked, in any process. Answers the way to stop listening. */
  onRevoked(viewer: Pick<Viewer, 'orgId' | 'credentialId' | 'kind'>, listener: () => void): () => void;
}
