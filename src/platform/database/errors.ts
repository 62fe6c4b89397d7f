interface DriverError {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly detail?: unknown;
}

const fieldsOf = (error: unknown): DriverError => (typeof error === 'object' && error !== null ? error : {});

/** The SQLSTATE or system error code of what the driver threw. */
export const codeOf = (error: unknown): string | undefined => {
  const { code } = fieldsOf(error);
  return typeof code === 'string' ? code : undefined;
};

/** The constraint (or the name that a guard trigger gives itself) that refused a write. */
export const constraintOf = (error: unknown): string | undefined => {
  const { constraint } = fieldsOf(error);
  return typeof constraint === 'string' ? constraint : undefined;
};

/** The numbers that a guard trigger gives with its refusal, as a JSON object of texts in the error's detail. */
export const numbersOf = (error: unknown): Readonly<Record<string, string>> | undefined => {
  const { detail } = fieldsOf(error);
  // What PostgreSQL itself writes there begins with a word.
  if (typeof detail !== 'string' || !detail.startsWith('{')) return undefined;
  return JSON.parse(detail) as Record<string, string>;
};

// serialization failure, deadlock, lock not available in time; a plan kept from before a table gained a column
const REPEATABLE = new Set(['40001', '40P01', '55P03', '0A000']);
/** The transaction left no trace and may be tried again as it is. */
export const isRepeatable = (error: unknown): boolean => REPEATABLE.has(codeOf(error) ?? '');

const LOST = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
/** The server is gone, going, full or not yet there: the same call may succeed shortly. */
export const isUnavailable = (error: unknown): boolean =>
  LOST.has(codeOf(error) ?? '') ||
  (error instanceof Error &&
    /Connection terminated|is not queryable|timeout exceeded when trying to connect|Timeout acquiring a connection/.test(error.message));

/** What a caller learns of a database error that no rule foresaw. */
export type Fault = 'TIMEOUT' | 'UNAVAILABLE' | 'BAD_USER_INPUT' | 'INTERNAL_SERVER_ERROR';

// numeric out of range, date out of range, invalid text representation, character not in repertoire (NUL)
const BAD_VALUE = new Set(['22003', '22008', '22P02', '22021', '22P05']);

export const faultOf = (error: unknown): Fault => {
  const code = codeOf(error) ?? '';
  if (code === '57014') return 'TIMEOUT';
  if (isUnavailable(error)) return 'UNAVAILABLE';
  return BAD_VALUE.has(code) ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
};
