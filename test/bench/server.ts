import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { testPostgresSchema, inDatabase } from '../support/postgres-server.ts';

const guardFile = fileURLToPath(new URL('../support/postgres-guard.ts', import.meta.url));

/**
 * The run's Postgres: an embedded one that keeps all its promises about crashes, or a database of our own at
 * `TEST_DATABASE_URL`. Its guard clears it away, however this process ends.
 */
export async function openServer() {
  const guard = spawn(process.execPath, [guardFile, 'durable'], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(guard, 'exit');
  const [line] = await Promise.race([once(createInterface(guard.stdout), 'line'), exited]);
  if (typeof line !== 'string') throw new Error('Postgres did not start; see above.');
  const { adminUrl, template, scratchDir } = testPostgresSchema.parse(JSON.parse(line));
  return {
    /** Migrated and empty. */
    databaseUrl: inDatabase(adminUrl, template),
    /** Cleared away when the server is closed. */
    scratchDir,
    isGiven: Boolean(process.env['TEST_DATABASE_URL']),
    close: async () => {
      guard.stdin.end('done');
      await exited;
    },
  };
}
