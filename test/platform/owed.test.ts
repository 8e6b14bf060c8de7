import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { gather } from '../../src/platform/postgres/gather.ts';
import { sendNudges } from '../../src/platform/postgres/send-nudges.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { aChange } from './a-store.ts';
import {
  aLadder,
  before,
  does,
  flagged,
  monday,
  read,
  told,
  weekEnds,
  weekHours,
  weeksLater,
} from './owings.ts';

test('what nobody has answered comes back each week, once, to those who were asked and to all who lead', async () => {
  const bench = await aLadder(['ULEA'], ['UHAL']);
  const number = await flagged(bench, 3);
  await weekEnds(bench);
  expect(await told(bench)).toEqual([`0 UHAL ${number}`, `0 ULEA ${number}`]);
  await weekEnds(bench, 1);
  expect(await told(bench)).toHaveLength(4);
  expect(await bench.ask(`select 1 from due where kind = 'owed'`)).toEqual([]);
  const on = Temporal.PlainDate.from('2027-02-01');
  await does(bench, number, 'UHAL', { type: 'look-again', on });
  await weekEnds(bench, 2);
  expect(await told(bench)).toHaveLength(4);
});

test.each<[string, Wish]>([
  ['an owner is looked for', { type: 'offer', toSlackUser: 'UHAL' }],
  ['not doing', { type: 'not-doing', because: 'It goes next year' }],
  ['its reporter is asked', { type: 'inquire', text: 'Which one?' }],
  ['somebody takes it on', { type: 'claim' }],
])('it does so until it is decided: %s', async (_, wish) => {
  const bench = await aLadder(['ULEA'], ['UHAL']);
  const number = await flagged(bench, 3);
  await does(bench, number, 'ULEA', wish);
  await weekEnds(bench);
  expect(await told(bench)).toEqual([]);
});

test('three at most, those that block somebody most, and how many there are besides', async () => {
  const bench = await aLadder(['ULEA']);
  const all = [];
  for (let left = 5; left > 0; left -= 1) all.push(await flagged(bench, 1));
  await bench.ask(`update issues set impact = 'hurts' where number = $1`, [all[3]]);
  await bench.ask(`update issues set help = '{"state":"wanted"}' where number = $1`, [all[4]]);
  await weekEnds(bench);
  expect(await told(bench)).toEqual([`0 ULEA ${all[4]},${all[3]},${all[0]}`]);
  expect(await read(bench, 'ULEA')).toMatchObject({ more: 2, ledTo: null });
  await does(bench, all[4] ?? 0, 'ULEA', { type: 'claim' });
  const { items, more } = (await read(bench, 'ULEA')) ?? {};
  expect(items?.map(({ owed }) => owed)).toEqual([null, 'first-answer', 'first-answer']);
  expect(more).toBe(2);
  const [nudge] = await bench.ask<{ message: string }>(`select message from nudges where kind = 'owed'`);
  const drawn = await bench.ask(`select 1 from pgboss.job where name = 'draw' and data ->> 'message' = $1`, [
    nudge?.message,
  ]);
  expect(drawn.length).toBeGreaterThan(1);
});

test('nobody owes an answer to what they flagged, and whoever stands above only what they were asked', async () => {
  const bench = await aLadder(['ULEA', 'UNED'], ['UHAL']);
  const number = await flagged(bench, 1, 'ULEA');
  await weekEnds(bench);
  expect(await told(bench)).toEqual([`0 UNED ${number}`]);
});

test('asked within a day, by a message of its own: it is not in this one', async () => {
  const bench = await aLadder(['ULEA']);
  const number = await flagged(bench, 1);
  await bench.ask(`update nudges set sent_at = $1 where kind = 'first-answer'`, [
    monday.subtract({ hours: 20 }).toString(),
  ]);
  await weekEnds(bench);
  expect(await told(bench)).toEqual([]);
  await weekEnds(bench, 1);
  expect(await told(bench)).toEqual([`1 ULEA ${number}`]);
});

test.each<[string, string, boolean]>([
  ['is about to be asked', 'null', false],
  ['was asked within a day', `'2026-12-06T13:00:00Z'`, false],
  ['was asked longer ago', `'2026-12-06T08:00:00Z'`, true],
])('another look of somebody who %s, in a message of its own', async (_, sentAt, isTold) => {
  const bench = await aLadder(['ULEA', 'UNED']);
  const number = await flagged(bench, 0);
  await does(bench, number, 'UNED', { type: 'not-doing', because: 'It goes next year' });
  await does(bench, number, 'UANA', { type: 'ask-look' });
  await bench.ask(`update nudges set sent_at = ${sentAt} where kind = 'look'`);
  await weekEnds(bench);
  expect(await told(bench)).toEqual(isTold ? [`0 ULEA ${number}`] : []);
});

