import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.js';

export type Log = Logger;

const DEEPEST = 3;

/** An error by its own words only: the database adds values of rows in further properties, and what stands in documents never stands in the log. */
const plain = (error: unknown, depth = 0): unknown => {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  return { name, message, code, constraint, stack, cause: cause === undefined || depth === DEEPEST ? undefined : plain(cause, depth + 1) };
};

/** One JSON object a line, on standard error unless told: standard output is for what a command answers. */
export const createLog = (level: LogLevel, to: DestinationStream = pino.destination({ fd: 2, sync: true })): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: (error: unknown) => plain(error) } }, to);
