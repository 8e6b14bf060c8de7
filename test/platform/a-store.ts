import { randomBytes } from 'node:crypto';

import { Client } from 'pg';
import type { Pool, QueryResultRow } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';

import { openWorker } from '../../src/platform/jobs/worker.ts';
import type { Worker } from '../../src/platform/jobs/worker.ts';
import { makeKeyRing, readKeyRing, requestKey } from '../../src/platform/keys.ts';
import type { KeyRing } from '../../src/platform/keys.ts';
import type { Change } from '../../src/platform/postgres/change-issue.ts';
import { openPool, prepareConnection } from '../../src/platform/postgres/connect.ts';
import type { Flag } from '../../src/platform/postgres/flag-issue.ts';
import type { Otherwise } from '../../src/platform/postgres/settings.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { deadlineMs } from '../../src/platform/postgres/transact.ts';
import type { WorkspaceId } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { settleWorkspace } from '../../src/platform/postgres/workspaces.ts';
import { createDatabase } from '../support/postgres.ts';

export interface TestStore {
  readonly store: Store;
  readonly pool: Pool;
  readonly worker: Worker;
  readonly workspace: WorkspaceId;
  readonly url: string;
  /** As a superuser, whom row security does not bind. */
  ask<Row extends QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
}

export function aRing(): KeyRing {
  const ring = readKeyRing(makeKeyRing());
  if (ring === null) throw new Error('no keys');
  return ring;
}

/** What the neck stands on, over a database of its own; closed when the test is over. */
export async function aStore(): Promise<TestStore> {
  const database = await createDatabase();
  const connection = await prepareConnection(database.url);
  const pool = openPool(connection, { max: 10 }, () => undefined);
  const worker = await openWorker(connection, { ran: () => undefined, failed: () => undefined });
  const admin = new Client({ connectionString: database.url });
  admin.on('error', () => undefined);
  await admin.connect();
  onTestFinished(async () => {
    await worker.stop(1000);
    await pool.end();
    await admin.end();
    await database.drop();
  });
  const clock = (): Temporal.Instant => Temporal.Now.instant();
  const store: Store = { pool, deadlineMs, keys: aRing(), enqueue: worker.enqueue, clock, environment: told };
  const { id: workspace } = await aWorkspace(store);
  const ask: TestStore['ask'] = async (sql, values) => (await admin.query(sql, values)).rows;
  return { store, pool, worker, workspace, url: database.url, ask };
}

export async function aWorkspace(store: Store) {
  const slackId = `T${randomBytes(4).toString('hex').toUpperCase()}`;
  return await settleWorkspace(store, { slackId, botUserId: 'UBOT', url: 'https://acme.slack.com/' });
}

const told = { timeZone: 'UTC', adminUsers: [] };

/** What the process was told, and no admin has chosen otherwise. */
const environment: Otherwise = {
  issuesChannel: 'C0ISSUES',
  learningChannel: null,
  postingPauseSeconds: 60,
  timeZone: 'UTC',
};

export function aFlag(
  { store, workspace }: Pick<TestStore, 'store' | 'workspace'>,
  changes: Partial<Flag> & { text?: string; pauseSeconds?: number } = {},
): Flag {
  const { text = `Gap ${randomBytes(4).toString('hex')}`, pauseSeconds = 60, ...rest } = changes;
  const slackUser = rest.slackUser ?? 'UANA';
  return {
    workspace,
    slackUser,
    gap: { text, impact: null, affected: null, isStuck: false, asksAbove: false },
    otherwise: { ...environment, postingPauseSeconds: pauseSeconds },
    requests: [requestKey(store.keys, [workspace, slackUser, 'text', text])],
    ...rest,
  };
}

export function aChange(workspace: WorkspaceId, number: number, slackUser: string, wish: Wish): Change {
  return { workspace, number, slackUser, isListedAdmin: false, adminUsers: [], wish };
}

/** How many of our connections wait for a lock; within a transaction Postgres would give the first answer again. */
export async function waitingIn({ ask }: TestStore): Promise<number> {
  await ask('select pg_stat_clear_snapshot()');
  const rows = await ask(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length;
}
