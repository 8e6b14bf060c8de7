import { describe, expect, test } from 'vitest';

import { readKeyRing, makeKeyRing } from '../../src/platform/keys.ts';
import type { KeyRing } from '../../src/platform/keys.ts';
import { listLearning, mostUsedLearnings, newestLearnings } from '../../src/platform/postgres/learnings.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { answerAsReader } from '../../src/platform/postgres/readers.ts';
import { searchLearnings } from '../../src/platform/postgres/search-learnings.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Tx, WorkspaceId } from '../../src/platform/postgres/transact.ts';
import { anIssue } from '../support/builders.ts';
import { aRing, aStore, aWorkspace } from './a-store.ts';
import type { TestStore } from './a-store.ts';

const lines = [
  'Ask the bank whether an IBAN exists; patterns age',
  'Count twice what goes onto the night trolley',
  'Label shelves on both sides, so nobody walks round',
  'Die Rückerstattung braucht zwei Unterschriften',
  '返金フォームは銀行に確認する',
  'Запишите номер возврата на коробке',
];

async function withLearnings(
  bench: TestStore,
  workspace: WorkspaceId,
  all: readonly string[],
): Promise<void> {
  await bench.ask(
    `with given as (select line, row_number() over () as issue from unnest($2::text[]) line),
      flagged as (insert into issues (workspace_id, number, state, version, text, flagged_at, life)
        select $1, issue, 'open', 1, line, now(), '{}' from given)
     select 1`,
    [workspace, [...all]],
  );
  await bench.ask(
    `insert into learnings select $1, issue, line, lower(line), to_tsvector('simple', lower(line)), now() + issue * interval '1 s'
     from (select line, row_number() over () as issue from unnest($2::text[]) line) given`,
    [workspace, [...all]],
  );
}

type Read<T> = (tx: Tx, workspace: WorkspaceId) => Promise<T>;

async function within<T>({ store, workspace }: TestStore, read: Read<T>): Promise<T> {
  return await transact(store, { workspace }, (tx) => read(tx, workspace));
}

async function found(bench: TestStore, query: string): Promise<string[]> {
  const { rows } = await within(bench, (tx, workspace) => searchLearnings(tx, workspace, query, 0, 10));
  return rows.map(({ line }) => line);
}

describe('a search finds', () => {
  test.each([
    ['a word', 'trolley', 1],
    ['the beginning of a word', 'troll', 1],
    ['words in any order and case', 'NIGHT count', 1],
    ['a word with a slip', 'troley', 1],
    ['another', 'shelfs', 2],
    ['two letters exchanged', 'nihgt', 1],
    ['another language', 'rückerstattung', 3],
    ['an accent typed in two parts', 'ru\u0308ckerstattung', 3],
    ['a script without spaces', '銀行', 4],
    ['another script, with a slip', 'возвратта', 5],
    ['full width letters', 'ＩＢＡＮ', 0],
  ] as const)('%s', async (_, query, index) => {
    const bench = await aStore();
    await withLearnings(bench, bench.workspace, lines);
    expect(await found(bench, query)).toEqual([lines[index]]);
  });

  test.each(['zebra', "'; drop table learnings; --", '& | ! ( ) : *', '<->', '%', '\\', '🧩', 'a:b:*c'])(
    'nothing, calmly, for %s',
    async (query) => {
      const bench = await aStore();
      await withLearnings(bench, bench.workspace, lines);
      expect(await found(bench, query)).toEqual([]);
    },
  );

  test('nothing of another workspace', async () => {
    const bench = await aStore();
    const { id: other } = await aWorkspace(bench.store);
    await withLearnings(bench, other, lines);
    expect(await found(bench, 'trolley')).toEqual([]);
    expect(await within(bench, (tx, it) => newestLearnings(tx, it, 0, 10))).toMatchObject({ total: 0 });
  });

  test('what only looks alike where nothing holds the words', async () => {
    const bench = await aStore();
    await withLearnings(bench, bench.workspace, ['A refund is due', 'A refine sauce', 'Refunds need two']);
    expect((await found(bench, 'refund')).toSorted()).toEqual(['A refund is due', 'Refunds need two']);
    expect(await found(bench, 'refundd')).toContain('A refund is due');
  });
});

test('the lists are paged, and a page past the end is the last', async () => {
  const bench = await aStore();
  const all = Array.from({ length: 23 }, (_, index) => `Learning ${index + 1}`);
  await withLearnings(bench, bench.workspace, all);
  const newest = await within(bench, (tx, it) => newestLearnings(tx, it, 0, 10));
  expect(newest.total).toBe(23);
  expect(newest.rows[0]?.line).toBe('Learning 23');
  const last = await within(bench, (tx, it) => newestLearnings(tx, it, 99, 10));
  expect([last.page, last.rows.length]).toEqual([2, 3]);
});

test('the oldest of 2,001 is found by its words', async () => {
  const bench = await aStore();
  const others = Array.from({ length: 2000 }, (_, index) => `Dry drum ${index}`);
  await withLearnings(bench, bench.workspace, ['Tune the zither weekly', ...others]);
  const found = await within(bench, (tx, it) => searchLearnings(tx, it, 'zither', 0, 10));
  expect(found.rows.map(({ line }) => line)).toEqual(['Tune the zither weekly']);
});

