import { GraphQLError } from 'graphql';
import { Forbidden } from '../commands/runner.js';
import { faultOf } from '../database/errors.js';

export type FaultCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'PERSISTED_DOCUMENT_NOT_FOUND'
  | 'RATE_LIMITED'
  | 'TIMEOUT'
  | 'UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR';

interface Fault {
  readonly status: number;
  readonly message: string;
  readonly retryAfter?: number;
}

const FAULTS: Readonly<Record<FaultCode, Fault>> = {
  UNAUTHENTICATED: { status: 401, message: 'Present a valid key (Authorization: Bearer rt_…) or log in.' },
  FORBIDDEN: { status: 403, message: 'Your key or your duties do not allow this.' },
  BAD_USER_INPUT: { status: 400, message: 'A value in the request cannot be used.' },
  PERSISTED_DOCUMENT_NOT_FOUND: {
    status: 400,
    message: 'This release does not know the document of that id. Load the page anew, or send the text.',
  },
  RATE_LIMITED: { status: 429, message: 'The budget of this minute is spent.' },
  TIMEOUT: { status: 503, message: 'This took too long and was stopped. Ask for less.' },
  UNAVAILABLE: { status: 503, message: 'The hub cannot answer now. Try again shortly.', retryAfter: 1 },
  INTERNAL_SERVER_ERROR: { status: 500, message: 'Something unexpected went wrong. Name the request id when you report it.' },
};

export interface FaultDetails {
  readonly message?: string;
  readonly requestId?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** An error for `errors[]`: its code, the HTTP status that goes with it, and no word of what stands behind it. */
export const fault = (code: FaultCode, details: FaultDetails = {}): GraphQLError => {
  const known = FAULTS[code];
  const retryAfter = details.retryAfter ?? known.retryAfter;
  return new GraphQLError(details.message ?? known.message, {
    extensions: {
      code,
      ...(details.requestId !== undefined && { requestId: details.requestId }),
      ...(retryAfter !== undefined && { retryAfter }),
      http: { status: known.status, headers: new Map(retryAfter === undefined ? [] : [['retry-after', String(retryAfter)]]) },
    },
  });
};

/**
 * What a caller may know of an error thrown while answering. Errors that were made for the caller pass as they are; of all
 * others only the code and the request id.
 * @param report told about every error that nobody foresaw
 */
export const faultFrom = (error: unknown, requestId: string, report: (error: unknown) => void): GraphQLError => {
  if (error instanceof GraphQLError && error.originalError === undefined) return error;
  const inner = error instanceof GraphQLError ? error.originalError : error;
  if (inner instanceof Forbidden) return fault('FORBIDDEN', { message: inner.message });
  const code = faultOf(inner);
  if (code === 'INTERNAL_SERVER_ERROR') report(inner);
  return fault(code, { requestId });
};

/** The error as it stands in an answer, without what is meant for the HTTP layer only. */
export const publicError = (error: GraphQLError): Record<string, unknown> => {
  const { http: _, ...extensions } = error.extensions;
  return { ...error.toJSON(), extensions };
};
