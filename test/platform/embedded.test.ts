import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';

import { readPostmaster } from '../../src/platform/postgres/embedded-postmaster.ts';
import { startEmbedded, type Embedded } from '../../src/platform/postgres/embedded.ts';
import { waitUntil } from '../support/postgres-server.ts';
import { createScratchDir } from '../support/postgres.ts';

const appFile = fileURLToPath(new URL('../support/postgres-app.ts', import.meta.url));

async function start(dataDir: string): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir });
  onTestFinished(async () => embedded.stop());
  return embedded;
}

/** A process that starts the embedded Postgres and writes rows until it is stopped or killed. */
async function startApp(dataDir: string) {
  const app = spawn(process.execPath, [appFile, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(app, 'exit');
  const written: string[] = [];
  const { promise: url, resolve, reject } = Promise.withResolvers<string>();
  createInterface(app.stdout).on('line', (line) => {
    const [word, value = ''] = line.split(' ');
    if (word === 'url') resolve(value);
    else written.push(value);
  });
  app.once('exit', () => reject(new Error('The app ended before it had a database.')));
  const stop = async () => {
    app.stdin.end();
    await exited;
  };
  onTestFinished(stop);
  const kill = async () => {
    app.kill('SIGKILL');
    await exited;
  };
  return { url: await url, written, stop, kill };
}

async function ask(url: string, sql: string): Promise<string[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ answer: string }>(sql);
    return rows.map((row) => row.answer);
  } finally {
    await client.end();
  }
}

async function postmasterOf(dataDir: string) {
  const postmaster = await readPostmaster(join(dataDir, 'postgres'));
  return postmaster?.isAlive ? postmaster : undefined;
}

test('what was written is there after a stop and a start', async () => {
  const dataDir = await createScratchDir();
  const first = await start(dataDir);
  await ask(first.url, `create table kept as select 'still here' as answer`);
  await first.stop();
  expect(await postmasterOf(dataDir)).toBeUndefined();

  const second = await start(dataDir);
  expect(await ask(second.url, 'select answer from kept')).toEqual(['still here']);
});

test('two processes start on an empty directory at once: they share one server', async () => {
  const dataDir = await createScratchDir();
  const [one, other] = await Promise.all([startApp(dataDir), startApp(dataDir)]);
  expect(one.url).toBe(other.url);
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);
});

test('the server runs until its last user stops', async () => {
  const dataDir = await createScratchDir();
  const [one, other] = [await startApp(dataDir), await start(dataDir)];
  const before = await postmasterOf(dataDir);
  await one.stop();
  expect(await ask(other.url, `select 'up' as answer`)).toEqual(['up']);
  expect((await postmasterOf(dataDir))?.pid).toBe(before?.pid);
  await other.stop();
  expect(await postmasterOf(dataDir)).toBeUndefined();
});

test('users who start and stop at the same time always get a server that stays', async () => {
  const dataDir = await createScratchDir();
  const visit = async (name: string) => {
    for (let round = 0; round < 5; round += 1) {
      const embedded = await startEmbedded({ dataDir });
      try {
        expect(await ask(embedded.url, `select '${name}' as answer`)).toEqual([name]);
      } finally {
        await embedded.stop();
      }
    }
  };
  await Promise.all([visit('ana'), visit('sam'), visit('lea')]);
  expect(await postmasterOf(dataDir)).toBeUndefined();
});

test('an app is killed: its server goes on, no acknowledged row is lost, and the next start adopts it', async () => {
  const dataDir = await createScratchDir();
  const app = await startApp(dataDir);
  await waitUntil(async () => app.written.length > 200);
  const before = await postmasterOf(dataDir);
  await app.kill();

  const next = await start(dataDir);
  expect((await postmasterOf(dataDir))?.pid).toBe(before?.pid);
  const found = new Set(await ask(next.url, 'select id::text as answer from rows_written'));
  expect(app.written.filter((id) => !found.has(id))).toEqual([]);
  await next.stop();
  expect(await postmasterOf(dataDir)).toBeUndefined();
});

test('app and server are killed: no acknowledged row is lost', async () => {
  const dataDir = await createScratchDir();
  const app = await startApp(dataDir);
  await waitUntil(async () => app.written.length > 200);
  const postmaster = await postmasterOf(dataDir);
  const killed = app.kill();
  process.kill(postmaster?.pid ?? 0, 'SIGKILL');
  await killed;

  const next = await start(dataDir);
  const found = new Set(await ask(next.url, 'select id::text as answer from rows_written'));
  expect(app.written.filter((id) => !found.has(id))).toEqual([]);
});

test('the server dies under its user: it comes back at the same address', async () => {
  const dataDir = await createScratchDir();
  const embedded = await start(dataDir);
  const before = await postmasterOf(dataDir);
  process.kill(before?.pid ?? 0, 'SIGKILL');
  await waitUntil(async () =>
    (await ask(embedded.url, `select 'back' as answer`).catch(() => ['away'])).includes('back'),
  );
  expect((await postmasterOf(dataDir))?.pid).not.toBe(before?.pid);
});

test('stopping does not wait for an open transaction', async () => {
  const dataDir = await createScratchDir();
  const embedded = await start(dataDir);
  const client = new Client({ connectionString: embedded.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin; create table unfinished ()');
  const startedMs = Date.now();
  await embedded.stop();
  expect(Date.now() - startedMs).toBeLessThan(5000);
  await client.end();
});

test('the log holds nothing of what people typed', async () => {
  const dataDir = await createScratchDir();
  const logFile = join(dataDir, 'postgres.log');
  const { url, stop } = await start(dataDir);
  await ask(url, 'create table words (word text primary key)');
  await ask(url, `insert into words values ('secretive')`);
  await expect(ask(url, `insert into words values ('secretive')`)).rejects.toThrow('duplicate key');
  await expect(ask(url, `select 'secretive'::int`)).rejects.toThrow('secretive');
  await expect(ask(url, `select secretive`)).rejects.toThrow('secretive');
  const crashing = ask(url, `select pg_sleep(60), 'secretive'`);
  const running = `select pid::text as answer from pg_stat_activity where query like 'select pg_sleep%'`;
  await waitUntil(async () => (await ask(url, running)).length === 1);
  process.kill(Number((await ask(url, running))[0]), 'SIGKILL');
  await expect(crashing).rejects.toThrow(/terminat|closed/);
  await waitUntil(async () => (await readFile(logFile, 'utf8')).includes('was terminated by signal'));
  await stop();
  const log = await readFile(logFile, 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('secretive');
});

test('the socket can be reached by its owner alone', async () => {
  const dataDir = await createScratchDir();
  await start(dataDir);
  const { mode } = await stat((await postmasterOf(dataDir))?.socketDir ?? '');
  expect(mode & 0o777).toBe(0o700);
});
