import { setTimeout as pause } from 'node:timers/promises';

import type { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import type { InsertOptions, JobResult, JobWithMetadata } from 'pg-boss';

import type { Connection } from '../postgres/connect.ts';
import type { Tx } from '../postgres/transact.ts';
import { jobNames } from './jobs.ts';
import type { Enqueue, JobName, JobPayloads } from './jobs.ts';

/**
 * Not a fault: what this job waits for is not there yet. It comes again after `seconds`, without counting as a try, and
 * goes on `from` where it was.
 */
export class Later extends Error {
  readonly seconds: number;
  readonly from: { readonly cursor?: string };

  constructor(seconds: number, why: string, from: { readonly cursor?: string } = {}) {
    super(why);
    this.seconds = seconds;
    this.from = from;
  }
}

export type Handlers = { readonly [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };

export type Ran = 'done' | 'later' | 'retry' | 'dead';

/** What the worker tells of itself; see `/metrics`. */
export interface JobObserver {
  ran(name: JobName, outcome: Ran, seconds: number, error?: unknown): void;
  failed(error: unknown): void;
}

export interface Worker {
  readonly enqueue: Enqueue;
  start(handlers: Handlers): Promise<void>;
  /** Takes no more jobs and waits for those it holds, at most `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>;
  isRunning(): boolean;
  /** No job is under way or waits to be tried. */
  isIdle(): Promise<boolean>;
  /** Jobs given up after the last try; they are kept two weeks. */
  deadLetters(): Promise<number>;
}

const deadLetter = 'dead';

/** Backoff from one second to five minutes: about a day of an outage, then the dead letters. */
const retries = { retryLimit: 300, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 };

const leased = { heartbeatSeconds: 10, expireInSeconds: 120, notify: true };

/** What a row of `due` stands for is found again by the sweep, so these need neither long patience nor dead letters. */
const foundBySweep: readonly JobName[] = ['mend', 'run-trial'];

function queueFor(name: JobName) {
  if (foundBySweep.includes(name)) return { ...leased, retryLimit: 3, retryDelay: 1 };
  return { ...leased, ...retries, deadLetter };
}

/** pg-boss takes a whole poll between jobs at `batchSize: 1`. */
const working = {
  batchSize: 8,
  burstWhenBatchFull: true,
  perJobResults: true,
  includeMetadata: true,
} as const;

/**
 * New jobs announce themselves; retries are only seen by polling, so it stays short where people wait for them. A batch
 * lasts as long as its slowest job: drawing waits for its turn in the channel, so others draw meanwhile.
 */
const pace = {
  draw: { localConcurrency: 3, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 },
  'publish-home': { localConcurrency: 2, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 },
} as const;

const usualPace = { localConcurrency: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 };

function workingAt(name: JobName) {
  return { ...working, ...(name === 'draw' || name === 'publish-home' ? pace[name] : usualPace) };
}

/**
 * Jobs are added in the transactions that make them necessary, so they are as durable as those. That one was taken or
 * done need not outlive a crash of Postgres: it would be done once more, which does no harm.
 */
const forgetful = {
  onConnect: async (client: Client): Promise<void> => {
    await client.query('set synchronous_commit = off');
  },
};

export async function openWorker(connection: Connection, observer: JobObserver): Promise<Worker> {
  const boss = new PgBoss({
    ...connection,
    ...forgetful,
    application_name: 'flagpost jobs',
    max: 4,
    useListenNotify: true,
    schedule: false,
    migrate: false,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
  });
  boss.on('error', (error) => observer.failed(error));
  await boss.start();
  await boss.createQueue(deadLetter, { notify: false, retentionSeconds: 14 * 24 * 3600 });
  for (const name of jobNames) await boss.createQueue(name, queueFor(name));
  let isRunning = false;
  return {
    enqueue: async (tx, name, payloads) => {
      if (payloads.length === 0) return;
      await boss.insert(
        name,
        payloads.map((data) => ({ data })),
        { db: within(tx) },
      );
    },
    start: async (handlers) => {
      for (const name of jobNames) await work(boss, name, runner(boss, observer, name, handlers[name]));
      isRunning = true;
    },
    stop: async (timeout) => {
      isRunning = false;
      /* pg-boss itself looks only every half a second whether its jobs are done. */
      const done = Promise.all(jobNames.map((name) => boss.offWork(name)));
      await Promise.race([done, pause(timeout, undefined, { ref: false })]);
      await boss.stop({ graceful: false });
    },
    isRunning: () => isRunning,
    isIdle: async () => {
      const { rows } = await boss.getDb().executeSql(openJobs, [[...jobNames]]);
      return rows.length === 0;
    },
    deadLetters: async () => {
      const [stats] = await boss.getQueueStats(deadLetter, { force: true });
      return stats?.totalCount ?? 0;
    },
  };
}

const openJobs = `select 1 from pgboss.job where name = any($1) and state < 'completed' limit 1`;

/** Postgres plans each of pg-boss's statements once for a connection. */
const statements = new Map<string, string>();

function within(tx: Tx): NonNullable<InsertOptions['db']> {
  return {
    executeSql: async (text, values) => {
      const name = statements.get(text) ?? `enqueue_${statements.size}`;
      statements.set(text, name);
      return await tx.$client.query({ name, text, values: values ?? [] });
    },
  };
}

type RunOne<Name extends JobName> = (job: JobWithMetadata<JobPayloads[Name]>) => Promise<JobResult>;

async function work<Name extends JobName>(boss: PgBoss, name: Name, run: RunOne<Name>): Promise<void> {
  const options = workingAt(name);
  await boss.work<JobPayloads[Name], object, typeof options>(name, options, async (jobs) =>
    Promise.all(jobs.map(run)),
  );
}

function runner<Name extends JobName>(
  boss: PgBoss,
  observer: JobObserver,
  name: Name,
  handle: Handlers[Name],
): RunOne<Name> {
  return async (job) => {
    const began = performance.now();
    const ran = (outcome: Ran, error?: unknown): void =>
      observer.ran(name, outcome, (performance.now() - began) / 1000, error);
    try {
      await handle(job.data);
      ran('done');
      return { id: job.id, status: 'completed' };
    } catch (error) {
      if (error instanceof Later) {
        await boss.send(name, { ...job.data, ...error.from }, { startAfter: error.seconds });
        ran('later');
        return { id: job.id, status: 'completed' };
      }
      const isDead = job.retryCount >= job.retryLimit && !foundBySweep.includes(name);
      ran(isDead ? 'dead' : 'retry', error);
      return {
        id: job.id,
        status: 'failed',
        output: { error: error instanceof Error ? error.name : 'unknown' },
      };
    }
  };
}
