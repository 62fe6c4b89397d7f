import { type Logger, pino, stdSerializers } from 'pino';
import type { LogLevel } from './config.js';

/** What ties the lines of one cause together: a request, the events that it made, the jobs that those caused. */
export interface LogFields {
  readonly requestId?: string;
  readonly eventId?: string;
  readonly consumer?: string;
  readonly orgId?: string;
}

export type Log = Logger;

/** The database repeats values of rows in these; what stands in documents never stands in the log. */
const TELLTALE = ['detail', 'where', 'internalQuery', 'query', 'parameters', 'previous'] as const;

const quiet = (error: Error): unknown => {
  const plain: Record<string, unknown> = { ...stdSerializers.errWithCause(error) };
  for (const name of TELLTALE) delete plain[name];
  return plain;
};

/** One JSON object a line on standard error: standard output is for what a command answers. */
export const createLog = (level: LogLevel): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: quiet } },
    pino.destination({ fd: 2, sync: true }),
  );
