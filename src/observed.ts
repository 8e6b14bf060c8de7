import type { Pool } from 'pg';

import type { Log } from './log.ts';
import type { openWorker, Worker } from './platform/jobs/worker.ts';
import type { Metrics } from './platform/metrics.ts';
import { missingKeys, readHealth } from './platform/postgres/health.ts';
import type { Health } from './platform/postgres/health.ts';
import type { Store } from './platform/postgres/store.ts';
import type { Installation } from './platform/slack/installation.ts';

/** While the database is away every poll of every queue fails; once in a while is enough to say so. */
const quietMs = 10_000;

export function jobObserver(metrics: Metrics, log: Log): Parameters<typeof openWorker>[1] {
  let saidAt = -Infinity;
  return {
    ran: (name, outcome, seconds, error) => {
      metrics.observeJob(name, outcome, seconds);
      if (outcome === 'dead')
        log.error({ err: error, name }, 'a job is given up; it is kept among the dead letters');
      if (outcome === 'retry') log.warn({ err: error, name }, 'a job will be tried again');
    },
    failed: (error) => {
      const now = performance.now();
      if (now - saidAt < quietMs) return;
      saidAt = now;
      log.warn({ err: error }, 'the worker has no touch with the database');
    },
  };
}

/** What `/metrics` reads off the database and the pool when it is asked. */
export function addGauges({ gauge }: Metrics, store: Store, pool: Pool, worker: Worker): void {
  const health = (read: (health: Health) => number) => async (): Promise<number> =>
    read(await readHealth(store));
  const late = health(({ lateSeconds }) => lateSeconds);
  const waiting = health(({ waitingForAdmin }) => waitingForAdmin);
  const unsure = health((it) => it.unsure);
  gauge('flagpost_dead_letters', 'Jobs given up after the last try.', worker.deadLetters);
  gauge('flagpost_due_late_seconds', 'How long the most overdue thing has been waiting.', late);
  gauge(
    'flagpost_workspaces_waiting_for_admin',
    'Workspaces where messages wait until an admin acts.',
    waiting,
  );
  gauge('flagpost_unsure_messages', 'Attempts to post of which nobody has heard yet how they ended.', unsure);
  gauge('flagpost_pool_connections', 'Open connections of the pool.', () => Promise.resolve(pool.totalCount));
}

/** What keeps the bot from doing its work, in words for whoever runs it. */
export async function missing(
  store: Store,
  worker: Worker,
  { isKnown, workspace }: Installation,
): Promise<string[]> {
  try {
    await readHealth(store);
    const keys = isKnown() ? await missingKeys(store, workspace().id) : [];
    return [
      ...(worker.isRunning() ? [] : ['the worker is not running']),
      ...(isKnown() ? [] : ['Slack has not said yet who we are: is SLACK_BOT_TOKEN right?']),
      ...keys.map(
        (id) =>
          `flags wait that were sealed with the key "${id}": ENCRYPTION_KEYS lacks it, or holds another by that name`,
      ),
    ];
  } catch {
    return ['the database does not answer'];
  }
}
