import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';

import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';

import { inDatabase, type TestPostgres } from './postgres-server.ts';

export type TestDatabase = { url: string; drop(): Promise<void> };

/** A migrated database of the caller's own, a clone of the run's template. Close what uses it before dropping it. */
export async function createDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = testPostgres();
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await administer(
    adminUrl,
    `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} strategy file_copy`,
  );
  return {
    url: inDatabase(adminUrl, name),
    drop: async () => administer(adminUrl, `drop database if exists ${escapeIdentifier(name)} with (force)`),
  };
}

/** An empty directory; it, and a database server left running in it, are cleared when the run is over. */
export async function createScratchDir(): Promise<string> {
  return mkdtemp(join(testPostgres().scratchDir, 'test-'));
}

function testPostgres(): TestPostgres {
  const provided: TestPostgres | undefined = inject('postgres');
  if (provided) return provided;
  throw new Error('Tests that need Postgres belong into the folders that vitest.config.ts gives one.');
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
