import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import type { Gap } from '../../src/core/issue.ts';
import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { clear } from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { aChange, aFlag, aStore } from './a-store.ts';

const text = 'The badge reader beeps twice';
const gap = (words: string): Gap => ({
  text: words,
  impact: null,
  affected: null,
  isStuck: false,
  asksAbove: false,
});

test('the same words are a new flag once the first was withdrawn', async () => {
  const bench = await aStore();
  const { store, workspace } = bench;
  const first = await flagIssue(store, aFlag(bench, { text, pauseSeconds: 0 }));
  await takeTurn(store, workspace, first.number, 'post');
  expect(await flagIssue(store, aFlag(bench, { text }))).toMatchObject({ number: 1, isRepeat: true });
  await changeIssue(store, aChange(workspace, first.number, 'UANA', { type: 'withdraw' }));
  expect(await flagIssue(store, aFlag(bench, { text }))).toMatchObject({ isRepeat: false, isSaved: true });
  expect(await flagIssue(store, aFlag(bench, { text }))).toMatchObject({ isRepeat: true, isSaved: true });
});

test('words that were edited since are free to be flagged again', async () => {
  const bench = await aStore();
  const first = await flagIssue(bench.store, aFlag(bench, { text }));
  const edit = { type: 'edit', gap: gap('The badge reader never beeps'), reading: clear } as const;
  await changeIssue(bench.store, aChange(bench.workspace, first.number, 'UANA', edit));
  const second = await flagIssue(bench.store, aFlag(bench, { text }));
  expect(second).toMatchObject({ isRepeat: false });
  expect(second.number).not.toBe(first.number);
});

test('a form whose words were flagged already is remembered too, and finds that flag when it is sent again', async () => {
  const bench = await aStore();
  const { number } = await flagIssue(bench.store, aFlag(bench, { text }));
  const [words = ''] = aFlag(bench, { text }).requests;
  const fromForm = aFlag(bench, { text, requests: ['a form', words] });
  expect(await flagIssue(bench.store, fromForm)).toMatchObject({ number, isRepeat: true });
  expect(await flagIssue(bench.store, fromForm)).toMatchObject({ number, isRepeat: true });
});

test('after ten minutes the same words are a new flag, and nothing older is remembered', async () => {
  const bench = await aStore();
  const earlier = testClock();
  earlier.skip({ minutes: -10, seconds: -1 });
  const before = { ...bench.store, clock: earlier.now };
  await flagIssue(before, aFlag(bench, { text: 'The lift is stuck' }));
  await flagIssue(before, aFlag(bench, { text }));
  expect(await flagIssue(bench.store, aFlag(bench, { text }))).toMatchObject({ number: 3, isRepeat: false });
  await takeTurn(bench.store, bench.workspace, 3, 'post');
  expect(await bench.ask('select issue from requests')).toEqual([{ issue: 3 }]);
});

test('at the very moment at which the ten minutes are over they are a new flag too', async () => {
  const bench = await aStore();
  const begun = Temporal.Now.instant();
  const at = (minutes: number) => ({ ...bench.store, clock: () => begun.add({ minutes }) });
  await flagIssue(at(0), aFlag(bench, { text }));
  expect(await flagIssue(at(10), aFlag(bench, { text }))).toMatchObject({ number: 2, isRepeat: false });
});

test('typed and sent in forms, all at once: one flag, which each of them finds', async () => {
  const bench = await aStore();
  const [words = ''] = aFlag(bench, { text }).requests;
  const flags = Array.from({ length: 12 }, (_, index) =>
    aFlag(bench, index % 2 === 0 ? { text } : { text, requests: [`form ${index % 4}`, words] }),
  );
  const flagged = await Promise.all(flags.map((flag) => flagIssue(bench.store, flag)));
  expect(flagged.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  expect(new Set(flagged.map(({ number }) => number)).size).toBe(1);
  expect(await bench.ask('select count(*)::int as all from issues')).toEqual([{ all: 1 }]);
});

test('words of a flag that was withdrawn, flagged again by two requests at once: one new flag', async () => {
  const bench = await aStore();
  const first = await flagIssue(bench.store, aFlag(bench, { text, pauseSeconds: 0 }));
  await takeTurn(bench.store, bench.workspace, first.number, 'post');
  await changeIssue(bench.store, aChange(bench.workspace, first.number, 'UANA', { type: 'withdraw' }));
  const again = await Promise.all(
    Array.from({ length: 6 }, () => flagIssue(bench.store, aFlag(bench, { text }))),
  );
  expect(again.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  expect(new Set(again.map(({ number }) => number)).size).toBe(1);
});
