import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';

import type { Enqueue } from '../../src/platform/jobs/jobs.ts';
import { openSweeper } from '../../src/platform/postgres/sweep.ts';
import type { Found } from '../../src/platform/postgres/sweep.ts';
import { aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

const patience = { timeout: 20_000 };
const noon = Temporal.Instant.from('2026-11-23T12:00:00Z');

/** So many workspaces' digests are due, and each process has the time of its own that it is told. */
async function due(many: number) {
  const bench = await aStore();
  await bench.ask(
    `insert into due (workspace_id, kind, subject, due_at)
      select gen_random_uuid(), 'digest', '', $1::timestamptz - n * interval '1 second' from generate_series(1, $2) n`,
    [noon.toString(), many],
  );
  const left = async (): Promise<number> => (await bench.ask('select 1 from due')).length;
  return { ...bench, left };
}

/** A process that sweeps; what it takes up is done when `work` has ended. */
function process({ store, pool }: TestStore, work: (nth: number) => Promise<void>) {
  const taken: string[] = [];
  const clock = { now: noon };
  const hands = { now: 0, most: 0 };
  const takeUp = async ({ workspace }: Found): Promise<void> => {
    taken.push(workspace);
    hands.now += 1;
    hands.most = Math.max(hands.most, hands.now);
    await work(taken.length);
    await pool.query('delete from due where workspace_id = $1', [workspace]);
    hands.now -= 1;
  };
  const faults: unknown[] = [];
  const own = { ...store, clock: () => clock.now };
  const sweeper = openSweeper(own, takeUp, (error) => faults.push(error));
  sweeper.start();
  onTestFinished(async () => {
    await sweeper.stop();
    expect(faults).toEqual([]);
  });
  return { taken, clock, hands, sweeper };
}

test('much is due at once: two processes take each of it up once, a few at a time, the oldest first', async () => {
  const bench = await due(300);
  const [oldest] = await bench.ask<{ id: string }>('select workspace_id as id from due order by due_at');
  const processes = [process(bench, () => Promise.resolve()), process(bench, () => Promise.resolve())];
  await expect.poll(bench.left, patience).toBe(0);
  const taken = processes.map((it) => it.taken);
  expect(new Set(taken.flat()).size).toBe(300);
  expect(taken.flat()).toHaveLength(300);
  expect(taken.map(([first]) => first)).toContain(oldest?.id);
  for (const { hands } of processes) expect(hands.most).toBeLessThanOrEqual(6);
});

/** Does not come back. */
const hangs = (): Promise<void> => new Promise(() => undefined);

test('a process that is gone has done some of what it found: another finds the rest once its time is over', async () => {
  const bench = await due(40);
  const gone = process(bench, (nth) => (nth <= 10 ? Promise.resolve() : hangs()));
  await expect.poll(() => gone.taken.length, patience).toBe(16);
  await gone.sweeper.stop();
  expect(await bench.left()).toBe(30);
  const other = process(bench, () => Promise.resolve());
  await expect.poll(() => other.sweeper.isIdle(), patience).toBe(true);
  expect(other.taken).toEqual([]);
  other.clock.now = noon.add({ seconds: 16 });
  other.sweeper.expect(other.clock.now);
  await expect.poll(bench.left, patience).toBe(0);
  expect(new Set(other.taken).size).toBe(30);
  expect(gone.taken).toHaveLength(16);
});

test('what waits here for so long that others may have found it is not begun here', async () => {
  const bench = await due(40);
  const stalled = Promise.withResolvers<void>();
  const slow = process(bench, (nth) => (nth <= 10 ? Promise.resolve() : stalled.promise));
  await expect.poll(() => slow.taken.length, patience).toBe(16);
  const later = noon.add({ seconds: 16 });
  slow.clock.now = later;
  const other = process(bench, () => Promise.resolve());
  other.clock.now = later;
  other.sweeper.expect(later);
  await expect.poll(bench.left, patience).toBe(0);
  stalled.resolve();
  await slow.sweeper.settled();
  await expect.poll(() => slow.sweeper.isIdle(), patience).toBe(true);
  expect(slow.taken).toHaveLength(16);
});

test('what waits to be drawn is handed over together, each message once', async () => {
  const bench = await aStore();
  await bench.ask(
    `insert into due (workspace_id, kind, subject, due_at)
      select gen_random_uuid(), 'hand-over', gen_random_uuid(), $1 from generate_series(1, 100) n`,
    [noon.toString()],
  );
  const handedOver: string[][] = [];
  const enqueue: Enqueue = (_, name, payloads) => {
    expect(name).toBe('draw');
    if (payloads.length > 0) handedOver.push(payloads.map((it) => JSON.stringify(it)));
    return Promise.resolve();
  };
  const { sweeper } = process({ ...bench, store: { ...bench.store, enqueue } }, hangs);
  await expect.poll(() => handedOver.flat().length, patience).toBe(100);
  await sweeper.stop();
  expect(new Set(handedOver.flat()).size).toBe(100);
  expect(handedOver.length).toBeLessThan(10);
  expect(await bench.ask('select 1 from due')).toEqual([]);
});
