import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { readSoFar } from '../../src/platform/postgres/own-lines.ts';
import { lived } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore } from './a-store.ts';

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');

test('what a lead reads an hour after a digest counts by the same weeks, and in the one that has begun', async () => {
  const bench = await aStore();
  const open = (number: number, hoursAgo: number): Lived => ({
    number,
    state: 'open',
    events: [['posted', hoursAgo]],
  });
  const told = Array.from({ length: 12 }, (_, index) => open(index + 1, 200));
  await lived(bench, to, [...told, open(13, -0.5)]);
  const { workspace } = bench;
  await bench.ask(`insert into digests values ($1, $2, $3, null)`, [
    workspace,
    to.subtract({ hours: 168 }).toString(),
    to.toString(),
  ]);
  const store = { ...bench.store, clock: () => to.add({ hours: 1 }) };
  const places = { issuesChannel: 'C0ISSUES', learningChannel: 'C0LEARN', postingPauseSeconds: 0 };
  const lead = { workspace, slackUser: 'UKIM', adminUsers: ['UKIM'] };
  const soFar = await readSoFar(store, lead, { ...places, timeZone: 'UTC' });
  const weeks = soFar.isLead ? (soFar.digest?.picked.weeks ?? []) : [];
  expect(weeks.slice(-3).map(({ day, flagged }) => [day, flagged])).toEqual([
    ['2026-11-09', 12],
    ['2026-11-16', 0],
    ['2026-11-23', 1],
  ]);
});
