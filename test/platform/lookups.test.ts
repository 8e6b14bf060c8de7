import { randomUUID } from 'node:crypto';

import { expect, test } from 'vitest';

import { arrivedOfLate } from '../../src/platform/postgres/arrivals.ts';
import { notePressed } from '../../src/platform/postgres/choose-rhythm.ts';
import { openPool, prepareConnection } from '../../src/platform/postgres/connect.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { loadIssue, loadIssues } from '../../src/platform/postgres/load-issue.ts';
import { readOwnMirror } from '../../src/platform/postgres/mirror.ts';
import { isThanked } from '../../src/platform/postgres/own-thanks.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { areSeveral } from '../../src/platform/postgres/several-people.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { people } from './a-history.ts';
import { aFlag, aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

/** Enough that nobody would read a whole table for a few rows of it. */
const many = 4000;

/** Kim leads and owns an issue. Somebody else has done the most of what happened, and was told the most. */
async function aLongHistory(): Promise<TestStore> {
  const bench = await aStore();
  const { ask, workspace } = bench;
  await people(bench, ['UKIM', 'UANA']);
  await ask(`insert into leads (workspace_id, person_id, rung)
    select workspace_id, id, 0 from people where slack_user_id = 'UKIM'`);
  const statements = [
    `insert into issues (workspace_id, number, state, version, text, flagged_at, life)
      select $1, n, case when n in (8, 9) then 'withdrawn' else 'confirmed' end, 9, 'Gap', now(), '{"thanks":[{"seq":1,"by":null,"mayShow":false,"isWelcome":null}]}'
      from generate_series(1, ${many}) n`,
    `insert into events (workspace_id, issue, seq, type, actor_role, data, at, actor_id)
      select $1, n, seq, type, 'owner', '{}', now(), (select id from people where slack_user_id = 'UANA')
      from generate_series(1, ${many}) n, (values (1, 'thanked'), (2, 'claimed')) as it(seq, type)`,
    `insert into participants (workspace_id, issue, id, role, person_id, joined_at)
      select $1, n, gen_random_uuid(), 'owner', people.id, now()
      from people, generate_series(1, ${many}) n where slack_user_id = case n when 7 then 'UKIM' else 'UANA' end`,
    `with sent as (
        insert into messages (workspace_id, kind, subject, target, state, arrived_at)
        select $1, 'nudge', 'owed/' || n, id, 'sent', now()
        from people, generate_series(1, ${many}) n where slack_user_id = 'UANA' returning id, subject, target)
      insert into nudges (workspace_id, person_id, kind, subject, is_question, wanted_at, sent_at, message)
      select $1, target::uuid, 'owed', split_part(subject, '/', 2), false, now(), now(), id from sent`,
  ];
  for (const statement of statements) await ask(statement, [workspace]);
  await ask('analyze');
  return bench;
}

/** How often each whole table has been read by now. */
async function wholeReads({ ask }: TestStore): Promise<Record<string, number>> {
  const rows = await ask<{ name: string; reads: string }>(
    `select relname as name, seq_scan as reads from pg_stat_user_tables
      where schemaname = 'public' and relname in ('events', 'issues', 'messages', 'nudges', 'participants')`,
  );
  return Object.fromEntries(rows.map(({ name, reads }) => [name, Number(reads)]));
}

test.each<[string, (store: Store, bench: TestStore) => Promise<unknown>]>([
  ['a press in a message', (store, { workspace }) => notePressed(store, workspace, randomUUID())],
  [
    'a lead’s own mirror',
    (store, { workspace }) => readOwnMirror(store, { workspace, slackUser: 'UKIM', adminUsers: [] }),
  ],
  [
    'whether somebody was thanked',
    async (store, { workspace }) =>
      await transact(store, { workspace }, async (tx) => {
        const { id } = await personFor(tx, workspace, 'UKIM');
        expect(await isThanked(tx, workspace, id)).toBe(true);
      }),
  ],
  [
    'what came to somebody of late',
    async (store, { workspace }) =>
      await transact(store, { workspace }, async (tx) => {
        const { id } = await personFor(tx, workspace, 'UKIM');
        expect(await arrivedOfLate(tx, workspace, id, store.clock())).toEqual([]);
      }),
  ],
  [
    'whether several people are behind a figure',
    async (store, { workspace }) =>
      await transact(store, { workspace }, async (tx) => {
        const to = store.clock().add({ minutes: 1 });
        const [from, before, chart] = [1, 2, 3].map((hours) => to.subtract({ hours }));
        const spans = { chart: chart ?? to, before: before ?? to, from: from ?? to, to };
        expect((await areSeveral(tx, workspace, spans)).now.claim).toBe(false);
      }),
  ],
  [
    'an issue, or several, with their people',
    async (store, { workspace }) =>
      await transact(store, { workspace }, async (tx) => {
        /* Often enough for Postgres to plan it without looking at which. */
        for (let nth = 0; nth < 7; nth += 1) {
          expect(await loadIssue(tx, workspace, 8, 'lock')).toMatchObject({
            participants: [{ role: 'owner' }],
          });
          const { issues } = await loadIssues(tx, workspace, [9, 8]);
          expect(issues.map(({ number }) => number)).toEqual([9, 8]);
        }
      }),
  ],
])('reads no table from end to end: %s', async (_, look) => {
  const bench = await aLongHistory();
  await bench.ask('select pg_stat_force_next_flush()');
  const before = await wholeReads(bench);
  /* What a connection has counted is told by its end at the latest. */
  const pool = openPool(await prepareConnection(bench.url), { max: 1 }, () => undefined);
  await look({ ...bench.store, pool }, bench);
  await pool.end();
  await bench.ask(`select pg_sleep(0.2)`);
  expect(await wholeReads(bench)).toEqual(before);
});

test('a flag finds its own request among those that are remembered, whatever Postgres knows of the table', async () => {
  const bench = await aStore();
  const [before, more] = [1000, 20];
  await bench.ask(`do $$ begin
    execute format('alter database %I set plan_cache_mode = force_generic_plan', current_database()); end $$`);
  await bench.ask(
    `insert into requests (workspace_id, key, expires_at)
      select $1, md5(n::text), now() + interval '10 minutes' from generate_series(1, ${before}) n`,
    [bench.workspace],
  );
  const pool = openPool(await prepareConnection(bench.url), { max: 1 }, () => undefined);
  for (let nth = 0; nth < more; nth += 1) await flagIssue({ ...bench.store, pool }, aFlag(bench));
  await pool.end();
  await bench.ask(`select pg_sleep(0.2)`);
  const [read] = await bench.ask<{ rows: string }>(
    `select sum(idx_tup_read) as rows from pg_stat_user_indexes where relname = 'requests'`,
  );
  expect(Number(read?.rows)).toBeLessThan(before);
});
