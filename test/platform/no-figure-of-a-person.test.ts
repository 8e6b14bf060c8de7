import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';

import { addGauges } from '../../src/observed.ts';
import { openMetrics } from '../../src/platform/metrics.ts';
import { gather } from '../../src/platform/postgres/gather.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { lived, people } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore } from './a-store.ts';

/** No figure about one person is ever shown to another. */

test('no view or function of the database counts anything', async () => {
  const { ask } = await aStore();
  const made = await ask(`
    select viewname as name from pg_views where schemaname = 'public'
    union select matviewname from pg_matviews where schemaname = 'public'
    union select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
  expect(made).toEqual([{ name: 'events_are_kept' }]);
});

/** Columns that hold a figure in a row that is about one person, and who sees it. */
const figures: Readonly<Record<string, string>> = {
  'people.as_written': 'nobody: it decides whether this person is told about their wording',
  'people.owed_unpressed':
    'nobody: it decides whether this person is asked how often they want to read what they owe',
  'people.nudges_a_day': 'they alone: it is how many they want',
  'leads.rung': 'whoever reads who leads: it is where an admin has put them, and not what they did',
};

/** The number or version of an issue says nothing of a person, nor does a place in its history. */
const ofIssues = ['issue', 'number', 'version', 'seq', 'data_version'];

test('no table keeps a figure about a person, but for what only decides about them', async () => {
  const { ask } = await aStore();
  const columns = await ask<{ name: string; column: string }>(`
    select c.table_name as name, c.column_name as column from information_schema.columns c
    where c.table_schema = 'public' and c.data_type in ('integer', 'bigint', 'smallint', 'numeric', 'real', 'double precision', 'interval')
      and (c.table_name = 'people' or exists (select from information_schema.columns p
        where p.table_schema = 'public' and p.table_name = c.table_name
          and p.column_name in ('person_id', 'actor_id', 'changed_by')))`);
  const kept = columns.filter(({ column }) => !ofIssues.includes(column));
  const unexplained = kept.map(({ name, column }) => `${name}.${column}`).filter((it) => !(it in figures));
  expect(unexplained).toEqual([]);
});

/** Statements that count, group or average, in files that know people. */
const counting = /\bcount\(|\bsum\(|\bavg\(|percentile_|group by|\.groupBy\(|row_number\(|rank\(/i;
const personal = /person_?id|actor_?id|slack_?user|personId|actorId|\bpeople\b|changed_by|\btag\b/i;

/** Each such statement, and why it is no figure of a person shown to another. */
const allowed: Readonly<Record<string, string>> = {
  'platform/postgres/count-owned.ts': 'how many one owns is told to oneself, when claiming another',
  'platform/postgres/home-asked.ts': 'how many questions wait for oneself is told on one’s own Home',
  'platform/postgres/mirror.ts': 'a lead’s own mirror, by their own press; see below',
};

/** The SQL of a file: what stands between back ticks behind `sql`, and chains of the query builder. */
function statementsOf(source: string): string[] {
  const written = [...source.matchAll(/sql(?:<[^>]*>)?`([^`]*(?:`[^`]*`[^`]*)*?)`/g)].map(([it]) => it);
  const built = [...source.matchAll(/\btx\s*\.\s*(?:select|with)[\s\S]*?;/g)].map(([it]) => it);
  return [...written, ...built];
}

describe('queries', () => {
  const files = globSync('src/**/*.ts').filter((it) => !it.includes('/playground/'));
  const found = files.flatMap((file) =>
    statementsOf(readFileSync(file, 'utf8'))
      .filter((it) => counting.test(it) && personal.test(it))
      .map((statement) => ({ file: file.replace('src/', ''), statement })),
  );

  test('none counts or groups by a person for somebody else’s eyes', () => {
    expect(found.filter(({ file }) => !(file in allowed))).toEqual([]);
    expect([...new Set(found.map(({ file }) => file))]).toEqual(Object.keys(allowed));
  });

  test.each(['numbers.ts', 'gather.ts'])('%s does not know that there are people', (file) => {
    const source = readFileSync(join('src/platform/postgres', file), 'utf8');
    expect(statementsOf(source).length).toBeGreaterThan(2);
    for (const statement of statementsOf(source)) expect(statement).not.toMatch(personal);
  });
});

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');
const period = { from: to.subtract({ hours: 168 }), to };

test('who did what may be exchanged among all of them: the digest is the same', async () => {
  const bench = await aStore();
  const { ask, store, workspace } = bench;
  await people(bench, ['UANA', 'USAM', 'ULEA', 'UKIM']);
  const diligent = Array.from({ length: 12 }, (_, index): Lived => ({
    number: index + 1,
    state: index < 8 ? 'confirmed' : 'open',
    owner: index < 7 ? 'USAM' : 'UKIM',
    meToos: ['UANA', 'ULEA'].slice(index % 2),
    events: [
      ['posted', 100 + index],
      ['claimed', 90],
      ['resolved', 50],
      ['confirmed', 40],
    ],
  }));
  await lived(bench, to, diligent);
  const read = () => transact(store, { workspace }, (tx) => gather(tx, workspace, period, 'UTC'));
  const before = await read();
  await ask(
    `update participants p set person_id = (select id from people where workspace_id = $1
    order by md5(p.id::text || id::text) limit 1) where role = 'owner'`,
    [workspace],
  );
  const after = await read();
  expect(after).toEqual(before);
  const ids = await ask<{ id: string }>('select id from people');
  const named = ids.filter(({ id }) => JSON.stringify(before).includes(id));
  expect(named).toEqual([]);
});

test('no metric has a label that could name anybody, or a value for each of us', async () => {
  const { store, pool, worker } = await aStore();
  const metrics = openMetrics();
  addGauges(metrics, store, pool, worker);
  metrics.observeVisit('command', 'done', 0.1);
  metrics.observeJob('draw', 'done', 0.1);
  metrics.noteShown('blame');
  const all = await metrics.registry.getMetricsAsJSON();
  const labels = all.flatMap(({ name, values }) =>
    name.startsWith('flagpost_') ? values.flatMap((it) => Object.keys(it.labels)) : [],
  );
  expect([...new Set(labels)].toSorted()).toEqual(['kind', 'le', 'name', 'outcome', 'rule']);
});
