import { rmdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { createCluster, launch, type Cluster } from './embedded-cluster.ts';
import { tryHold, type Hold } from './embedded-hold.ts';
import { readTail, sizeOf } from './embedded-log.ts';
import { readPostmaster, socketDirectory, unusualSocketDirectory } from './embedded-postmaster.ts';

/** A running server, and our hold on it. */
export type Held = { hold: Hold; socketDir: string };

/** Recovery after a crash is part of a start. */
const startMs = 60_000;
const fastShutdownMs = 10_000;
const immediateShutdownMs = 5000;
const pollMs = 20;
const longestPollMs = 500;
/** Of a killed server a process may linger, and hold its memory, for a moment. */
const giveUpMs = 3000;
const usualLaunches = 5;

/** `localhost` is a placeholder, so that everybody can parse it; the host that counts is the socket's directory. */
export function urlOf(socketDir: string, database: string): string {
  const query = new URLSearchParams({ host: socketDir, sslmode: 'disable' });
  return `postgresql://flagpost@localhost:5432/${database}?${query.toString()}`;
}

type Attempt = {
  firstLaunchMs: number | undefined;
  launches: number;
  isRunning: boolean;
  socketDir: string | undefined;
  /** How many bytes of the log are older than this attempt. */
  logStart: number;
};

/**
 * Holds the server of this cluster: the running one, or one it starts. Postgres itself sees to it that of several
 * starts one succeeds; the others find its server. `wanted` is the socket's directory to come back to. Once `signal`
 * is aborted it starts none, and waits for a running one for a short time only.
 */
export async function reach(
  cluster: Cluster,
  wanted: string | undefined,
  signal?: AbortSignal,
): Promise<Held> {
  await createCluster(cluster);
  const attempt: Attempt = {
    firstLaunchMs: undefined,
    launches: 0,
    isRunning: false,
    socketDir: wanted,
    logStart: await sizeOf(cluster.logFile),
  };
  let deadline = Date.now() + startMs;
  for (let pauseMs = pollMs; Date.now() < deadline; pauseMs = Math.min(pauseMs * 1.2, longestPollMs)) {
    if (signal?.aborted) deadline = Math.min(deadline, Date.now() + fastShutdownMs);
    const postmaster = await readPostmaster(cluster.postgresDir);
    if (postmaster?.isAlive) {
      const held = await tryServer(postmaster.socketDir);
      if (held) {
        if (attempt.socketDir !== held.socketDir) await removeIfEmpty(attempt.socketDir);
        return held;
      }
    } else if (!attempt.isRunning) {
      attempt.firstLaunchMs ??= Date.now();
      if (Date.now() - attempt.firstLaunchMs > giveUpMs || signal?.aborted) break;
      attempt.socketDir =
        attempt.launches < usualLaunches || wanted
          ? await socketDirectory(cluster.postgresDir, cluster.user, wanted)
          : await unusualSocketDirectory(cluster.user);
      const { ended } = await launch(cluster, attempt.socketDir, postmaster?.pid);
      attempt.launches += 1;
      attempt.isRunning = true;
      void ended.then(() => (attempt.isRunning = false));
    }
    await delay(pauseMs);
  }
  await removeIfEmpty(attempt.socketDir);
  throw new Error(
    `The embedded Postgres did not start.\n${await readTail(cluster.logFile, attempt.logStart)}`,
  );
}

async function tryServer(socketDir: string | undefined): Promise<Held | undefined> {
  const hold = socketDir ? await tryHold(urlOf(socketDir, 'postgres')) : undefined;
  return socketDir && hold ? { hold, socketDir } : undefined;
}

/** Ends the server: fast (open transactions are rolled back), and if that takes too long at once, to recover later. */
export async function shutDown(cluster: Cluster): Promise<void> {
  const postmaster = await readPostmaster(cluster.postgresDir);
  if (!postmaster?.isAlive) return;
  process.kill(postmaster.pid, 'SIGINT');
  if (!(await isGoneWithin(cluster, fastShutdownMs))) {
    process.kill(postmaster.pid, 'SIGQUIT');
    await isGoneWithin(cluster, immediateShutdownMs);
  }
  await removeIfEmpty(postmaster.socketDir);
}

async function isGoneWithin(cluster: Cluster, boundMs: number): Promise<boolean> {
  const deadline = Date.now() + boundMs;
  while (Date.now() < deadline) {
    const postmaster = await readPostmaster(cluster.postgresDir);
    if (!postmaster?.isAlive) return true;
    await delay(pollMs);
  }
  return false;
}

async function removeIfEmpty(directory: string | undefined): Promise<void> {
  if (directory) await rmdir(directory).catch(() => undefined);
}
