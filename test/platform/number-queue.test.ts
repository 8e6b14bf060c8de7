import { Client } from 'pg';
import { expect, test } from 'vitest';

import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { Unsure } from '../../src/platform/postgres/transact.ts';
import { aFlag, aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

/** Takes the number's lock, as another process would. */
async function holdNumber({ url, workspace }: Pick<TestStore, 'url' | 'workspace'>) {
  const other = new Client({ connectionString: url });
  await other.connect();
  await other.query('begin');
  await other.query('select from workspaces where id = $1 for no key update', [workspace]);
  return async (): Promise<void> => {
    await other.query('rollback');
    await other.end();
  };
}

const people = ['UANA', 'USAM', 'ULEA', 'UKIM', 'UBEA'];

/** How many wait for the number in Postgres, and how many hold a transaction open meanwhile. */
const waiting = ({ ask }: TestStore) =>
  ask(`select count(*) filter (where wait_event_type = 'Lock')::int as in_postgres,
      count(*) filter (where state = 'idle in transaction')::int as behind_it
    from pg_stat_activity where datname = current_database() and application_name = 'flagpost'`);

test('of those who flag at once, one waits for the number in Postgres, and the others behind it', async () => {
  const bench = await aStore();
  const letGo = await holdNumber(bench);
  const flags = people.map((slackUser) => flagIssue(bench.store, aFlag(bench, { slackUser })));
  await expect
    .poll(() => waiting(bench), { timeout: 1500 })
    .toEqual([{ in_postgres: 1, behind_it: people.length - 1 }]);
  await letGo();
  const numbers = (await Promise.all(flags)).map(({ number }) => number);
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
});

test('whoever comes to nothing lets the next one through', async () => {
  const bench = await aStore();
  const letGo = await holdNumber(bench);
  const slow = { ...bench.store, deadlineMs: 200 };
  await expect(flagIssue(slow, aFlag(bench))).rejects.toThrow('no answer in time');
  await letGo();
  expect(await flagIssue(bench.store, aFlag(bench))).toMatchObject({ isSaved: true });
});

test('where the disk can’t be asked whether it has the commit, that is unsure', async () => {
  const bench = await aStore();
  await bench.ask(`do $$ declare it regprocedure; begin
    for it in select oid from pg_proc where proname = 'pg_logical_emit_message' loop
      execute format('revoke execute on function %s from public', it);
    end loop; end $$`);
  const flags = await Promise.allSettled(
    people.map((slackUser) => flagIssue(bench.store, aFlag(bench, { slackUser }))),
  );
  const faults = flags.flatMap((it) => (it.status === 'rejected' ? [it.reason as unknown] : []));
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.every((it) => it instanceof Unsure)).toBe(true);
  expect(await bench.ask('select count(*)::int as saved from issues')).toEqual([{ saved: people.length }]);
});
