import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { lookAtLadder } from '../../src/platform/postgres/left-behind.ts';
import { loadIssue } from '../../src/platform/postgres/load-issue.ts';
import { lookAtEverybody } from '../../src/platform/postgres/resting.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aChange, aFlag } from './a-store.ts';
import { aThursday, asked, dueAt, eventsOf, inTime, leaves, onRungs, passes, posted } from './promises.ts';
import type { Bench } from './promises.ts';

/** Lea leads, and nobody else; she was asked for a first answer, and two days went by. */
async function leaWasAsked(bench: Bench): Promise<number> {
  await onRungs(bench, ['ULEA']);
  const number = await posted(bench);
  await passes(bench, number, inTime);
  await passes(bench, number, monday);
  expect(await asked(bench)).toEqual(['ULEA']);
  return number;
}

const monday = Temporal.Instant.from('2026-12-07T13:00:00Z');
const tuesday = monday.add({ hours: 24 });

const looks = (bench: Bench, number: number, moment: Temporal.Instant) =>
  takeTurn(bench.at(moment), bench.workspace, number, 'in-vain');

async function isNamed(bench: Bench, moment: Temporal.Instant): Promise<void> {
  await onRungs(bench, ['ULEA'], ['UHAL']);
  const { store, workspace } = bench;
  await transact(store, { workspace }, (tx) => lookAtLadder(tx, workspace, moment));
}

test('everybody was asked in vain: whoever is named is found at once', async () => {
  const bench = await aThursday();
  const number = await leaWasAsked(bench);
  await isNamed(bench, monday);
  expect(await dueAt(bench, number)).toBe('2026-12-07 13:00');
  await looks(bench, number, monday);
  expect(await asked(bench)).toEqual(['UHAL', 'ULEA']);
});

test('somebody presses before it is found: they are found all the same', async () => {
  const bench = await aThursday();
  const number = await leaWasAsked(bench);
  await isNamed(bench, monday);
  const { workspace } = bench;
  await changeIssue(bench.at(monday), aChange(workspace, number, 'UMAX', { type: 'me-too' }));
  expect(await asked(bench)).toEqual(['ULEA']);
  expect(await dueAt(bench, number)).toBe('2026-12-07 13:00');
  await looks(bench, number, monday);
  expect(await asked(bench)).toEqual(['UHAL', 'ULEA']);
});

test('whoever is named beside those who were asked is asked alone: it is known whose answer that is', async () => {
  const bench = await aThursday();
  const { store, workspace, ask } = bench;
  const number = await leaWasAsked(bench);
  await onRungs(bench, ['ULEA', 'UHAL']);
  await looks(bench, number, tuesday);
  const [lea] = await ask<{ id: string }>("select id from people where slack_user_id = 'ULEA'");
  const loaded = await transact(store, { workspace }, (tx) => loadIssue(tx, workspace, number, 'read'));
  expect(loaded?.issue).toMatchObject({ promise: { state: 'running', rung: 0, earlier: [lea?.id] } });
});

test('nobody is found: it is looked at again the next day, and nothing is written or drawn', async () => {
  const bench = await aThursday();
  const number = await leaWasAsked(bench);
  const all = async () => [
    await eventsOf(bench, number),
    await bench.ask('select id, kind, state, since from messages order by id'),
    await bench.ask("select id, name, state from pgboss.job where name <> '__pgboss__send-it' order by id"),
    await bench.ask('select * from nudges order by subject, person_id'),
  ];
  const before = await all();
  await looks(bench, number, tuesday);
  expect(await all()).toEqual(before);
  expect(await dueAt(bench, number)).toBe('2026-12-09 10:00');
});

test('it is found in the rest: they are asked when the workspace opens', async () => {
  const bench = await aThursday();
  const number = await leaWasAsked(bench);
  await isNamed(bench, monday);
  await looks(bench, number, Temporal.Instant.from('2026-12-12T11:00:00Z'));
  expect(await asked(bench)).toEqual(['ULEA']);
  expect(await dueAt(bench, number, 'promise-passes')).toBe('2026-12-14 09:00');
  expect(await dueAt(bench, number, 'in-vain')).toBe('2026-12-13 10:00');
});

