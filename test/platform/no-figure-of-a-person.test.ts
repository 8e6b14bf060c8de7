import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';

import { pick } from '../../src/core/digest/pick.ts';
import { measures, proportions } from '../../src/core/numbers.ts';
import { addGauges } from '../../src/observed.ts';
import { openMetrics } from '../../src/platform/metrics.ts';
import { gather } from '../../src/platform/postgres/gather.ts';
import { areSeveral } from '../../src/platform/postgres/several-people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { everything, lived, people } from './a-history.ts';
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

  test('whether several people are behind a figure is a yes or no, of each and of each span', async () => {
    const { store, workspace } = await aStore();
    const moments = { chart: weeksAgo(8), before: weeksAgo(5), ...period };
    const { now, before, chart } = await transact(store, { workspace }, (tx) =>
      areSeveral(tx, workspace, moments),
    );
    const words = chart.flatMap((part) => Object.values(part));
    expect(words).toEqual(Array.from({ length: 9 }, () => 'nobody'));
    const values = [now, before].flatMap((span) => Object.values(span));
    expect(values).toHaveLength(12);
    for (const value of values) expect(value).toBe(false);
  });

  test.each(['numbers.ts', 'gather.ts'])('%s does not know that there are people', (file) => {
    const source = readFileSync(join('src/platform/postgres', file), 'utf8');
    expect(statementsOf(source).length).toBeGreaterThan(2);
    for (const statement of statementsOf(source)) expect(statement).not.toMatch(personal);
  });
});

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');
const weeksAgo = (weeks: number) => to.subtract({ hours: 168 * weeks });
const period = { from: weeksAgo(1), to };

/** Twelve issues. All that is done is done by these four, each in the place of another. */
async function diligent([one, second, third, fourth]: readonly [string, string, string, string]) {
  const bench = await aStore();
  const { store, workspace } = bench;
  await people(bench, ['UANA', 'USAM', 'ULEA', 'UKIM']);
  const all = Array.from({ length: 12 }, (_, index): Lived => {
    const who = [one, second, third][index % 3];
    return {
      number: index + 1,
      state: index < 8 ? 'confirmed' : 'open',
      owner: index < 7 ? one : second,
      meToos: [third, fourth].slice(index % 2),
      events: [
        ['posted', 100 + index],
        ['claimed', 90, who],
        ['resolved', 50, who],
        ['confirmed', 40],
      ],
    };
  });
  await lived(bench, to, all);
  const digest = await transact(store, { workspace }, (tx) => gather(tx, workspace, period, 'UTC'));
  return { digest, ids: await bench.ask<{ id: string }>('select id from people') };
}

test('who did what may be exchanged among all of them: the digest is the same', async () => {
  const { digest, ids } = await diligent(['USAM', 'UKIM', 'ULEA', 'UANA']);
  expect(digest.numbers.several.now.claim).toBe(true);
  const exchanged = await diligent(['ULEA', 'UANA', 'UKIM', 'USAM']);
  expect(exchanged.digest).toEqual(digest);
  const named = ids.filter(({ id }) => JSON.stringify(digest).includes(id));
  expect(named).toEqual([]);
});

test('what one person did, or two, is no figure; what three did is', async () => {
  const bench = await aStore();
  const { store, workspace } = bench;
  await people(bench, ['UANA', 'USAM', 'ULEA', 'UKIM']);
  const shown = async (): Promise<string[]> => {
    const gathered = await transact(store, { workspace }, (tx) => gather(tx, workspace, period, 'UTC'));
    const picked = pick({ ...gathered, lines: 1 }, to, 'UTC');
    return (picked?.figures ?? []).map(({ of }) => of);
  };
  const more = async (from: number, who: string): Promise<void> => {
    const some = Array.from({ length: 6 }, (_, index) => everything(from + index, 2 * index + 5, who));
    await lived(bench, to, some);
  };
  await more(1, 'USAM');
  expect(await shown()).toEqual([]);
  await more(11, 'ULEA');
  expect(await shown()).toEqual([]);
  await more(21, 'UKIM');
  const each = [...measures, ...proportions].filter((it) => it !== 'unconfirmed');
  expect((await shown()).toSorted()).toEqual(each.toSorted());
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