test('what could use help comes back each week to those who were told, until somebody offers theirs', async () => {
  const bench = await aLadder(['ULEA', 'UNED'], ['UHAL']);
  const { at, workspace } = bench;
  const number = await flagged(bench, 0, 'UNED');
  await does(bench, number, 'UHAL', { type: 'claim' });
  const writtenTo = async (who: string, moment: string): Promise<void> => {
    const person = bench.people.get(who);
    if (person === undefined) throw new Error('nobody');
    await sendNudges(at(Temporal.Instant.from(moment)), workspace, person, 'UTC');
  };
  await writtenTo('UHAL', '2026-12-08T16:30:00Z');
  await writtenTo('UHAL', '2026-12-11T16:45:00Z');
  await takeTurn(at(Temporal.Instant.from('2026-12-20T20:00:00Z')), workspace, number, 'could-use-help');
  await weekEnds(bench, 2);
  /* She has just read of it in a message of its own. */
  expect(await told(bench)).toEqual([]);
  await weekEnds(bench, 3);
  expect(await told(bench)).toEqual([`3 ULEA ${number}`]);
  expect(await read(bench, 'ULEA', 3)).toMatchObject({ items: [{ owed: 'help' }] });
  await does(bench, number, 'ULEA', { type: 'offer-support' });
  expect(await read(bench, 'ULEA', 3)).toMatchObject({ items: [{ owed: null }] });
  await weekEnds(bench, 4);
  expect(await told(bench)).toHaveLength(1);
});

test('nothing is owed: nothing is sent, and nothing stays', async () => {
  const bench = await aLadder(['ULEA']);
  await flagged(bench, 0);
  await weekEnds(bench);
  expect(await told(bench)).toEqual([]);
  expect(await bench.ask(`select 1 from nudges where kind = 'owed'`)).toEqual([]);
});

test('away for three weeks: the newest alone is read', async () => {
  const bench = await aLadder(['ULEA']);
  const number = await flagged(bench, 1);
  await bench.ask(`update people set away_until = '2026-12-22' where slack_user_id = 'ULEA'`);
  await weekEnds(bench, 0);
  await weekEnds(bench, 1);
  await weekEnds(bench, 2);
  expect(await told(bench)).toEqual([]);
  const person = bench.people.get('ULEA');
  if (person === undefined) throw new Error('nobody');
  await sendNudges(bench.at(Temporal.Instant.from('2026-12-22T09:00:00Z')), bench.workspace, person, 'UTC');
  expect(await told(bench)).toEqual([`2 ULEA ${number}`]);
});

test('what an answer of theirs led to is told once, in the next', async () => {
  const bench = await aLadder(['ULEA'], ['UHAL']);
  const { workspace, at } = bench;
  const led = await flagged(bench, 1);
  const number = await flagged(bench, 1);
  await does(bench, led, 'ULEA', { type: 'inquire', text: 'Which one?' });
  await weekEnds(bench, 0, ['ULEA']);
  expect(await read(bench, 'ULEA')).toMatchObject({ ledTo: null });
  const then = at(weeksLater(0).add({ hours: 5 }));
  const next = (who: string, wish: Wish) => changeIssue(then, aChange(workspace, led, who, wish));
  await next('UHAL', { type: 'claim' });
  await next('UHAL', { type: 'resolve', solution: { changed: 'A key', kind: 'one-off', learning: null } });
  await next('UANA', { type: 'answer', verdict: 'fixed' });
  await weekEnds(bench, 1, ['ULEA']);
  expect(await read(bench, 'ULEA', 1)).toMatchObject({ ledTo: { number: led, answer: 'question' } });
  expect(await read(bench, 'ULEA', 0)).toMatchObject({ ledTo: null });
  await weekEnds(bench, 2, ['ULEA']);
  expect(await read(bench, 'ULEA', 2)).toMatchObject({ ledTo: null });
  expect(await told(bench)).toContain(`2 ULEA ${number}`);
});

test.each<[string, Wish, string]>([
  ['an answer', { type: 'answer-ask', text: 'You may decide' }, 'answer'],
  ['support', { type: 'support-done', text: 'The bank has it' }, 'support'],
  ['an honest no', { type: 'not-possible', text: 'No budget' }, 'no'],
])('what %s to an ask of its owner led to is told, too', async (_, wish, answer) => {
  const bench = await aLadder(['ULEA'], ['UHAL']);
  const { workspace, at } = bench;
  const led = await flagged(bench, 0);
  await flagged(bench, 1);
  await does(bench, led, 'UHAL', { type: 'claim' });
  await does(bench, led, 'UHAL', { type: 'ask-support', tried: 'A key', needs: ['decision'], by: null });
  await does(bench, led, 'ULEA', wish);
  const then = at(before.add({ hours: 31 }));
  const next = (who: string, it: Wish) => changeIssue(then, aChange(workspace, led, who, it));
  await next('UHAL', { type: 'resolve', solution: { changed: 'A key', kind: 'one-off', learning: null } });
  await next('UANA', { type: 'answer', verdict: 'fixed' });
  await weekEnds(bench, 0, ['ULEA']);
  expect(await read(bench, 'ULEA')).toMatchObject({ ledTo: { number: led, answer } });
});

test('what is to be looked at again later is in no digest as waiting, until that day', async () => {
  const bench = await aLadder(['ULEA']);
  const { store, workspace } = bench;
  const [later, other] = [await flagged(bench, 0), await flagged(bench, 0)];
  await does(bench, later, 'ULEA', { type: 'look-again', on: Temporal.PlainDate.from('2026-12-14') });
  const waiting = async (to: Temporal.Instant) => {
    const period = { from: to.subtract({ hours: weekHours }), to };
    const gathered = await transact(store, { workspace }, (tx) => gather(tx, workspace, period, 'UTC'));
    return { numbers: gathered.waiting.rows.map(({ number }) => number), total: gathered.waiting.total };
  };
  expect(await waiting(monday)).toEqual({ numbers: [other], total: 1 });
  expect(await waiting(weeksLater(1))).toEqual({ numbers: [later, other], total: 2 });
});
