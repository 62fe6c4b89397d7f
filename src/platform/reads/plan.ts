import type { FieldNode, GraphQLField } from 'graphql';
import type { CostNode } from './cost.js';
import type { Run } from './run.js';
import type { SqlType } from './shapes.js';

/** A field with arguments that the plan looks at. */
export interface Site {
  /** `Type.field`, for messages and cursors. */
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

export interface Parameter {
  readonly get: (run: Run) => string | null;
  /** Instead of `get`: the array of this column over all root values. */
  readonly column?: number;
}

/** Fills a place that SQL left open. `values` are what the place needs from its row. */
export type Filler = (values: readonly unknown[], run: Run, root: unknown) => string;

/** A column of the root values from which payloads and items are made. */
export interface RootColumn {
  readonly type: SqlType | 'text[]';
  readonly get: (root: unknown) => string | null;
}

export interface Plan {
  /** Absent where nothing comes from the database; then `constant` is the text. */
  readonly statement?: { readonly name: string; readonly text: string };
  readonly constant?: string;
  readonly parameters: readonly Parameter[];
  /** Values that the selection makes no use of; what is wrong with them is said all the same. */
  readonly unused: readonly Parameter[];
  readonly columns: readonly RootColumn[];
  readonly sites: readonly Site[];
  readonly fillers: readonly Filler[];
  /** Scope to the first coordinate that needs it. */
  readonly needs: ReadonlyMap<string, string>;
  readonly cost: CostNode;
  /** How often it ran: only what comes again is worth a prepared statement. */
  uses: number;
}
