import type { ClientBase } from 'pg';

/**
 * Lets the operator move this hub's business time, once and for all: for a demo, by the owner of the schema, right after the
 * migrations.
 */
export async function makeClockMovable(owner: ClientBase): Promise<void> {
  await owner.query('update app.clock set movable = true where not movable');
}

/** Whether business time can be moved. A server for real business refuses to start on such a database. */
export async function clockIsMovable(client: Pick<ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ movable: boolean }>('select movable from app.clock');
  return rows[0]?.movable === true;
}
