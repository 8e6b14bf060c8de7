import { randomBytes } from 'node:crypto';

import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';

import { inDatabase } from './postgres-server.ts';

export type TestDatabase = { url: string; drop(): Promise<void> };

/** A migrated database of the caller's own, a clone of the run's template. Drop it when done, after closing pools. */
export async function createDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject('postgres');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await administer(
    adminUrl,
    `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`,
  );
  return {
    url: inDatabase(adminUrl, name),
    drop: async () => administer(adminUrl, `drop database if exists ${escapeIdentifier(name)} with (force)`),
  };
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
