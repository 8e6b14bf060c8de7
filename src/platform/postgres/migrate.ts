import { fileURLToPath } from 'node:url';

import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { PgBoss } from 'pg-boss';

import { withClient } from './connect.ts';
import type { Connection } from './connect.ts';

const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/**
 * Brings a database up to date; any number of processes may do so at once. drizzle's `migrate` takes no lock
 * of its own, so a session's advisory lock lets one process at a time through.
 */
export async function migrate(connection: Connection): Promise<void> {
  await withClient(connection, async (client) => {
    await client.query(`select pg_advisory_lock(${migrationLock})`);
    await applyMigrations(drizzle({ client }), { migrationsFolder });
    const boss = new PgBoss({ ...connection, supervise: false, schedule: false, max: 2 });
    boss.on('error', () => undefined);
    await boss.start();
    await boss.stop({ graceful: false });
  });
}

const migrationLock = 7_035_246_002;
