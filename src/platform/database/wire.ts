import type pg from 'pg';

/** The part of node-pg's connection that sends messages of the extended protocol. */
export interface Wire {
  readonly stream: { cork?(): void; uncork?(): void };
  parse(message: { name: string; text: string; types: readonly number[] }): void;
  bind(message: { portal: string; statement: string; values: readonly (string | null)[] }): void;
  describe(message: { type: 'P' | 'S'; name: string }): void;
  execute(message: { portal: string; rows: number }): void;
  close(message: { type: 'P' | 'S'; name: string }): void;
  sync(): void;
}

export interface WireField {
  readonly name: string;
  readonly dataTypeID: number;
}

/** What node-pg's client calls on a query that it has submitted. */
export interface Submitted extends pg.Submittable {
  handleRowDescription(message: { fields: readonly WireField[] }): void;
  handleDataRow(message: { fields: readonly (string | null)[] }): void;
  handleCommandComplete(): void;
  handleEmptyQuery(): void;
  handlePortalSuspended(): void;
  handleError(error: Error): void;
  handleReadyForQuery(): void;
  handleCopyInResponse(): void;
  handleCopyData(): void;
}

/** A value as the server reads it in text format. */
export type Wired = string | number | boolean | Buffer | null | readonly (string | number | boolean | null)[];

const element = (value: string | number | boolean | null): string =>
  value === null ? 'NULL' : typeof value === 'string' ? `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : String(value);

/** The array literal of these elements: `{"a",NULL}`. */
export const arrayLiteral = (values: readonly (string | number | boolean | null)[]): string => `{${values.map(element).join(',')}}`;

export const wired = (value: Wired): string | null => {
  if (value === null) return null;
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return typeof value === 'object' ? arrayLiteral(value) : String(value);
};

const KEPT = 80;

/**
 * The statements that one connection has prepared, least recently used first. A plan costs the backend some 200 kB, so only
 * so many are kept.
 */
export class Prepared {
  readonly #texts = new Map<string, string>();
  /** Names of which it is not known whether the server has them, because a trip that parsed them failed. */
  readonly #doubtful = new Set<string>();

  /** Parses `text` under `name` unless the connection has it already; answers whether it was parsed. */
  ensure(wire: Wire, name: string, text: string): boolean {
    const known = this.#texts.get(name);
    if (known !== undefined && known !== text) throw new Error(`Two statements are called ${name}.`);
    if (known !== undefined) {
      this.#texts.delete(name);
      this.#texts.set(name, text);
      return false;
    }
    if (this.#texts.size >= KEPT) this.#evict(wire);
    wire.parse({ name, text, types: [] });
    this.#texts.set(name, text);
    return true;
  }

  /** Frees what failed trips may have left: without it, names that never come again would stay for ever. */
  settle(wire: Wire): void {
    for (const name of this.#doubtful) wire.close({ type: 'S', name });
    this.#doubtful.clear();
  }

  /** The trip that parsed these failed. */
  doubt(names: readonly string[]): void {
    for (const name of names) {
      this.#texts.delete(name);
      this.#doubtful.add(name);
    }
  }

  #evict(wire: Wire): void {
    const oldest = this.#texts.keys().next().value;
    if (oldest === undefined) return;
    this.#texts.delete(oldest);
    wire.close({ type: 'S', name: oldest });
  }
}
