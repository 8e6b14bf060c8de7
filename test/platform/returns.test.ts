import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { readPicked } from '../../src/platform/postgres/digest-rows.ts';
import { loadTold } from '../../src/platform/postgres/load-digest.ts';
import { returns } from '../../src/platform/postgres/returns.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { cameBack, fixed, lived, open, posted } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore } from './a-store.ts';

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');

test('what was reopened before events said so is a return where it had just been confirmed', async () => {
  const bench = await aStore();
  const events = [
    ['posted', 90],
    ['resolved', 80],
    ['reopened', 70],
    ['resolved', 60],
    ['confirmed', 50],
    ['held', 45],
    ['reopened', 40],
    ['resolved', 30],
    ['reopened', 20],
  ] as const;
  await lived(bench, to, [{ number: 1, state: 'claimed', events }]);
  const [file = ''] = globSync('migrations/*_returns-stamped/migration.sql');
  await bench.ask((await readFile(file, 'utf8')).replaceAll('--> statement-breakpoint', ''));
  const stamped = await bench.ask(`select seq from events where data ->> 'isReturn' = 'true'`);
  expect(stamped).toEqual([{ seq: 7 }]);
  await expect(bench.ask(`update events set data = '{}'`)).rejects.toThrow('append only');
  const shielded = await bench.ask(`select 1 from pg_class where relname = 'events' and relforcerowsecurity`);
  expect(shielded).toHaveLength(1);
});

/** As what a fix came back, one time after the other. */
async function backAs(issues: readonly Lived[]) {
  const bench = await aStore();
  await lived(bench, to, issues);
  const { rows } = await transact(bench.store, { workspace: bench.workspace }, (tx) =>
    tx.execute<Record<string, unknown>>(
      sql`select number, back_as from ${returns(bench.workspace)} as r order by at, issue`,
    ),
  );
  expect(rows.filter(({ number }) => number !== 1)).toEqual([]);
  return rows.map((row) => row['back_as']);
}

const same = { state: 'duplicate', returnOf: 1 };

test('what several flagged and was found to be the same came back once, when the first of them was flagged', async () => {
  const back = await backAs([
    fixed(1, 900),
    open(2, { events: [posted(300)], returnOf: 1 }),
    open(3, { ...same, of: 2, events: [posted(40)] }),
    open(4, { ...same, of: 5, events: [posted(30)] }),
    open(5, { state: 'duplicate', of: 6, events: [posted(25)] }),
    open(6, { events: [posted(20)] }),
    open(7, { ...same, of: 6, events: [posted(10)] }),
    open(8, { ...same, of: 1, events: [posted(5)] }),
  ]);
  expect(back).toEqual([2, 6]);
});

test('the first of them is whichever could be seen first, though it was flagged later', async () => {
  const back = await backAs([
    fixed(1, 900),
    open(2, { ...same, of: 4, events: [posted(10)] }),
    open(3, { returnOf: 1, events: [posted(20)] }),
    open(4, { returnOf: 1, events: [posted(30)] }),
  ]);
  expect(back).toEqual([4, 3]);
});

test('of two that could be seen at one moment, one is the first', async () => {
  const back = await backAs([
    fixed(1, 900),
    open(2, { ...same, of: 3 }),
    open(3, { returnOf: 1 }),
    open(4, { returnOf: 1 }),
  ]);
  expect(back).toEqual([3, 4]);
});

test('a fix that goes on as what it came back as came back once; what was fixed again in between counts', async () => {
  const back = await backAs([
    { number: 1, state: 'duplicate', of: 9, events: [posted(900), cameBack(500), cameBack(100)] },
    open(9, { returnOf: 1, events: [posted(200)] }),
    open(10, { returnOf: 1, events: [posted(50)] }),
  ]);
  expect(back).toEqual([null, 9, 10]);
});

test('a fix that goes on as another issue came back as that, when it was reopened', async () => {
  const back = await backAs([
    { number: 1, state: 'duplicate', of: 12, events: [posted(900), cameBack(100)] },
    open(9, { ...same, of: 12, events: [posted(50)] }),
    open(12, { events: [posted(300)] }),
  ]);
  expect(back).toEqual([12]);
});

test('a digest says how often a fix had come back by the end of its weeks, whenever it is drawn', async () => {
  const bench = await aStore();
  const { store, workspace } = bench;
  await lived(bench, to, [
    fixed(1, 900),
    open(2, { returnOf: 1, events: [posted(300)] }),
    open(3, { returnOf: 1, events: [posted(200)] }),
    open(4, { returnOf: 1, events: [posted(10)] }),
  ]);
  const none = { numbers: [], more: 0 };
  const back = { numbers: [1], more: 0 };
  const rest = { asksWhyQuiet: false, figures: [], longest: null, weeks: null };
  const picked = readPicked({
    fixed: none,
    learned: none,
    waiting: none,
    undecided: none,
    cameBack: back,
    ...rest,
  });
  const returnsBy = (hoursAgo: number) =>
    transact(store, { workspace }, async (tx) => {
      const told = await loadTold(tx, workspace, picked, to.subtract({ hours: hoursAgo }));
      return told.get(1)?.returns;
    });
  expect([await returnsBy(200), await returnsBy(100), await returnsBy(0)]).toEqual([1, 2, 3]);
});
