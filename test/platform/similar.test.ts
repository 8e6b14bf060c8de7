import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { joinInstead } from '../../src/platform/postgres/join-instead.ts';
import { findSimilar, similarFinder } from '../../src/platform/postgres/similar.ts';
import { aChange, aFlag, aStore, aWorkspace } from './a-store.ts';
import type { TestStore } from './a-store.ts';
import { laterOthers, laterPairs, others, pairs } from './similar-pairs.ts';

/** Issues with these words, numbered from 1. */
async function posted(
  { ask, workspace }: TestStore,
  texts: readonly string[],
  state = 'open',
): Promise<void> {
  await ask(
    `insert into issues (workspace_id, number, state, version, text, flagged_at, life)
     select $1, i, $3, 2, text, now(), '{}' from unnest($2::text[]) with ordinality it(text, i)`,
    [workspace, texts, state],
  );
  const reporter = randomUUID();
  await ask(`insert into people (workspace_id, id, slack_user_id) values ($1, $2, 'UREPORTER')`, [
    workspace,
    reporter,
  ]);
  await ask(
    `insert into participants (workspace_id, issue, id, role, person_id, joined_at)
     select workspace_id, number, gen_random_uuid(), 'reporter', $2, now() from issues where workspace_id = $1`,
    [workspace, reporter],
  );
}

/** Enough on a busy machine, where it is not the time that is looked at. */
const patientMs = 10_000;

async function similarTo({ store, workspace }: TestStore, number: number): Promise<number[]> {
  const { similar } = await findSimilar(store, workspace, 'UANA', number, patientMs);
  return similar.map(({ issue }) => issue.number);
}

type Flags = readonly (readonly [string, string])[];

/** All in one workspace, each asked about in turn: what is found beside the other of its pair is a false match. */
async function measured(bench: TestStore, same: Flags, different: Flags) {
  const texts = [...same.flat(), ...different.flat()];
  await posted(bench, texts);
  let found = 0;
  const wrong: string[] = [];
  for (const [index, text] of texts.entries()) {
    const wanted = index < same.length * 2 ? (index ^ 1) + 1 : null;
    for (const number of await similarTo(bench, index + 1)) {
      if (number === wanted) found += 1;
      else wrong.push(`${text} | ${texts[number - 1]}`);
    }
  }
  return { recall: found / (same.length * 2), wrong };
}

describe('flags in other words', () => {
  test('on the pairs it was made with: none is taken for another, and most are found', async () => {
    const { recall, wrong } = await measured(await aStore(), pairs, others);
    expect(wrong).toEqual([]);
    expect(recall).toBeGreaterThanOrEqual(0.6);
  });

  test('on pairs it was not made with: none is taken for another either', async () => {
    const { recall, wrong } = await measured(await aStore(), laterPairs, laterOthers);
    expect(wrong).toEqual([]);
    expect(recall).toBeGreaterThanOrEqual(0.4);
  });
});

/** A long flag as people write them: words from a stock of 4,000, the common ones far more often. */
function longText(seed: number): string {
  let state = seed * 2_654_435_761;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  let text = '';
  while (text.length < 1000) text += `${wordNumbered(Math.floor(4000 * random() ** 3))} `;
  return text.slice(0, 1000);
}

const syllables = 'ka lo mi re tu sen dor pal vin gas tem bru chi fol har jek nud sor wel zan'.split(' ');

function wordNumbered(index: number): string {
  const parts = [index % 20, Math.floor(index / 20) % 20, Math.floor(index / 400)];
  return parts.map((part) => syllables[part]).join('');
}

test('among 2,000 long ones it is found well within the time a receipt waits', async () => {
  const bench = await aStore();
  const texts = Array.from({ length: 2000 }, (_, index) => longText(index + 1));
  const [last = ''] = texts.slice(-1);
  await posted(bench, [...texts, `${last.slice(0, 900)} and it happened once more`]);
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const began = performance.now();
    expect(await similarTo(bench, 2001)).toEqual([2000]);
    times.push(performance.now() - began);
  }
  expect(Math.min(...times)).toBeLessThan(150);
});

const alike = 'The badge reader at the north gate rejects new cards';

describe('only', () => {
  test('what people can see: nothing that is saved or withdrawn', async () => {
    for (const [state, wanted] of [
      ['open', [2, 1]],
      ['saved', []],
      ['withdrawn', []],
    ] as const) {
      const bench = await aStore();
      await posted(bench, [alike, alike]);
      await bench.ask(`update issues set state = $1, life = '{"postAt": "2026-12-03T10:00:00Z"}'`, [state]);
      await bench.ask(`update workspaces set next_number = 3`);
      const { number } = await flagIssue(bench.store, aFlag(bench, { text: alike }));
      expect([state, await similarTo(bench, number)]).toEqual([state, wanted]);
    }
  });

  test('nothing beside a flag that says already whose fix did not hold', async () => {
    const bench = await aStore();
    await posted(bench, [alike, alike, alike], 'open');
    await bench.ask(`update issues set return_of = 1 where number = 3`);
    expect(await similarTo(bench, 2)).toEqual([3, 1]);
    expect(await similarTo(bench, 3)).toEqual([]);
  });

  test('the three that are most alike, the newest first where they are equally so', async () => {
    const bench = await aStore();
    await posted(bench, [`${alike} today`, alike, alike, alike, 'Something else altogether', alike]);
    expect(await similarTo(bench, 6)).toEqual([4, 3, 2]);
  });

  test('the newest 2,000', async () => {
    const bench = await aStore();
    const between = Array.from({ length: 1999 }, (_, index) => `Filler number ${index} of many`);
    await posted(bench, [alike, alike, ...between, alike]);
    expect(await similarTo(bench, 2002)).toEqual([2]);
  });

  test('one workspace', async () => {
    const bench = await aStore();
    const { id: workspace } = await aWorkspace(bench.store);
    await posted({ ...bench, workspace }, [alike, alike]);
    await posted(bench, [alike]);
    expect(await similarTo(bench, 1)).toEqual([]);
  });
});

