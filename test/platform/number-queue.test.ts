import { Client } from 'pg';
import { expect, test } from 'vitest';

import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { aFlag, aStore } from './a-store.ts';

test('of those who flag at once, one waits for the number in Postgres, and the others behind it', async () => {
  const bench = await aStore();
  const { store, workspace, ask } = bench;
  const other = new Client({ connectionString: bench.url });
  await other.connect();
  await other.query('begin');
  await other.query('select from workspaces where id = $1 for no key update', [workspace]);
  const people = ['UANA', 'USAM', 'ULEA', 'UKIM', 'UBEA'];
  const flags = people.map((slackUser) => flagIssue(store, aFlag(bench, { slackUser })));
  const waiting = () =>
    ask(`select count(*) filter (where wait_event_type = 'Lock')::int as in_postgres,
        count(*) filter (where state = 'idle in transaction')::int as behind_it
      from pg_stat_activity where datname = current_database() and application_name = 'flagpost'`);
  await expect.poll(waiting, { timeout: 1500 }).toEqual([{ in_postgres: 1, behind_it: 4 }]);
  await other.query('commit');
  await other.end();
  const numbers = (await Promise.all(flags)).map(({ number }) => number);
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
});

test('whoever comes to nothing lets the next one through', async () => {
  const bench = await aStore();
  const slow = { ...bench.store, deadlineMs: 200 };
  const other = new Client({ connectionString: bench.url });
  await other.connect();
  await other.query('begin');
  await other.query('select from workspaces where id = $1 for no key update', [bench.workspace]);
  await expect(flagIssue(slow, aFlag(bench))).rejects.toThrow('no answer in time');
  await other.query('rollback');
  await other.end();
  expect(await flagIssue(bench.store, aFlag(bench))).toMatchObject({ isSaved: true });
});
