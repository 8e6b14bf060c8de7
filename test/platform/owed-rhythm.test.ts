import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { chooseRhythm, notePressed, rhythmFor } from '../../src/platform/postgres/choose-rhythm.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aLadder, does, flagged, read, told, weekEnds, weeksLater } from './owings.ts';

test('after three without a press the next asks how often; a press anywhere in one begins anew', async () => {
  const bench = await aLadder(['ULEA']);
  await flagged(bench, 1);
  for (const week of [0, 1, 2]) await weekEnds(bench, week);
  expect(await read(bench, 'ULEA', 2)).toMatchObject({ asksRhythm: false });
  await weekEnds(bench, 3);
  expect(await read(bench, 'ULEA', 3)).toMatchObject({ asksRhythm: true });
  expect(await read(bench, 'ULEA', 2)).toMatchObject({ asksRhythm: false });
  const [nudge] = await bench.ask<{ message: string }>(
    `select message from nudges where kind = 'owed' order by subject desc limit 1`,
  );
  const [other] = await bench.ask<{ message: string }>(
    `select message from nudges where kind = 'first-answer'`,
  );
  await notePressed(bench.store, bench.workspace, other?.message ?? '00000000-0000-0000-0000-000000000000');
  expect(await read(bench, 'ULEA', 3)).toMatchObject({ asksRhythm: true });
  await notePressed(bench.store, bench.workspace, nudge?.message ?? '');
  expect(await read(bench, 'ULEA', 3)).toMatchObject({ asksRhythm: false });
});

test('fortnightly is every second week, and only when someone waits is when a promise has passed', async () => {
  const bench = await aLadder(['ULEA'], ['UHAL']);
  const number = await flagged(bench, 1);
  const { store, workspace } = bench;
  const rhythm = (who: string) => transact(store, { workspace }, (tx) => rhythmFor(tx, workspace, who, []));
  expect([await rhythm('ULEA'), await rhythm('UANA')]).toEqual(['weekly', null]);
  await chooseRhythm(store, workspace, 'ULEA', 'fortnightly');
  expect(await rhythm('ULEA')).toBe('fortnightly');
  for (const week of [0, 1, 2, 3]) await weekEnds(bench, week, ['ULEA']);
  expect(await told(bench)).toEqual([`0 ULEA ${number}`, `2 ULEA ${number}`]);
  await chooseRhythm(store, workspace, 'ULEA', 'when-waiting');
  await weekEnds(bench, 4, ['ULEA']);
  expect(await told(bench)).toHaveLength(3);
  const on = Temporal.PlainDate.from('2027-01-11');
  await does(bench, number, 'UHAL', { type: 'look-again', on });
  await weekEnds(bench, 5, ['ULEA']);
  await takeTurn(bench.at(weeksLater(5).add({ minutes: 5 })), workspace, number, 'promise-passes');
  await weekEnds(bench, 6, ['ULEA']);
  expect(await told(bench)).toHaveLength(3);
});