test('words of any making are compared, or nothing is found', async () => {
  const odd = ["\\ ' \\' :* | & ! ( ) <->", '🧩🧩🧩', 'א', 'x'.repeat(3000), '12 34', 'the and for', "'"];
  const bench = await aStore();
  await posted(bench, [...odd, ...odd]);
  for (let number = 1; number <= odd.length * 2; number += 1) await similarTo(bench, number);
  expect(await similarTo(bench, 5)).toEqual([12]);
  expect(await similarTo(bench, 7)).toEqual([]);
});

test('no more than two are looked for at once; the others go without', async () => {
  const bench = await aStore();
  await posted(bench, [alike, alike]);
  const faults: unknown[] = [];
  const find = similarFinder(bench.store, patientMs, (fault) => faults.push(fault));
  const found = await Promise.all([1, 2, 1, 2].map((number) => find(bench.workspace, 'UANA', number)));
  expect(found.map((it) => it?.similar.length ?? null)).toEqual([1, 1, null, null]);
  expect((await find(bench.workspace, 'UANA', 1))?.similar).toHaveLength(1);
  expect(faults).toEqual([]);
});

test('none is looked for while most connections are at work', async () => {
  const bench = await aStore();
  await posted(bench, [alike, alike]);
  const find = similarFinder(bench.store, patientMs, () => undefined);
  const lent = await Promise.all(Array.from({ length: 6 }, () => bench.pool.connect()));
  expect(await find(bench.workspace, 'UANA', 1)).toBeNull();
  lent.pop()?.release();
  expect((await find(bench.workspace, 'UANA', 1))?.similar).toHaveLength(1);
  for (const client of lent) client.release();
});

describe('Me too on another, instead of one’s own flag', () => {
  async function twoFlags(bench: TestStore, pauseSeconds = 60) {
    const { store, workspace } = bench;
    const other = await flagIssue(store, aFlag(bench, { slackUser: 'ULEA', pauseSeconds: 0 }));
    await takeTurn(store, workspace, other.number, 'post');
    const { number } = await flagIssue(store, aFlag(bench, { pauseSeconds }));
    return { workspace, slackUser: 'UANA', isListedAdmin: false, number, other: other.number };
  }
  const counts = ({ ask }: TestStore) =>
    ask(`select issue, role from participants where role = 'me-too' order by issue`);

  test('pressed many times at once they are counted once, and the flag is gone', async () => {
    const bench = await aStore();
    const instead = await twoFlags(bench);
    const joined = await Promise.all([1, 2, 3, 4].map(() => joinInstead(bench.store, instead)));
    for (const it of joined) expect(it).toEqual({ ok: true, isHelpFor: false, stays: null });
    expect(await counts(bench)).toEqual([{ issue: instead.other, role: 'me-too' }]);
    expect(await bench.ask(`select number from issues`)).toEqual([{ number: instead.other }]);
  });

  test('while the other is being withdrawn and the flag is being posted, one of them is always there', async () => {
    for (let round = 0; round < 8; round += 1) {
      const bench = await aStore();
      const { store, workspace } = bench;
      const instead = await twoFlags(bench);
      await bench.ask(
        `update issues set life = jsonb_set(life, '{postAt}', '"2020-01-01T00:00:00Z"') where state = 'saved'`,
      );
      const [joined] = await Promise.all([
        joinInstead(store, instead),
        changeIssue(store, aChange(workspace, instead.other, 'ULEA', { type: 'withdraw' })),
        takeTurn(store, workspace, instead.number, 'post'),
      ]);
      const isCounted = (await counts(bench)).length === 1;
      const [mine] = await bench.ask<{ state: string }>(
        `select state from issues where number = ${instead.number}`,
      );
      expect(isCounted || mine !== undefined).toBe(true);
      expect(joined.ok).toBe(isCounted);
      const isTakenBack = joined.ok && joined.stays === null;
      expect(isTakenBack).toBe(mine === undefined);
    }
  });

  test('two who each flagged what the other did get in nobody’s way', async () => {
    const bench = await aStore();
    const { store, workspace } = bench;
    const instead = await twoFlags(bench, 0);
    await takeTurn(store, workspace, instead.number, 'post');
    const back = { ...instead, slackUser: 'ULEA', number: instead.other, other: instead.number };
    const both = await Promise.all([joinInstead(store, instead), joinInstead(store, back)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  });
});
