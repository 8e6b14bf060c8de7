/**
 * Owns the test run's Postgres in a process of its own, so that nothing stays behind however the run ends: when the
 * run is over, or killed, this program's standard input closes, and it cleans up.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client, escapeIdentifier } from 'pg';

import { startEmbedded } from '../../src/platform/postgres/embedded.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import { inDatabase, type TestPostgres } from './postgres-server.ts';

type Server = { url: string; close(): Promise<void> };

async function embeddedServer(): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'test-flagpost-'));
  const removeDir = async () => rm(dataDir, { recursive: true, force: true });
  try {
    const { url, stop } = await startEmbedded({ dataDir, isDurable: false });
    return { url, close: async () => stop().finally(removeDir) };
  } catch (error) {
    await removeDir();
    throw error;
  }
}

async function query(url: string, sql: string, values?: string[]): Promise<string[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(sql, values);
    return rows.map((row) => row.datname);
  } finally {
    await client.end();
  }
}

async function makeTemplate({ adminUrl, template }: TestPostgres): Promise<void> {
  await query(adminUrl, `create database ${escapeIdentifier(template)} template template0 encoding 'UTF8'`);
  await migrate(inDatabase(adminUrl, template));
}

/** The template, and what tests that were killed didn't drop. */
async function dropDatabases({ adminUrl, template }: TestPostgres): Promise<void> {
  const names = await query(adminUrl, 'select datname from pg_database where starts_with(datname, $1)', [
    template,
  ]);
  for (const name of names) {
    await query(adminUrl, `drop database if exists ${escapeIdentifier(name)} with (force)`);
  }
}

const { promise: runIsOver, resolve: endRun } = Promise.withResolvers<void>();
process.stdin.resume().once('close', () => endRun());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => endRun());

const existing = process.env['TEST_DATABASE_URL'];
const server = existing ? { url: existing, close: async () => undefined } : await embeddedServer();
const postgres: TestPostgres = {
  adminUrl: server.url,
  template: `flagpost_test_${randomBytes(4).toString('hex')}`,
};
try {
  await makeTemplate(postgres);
  process.stdout.write(`${JSON.stringify(postgres)}\n`);
  await runIsOver;
} finally {
  if (existing) await dropDatabases(postgres);
  await server.close();
}
