import { expect, test } from 'vitest';

import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { receiptPatienceMs, similarFinder } from '../../src/platform/postgres/similar.ts';
import { aFlag, aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

const alike = 'The badge reader at the north gate rejects new cards';

/** Two flags in the same words, which Postgres takes this long to compare. */
async function comparedIn(seconds: number): Promise<TestStore> {
  const bench = await aStore();
  for (const slackUser of ['UANA', 'ULEA']) {
    await flagIssue(bench.store, aFlag(bench, { text: alike, slackUser, pauseSeconds: 0 }));
  }
  await bench.ask(`update issues set state = 'open', life = '{}'`);
  await bench.ask(`create or replace function similarity(text, text) returns real language plpgsql
    as $$ begin perform pg_sleep(${seconds}); return 1; end $$`);
  return bench;
}

interface Waited {
  readonly ms: number;
  readonly found: number | null;
  readonly whyNot: string;
}

/** How long a receipt waits, and for how many; of several the fastest, since a busy machine only ever adds to it. */
async function waited({ store, workspace }: TestStore): Promise<Waited> {
  let whyNot = '';
  const find = similarFinder(store, receiptPatienceMs, (fault) => {
    whyNot = fault instanceof Error ? String(fault.cause) : '';
  });
  const rounds: Waited[] = [];
  for (let round = 0; round < 8; round += 1) {
    const began = performance.now();
    const found = await find(workspace, 'UANA', 2);
    rounds.push({ ms: performance.now() - began, found: found?.similar.length ?? null, whyNot });
  }
  const [fastest] = rounds.toSorted((a, b) => a.ms - b.ms);
  if (fastest === undefined) throw new Error('nothing was looked for');
  return fastest;
}

test('for a comparison that does not end a receipt waits 150 ms at most', async () => {
  const { ms, found, whyNot } = await waited(await comparedIn(5));
  expect(found).toBeNull();
  /* Postgres gave up by itself: a connection that we cut off would have to be made anew. */
  expect(whyNot).toContain('canceling statement due to statement timeout');
  expect(ms).toBeGreaterThan(100);
  expect(ms).toBeLessThan(150);
});

test('one that ends in half of that is waited for', async () => {
  const { ms, found } = await waited(await comparedIn(0.075));
  expect(found).toBe(1);
  expect(ms).toBeGreaterThanOrEqual(75);
});
