import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { openPool, prepareConnection } from '../../src/platform/postgres/connect.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { openSweeper } from '../../src/platform/postgres/sweep.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aChange, aFlag, aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';
import { copy } from './copies.ts';

const many = 10_000;
const solution = { changed: 'A second key', kind: 'one-off', learning: null } as const;

/** Solved, and its reporter asked twice, and silent ever since: the first, and as many copies of it. */
async function solvedThen({ store, workspace, ask }: TestStore, then: Temporal.Instant): Promise<void> {
  const before: Store = { ...store, clock: () => then };
  await transact(store, { workspace }, async (tx) => {
    await personFor(tx, workspace, 'USAM');
    await saveMembership(tx, workspace, 'USAM', { isMember: true, isAdmin: false, hasLeft: false }, then);
  });
  const { number } = await flagIssue(before, aFlag({ store: before, workspace }, { pauseSeconds: 0 }));
  await takeTurn(before, workspace, number, 'post');
  await changeIssue(before, aChange(workspace, number, 'USAM', { type: 'claim' }));
  await changeIssue(before, aChange(workspace, number, 'USAM', { type: 'resolve', solution }));
  await ask(
    `update messages set state = 'sent', channel = 'D1', ts = '1.1', arrived_at = since where kind = 'question'`,
  );
  await ask(`update nudges set sent_at = now() - interval '8 days' where kind = 'is-it-fixed'`);
  await copy(ask, 'issues', { number: 'n' }, many);
  await copy(ask, 'participants', { issue: 'n', id: 'gen_random_uuid()' }, many);
  await copy(ask, 'due', { subject: 'n::text' }, many, `it.kind = 'fall-silent'`);
}

/** How quick it is, the bench says: here others may have most of the machine. */
const patient = { timeout: 300_000 };

test('10,000 issues fall due in the same minute: two processes bring each about, once', patient, async () => {
  const bench = await aStore();
  await solvedThen(bench, Temporal.Now.instant().subtract({ hours: 15 * 24 }));
  const pool = openPool(await prepareConnection(bench.url), { max: 10 }, () => undefined);
  const faults: unknown[] = [];
  const onFault = (error: unknown): void => void faults.push(error);
  const sweepers = [bench.store, { ...bench.store, pool }].map((store) =>
    openSweeper(
      store,
      async (found) => {
        if ('number' in found)
          await takeTurn(store, found.workspace, found.number, found.kind).catch(onFault);
      },
      onFault,
    ),
  );
  onTestFinished(async () => {
    await Promise.all(sweepers.map(async (it) => [await it.stop(), await it.settled()]));
    await pool.end();
  });
  for (const sweeper of sweepers) sweeper.start();
  const left = () => bench.ask(`select 1 from due where kind = 'fall-silent'`);
  await expect.poll(left, { timeout: 280_000 }).toEqual([]);
  expect(faults).toEqual([]);
  const told = await bench.ask(`select count(*)::int as n from events where type = 'fell-silent'`);
  expect(told).toEqual([{ n: many }]);
});
