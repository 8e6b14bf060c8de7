import { setTimeout as delay } from 'node:timers/promises';

import { Client, DatabaseError } from 'pg';

/**
 * One user's hold on a running server: a connection with a shared advisory lock. It ends with its process,
 * however that dies, so nobody ever counts a user who is gone.
 */
export type Hold = {
  client: Client;
  /** Settles when the connection is gone. */
  lost: Promise<void>;
};

const lockKey = 7_035_246_003;
/** Longer than a server we wait for may take to stop. */
const longestQueryMs = 30_000;

/** Undefined while there is no server, or it is starting or stopping. Throws if it doesn't let us in. */
export async function tryHold(url: string): Promise<Hold | undefined> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    query_timeout: longestQueryMs,
    application_name: 'flagpost holds the server',
  });
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  client.on('error', () => resolve()).once('end', () => resolve());
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [lockKey]);
    return { client, lost };
  } catch (error) {
    await client.end().catch(() => undefined);
    if (isRefusal(error)) throw error;
    return undefined;
  }
}

/** Class 28: invalid authorization. Waiting doesn't change it. */
function isRefusal(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code ?? '').startsWith('28');
}

/**
 * Lets go. `whenLast` runs if nobody else holds the server, and while it runs nobody can: who comes meanwhile waits
 * for the lock until the server is gone, and then starts anew.
 */
export async function release(hold: Hold, whenLast: () => Promise<void>): Promise<void> {
  try {
    await hold.client.query('select pg_advisory_unlock_shared($1)', [lockKey]);
    const { rows } = await hold.client.query<{ is_last: boolean }>(
      'select pg_try_advisory_lock($1) as is_last',
      [lockKey],
    );
    if (rows[0]?.is_last) await whenLast();
  } finally {
    await hold.client.end().catch(() => undefined);
  }
}

const goodbyeMs = 1000;
const pollMs = 10;
const others = `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;

/**
 * Waits a moment until nobody else is connected. A pool that has ended has said goodbye and not waited for it: a server
 * that stops before it has heard that ends the connection with a fault (57P01), for the log to warn of.
 */
export async function othersLeave({ client }: Hold): Promise<void> {
  const deadline = Date.now() + goodbyeMs;
  while (Date.now() < deadline && (await client.query(others)).rowCount !== 0) await delay(pollMs);
}
