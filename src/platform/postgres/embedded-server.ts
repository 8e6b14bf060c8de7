import { rmdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { launch, type Cluster } from './embedded-cluster.ts';
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
  giveUpAtMs: number;
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
  const attempt: Attempt = {
    giveUpAtMs: Infinity,
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
        await settleOn(attempt, held.socketDir);
        return held;
      }
    } else if (!attempt.isRunning) {
      if (Date.now() > attempt.giveUpAtMs || signal?.aborted) break;
      await tryLaunch(cluster, attempt, wanted, postmaster?.pid);
    }
    await delay(pauseMs);
  }
  await removeIfEmpty(attempt.socketDir);
  throw new Error(
    `The embedded Postgres did not start.\n${await readTail(cluster.logFile, attempt.logStart)}`,
  );
}

async function tryLaunch(
  cluster: Cluster,
  attempt: Attempt,
  wanted: string | undefined,
  stalePid: number | undefined,
): Promise<void> {
  if (attempt.launches === 0) attempt.giveUpAtMs = Date.now() + giveUpMs;
  const isUsual = wanted !== undefined || attempt.launches < usualLaunches;
  const socketDir = isUsual
    ? await socketDirectory(cluster.postgresDir, cluster.user, wanted)
    : await unusualSocketDirectory(cluster.user);
  await settleOn(attempt, socketDir);
  const { ended } = await launch(cluster, socketDir, stalePid);
  attempt.launches += 1;
  attempt.isRunning = true;
  void ended.then(() => (attempt.isRunning = false));
}

/** What an earlier launch was given and nobody uses goes. */
async function settleOn(attempt: Attempt, socketDir: string): Promise<void> {
  if (attempt.socketDir !== socketDir) await removeIfEmpty(attempt.socketDir);
  attempt.socketDir = socketDir;
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
