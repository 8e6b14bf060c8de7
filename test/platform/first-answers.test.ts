import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import { saveSettings } from '../../src/platform/postgres/settings.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aChange, aFlag } from './a-store.ts';
import {
  aThursday,
  arrives,
  asked,
  dueAt,
  eventsOf,
  inTime,
  leaves,
  onRungs,
  passes,
  posted,
  thursday,
  toldBy,
} from './promises.ts';

test('five processes find it at once: it passes once, and everybody hears of it once', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['ULEA', 'UKIM'], ['UHAL']);
  const number = await posted(bench);
  await Promise.all([1, 2, 3, 4, 5].map(() => passes(bench, number, inTime)));
  expect(await eventsOf(bench, number)).toEqual(['flagged', 'posted', 'promised', 'promise-passed']);
  expect(await asked(bench)).toEqual(['UKIM', 'ULEA']);
  expect(await toldBy(bench, 'news')).toEqual(['UANA']);
  /* It goes on then if it never reaches them. */
  expect(await dueAt(bench, number)).toBe('2026-12-07 09:00');
  await arrives(bench, number, 'ULEA', inTime);
  await arrives(bench, number, 'UKIM', inTime.add({ hours: 1 }));
  expect(await dueAt(bench, number)).toBe('2026-12-04 10:00');
  expect(await toldBy(bench, 'news')).toEqual(['UANA']);
});

test('the clock jumps ahead by weeks: it goes up one rung, and the next has its own time', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['ULEA'], ['UHAL'], ['USAM']);
  const number = await posted(bench);
  const later = Temporal.Instant.from('2026-12-22T11:00:00Z');
  await passes(bench, number, later);
  await passes(bench, number, later);
  expect(await asked(bench)).toEqual(['ULEA']);
  await arrives(bench, number, 'ULEA', later);
  expect(await dueAt(bench, number)).toBe('2026-12-22 15:00');
});

test('the clock jumps back: nothing passes before its time', async () => {
  const bench = await aThursday();
  const number = await posted(bench);
  await passes(bench, number, thursday.subtract({ hours: 1 }));
  expect(await eventsOf(bench, number)).toEqual(['flagged', 'posted', 'promised']);
  expect(await dueAt(bench, number)).toBe('2026-12-03 14:00');
});

test('found in the rest, it waits for the workspace’s opening, whatever its zone and holidays', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['ULEA']);
  await transact(bench.store, { workspace: bench.workspace }, (tx) =>
    saveSettings(tx, bench.workspace, { timeZone: 'Asia/Kathmandu', holidays: ['2026-12-07'] }),
  );
  const number = await posted(bench);
  await passes(bench, number, Temporal.Instant.from('2026-12-05T10:00:00Z'));
  expect(await asked(bench)).toEqual([]);
  expect(await dueAt(bench, number)).toBe('2026-12-08 03:15');
  await passes(bench, number, Temporal.Instant.from('2026-12-08T03:15:00Z'));
  expect(await asked(bench)).toEqual(['ULEA']);
});

test('a sweep that dies half-way leaves nothing behind, and the next one does it all', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['ULEA']);
  const number = await posted(bench);
  const dying: Store = { ...bench.at(inTime), enqueue: () => Promise.reject(new Error('gone')) };
  await expect(takeTurn(dying, bench.workspace, number, 'promise-passes')).rejects.toThrow('gone');
  expect(await eventsOf(bench, number)).toEqual(['flagged', 'posted', 'promised']);
  expect(await dueAt(bench, number)).toBe('2026-12-03 14:00');
  await passes(bench, number, inTime);
  expect(await asked(bench)).toEqual(['ULEA']);
});

test('a lead who has left is not asked, nor one who flagged it', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['UROB', 'UANA'], ['UHAL']);
  const number = await posted(bench);
  await leaves(bench, 'UROB');
  await passes(bench, number, inTime);
  expect(await asked(bench)).toEqual(['UHAL']);
});

test('with nobody to ask, the reporter hears so, and each day it is looked at again', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['UROB']);
  const number = await posted(bench);
  await leaves(bench, 'UROB');
  await passes(bench, number, inTime);
  expect(await asked(bench)).toEqual([]);
  expect(await toldBy(bench, 'news')).toEqual(['UANA']);
  expect(await dueAt(bench, number)).toBe('2026-12-04 10:00');
});

