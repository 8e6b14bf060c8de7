import { setTimeout as pause } from 'node:timers/promises';

import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import type { Pool, PoolClient } from 'pg';

import { isConnectionFault, isVictim } from './connection-fault.ts';
import { msLeft } from './deadline.ts';
import { handleOf, leaveTogether } from './handle.ts';

/** A database handle inside one transaction. */
export type Tx = NodePgDatabase & { readonly $client: PoolClient };

/** The tenant's id: ours, not Slack's. */
export type WorkspaceId = string & { readonly __workspace: unique symbol };

/** Which rows the transaction may see: one workspace's, the one a Slack team is about to name, or none but the exempt tables. */
export type Scope = { readonly workspace: WorkspaceId } | { readonly team: string } | 'sweep';

/** The database did not take it: nothing was changed. */
export class Unavailable extends Error {}

/** So that others could go on: it may work out another time. */
class GaveWay extends Unavailable {}

/** The answer to COMMIT never came: it may have been saved or not. */
export class Unsure extends Error {}

/** Those who wait until this commits. */
export interface Behind {
  readonly isAnybody: () => boolean;
  readonly goOn: () => void;
}

/** One deadline for pool, statements and commit together. What somebody waits for has one for all of it, see `attend`. */
export const deadlineMs = 2000;

export interface Database {
  readonly pool: Pool;
  readonly deadlineMs: number;
}

/**
 * Runs `work` in one transaction that sees only its scope.
 *
 * @throws Unavailable if it was certainly not committed because the database was away or too slow; Unsure if the
 * deadline passed, or the connection broke, during COMMIT (`statement_timeout` does not cover it). What `work` throws
 * passes through after a rollback.
 *
 * Where two wait for each other Postgres rolls one of them back, and its `work` is run again: it may change nothing but the
 * database, or what does no harm twice.
 *
 * Where others wait `behind` this, its locks end and they go on before the disk has the commit. What this returns is on
 * the disk all the same. It is run once: it has had its place among them.
 */
export async function transact<T>(
  database: Database,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  behind?: Behind,
): Promise<T> {
  const most = behind === undefined ? mostTries : 1;
  const tries: Tries = { last: begin(), isOver: false };
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(giveUp(tries.last)), msLeft(database.deadlineMs));
  });
  try {
    const tryIt = (): Promise<T> => run(database.pool, scope, work, tries.last, behind);
    return await Promise.race([tryAgain(tries, most, tryIt), deadline]);
  } finally {
    tries.isOver = true;
    clearTimeout(timer);
  }
}

const mostTries = 3;

/** In milliseconds, at most: whoever was in the way has gone on by then. */
const longestPauseMs = 50;

interface Tries {
  last: Attempt;
  isOver: boolean;
}

async function tryAgain<T>(tries: Tries, most: number, tryIt: () => Promise<T>): Promise<T> {
  try {
    return await tryIt();
  } catch (error) {
    if (!(error instanceof GaveWay) || most === 1) throw error;
    /* Each waits for another while, so that the same two don't meet again. */
    await pause(Math.random() * longestPauseMs);
    if (tries.isOver) throw error;
    tries.last = begin();
    return await tryAgain(tries, most - 1, tryIt);
  }
}

/** What a statement that is built once is given each time it is asked. */
export const given = sql.placeholder;

/** A moment that it is given, as ISO text: Postgres would otherwise have to guess what it is compared as. */
export const givenMoment = (name: string): SQL => sql`${given(name)}::timestamptz`;

/** A statement that every connection builds and has Postgres plan once, for those that people wait for. */
export function oncePerConnection<T>(build: (tx: Tx) => T): (tx: Tx) => T {
  const built = new WeakMap<Tx, T>();
  return (tx) => {
    const known = built.get(tx) ?? build(tx);
    built.set(tx, known);
    return known;
  };
}

type Answers<Asked extends readonly unknown[]> = { -readonly [Nth in keyof Asked]: Awaited<Asked[Nth]> };

/**
 * Asks several things at once. When this ends so has each of them, also where one throws: nothing is asked any more when
 * the transaction is over.
 */
