import { setTimeout as delay } from 'node:timers/promises';

import { Client, DatabaseError } from 'pg';

/** What one process at a time may have; it ends with its process, however that dies. */
export interface HeldAlone {
  release(): Promise<void>;
}

/** What the other calls itself; `null`: it could not be found out. */
export interface HeldByAnother {
  readonly heldBy: string | null;
}

const lockKey = 7_035_246_005;
/** A process that was just killed has the lock until Postgres notices. */
const patience = '2s';
const retryMs = 1000;

/**
 * Holds this database for one process, by an advisory lock on a connection of its own. Where the connection breaks
 * (Postgres was started again) it is taken anew; `onLost` hears of it if another process was faster.
 */
export async function holdAlone(
  url: string,
  name: string,
  onLost: () => void,
): Promise<HeldAlone | HeldByAnother> {
  const released = new AbortController();
  const takeAgain = async (): Promise<void> => {
    while (!released.signal.aborted) {
      await delay(retryMs, undefined, { ref: false });
      const taken = await take(url, name).catch(() => null);
      if (taken instanceof Client) return await keep(taken);
      if (taken !== null) return onLost();
    }
  };
  let held: Client | null = null;
  const keep = async (client: Client): Promise<void> => {
    held = client.once('end', () => void takeAgain());
    if (released.signal.aborted) await client.end();
  };
  const taken = await take(url, name);
  if (!(taken instanceof Client)) return taken;
  await keep(taken);
  return {
    release: async () => {
      released.abort();
      await held?.end().catch(() => undefined);
    },
  };
}

async function take(url: string, name: string): Promise<Client | HeldByAnother> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: name,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`set lock_timeout = '${patience}'`);
    await client.query(`select pg_advisory_lock(${lockKey})`);
    return client;
  } catch (error) {
    const heldBy = isLockTimeout(error) ? await holderOf(client) : null;
    await client.end();
    if (isLockTimeout(error)) return { heldBy };
    throw error;
  }
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '55P03';
}

async function holderOf(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
       and (classid::bigint << 32) + objid::bigint = ${lockKey}`,
  );
  return rows[0]?.name ?? null;
}
