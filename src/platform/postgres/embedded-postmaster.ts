import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chown, lstat, mkdtemp, readFile, rename, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { ServerUser } from './embedded-program.ts';

/** What a server wrote about itself into postmaster.pid; the socket's directory is missing while it starts. */
export type Postmaster = { pid: number; socketDir: string | undefined; isAlive: boolean };

/** What a server's command line carries, so that it can be told from a stranger who got the same process id. */
export function clusterName(postgresDir: string): string {
  return `flagpost-${createHash('sha256').update(postgresDir).digest('hex').slice(0, 12)}`;
}

/** The server that runs on this directory, or the one that left its pid file behind, if any. */
export async function readPostmaster(postgresDir: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(postgresDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  const isAlive = (await commandLine(pid)).includes(clusterName(postgresDir));
  return { pid, socketDir: lines[4] || undefined, isAlive };
}

/** Empty for a process that is gone, or that died and was not collected. */
async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const listed = await promisify(execFile)('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).catch(
    () => undefined,
  );
  return listed?.stdout ?? '';
}

/**
 * A directory only the server's user and root can enter, with a path short enough for a socket (107 bytes on
 * Linux, 103 on macOS). The wanted one, else the cluster's usual one, unless somebody else has taken that name.
 */
export async function socketDirectory(
  postgresDir: string,
  user: ServerUser,
  wanted: string | undefined,
): Promise<string> {
  for (const path of [wanted, join(temporary(user), clusterName(postgresDir))]) {
    if (!path) continue;
    if (!(await isPrivate(path, user))) await createPrivate(path, user);
    if (await isPrivate(path, user)) return path;
  }
  return unusualSocketDirectory(user);
}

/** For where the usual one turned out not to work. */
export async function unusualSocketDirectory(user: ServerUser): Promise<string> {
  const socketDir = await mkdtemp(join(temporary(user), 'flagpost-'));
  if (user) await chown(socketDir, user.uid, user.gid);
  return socketDir;
}

const longestTemporary = 60;

/** TMPDIR may be too long, or root's own, where nobody can't go. */
function temporary(user: ServerUser): string {
  return !user && Buffer.byteLength(tmpdir()) <= longestTemporary ? tmpdir() : '/tmp';
}

async function isPrivate(path: string, user: ServerUser): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  const owner = user?.uid ?? process.getuid?.();
  return found !== undefined && found.isDirectory() && (found.mode & 0o777) === 0o700 && found.uid === owner;
}

/** Made aside and renamed: whoever else looks finds it complete. Renaming fails where something is in it already. */
async function createPrivate(path: string, user: ServerUser): Promise<void> {
  const draft = await unusualSocketDirectory(user);
  await rename(draft, path).catch(async () => rmdir(draft));
}
