import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import { sendNudges } from '../../src/platform/postgres/send-nudges.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { aChange, aFlag, aStore } from './a-store.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** Sam owns it since a Monday in Lima, and has set the Thursday of that week as its date. */
async function dated() {
  const bench = await aStore();
  const { workspace } = bench;
  const then = (moment: string): Store => ({ ...bench.store, clock: () => at(moment) });
  /** As Slack says then; the sweep looks at them at once. */
  const isIn = async (timeZone: string, moment: string): Promise<void> => {
    const standing = { isMember: true, isAdmin: false, hasLeft: false, timeZone };
    await transact(then(moment), { workspace }, (tx) =>
      saveMembership(tx, workspace, 'USAM', standing, at(moment)),
    );
    await sendNudges(then(moment), workspace, id, 'UTC');
  };
  const monday = '2026-12-07T15:00:00Z';
  const { id } = await transact(then(monday), { workspace }, (tx) => personFor(tx, workspace, 'USAM'));
  await isIn('America/Lima', monday);
  const store = then(monday);
  const { number } = await flagIssue(store, aFlag({ ...bench, store }, { pauseSeconds: 0 }));
  await takeTurn(store, workspace, number, 'post');
  const does = (wish: Wish) => changeIssue(store, aChange(workspace, number, 'USAM', wish));
  await does({ type: 'claim' });
  await does({ type: 'agree', agreement: { success: null, by: Temporal.PlainDate.from('2026-12-10') } });
  const rows = (where: string) =>
    bench.ask<{ it: string }>(
      `select kind || to_char(wanted_at at time zone 'UTC', ' MM-DD HH24:MI') as it from nudges
         where kind in ('day-before', 'on-the-day') and ${where} order by 1`,
    );
  return {
    isIn,
    /** An admin pastes it, or strikes it off; the sweep looks at everybody at once. */
    isHoliday: async (day: string | null, moment: string): Promise<void> => {
      const { ask } = bench;
      await ask('insert into settings (workspace_id) values ($1) on conflict do nothing', [workspace]);
      await ask('update settings set holidays = $1', [day === null ? [] : [day]]);
      await sendNudges(then(moment), workspace, id, 'UTC');
    },
    waiting: async () => (await rows('sent_at is null')).map(({ it }) => it),
    /** What they are sent as the sweep comes by then. */
    sentAt: async (moment: string) => {
      const before = (await rows('sent_at is not null')).map(({ it }) => it);
      await sendNudges(then(moment), workspace, id, 'UTC');
      return (await rows('sent_at is not null')).map(({ it }) => it).filter((it) => !before.includes(it));
    },
  };
}

test('an owner moves far east: they are asked the day before, and on the day, as days begin there', async () => {
  const { isIn, waiting, sentAt } = await dated();
  expect(await waiting()).toEqual(['day-before 12-09 14:00', 'on-the-day 12-10 14:00']);
  await isIn('Asia/Tokyo', '2026-12-08T02:00:00Z');
  expect(await waiting()).toEqual(['day-before 12-09 00:00', 'on-the-day 12-10 00:00']);
  expect(await sentAt('2026-12-09T00:00:00Z')).toEqual(['day-before 12-09 00:00']);
});

test('the day before is over there: they are asked on the day alone', async () => {
  const { isIn, sentAt } = await dated();
  await isIn('Asia/Tokyo', '2026-12-09T12:00:00Z');
  expect(await sentAt('2026-12-09T14:00:00Z')).toEqual([]);
  expect(await sentAt('2026-12-10T00:00:00Z')).toEqual(['on-the-day 12-10 00:00']);
  expect(await sentAt('2026-12-10T14:00:00Z')).toEqual([]);
});

test('the day before is made a holiday: they are asked on the working day before that, and as ever once it is struck off', async () => {
  const { isHoliday, waiting, sentAt } = await dated();
  await isHoliday('2026-12-09', '2026-12-07T16:00:00Z');
  expect(await waiting()).toEqual(['day-before 12-08 14:00', 'on-the-day 12-10 14:00']);
  await isHoliday(null, '2026-12-07T17:00:00Z');
  expect(await waiting()).toEqual(['day-before 12-09 14:00', 'on-the-day 12-10 14:00']);
  await isHoliday('2026-12-09', '2026-12-07T18:00:00Z');
  expect(await sentAt('2026-12-08T14:00:00Z')).toEqual(['day-before 12-08 14:00']);
});