test('it is found in the rest, in the evening: they are asked in the morning, whoever presses before that', async () => {
  const bench = await aThursday();
  const { workspace } = bench;
  const at = (moment: string) => bench.at(Temporal.Instant.from(moment));
  await onRungs(bench, ['ULEA']);
  const evening = at('2026-12-03T20:00:00Z');
  const { number } = await flagIssue(evening, aFlag({ ...bench, store: evening }, { pauseSeconds: 0 }));
  await takeTurn(evening, workspace, number, 'post');
  await passes(bench, number, Temporal.Instant.from('2026-12-04T13:00:00Z'));
  await passes(bench, number, Temporal.Instant.from('2026-12-08T13:00:00Z'));
  expect(await dueAt(bench, number)).toBe('2026-12-08 20:00');
  await onRungs(bench, ['ULEA'], ['UHAL']);
  await looks(bench, number, Temporal.Instant.from('2026-12-09T20:00:00Z'));
  expect(await dueAt(bench, number, 'promise-passes')).toBe('2026-12-10 09:00');
  await changeIssue(at('2026-12-10T08:00:00Z'), aChange(workspace, number, 'UMAX', { type: 'me-too' }));
  expect(await dueAt(bench, number, 'promise-passes')).toBe('2026-12-10 09:00');
  await takeTurn(at('2026-12-10T09:00:00Z'), workspace, number, 'promise-passes');
  expect(await asked(bench)).toEqual(['UHAL', 'ULEA']);
  expect(await dueAt(bench, number, 'in-vain')).toBeNull();
});

test('it is found on a holiday that is none after all: they are asked as soon as that is known', async () => {
  const bench = await aThursday();
  const { ask, at, workspace } = bench;
  const number = await leaWasAsked(bench);
  await isNamed(bench, monday);
  await ask(`insert into settings (workspace_id, holidays) values ($1, '{2026-12-08}')`, [workspace]);
  await looks(bench, number, tuesday);
  expect(await dueAt(bench, number, 'promise-passes')).toBe('2026-12-09 09:00');
  await ask(`update settings set holidays = '{}'`);
  const later = tuesday.add({ minutes: 30 });
  await transact(at(later), { workspace }, (tx) => lookAtEverybody(tx, workspace, later));
  expect(await dueAt(bench, number, 'promise-passes')).toBe('2026-12-08 13:30');
  await takeTurn(at(later), workspace, number, 'promise-passes');
  expect(await asked(bench)).toEqual(['UHAL', 'ULEA']);
});

test('all who were asked for another look have left: each day it is looked at who leads', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['ULEA', 'UHAL']);
  const number = await posted(bench);
  const does = (who: string, wish: Parameters<typeof aChange>[3]) =>
    changeIssue(bench.store, aChange(bench.workspace, number, who, wish));
  await does('ULEA', { type: 'not-doing', because: 'It goes next year' });
  expect(await does('UANA', { type: 'ask-look' })).toMatchObject({ ok: true });
  await leaves(bench, 'UHAL');
  await takeTurn(bench.at(monday), bench.workspace, number, 'looker-left');
  expect(await dueAt(bench, number)).toBe('2026-12-08 10:00');
  await onRungs(bench, ['ULEA', 'USAM']);
  await looks(bench, number, tuesday);
  expect((await eventsOf(bench, number)).slice(-2)).toEqual(['look-asked', 'look-asked']);
  expect(await dueAt(bench, number)).toBeNull();
});

test('what was in vain before that was looked at each day is found', async () => {
  const bench = await aThursday();
  await leaWasAsked(bench);
  await bench.ask('delete from due');
  const [file = ''] = globSync('migrations/*_hold-in-vain/migration.sql');
  await bench.ask((await readFile(file, 'utf8')).replaceAll('--> statement-breakpoint', ''));
  expect(await bench.ask('select kind from due')).toEqual([{ kind: 'in-vain' }]);
});
