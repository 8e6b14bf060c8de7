import { join } from 'node:path';

import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';

import { openPool, prepareConnection } from '../../src/platform/postgres/connect.ts';
import { readPostmaster } from '../../src/platform/postgres/embedded-postmaster.ts';
import { startEmbedded } from '../../src/platform/postgres/embedded.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { createScratchDir } from '../support/postgres.ts';
import { aFlag, aRing, aWorkspace } from './a-store.ts';

/** A database of its own, on a server of its own. */
async function open() {
  const dataDir = await createScratchDir();
  const { url, stop } = await startEmbedded({ dataDir });
  await migrate(await prepareConnection(url));
  const pool = openPool(await prepareConnection(url), { max: 10 }, () => undefined);
  onTestFinished(async () => {
    await pool.end();
    await stop();
  });
  const store: Store = {
    pool,
    deadlineMs: 10_000,
    keys: aRing(),
    enqueue: () => Promise.resolve(),
    clock: () => Temporal.Now.instant(),
    environment: { timeZone: 'UTC', adminUsers: [] },
  };
  return { dataDir, url, store, workspace: (await aWorkspace(store)).id };
}

async function numbersIn(url: string): Promise<number[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number }>('select number from issues');
    return rows.map(({ number }) => number);
  } catch {
    return [];
  } finally {
    await client.end().catch(() => undefined);
  }
}

test('what was answered is there after Postgres was cut off, also where others went on before the disk had it', async () => {
  const { dataDir, url, store, workspace } = await open();
  const answered: number[] = [];
  const flags = async (slackUser: string): Promise<void> => {
    for (;;) answered.push((await flagIssue(store, aFlag({ store, workspace }, { slackUser }))).number);
  };
  const all = Promise.allSettled(['UANA', 'USAM', 'ULEA', 'UKIM', 'UBEA'].map(flags));
  await expect.poll(() => answered.length, { timeout: 10_000 }).toBeGreaterThan(50);
  const postmaster = await readPostmaster(join(dataDir, 'postgres'));
  if (postmaster === undefined) throw new Error('no server');
  process.kill(postmaster.pid, 'SIGQUIT');
  await all;
  await expect.poll(() => numbersIn(url), { timeout: 15_000 }).toEqual(expect.arrayContaining(answered));
});
