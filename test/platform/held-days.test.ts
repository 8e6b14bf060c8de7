import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { takesPlaceToday } from '../../src/platform/slack/held-question.ts';
import { aFlag, aStore } from './a-store.ts';

const today = Temporal.Instant.from('2026-12-01T10:00:00Z');
const yesterday = today.subtract({ hours: 24 });

test('what was to be asked about a held flag takes its place on each day on which it is tried, while there is one', async () => {
  const bench = await aStore();
  const { workspace, ask } = bench;
  const store = { ...bench.store, clock: () => today };
  const { number } = await flagIssue(store, aFlag({ ...bench, store }));
  const tries = (since: Temporal.Instant): Promise<boolean> =>
    transact(store, { workspace }, (tx) => {
      const row = { subject: String(number), since };
      return takesPlaceToday({ store, settings: store.environment }, tx, { workspace, row });
    });
  const counted = () => ask('select count from sealed_nudges');

  expect(await tries(today)).toBe(true);
  expect(await counted()).toEqual([]);
  for (const count of [1, 2, 3]) {
    expect(await tries(yesterday)).toBe(true);
    expect(await counted()).toEqual([{ count }]);
  }
  expect(await tries(yesterday)).toBe(false);
  expect(await tries(today)).toBe(true);
  expect(await counted()).toEqual([{ count: 3 }]);
});
