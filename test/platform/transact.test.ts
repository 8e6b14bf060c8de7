import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import { openPool, prepareConnection } from '../../src/platform/postgres/connect.ts';
import { transact, Unavailable, Unsure } from '../../src/platform/postgres/transact.ts';
import type { Database, Tx } from '../../src/platform/postgres/transact.ts';
import { createDatabase } from '../support/postgres.ts';
import { openProxy } from '../support/proxy.ts';
import type { Proxy } from '../support/proxy.ts';

interface Bench {
  readonly database: Database;
  readonly proxy: Proxy;
  readonly admin: Client;
}

let bench: Bench;

const deadlineMs = 2000;
/** What a busy machine may add. */
const slackMs = 5000;

beforeEach(async () => {
  const { url, drop } = await createDatabase();
  const proxy = await openProxy(url);
  const pool = openPool(await prepareConnection(proxy.url), { max: 3 }, () => undefined);
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query('create table kept (word text); grant all on kept to public');
  bench = { database: { pool, deadlineMs }, proxy, admin };
  onTestFinished(async () => {
    await proxy.behaves();
    await pool.end();
    await proxy.close();
    await admin.end();
    await drop();
  });
});

const keep = (word: string): Promise<unknown> => transact(bench.database, 'sweep', (tx) => insert(tx, word));

async function insert(tx: Tx, word: string): Promise<void> {
  await tx.execute(sql`insert into kept values (${word})`);
}

async function kept(): Promise<string[]> {
  const { rows } = await bench.admin.query<{ word: string }>('select word from kept order by word');
  return rows.map(({ word }) => word);
}

async function faultOf(work: Promise<unknown>): Promise<{ fault: unknown; ms: number }> {
  const began = performance.now();
  const fault: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  return { fault, ms: performance.now() - began };
}

async function untilKept(words: string[]): Promise<void> {
  await expect.poll(kept, { timeout: 5000 }).toEqual(words);
}

test('what is committed is kept', async () => {
  await keep('one');
  expect(await kept()).toEqual(['one']);
});

test('what the work throws passes through, after a rollback, and the connection is used again', async () => {
  await keep('warm');
  const made = bench.proxy.made();
  const refusal = new Error('no');
  const { fault } = await faultOf(
    transact(bench.database, 'sweep', async (tx) => {
      await insert(tx, 'one');
      throw refusal;
    }),
  );
  expect(fault).toBe(refusal);
  await keep('two');
  expect(await kept()).toEqual(['two', 'warm']);
  expect(bench.proxy.made()).toBe(made);
});

test('an error of the database passes through as it is', async () => {
  const { fault } = await faultOf(
    transact(bench.database, 'sweep', (tx) => tx.execute(sql`select 1 from nothing`)),
  );
  expect(fault).toBeInstanceOf(Error);
  expect(fault).not.toBeInstanceOf(Unavailable);
  expect(fault).not.toBeInstanceOf(Unsure);
});

