import type { ClientBase } from 'pg';

/** How long a dispatcher that says nothing keeps its lease. With the candidates' pause the longest time without a dispatcher. */
export const LEASE_SECONDS = 3;

const LOCK_CLASS = 7_305_003;

/** The new epoch when the lease was free, its holder is dead or its time is over; undefined while another dispatcher is well. */
export async function takeLease(client: ClientBase): Promise<number | undefined> {
  // What this session holds from an earlier epoch would make a dead dispatcher look alive.
  await client.query('select pg_advisory_unlock_all()');
  const { rows } = await client.query<{ epoch: number | null }>('select app.dispatcher_take($1, $2) as epoch', [LOCK_CLASS, LEASE_SECONDS]);
  return rows[0]?.epoch ?? undefined;
}

/** Whether the epoch still holds; if so it does for another `LEASE_SECONDS`. */
export async function renewLease(client: ClientBase, epoch: number): Promise<boolean> {
  const { rowCount } = await client.query(
    'update app.dispatcher_lease set expires_at = clock_timestamp() + make_interval(secs => $2) where epoch = $1',
    [epoch, LEASE_SECONDS],
  );
  return rowCount === 1;
}
