import type pg from 'pg';
import type { Viewer } from '../auth/viewer.js';
import { exchange, type Row, type Statement } from './exchange.js';

export type { Statement } from './exchange.js';

export interface TripSettings {
  /** uuid of the acting organisation; empty sees nothing. */
  readonly org: string;
  readonly actor: string;
  /** uuid of the one order that may be seen; absent: no such bound. */
  readonly onlyOrder?: string;
  readonly statementTimeoutMs: number;
}

const SET = {
  quiet: true,
  name: 'rt_settings',
  text: "select set_config('app.org',$1,true),set_config('app.actor',$2,true),set_config('statement_timeout',$3,true),set_config('app.only_order',$4,true)",
};

type Bounds = Pick<Viewer, 'orgId' | 'actorId' | 'onlyOrder'>;

/** Everything that bounds what the viewer sees. */
export const settingsFor = ({ orgId, actorId, onlyOrder }: Bounds, statementTimeoutMs: number): TripSettings => ({
  org: orgId,
  actor: actorId,
  onlyOrder,
  statementTimeoutMs,
});

const isPool = (source: pg.Pool | pg.ClientBase): source is pg.Pool => 'totalCount' in source;

const travel = async (client: pg.ClientBase, settings: TripSettings, statement: Statement): Promise<Row[]> => {
  const { org, actor, onlyOrder = '', statementTimeoutMs } = settings;
  return (await exchange(client, [{ ...SET, values: [org, actor, String(statementTimeoutMs), onlyOrder] }, statement])).at(-1) ?? [];
};

/**
 * Runs one statement as an organisation: settings and statement in one round trip and one implicit transaction, after which the
 * connection is as before. On a client inside a transaction the settings hold until that transaction ends.
 * Rows are as the driver gives them.
 * @throws the driver's error; see `errors.ts` for what it means
 */
export const trip = async (source: pg.Pool | pg.ClientBase, settings: TripSettings, statement: Statement): Promise<{ rows: Row[] }> => {
  if (!isPool(source)) return { rows: await travel(source, settings, statement) };
  const client = await source.connect();
  let broken: Error | undefined;
  try {
    return { rows: await travel(client, settings, statement) };
  } catch (error) {
    // An error without a severity did not come from the server: the connection itself is not to be trusted.
    if (error instanceof Error && !('severity' in error && error.severity === 'ERROR')) broken = error;
    throw error;
  } finally {
    client.release(broken);
  }
};
