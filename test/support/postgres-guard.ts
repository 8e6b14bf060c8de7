/**
 * Owns the test run's Postgres in a process of its own, so that nothing stays behind however the run ends: when the
 * run is over, or killed, this program's standard input closes, and it cleans up.
 */
import { randomBytes } from 'node:crypto';
import { glob, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { availableMemory } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

import { Client, escapeIdentifier } from 'pg';

import { prepareConnection } from '../../src/platform/postgres/connect.ts';
import { readPostmaster } from '../../src/platform/postgres/embedded-postmaster.ts';
import { startEmbedded } from '../../src/platform/postgres/embedded.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import { inDatabase, waitUntil, type TestPostgres } from './postgres-server.ts';

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
  await migrate(await prepareConnection(inDatabase(adminUrl, template)));
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

/** Servers that tests started in the scratch directory and couldn't stop. */
async function endServersIn(directory: string): Promise<void> {
  const anywhere = ['**/postmaster.pid', '**/.flagpost/postgres/postmaster.pid'];
  for await (const file of glob(anywhere, { cwd: directory })) {
    const postgresDir = join(directory, dirname(file));
    const postmaster = await readPostmaster(postgresDir);
    if (postmaster?.isAlive) process.kill(postmaster.pid, 'SIGQUIT');
    await waitUntil(async () => !(await readPostmaster(postgresDir))?.isAlive);
    if (postmaster?.socketDir) await rm(postmaster.socketDir, { recursive: true, force: true });
  }
}

type Ending = 'orderly' | 'killed';
const { promise: runIsOver, resolve: endRun } = Promise.withResolvers<Ending>();
process.stdin.once('data', () => endRun('orderly')).once('close', () => endRun('killed'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => endRun('killed'));

async function serve(postgres: TestPostgres): Promise<void> {
  await makeTemplate(postgres);
  process.stdout.write(`${JSON.stringify(postgres)}\n`);
  await runIsOver;
}

async function serveGiven(postgres: TestPostgres): Promise<void> {
  try {
    await serve(postgres);
  } finally {
    await dropDatabases(postgres);
  }
}

async function serveEmbedded(postgres: Omit<TestPostgres, 'adminUrl'>): Promise<void> {
  const server = await startEmbedded({ dataDir: join(postgres.scratchDir, 'run'), isDurable });
  try {
    await serve({ ...postgres, adminUrl: server.url });
  } finally {
    await server.stop();
  }
}

const isDurable = process.argv.includes('durable');

const memoryDir = '/dev/shm';
const roomBytes = 4 * 2 ** 30;

/**
 * A journey copies a database of a thousand files, and drops it: in memory, where there is room for many of them. What is
 * measured as durable is on a disk, or fsync would cost nothing.
 */
async function whereToWork(): Promise<string> {
  if (isDurable) return tmpdir();
  const room = await statfs(memoryDir).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return Math.min(room, availableMemory()) < roomBytes ? tmpdir() : memoryDir;
}

const settleMs = 1000;

const scratchDir = await mkdtemp(join(await whereToWork(), 'test-flagpost-'));
try {
  const template = `flagpost_test_${randomBytes(4).toString('hex')}`;
  const adminUrl = process.env['TEST_DATABASE_URL'];
  await (adminUrl ? serveGiven({ adminUrl, template, scratchDir }) : serveEmbedded({ template, scratchDir }));
} finally {
  await endServersIn(scratchDir);
  if ((await Promise.race([runIsOver, Promise.resolve('killed')])) === 'killed') {
    // A killed test may have been starting a server that had yet to show itself.
    await delay(settleMs);
    await endServersIn(scratchDir);
  }
  await rm(scratchDir, { recursive: true, force: true });
}
