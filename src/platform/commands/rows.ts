type Cell = string | number | boolean | null | undefined | object;
export type Cells = Readonly<Record<string, Cell>>;
/** `ctx.write`, or `ctx.sql` where the rows must stand before the next step. */
type Write = (text: string, params: readonly unknown[]) => Promise<unknown>;

/** Writes any number of rows of one shape in one statement. */
export const insertRows = async (write: Write, table: string, rows: readonly Cells[]): Promise<void> => {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).join(', ');
  await write(`insert into app.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::app.${table}, $1::jsonb)`, [
    JSON.stringify(rows),
  ]);
};

/** Overwrites rows by id in one statement; every row names the same columns. */
export const updateRows = async (write: Write, table: string, rows: readonly Cells[]): Promise<void> => {
  const [first] = rows;
  if (first === undefined) return;
  const set = Object.keys(first)
    .filter((column) => column !== 'id')
    .map((column) => `${column} = n.${column}`)
    .join(', ');
  await write(`update app.${table} t set ${set} from jsonb_populate_recordset(null::app.${table}, $1::jsonb) n where t.id = n.id`, [
    JSON.stringify(rows),
  ]);
};
