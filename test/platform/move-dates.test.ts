import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import type { PersonId } from '../../src/core/issue.ts';
import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { saveLeads } from '../../src/platform/postgres/leads.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import { sendNudges } from '../../src/platform/postgres/send-nudges.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { aChange, aFlag, aStore } from './a-store.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

const thursday = Temporal.PlainDate.from('2026-12-10');

/** Sam owns it since a Monday in Lima, and has set the Thursday of that week as its date. Lea leads, in Berlin. */
async function dated() {
  const bench = await aStore();
  const { workspace } = bench;
  const then = (moment: string): Store => ({ ...bench.store, clock: () => at(moment) });
  const saysSlack = async (slackUser: string, timeZone: string, moment: string): Promise<PersonId> => {
    const standing = { isMember: true, isAdmin: false, hasLeft: false, timeZone };
    return await transact(then(moment), { workspace }, async (tx) => {
      const { id } = await personFor(tx, workspace, slackUser);
      await saveMembership(tx, workspace, slackUser, standing, at(moment));
      return id;
    });
  };
  const monday = '2026-12-07T15:00:00Z';
  const people = {
    USAM: await saysSlack('USAM', 'America/Lima', monday),
    ULEA: await saysSlack('ULEA', 'Europe/Berlin', monday),
  };
  const store = then(monday);
  await transact(store, { workspace }, (tx) => saveLeads(tx, workspace, 0, [people.ULEA]));
  const { number } = await flagIssue(store, aFlag({ ...bench, store }, { pauseSeconds: 0 }));
  await takeTurn(store, workspace, number, 'post');
  const does = (who: keyof typeof people, wish: Wish) =>
    changeIssue(store, aChange(workspace, number, who, wish));
  await does('USAM', { type: 'claim' });
  await does('USAM', { type: 'agree', agreement: { success: null, by: thursday } });
  const isLookedAt = (who: keyof typeof people, moment: string) =>
    sendNudges(then(moment), workspace, people[who], 'UTC');
  /** Their questions about dates. */
  const rows = (who: keyof typeof people, where: string) =>
    bench.ask<{ it: string }>(
      `select kind || to_char(wanted_at at time zone 'UTC', ' MM-DD HH24:MI') as it from nudges
         where kind not in ('quiet', 'ask') and person_id = '${people[who]}' and ${where} order by 1`,
    );
  return {
    ask: bench.ask,
    does,
    /** As Slack says then; the sweep looks at them at once. */
    isIn: async (timeZone: string, moment: string): Promise<void> => {
      await saysSlack('USAM', timeZone, moment);
      await isLookedAt('USAM', moment);
    },
    /** An admin pastes it, or strikes it off; the sweep looks at everybody at once. */
    isHoliday: async (day: string | null, moment: string): Promise<void> => {
      const { ask } = bench;
      await ask('insert into settings (workspace_id) values ($1) on conflict do nothing', [workspace]);
      await ask('update settings set holidays = $1', [day === null ? [] : [day]]);
      await isLookedAt('USAM', moment);
      await isLookedAt('ULEA', moment);
    },
    waiting: async (who: keyof typeof people = 'USAM') =>
      (await rows(who, 'sent_at is null')).map(({ it }) => it),
    /** What Sam is sent as the sweep comes by then. */
    sentAt: async (moment: string) => {
      const before = (await rows('USAM', 'sent_at is not null')).map(({ it }) => it);
      await isLookedAt('USAM', moment);
      const after = (await rows('USAM', 'sent_at is not null')).map(({ it }) => it);
      return after.filter((it) => !before.includes(it));
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

test('a newer version knows dates of another kind: they are left to it, and all others move', async () => {
  const { ask, isIn, waiting } = await dated();
  await ask(`update nudges set about_date = '{"weekOf": "2026-12-09"}' where kind = 'day-before'`);
  await isIn('Asia/Tokyo', '2026-12-08T02:00:00Z');
  expect(await waiting()).toEqual(['day-before 12-09 14:00', 'on-the-day 12-10 00:00']);
});

test('the day came while nobody looked: what has come due since stays as it was', async () => {
  const { sentAt } = await dated();
  expect(await sentAt('2026-12-11T14:00:00Z')).toEqual(['on-the-day 12-10 14:00']);
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

test('a day to which it was put off is made a holiday: its owner is asked on the next one', async () => {
  const { does, isHoliday, waiting } = await dated();
  await does('USAM', { type: 'snooze', until: thursday });
  expect(await waiting()).toContain('snooze-over 12-10 14:00');
  await isHoliday('2026-12-10', '2026-12-07T16:00:00Z');
  expect(await waiting()).toContain('snooze-over 12-11 14:00');
});

const wanted: Wish = { type: 'ask-support', tried: 'A key', needs: ['decision'], by: null };

test('the day for which support is promised is made a holiday, or the day before: whoever promised is asked around it', async () => {
  const { does, isHoliday, waiting } = await dated();
  await does('USAM', wanted);
  await does('ULEA', { type: 'promise-support', on: thursday });
  expect(await waiting('ULEA')).toEqual(['ask-promise 12-09 08:00', 'ask-promise 12-10 08:00']);
  await isHoliday('2026-12-09', '2026-12-07T15:30:00Z');
  expect(await waiting('ULEA')).toEqual(['ask-promise 12-08 08:00', 'ask-promise 12-10 08:00']);
  await isHoliday('2026-12-10', '2026-12-07T15:40:00Z');
  expect(await waiting('ULEA')).toEqual(['ask-promise 12-09 08:00', 'ask-promise 12-11 08:00']);
});

test('whoever contains the damage has put the question off to what is made a holiday: they are asked on the next day', async () => {
  const { does, isHoliday, waiting } = await dated();
  await does('USAM', wanted);
  await does('ULEA', { type: 'contain' });
  await does('ULEA', { type: 'snooze-containment', until: thursday });
  expect(await waiting('ULEA')).toContain('containment 12-10 08:00');
  await isHoliday('2026-12-10', '2026-12-07T15:30:00Z');
  expect(await waiting('ULEA')).toContain('containment 12-11 08:00');
});
