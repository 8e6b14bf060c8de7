import { execFile } from 'node:child_process';
import { mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Client } from 'pg';

import { findBinaries } from './embedded-binaries.ts';
import { createCluster, type Cluster } from './embedded-cluster.ts';
import type { Hold } from './embedded-hold.ts';
import { keep, type Log } from './embedded-keeper.ts';
import { boundLog } from './embedded-log.ts';
import type { ServerUser } from './embedded-program.ts';
import { reach, urlOf } from './embedded-server.ts';

export type Embedded = {
  /** As the cluster's superuser, through a Unix socket; the same for as long as this is held. */
  url: string;
  /** Of the same server, in a database that is never emptied. */
  serverUrl: string;
  /** Deletes everything in it. Close the pools first. */
  empty(): Promise<void>;
  /** Ends the server unless another process uses it. Close the pools first. Bounded: a server that can't stop is cut off. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  dataDir: string;
  log?: Log;
  /** False trades every promise about crashes for speed: only for a cluster that is thrown away. */
  isDurable?: boolean;
};

/**
 * A Postgres of our own in `dataDir`, shared by all processes that start it there. It survives the death of its
 * users, and is started again if it dies under them.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const cluster = await prepare(options);
  await boundLog(cluster.logFile);
  await createCluster(cluster);
  const held = await reach(cluster, undefined);
  const keeper = keep(cluster, held, options.log);
  try {
    await createDatabase(held.hold);
  } catch (error) {
    await keeper.stop();
    throw error;
  }
  options.log?.info({ dataDir: options.dataDir }, 'Using the embedded Postgres');
  let stopped: Promise<void> | undefined;
  const serverUrl = urlOf(held.socketDir, 'postgres');
  return {
    url: urlOf(held.socketDir, 'flagpost'),
    serverUrl,
    empty: () => emptyDatabase(serverUrl),
    stop: async () => (stopped ??= keeper.stop()),
  };
}

async function prepare({ dataDir: wantedDir, isDurable = true }: EmbeddedOptions): Promise<Cluster> {
  await mkdir(wantedDir, { recursive: true, mode: 0o700 });
  const dataDir = await realpath(wantedDir);
  const postgresDir = join(dataDir, 'postgres');
  const user = await serverUser(postgresDir);
  const nativeDir = await findBinaries(user, user ? '/var/cache/flagpost' : join(dataDir, 'cache'));
  return { postgresDir, nativeDir, user, isDurable, logFile: join(dataDir, 'postgres.log') };
}

/** Postgres refuses to run as root: then the directory's owner runs it, or nobody where it is yet to be made. */
async function serverUser(postgresDir: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(postgresDir).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map((flag) => promisify(execFile)('id', [flag, 'nobody'])),
  );
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

async function createDatabase({ client }: Hold): Promise<void> {
  // Two processes may be here at once: the loser waits, and then finds the winner's database.
  await client.query('select pg_advisory_lock($1)', [createLock]);
  const { rowCount } = await client.query(`select from pg_database where datname = 'flagpost'`);
  if (rowCount === 0) await client.query('create database flagpost');
  await client.query('select pg_advisory_unlock($1)', [createLock]);
}

/** Over a connection of its own: the one that holds the server may be another one by now. */
async function emptyDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('drop database if exists flagpost with (force)');
    await client.query('create database flagpost');
  } finally {
    await client.end();
  }
}

const createLock = 7_035_246_004;
