/**
 * A stand-in for the app, for tests that kill it: starts the embedded Postgres in the directory it is given, says
 * `url …`, then writes rows for as long as it lives and says `row n` once each is committed. It stops when its
 * standard input closes.
 */
import { Client } from 'pg';

import { startEmbedded } from '../../src/platform/postgres/embedded.ts';

const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '' });
const run = { isOver: false };
process.stdin.resume().once('close', () => {
  run.isOver = true;
});
const client = new Client({ connectionString: embedded.url });
await client.connect();
// Two apps may be here at once, and "if not exists" doesn't keep them apart.
await client.query(`select pg_advisory_lock(1)`);
await client.query('create table if not exists rows_written (id serial primary key)');
await client.query(`select pg_advisory_unlock(1)`);
process.stdout.write(`url ${embedded.url}\n`);
while (!run.isOver) {
  const { rows } = await client.query<{ id: number }>('insert into rows_written default values returning id');
  process.stdout.write(`row ${rows[0]?.id}\n`);
}
await client.end();
await embedded.stop();
