import type pg from 'pg';
import { Prepared, type Submitted, type Wire, type Wired, wired, type WireField } from './wire.js';

export interface Statement {
  /** Given when the same text will come again: the connection then keeps it prepared. One name, one text. */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly Wired[];
}

export interface TripSettings {
  /** uuid of the acting organisation; empty sees nothing. */
  readonly org: string;
  readonly actor: string;
  readonly statementTimeoutMs: number;
}

type Row = Record<string, unknown>;
type TypeParser = (oid: number, format: 'text') => (text: string) => unknown;

const SETTINGS = 'rt_settings';
const SET = "select set_config('app.org',$1,true),set_config('app.actor',$2,true),set_config('statement_timeout',$3,true)";

const preparedOf = new WeakMap<object, Prepared>();

/** Settings and statement sent together before one Sync, so that they are one implicit transaction and one round trip. */
class Trip implements Submitted {
  readonly #rows: Row[] = [];
  readonly #parsed: string[] = [];
  #fields: readonly { readonly name: string; readonly parse: (text: string) => unknown }[] = [];
  #done = false;
  #prepared: Prepared | undefined;

  constructor(
    readonly settings: TripSettings,
    readonly statement: Statement,
    readonly parser: TypeParser,
    readonly finish: (error: Error | null, rows: Row[]) => void,
  ) {}

  submit(connection: unknown): null {
    const wire = connection as Wire;
    this.#prepared = preparedOf.get(wire as object) ?? new Prepared();
    preparedOf.set(wire as object, this.#prepared);
    wire.stream.cork?.();
    try {
      this.#send(wire, this.#prepared);
    } finally {
      wire.stream.uncork?.();
    }
    return null;
  }

  #send(wire: Wire, prepared: Prepared): void {
    const { org, actor, statementTimeoutMs } = this.settings;
    const { name = '', text, values } = this.statement;
    prepared.settle(wire);
    this.#ensure(wire, prepared, SETTINGS, SET);
    wire.bind({ portal: '', statement: SETTINGS, values: [org, actor, String(statementTimeoutMs)] });
    wire.execute({ portal: '', rows: 0 });
    if (name === '') wire.parse({ name: '', text, types: [] });
    else this.#ensure(wire, prepared, name, text);
    wire.bind({ portal: '', statement: name, values: values.map(wired) });
    wire.describe({ type: 'P', name: '' });
    wire.execute({ portal: '', rows: 0 });
    wire.sync();
  }

  #ensure(wire: Wire, prepared: Prepared, name: string, text: string): void {
    if (prepared.ensure(wire, name, text)) this.#parsed.push(name);
  }

  handleRowDescription(message: { fields: readonly WireField[] }): void {
    this.#fields = message.fields.map((field) => ({ name: field.name, parse: this.parser(field.dataTypeID, 'text') }));
  }

  handleDataRow(message: { fields: readonly (string | null)[] }): void {
    // The row of set_config comes before any description and is of no interest.
    if (this.#fields.length === 0) return;
    const row: Row = {};
    message.fields.forEach((text, index) => {
      const field = this.#fields[index];
      if (field) row[field.name] = text === null ? null : field.parse(text);
    });
    this.#rows.push(row);
  }

  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCopyInResponse(): void {}
  handleCopyData(): void {}

  // The client forgets a query after its error and never tells it that the server is ready: finish here or hang.
  handleError(error: Error): void {
    this.#prepared?.doubt(this.#parsed);
    this.#end(error);
  }

  handleReadyForQuery(): void {
    this.#end(null);
  }

  #end(error: Error | null): void {
    if (this.#done) return;
    this.#done = true;
    this.finish(error, this.#rows);
  }
}

const isPool = (source: pg.Pool | pg.ClientBase): source is pg.Pool => 'totalCount' in source;

const travel = (client: pg.ClientBase, settings: TripSettings, statement: Statement): Promise<Row[]> =>
  new Promise((resolve, reject) => {
    const parser = client.getTypeParser.bind(client) as unknown as TypeParser;
    client.query(new Trip(settings, statement, parser, (error, rows) => (error ? reject(error) : resolve(rows))));
  });

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
