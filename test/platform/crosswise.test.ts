import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import { together, transact, Unavailable } from '../../src/platform/postgres/transact.ts';
import type { Database, Tx } from '../../src/platform/postgres/transact.ts';
import { aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

/** Postgres looks only after a second whether two wait for each other. */
const deadlineMs = 20_000;

interface Counters extends TestStore {
  readonly database: Database;
  readonly counts: () => Promise<unknown[]>;
}

async function counters(): Promise<Counters> {
  const bench = await aStore();
  await bench.ask(`create table counters (name text primary key, count int)`);
  await bench.ask(`insert into counters values ('a', 0), ('b', 0)`);
  await bench.ask('grant all on counters to public');
  const counts = async () =>
    (await bench.ask('select count from counters order by name')).map(({ count }) => count);
  return { ...bench, database: { pool: bench.pool, deadlineMs }, counts };
}

const count = (tx: Tx, name: string) =>
  tx.execute(sql`update counters set count = count + 1 where name = ${name}`);

test('two wait for each other: one gives way, is run again, and both come true once', async () => {
  const { database, counts } = await counters();
  const both = Promise.withResolvers<void>();
  let held = 0;
  let runs = 0;
  const counted = (first: string, second: string) =>
    transact(database, 'sweep', async (tx) => {
      runs += 1;
      await count(tx, first);
      held += 1;
      if (held === 2) both.resolve();
      await both.promise;
      await count(tx, second);
      return first;
    });
  expect(await Promise.all([counted('a', 'b'), counted('b', 'a')])).toEqual(['a', 'b']);
  expect(runs).toBe(3);
  expect(await counts()).toEqual([2, 2]);
});

const givesWay = (code: string) =>
  sql.raw(`do $$ begin raise exception 'in the way' using errcode = '${code}'; end $$`);

test.each(['40P01', '40001'])(
  'what gives way each time (%s) is run three times, saves nothing, and keeps its connection',
  async (code) => {
    const { database, counts, pool } = await counters();
    await transact(database, 'sweep', () => Promise.resolve());
    const made = pool.totalCount;
    let runs = 0;
    const work = transact(database, 'sweep', async (tx) => {
      runs += 1;
      await count(tx, 'a');
      await tx.execute(givesWay(code));
    });
    await expect(work).rejects.toBeInstanceOf(Unavailable);
    expect(runs).toBe(3);
    expect(await counts()).toEqual([0, 0]);
    expect([pool.totalCount, pool.idleCount]).toEqual([made, made]);
  },
);

test('what gives way among other things that are asked at once is found to have done so', async () => {
  const { database } = await counters();
  let runs = 0;
  const work = transact(database, 'sweep', async (tx) => {
    runs += 1;
    const twice = async () => {
      await count(tx, 'a');
      await count(tx, 'b');
    };
    await together([twice(), tx.execute(givesWay('40P01')).execute()]);
  });
  await expect(work).rejects.toBeInstanceOf(Unavailable);
  expect(runs).toBe(3);
});

test('whoever others wait behind is run once', async () => {
  const { database } = await counters();
  let runs = 0;
  const behind = { isAnybody: () => false, goOn: () => undefined };
  const work = (tx: Tx) => {
    runs += 1;
    return tx.execute(givesWay('40P01'));
  };
  await expect(transact(database, 'sweep', work, behind)).rejects.toBeInstanceOf(Unavailable);
  expect(runs).toBe(1);
});

test('the time that all of it may take is over: nothing is run again', async () => {
  const { database, counts } = await counters();
  let runs = 0;
  const work = transact({ ...database, deadlineMs: 300 }, 'sweep', async (tx) => {
    runs += 1;
    await count(tx, 'a');
    await tx.execute(sql`select pg_sleep(0.4)`);
    await tx.execute(givesWay('40P01'));
  });
  await expect(work).rejects.toBeInstanceOf(Unavailable);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(runs).toBe(1);
  expect(await counts()).toEqual([0, 0]);
});