describe('nothing is saved, and that is certain', () => {
  test('while nobody listens', async () => {
    await keep('warm');
    await bench.proxy.misbehaves('refuse');
    expect((await faultOf(keep('one'))).fault).toBeInstanceOf(Unavailable);
    await bench.proxy.behaves();
    await keep('two');
    expect(await kept()).toEqual(['two', 'warm']);
  });

  test('while a new connection gets no answer', async () => {
    await bench.proxy.misbehaves('hang');
    const { fault, ms } = await faultOf(keep('one'));
    expect(fault).toBeInstanceOf(Unavailable);
    expect(ms).toBeLessThan(deadlineMs + slackMs);
    await bench.proxy.behaves();
    await keep('two');
    expect(await kept()).toEqual(['two']);
  });

  test('while an open connection gets no answer; nobody uses it again', async () => {
    await keep('warm');
    await bench.proxy.misbehaves('hang');
    const made = bench.proxy.made();
    const { fault, ms } = await faultOf(keep('one'));
    expect(fault).toBeInstanceOf(Unavailable);
    expect(ms).toBeGreaterThan(deadlineMs - 50);
    expect(ms).toBeLessThan(deadlineMs + slackMs);
    await bench.proxy.behaves();
    await keep('two');
    expect(bench.proxy.made()).toBe(made + 1);
    expect(await kept()).toEqual(['two', 'warm']);
  });

  test('while every connection of the pool is taken', async () => {
    const release = Promise.withResolvers<void>();
    const holders = Array.from({ length: 3 }, () =>
      faultOf(transact(bench.database, 'sweep', () => release.promise)),
    );
    const { fault, ms } = await faultOf(keep('one'));
    expect(fault).toBeInstanceOf(Unavailable);
    expect(ms).toBeLessThan(deadlineMs + slackMs);
    release.resolve();
    await Promise.all(holders);
    await keep('two');
    expect(await kept()).toEqual(['two']);
  });

  test('when the work itself takes too long', async () => {
    const { fault, ms } = await faultOf(
      transact(bench.database, 'sweep', async (tx) => {
        await insert(tx, 'one');
        await tx.execute(sql`select pg_sleep(20)`);
      }),
    );
    expect(fault).toBeInstanceOf(Unavailable);
    expect(ms).toBeLessThan(deadlineMs + slackMs);
    await keep('two');
    expect(await kept()).toEqual(['two']);
  });

  test('when a connection is cut in the middle, and the process lives', async () => {
    const { fault } = await faultOf(
      transact(bench.database, 'sweep', async (tx) => {
        await insert(tx, 'one');
        bench.proxy.cuts();
        await insert(tx, 'two');
      }),
    );
    expect(fault).toBeInstanceOf(Unavailable);
    await keep('three');
    expect(await kept()).toEqual(['three']);
  });
});

const patience = { timeout: 15_000 };

describe('the truth about COMMIT', () => {
  test.each([
    { trouble: 'hang before commit', isThere: false },
    { trouble: 'hang after commit', isThere: true },
    { trouble: 'cut before commit', isThere: false },
    { trouble: 'cut after commit', isThere: true },
  ] as const)('$trouble: unsure, and it is there: $isThere', async ({ trouble, isThere }) => {
    await keep('warm');
    await bench.proxy.misbehaves(trouble);
    const { fault, ms } = await faultOf(keep('one'));
    expect(fault).toBeInstanceOf(Unsure);
    expect(ms).toBeLessThan(deadlineMs + slackMs);
    await expect.poll(() => bench.proxy.open(), patience).toBe(0);
    await bench.proxy.behaves();
    await keep('two');
    await untilKept([...(isThere ? ['one'] : []), 'two', 'warm']);
  });

  test('a database that refuses the COMMIT has not saved: that is no doubt', async () => {
    await bench.admin.query(
      'alter table kept add constraint once unique (word) deferrable initially deferred',
    );
    await keep('one');
    const { fault } = await faultOf(keep('one'));
    expect(fault).toBeInstanceOf(Error);
    expect(fault).not.toBeInstanceOf(Unsure);
    expect(await kept()).toEqual(['one']);
  });
});

describe('the pool heals by itself', () => {
  test('after all its connections were terminated, idle or at work', async () => {
    await keep('warm');
    const working = faultOf(
      transact(bench.database, 'sweep', async (tx) => {
        await insert(tx, 'one');
        await tx.execute(sql`select pg_sleep(20)`);
      }),
    );
    await expect
      .poll(
        async () =>
          (
            await bench.admin.query(
              `select 1 from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid()`,
            )
          ).rowCount,
        patience,
      )
      .toBe(1);
    await bench.admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    expect((await working).fault).toBeInstanceOf(Unavailable);
    await keep('two');
    expect(await kept()).toEqual(['two', 'warm']);
  });

  test('after a backend was terminated between two statements', async () => {
    const { fault } = await faultOf(
      transact(bench.database, 'sweep', async (tx) => {
        await insert(tx, 'one');
        await bench.admin.query(
          'select pg_terminate_backend(pid, 1000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
        await new Promise((resolve) => setImmediate(resolve));
        await insert(tx, 'two');
      }),
    );
    expect(fault).toBeInstanceOf(Unavailable);
    await keep('three');
    expect(await kept()).toEqual(['three']);
  });
});