test('two thousand long ones are listed and searched quickly', async () => {
  const bench = await aStore();
  const words = lines.join(' ').repeat(30).slice(0, 8000);
  const all = Array.from({ length: 2000 }, (_, index) => `Learning ${index} of many. ${words}`);
  await withLearnings(bench, bench.workspace, all);
  const took = async (read: Read<unknown>): Promise<number> => {
    const began = performance.now();
    await within(bench, read);
    return performance.now() - began;
  };
  expect(await took((tx, it) => newestLearnings(tx, it, 0, 3))).toBeLessThan(500);
  expect(await took((tx, it) => mostUsedLearnings(tx, it, 0, 10))).toBeLessThan(1000);
  expect(await took((tx, it) => searchLearnings(tx, it, 'troley nightt', 0, 10))).toBeLessThan(1500);
});

describe('readers', () => {
  const answer = (bench: TestStore, slackUser: string, is: 'used' | 'knew', keys?: KeyRing) =>
    answerAsReader(keys === undefined ? bench.store : { ...bench.store, keys }, {
      workspace: bench.workspace,
      slackUser,
      issue: 1,
      answer: is,
    });
  const counted = async (bench: TestStore): Promise<object[]> =>
    await bench.ask('select answer, count(*)::int as count from readers group by answer order by answer');

  test('many at once, some of them twice: each counts once', async () => {
    const bench = await aStore();
    await withLearnings(bench, bench.workspace, lines);
    const people = Array.from({ length: 12 }, (_, index) => `UREADER${index}`);
    await Promise.all([...people, ...people.slice(0, 6)].map((it) => answer(bench, it, 'used')));
    expect(await counted(bench)).toEqual([{ answer: 'used', count: 12 }]);
  });

  test('one who changes their mind at once has one answer', async () => {
    const bench = await aStore();
    await withLearnings(bench, bench.workspace, lines);
    const people = Array.from({ length: 10 }, (_, index) => `UREADER${index}`);
    for (const it of people)
      await transact(bench.store, { workspace: bench.workspace }, (tx) => personFor(tx, bench.workspace, it));
    for (const one of people) {
      const both = await Promise.all([answer(bench, one, 'used'), answer(bench, one, 'knew')]);
      expect(both).toEqual(['used', 'knew']);
    }
    expect(await bench.ask('select 1 from readers')).toHaveLength(people.length);
  });

  test('after the key was rotated it is still their answer, and no person is in the table', async () => {
    const bench = await aStore();
    await withLearnings(bench, bench.workspace, lines);
    await answer(bench, 'UANA', 'used');
    const rotated = readKeyRing(makeKeyRing().replace('k1:', 'k2:'));
    if (rotated === null) throw new Error('no keys');
    await answer(bench, 'UANA', 'knew', [...rotated, ...bench.store.keys]);
    expect(await counted(bench)).toEqual([{ answer: 'knew', count: 1 }]);
    const [row] = await bench.ask<{ tag: string }>('select tag from readers');
    expect(row?.tag).toMatch(/^k2\.[\w-]{43}$/);
  });

  test('the same person on two learnings can’t be told to be the same', async () => {
    const bench = await aStore();
    await withLearnings(bench, bench.workspace, lines);
    await answer(bench, 'UANA', 'used');
    await answerAsReader(bench.store, {
      workspace: bench.workspace,
      slackUser: 'UANA',
      issue: 2,
      answer: 'used',
    });
    const tags = await bench.ask<{ tag: string }>('select distinct tag from readers');
    expect(tags).toHaveLength(2);
  });

  test('what was taken back can’t be answered', async () => {
    const bench = await aStore();
    expect(aRing()).not.toBeNull();
    expect(await answer(bench, 'UANA', 'used')).toBe('gone');
  });
});

test('what a trial teaches is in no list, however it comes there', async () => {
  const bench = await aStore();
  const [tried, meant] = [1, 2].map((number) => anIssue({ state: 'confirmed', number }));
  if (tried === undefined || meant === undefined) throw new Error('nothing is confirmed');
  await bench.ask(
    `insert into issues (workspace_id, number, state, version, text, flagged_at, life)
      select $1, number, 'confirmed', 6, 'It broke', now(), '{}' from generate_series(1, 2) number`,
    [bench.workspace],
  );
  await bench.ask(
    `insert into messages (workspace_id, kind, subject, target) values ($1, 'notice', 'trial/1', '')`,
    [bench.workspace],
  );
  const listed = await within(bench, async (tx, workspace) => {
    for (const issue of [tried, meant]) await listLearning(tx, workspace, issue, null, bench.store.clock());
    return await newestLearnings(tx, workspace, 0, 10);
  });
  expect(listed.rows.map(({ issue }) => issue)).toEqual([2]);
  expect(listed.total).toBe(1);
});

test('an account stays in the lists where its flag is withdrawn, and is found by those words no more', async () => {
  const bench = await aStore();
  const sections = { happened: 'Patterns age', possible: '', well: '', changed: '', use: 'Ask the bank' };
  await bench.ask(
    `insert into issues (workspace_id, number, state, version, text, flagged_at, life)
      values ($1, 42, 'withdrawn', 6, 'The form rejects IBANs', now(), '{}')`,
    [bench.workspace],
  );
  const writeUp = { version: 1, sections, writers: [] };
  for (const state of ['open', 'withdrawn'] as const) {
    const issue = anIssue({ state, text: 'The form rejects IBANs', reopenings: 1 });
    await within(bench, (tx, workspace) => listLearning(tx, workspace, issue, writeUp, bench.store.clock()));
    expect(await found(bench, 'patterns')).toEqual(['Ask the bank']);
    expect(await found(bench, 'rejects')).toEqual(state === 'open' ? ['Ask the bank'] : []);
  }
});