test('while no lead is named the admins are asked: those Slack knows, and those who are listed', async () => {
  const bench = await aThursday();
  await onRungs(bench, [], ['UHAL']);
  await transact(bench.store, { workspace: bench.workspace }, async (tx) => {
    for (const it of ['UKIM', 'UADA', 'UMAX']) await personFor(tx, bench.workspace, it);
    const standing = { isMember: true, isAdmin: true, hasLeft: false };
    await saveMembership(tx, bench.workspace, 'UKIM', standing, thursday);
  });
  const number = await posted(bench);
  const environment = { timeZone: 'UTC', adminUsers: ['UADA', 'UKIM'] };
  await takeTurn({ ...bench.at(inTime), environment }, bench.workspace, number, 'promise-passes');
  expect(await asked(bench)).toEqual(['UADA', 'UKIM']);
});

test('what the receipt promised is what is kept, however late the sweep comes by', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['ULEA', 'UANA'], ['UHAL']);
  const { store, workspace } = bench;
  const flag = aFlag({ store, workspace }, { pauseSeconds: 60 });
  const { number, promise } = await flagIssue(store, flag);
  expect(promise).toEqual({ by: thursday.add({ hours: 4, minutes: 1 }), asked: [], next: ['ULEA'] });
  await takeTurn(bench.at(thursday.add({ hours: 2 })), workspace, number, 'post');
  expect(await dueAt(bench, number)).toBe('2026-12-03 14:01');
});

test('the hours and the holidays are the workspace’s own', async () => {
  const bench = await aThursday();
  const { store, workspace } = bench;
  await transact(store, { workspace }, (tx) =>
    saveSettings(tx, workspace, { firstAnswerHours: 10, holidays: ['2026-12-04'] }),
  );
  const { promise } = await flagIssue(store, aFlag({ store, workspace }, { pauseSeconds: 0 }));
  expect(promise?.by.toString()).toBe('2026-12-07T12:00:00Z');
});

test('whoever is asked has their own time, and the receipt of a flag says so', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['ULEA'], ['UHAL']);
  const { store, workspace } = bench;
  await bench.ask(`update people set time_zone = 'Asia/Tokyo' where slack_user_id = 'UHAL'`);
  const gap = { ...aFlag({ store, workspace }).gap, asksAbove: true };
  const { promise } = await flagIssue(store, aFlag({ store, workspace }, { gap, pauseSeconds: 0 }));
  /* It is evening in Tokyo; their Friday begins at midnight. */
  expect(promise).toMatchObject({ asked: ['UHAL'], by: Temporal.Instant.from('2026-12-04T04:00:00Z') });
  await bench.ask(`update people set away_until = '2027-01-11' where slack_user_id = 'ULEA'`);
  const number = await posted(bench);
  await passes(bench, number, inTime);
  expect(await asked(bench)).toEqual(['UHAL']);
  await arrives(bench, number, 'UHAL', Temporal.Instant.from('2026-12-04T00:00:00Z'));
  expect(await dueAt(bench, number)).toBe('2026-12-04 04:00');
});

test('whoever stands above the lead may say no, ask, look for an owner, and name a day', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['ULEA'], ['UHAL']);
  const { store, workspace } = bench;
  const number = await posted(bench);
  const does = (who: string, wish: Parameters<typeof aChange>[3]) =>
    changeIssue(store, aChange(workspace, number, who, wish));
  const on = Temporal.PlainDate.from('2026-12-14');
  expect(await does('UMAX', { type: 'look-again', on })).toMatchObject({ ok: false });
  expect(await does('UHAL', { type: 'inquire', text: 'Which bank?' })).toMatchObject({ ok: true });
  expect(await does('UHAL', { type: 'look-again', on })).toMatchObject({ ok: true });
  expect(await dueAt(bench, number)).toBe('2026-12-14 09:00');
  expect(await does('UHAL', { type: 'not-doing', because: 'It goes next year' })).toMatchObject({ ok: true });
  expect(await dueAt(bench, number)).toBeNull();
});

test('what was open before there were promises gets one, and nobody is told', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['ULEA']);
  const number = await posted(bench);
  await bench.ask(`update issues set life = '{}'`);
  await bench.ask('delete from due');
  const [file = ''] = globSync('migrations/*_hold-first-answers/migration.sql');
  await bench.ask((await readFile(file, 'utf8')).replaceAll('--> statement-breakpoint', ''));
  const { rows } = await bench.pool.query<{ kind: string }>('select kind from due');
  expect(rows).toEqual([{ kind: 'promise-passes' }]);
  await passes(bench, number, inTime);
  expect(await dueAt(bench, number)).toBe('2026-12-04 10:00');
  expect(await toldBy(bench, 'news')).toEqual([]);
  const shielded = await bench.ask(`select 1 from pg_class where relname = 'issues' and relforcerowsecurity`);
  expect(shielded).toHaveLength(1);
});
