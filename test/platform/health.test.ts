import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { lookForDigest, takeDigestTurn } from '../../src/platform/postgres/digests.ts';
import { readHealth } from '../../src/platform/postgres/health.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { lived } from './a-history.ts';
import { aStore } from './a-store.ts';

const monday = Temporal.Instant.from('2026-11-23T09:00:00Z');
const otherwise = {
  issuesChannel: 'C0ISSUES',
  learningChannel: 'C0LEARN',
  postingPauseSeconds: 0,
  timeZone: 'UTC',
};

test('a digest that nobody has tried to post is no attempt of which nobody has heard', async () => {
  const bench = await aStore();
  const store = { ...bench.store, clock: () => monday };
  await transact(store, bench, (tx) => lookForDigest(tx, bench.workspace, monday));
  await lived(bench, monday, [{ number: 1, state: 'open', events: [['posted', 1]] }]);
  await takeDigestTurn(store, bench.workspace, otherwise);
  expect(await bench.ask(`select state from messages where kind = 'digest'`)).toEqual([
    { state: 'reserved' },
  ]);
  expect(await readHealth(store)).toMatchObject({ unsure: 0 });
});