export async function together<const Asked extends readonly unknown[]>(
  asked: Asked,
): Promise<Answers<Asked>> {
  const asking = asked.map((it) => Promise.resolve(it));
  /* What fails first says why: what is asked after it is refused since it failed. */
  const all = Promise.all(asking);
  await Promise.allSettled([all, ...asking]);
  return (await all) as Answers<Asked>;
}

interface Attempt {
  isCommitting: boolean;
  /** Others see it, and a crash of Postgres may still forget it. */
  hasCommitted: boolean;
  hasEnded: boolean;
  client: PoolClient | null;
}

function begin(): Attempt {
  return { isCommitting: false, hasCommitted: false, hasEnded: false, client: null };
}

function giveUp(attempt: Attempt): Error {
  const fault = attempt.isCommitting
    ? new Unsure('no answer to COMMIT in time')
    : new Unavailable('no answer in time');
  end(attempt, fault);
  return fault;
}

/** Gives the client back once; with a fault it is destroyed, since nobody knows what it is still doing. */
function end(attempt: Attempt, fault?: Error): void {
  if (attempt.hasEnded) return;
  attempt.hasEnded = true;
  const { client } = attempt;
  /* A pipeline would wait for its last answer, which may never come. */
  if (fault !== undefined && client instanceof Client) client.connection.stream.destroy();
  client?.release(fault ?? false);
}

async function run<T>(
  pool: Pool,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  attempt: Attempt,
  behind?: Behind,
): Promise<T> {
  try {
    const client = await pool.connect();
    if (attempt.hasEnded) {
      client.release();
      throw new Unavailable('a connection came too late');
    }
    attempt.client = client;
    /* What `work` asks first goes with it; should it come to nothing, so does everything after it. */
    leaveTogether(client);
    const begun = client.query(`begin; ${settings(scope)}`);
    begun.catch(() => undefined);
    const result = await work(handleOf(client));
    await begun;
    attempt.isCommitting = true;
    if (behind?.isAnybody() === true) await commitEarly(client, attempt, behind);
    else await client.query('commit');
    end(attempt);
    return result;
  } catch (error) {
    throw await abandon(attempt, error);
  }
}

const later = 'set local synchronous_commit = off';

/** A transaction that writes something of its own: its commit waits for the disk, which takes everything before it too. */
const reachTheDisk = `select pg_logical_emit_message(true, 'flagpost', '')`;

async function commitEarly(client: PoolClient, attempt: Attempt, behind: Behind): Promise<void> {
  const seen = client.query(`${later}; commit`);
  /* What the next one asks finds the locks still there, or just gone: it waits in Postgres, and not for our news. */
  behind.goOn();
  await seen;
  attempt.hasCommitted = true;
  await client.query(reachTheDisk);
}

async function abandon(attempt: Attempt, error: unknown): Promise<unknown> {
  const gaveWay = isVictim(error);
  const isLost = isConnectionFault(error) && !gaveWay;
  if (isLost || attempt.hasEnded || attempt.hasCommitted) {
    const fault = attempt.isCommitting
      ? new Unsure('the connection broke during COMMIT', { cause: error })
      : new Unavailable('the database is away', { cause: error });
    end(attempt, fault);
    return fault;
  }
  try {
    await attempt.client?.query('rollback');
    end(attempt);
  } catch (rollbackError) {
    end(attempt, rollbackError instanceof Error ? rollbackError : new Error('rollback failed'));
  }
  if (!gaveWay) return error;
  attempt.isCommitting = false;
  return new GaveWay('others were in the way', { cause: error });
}

/**
 * Lasts for the transaction, and is no query that would have to be planned and answered; the ids are quoted as literals,
 * so that it takes one round trip.
 * The exempt tables say what is to be done when; a crash of Postgres may forget the last moment of that, and the next
 * sweep finds it again. Whatever is said in Slack because of it waits for a commit of its own, which is durable.
 */
function settings(scope: Scope): string {
  if (scope === 'sweep') return later;
  const [name, value] = 'workspace' in scope ? ['app.workspace', scope.workspace] : ['app.team', scope.team];
  return `set local ${name} = '${value.replaceAll("'", "''")}'`;
}
