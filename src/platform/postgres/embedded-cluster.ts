import { spawn } from 'node:child_process';
import { chown, constants, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { clusterName } from './embedded-postmaster.ts';
import { run, serverEnvironment, useYourOwn, type ServerUser } from './embedded-program.ts';

export type Cluster = {
  /** Postgres' own directory (PGDATA). */
  postgresDir: string;
  /** Holds bin, lib and share. */
  nativeDir: string;
  user: ServerUser;
  logFile: string;
  isDurable: boolean;
};

/** initdb works aside and the result is renamed: of two at once one wins, and a killed one leaves no half cluster. */
export async function createCluster(cluster: Cluster): Promise<void> {
  if (await isThere(cluster.postgresDir)) return removeDrafts(cluster);
  const draftDir = await mkdtemp(draftPrefix(cluster));
  try {
    if (cluster.user) await chown(draftDir, cluster.user.uid, cluster.user.gid);
    await initialize(cluster, draftDir);
    await rename(draftDir, cluster.postgresDir);
    await syncDirectory(dirname(cluster.postgresDir));
  } catch (error) {
    if (!(await isThere(cluster.postgresDir))) throw error;
  } finally {
    await rm(draftDir, { recursive: true, force: true });
  }
}

/** Without it a power cut could undo the renaming, and with it what was written since. */
async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function draftPrefix(cluster: Cluster): string {
  return `${cluster.postgresDir}-draft-`;
}

/** Those of killed starts; a start that is still at one loses anyway. */
async function removeDrafts(cluster: Cluster): Promise<void> {
  const parent = dirname(cluster.postgresDir);
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    if (path.startsWith(draftPrefix(cluster))) await rm(path, { recursive: true, force: true });
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function initialize(cluster: Cluster, draftDir: string): Promise<void> {
  // Collation and case rules are Postgres' own, the same everywhere; text search and trigrams ask the system's LC_CTYPE.
  const characterType = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const options = ['--username=flagpost', '--encoding=UTF8', '--locale=C', `--lc-ctype=${characterType}`];
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--auth=reject');
  if (!cluster.isDurable) options.push('--no-sync');
  await withDirectory(cluster.user, draftDir, async (path, directoryFd) => {
    const file = join(cluster.nativeDir, 'bin', 'initdb');
    const outcome = await run({ file, args: ['-D', path, ...options], user: cluster.user, ...directoryFd });
    if (!outcome.isOk)
      throw new Error(`The embedded Postgres could not be set up. ${useYourOwn}\n${outcome.output}`);
  });
  await overwrite(join(draftDir, 'pg_hba.conf'), 'local all all peer map=flagpost\n');
  await overwrite(join(draftDir, 'pg_ident.conf'), identMap);
}

/** As root we write where the server's user could have put a link. */
async function overwrite(file: string, content: string): Promise<void> {
  await writeFile(file, content, { flag: constants.O_WRONLY | constants.O_TRUNC | constants.O_NOFOLLOW });
}

/**
 * The socket's directory lets in its owner and root. As root the owner is nobody, as whom strangers' programs
 * run as well: the kernel tells the server who knocks, and it lets in everyone but nobody.
 */
const identMap = 'flagpost "/^(?!nobody$)" all\n';

/**
 * As root on Linux the server's user need not be able to walk down to the directory (a home has 0700): it gets
 * the directory itself, opened, and a path that leads through it. Elsewhere the plain path does.
 */
async function withDirectory<T>(
  user: ServerUser,
  directory: string,
  use: (path: string, directoryFd: { directoryFd?: number }) => Promise<T>,
): Promise<T> {
  if (!user || process.platform !== 'linux') return use(directory, {});
  const handle = await open(directory, 'r');
  try {
    return await use('/proc/self/fd/3', { directoryFd: handle.fd });
  } finally {
    await handle.close();
  }
}

export type Launched = {
  /** Settles when the server has ended, however it did. */
  ended: Promise<void>;
};

/** Starts a server that outlives this process and doesn't hear the terminal's Ctrl-C. */
export async function launch(
  cluster: Cluster,
  socketDir: string,
  stalePid: number | undefined,
): Promise<Launched> {
  const log = await open(cluster.logFile, 'a', 0o600);
  try {
    return await withDirectory(cluster.user, cluster.postgresDir, async (path, { directoryFd }) => {
      const settings = Object.entries(serverSettings(cluster, socketDir));
      const args = ['-D', path, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
      // Postgres refuses while the pid in its file is alive, unless it is its own (grand)parent's. We have looked: a
      // stranger has that pid. Postgres still checks for itself that no process of the old server is left.
      const env = stalePid
        ? { ...serverEnvironment, PG_GRANDPARENT_PID: String(stalePid) }
        : serverEnvironment;
      const child = spawn(join(cluster.nativeDir, 'bin', 'postgres'), args, {
        ...cluster.user,
        cwd: '/',
        env,
        detached: true,
        stdio: ['ignore', log.fd, log.fd, directoryFd ?? 'ignore'],
      });
      const { promise, resolve } = Promise.withResolvers<void>();
      child.once('error', () => resolve()).once('exit', () => resolve());
      child.unref();
      return { ended: promise };
    });
  } finally {
    await log.close();
  }
}

/** Given on the command line: what a newer version changes here holds for older clusters as well. */
function serverSettings(cluster: Cluster, socketDir: string): Record<string, string> {
  const durable = cluster.isDurable ? 'on' : 'off';
  return {
    cluster_name: clusterName(cluster.postgresDir),
    listen_addresses: '',
    unix_socket_directories: socketDir,
    port: '5432',
    max_connections: '100',
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...quietLog,
  };
}

/**
 * No statement, parameter or value gets into the log: they hold what people typed. Terse, because the details of a
 * crash quote the statement.
 */
const quietLog = {
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_duration_statement: '-1',
  log_autovacuum_min_duration: '-1',
  log_checkpoints: 'off',
};
