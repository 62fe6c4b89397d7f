import type pg from 'pg';
import { Prepared, type Submitted, type Wire, type Wired, wired, type WireField } from './wire.js';

export interface Statement {
  /** Given when the same text will come again: the connection then keeps it prepared. One name, one text. */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly Wired[];
  /** Whether nobody asks for its rows. */
  readonly quiet?: boolean;
}

export type Row = Record<string, unknown>;

type TypeParser = (oid: number, format: 'text') => (text: string) => unknown;
type Column = { readonly name: string; readonly parse: (text: string) => unknown };

const preparedOf = new WeakMap<object, Prepared>();

// A prepared statement whose table has gained a column since: it must be parsed anew.
const OUTDATED = '0A000';

/** Statements sent together before one Sync: one round trip, in order, and after the first error none. */
class Exchange implements Submitted {
  readonly #results: Row[][];
  readonly #parsed: string[] = [];
  #at = 0;
  #columns: readonly Column[] | undefined;
  #done = false;
  #prepared: Prepared | undefined;

  constructor(
    readonly statements: readonly Statement[],
    readonly parser: TypeParser,
    readonly finish: (error: Error | null, results: Row[][]) => void,
  ) {
    this.#results = statements.map(() => []);
  }

  submit(connection: unknown): null {
    const wire = connection as Wire;
    this.#prepared = preparedOf.get(wire as object) ?? new Prepared();
    preparedOf.set(wire as object, this.#prepared);
    wire.stream.cork?.();
    try {
      this.#prepared.settle(wire);
      for (const statement of this.statements) this.#send(wire, this.#prepared, statement);
      wire.sync();
    } finally {
      wire.stream.uncork?.();
    }
    return null;
  }

  #send(wire: Wire, prepared: Prepared, { name = '', text, values, quiet = false }: Statement): void {
    if (name === '') wire.parse({ name: '', text, types: [] });
    else if (prepared.ensure(wire, name, text)) this.#parsed.push(name);
    wire.bind({ portal: '', statement: name, values: values.map(wired) });
    if (!quiet) wire.describe({ type: 'P', name: '' });
    wire.execute({ portal: '', rows: 0 });
  }

  handleRowDescription(message: { fields: readonly WireField[] }): void {
    this.#columns = message.fields.map((field) => ({ name: field.name, parse: this.parser(field.dataTypeID, 'text') }));
  }

  handleDataRow(message: { fields: readonly (string | null)[] }): void {
    // Rows without a description are of no interest.
    const columns = this.#columns;
    if (!columns) return;
    const row: Row = {};
    message.fields.forEach((text, index) => {
      const column = columns[index];
      if (column) row[column.name] = text === null ? null : column.parse(text);
    });
    this.#results[this.#at]?.push(row);
  }

  handleCommandComplete(): void {
    this.#at++;
    this.#columns = undefined;
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  handlePortalSuspended(): void {}
  handleCopyInResponse(): void {}
  handleCopyData(): void {}

  // The client forgets a query after its error and never tells it that the server is ready: finish here or hang.
  handleError(error: Error): void {
    const all = 'code' in error && error.code === OUTDATED;
    this.#prepared?.doubt(all ? this.statements.flatMap(({ name }) => name ?? []) : this.#parsed);
    this.#end(error);
  }

  handleReadyForQuery(): void {
    this.#end(null);
  }

  #end(error: Error | null): void {
    if (this.#done) return;
    this.#done = true;
    this.finish(error, this.#results);
  }
}

/**
 * Runs statements in order in one round trip. Outside a transaction they are one implicit transaction.
 * @returns the rows of each, as the driver gives them
 * @throws the driver's error of the first that fails; those after it are not run. See `errors.ts` for what it means
 */
export const exchange = (client: pg.ClientBase, statements: readonly Statement[]): Promise<Row[][]> =>
  new Promise((resolve, reject) => {
    const parser = client.getTypeParser.bind(client) as unknown as TypeParser;
    client.query(new Exchange(statements, parser, (error, results) => (error ? reject(error) : resolve(results))));
  });
