import { expect, test } from 'vitest';

import type { PersonAtSlack } from '../../src/playground/people/person.ts';
import { askDatabase } from '../support/looking.ts';
import {
  allIsSaid,
  claimed,
  eachInAWorkspace,
  flagged,
  isLookedAt,
  patienceMs,
  solved,
} from './a-workspace.ts';
import { changesHours } from './choosing-hours.ts';

/* A Tuesday: it is 15:10 in Berlin, where Lea is. */
const here = eachInAWorkspace({ beginsAt: '2026-12-01T14:10:00Z' });

/** Lea is asked whether what she has flagged is fixed, and will be asked once more in a week. */
async function isAsked(text: string): Promise<PersonAtSlack> {
  await flagged(here(), 'lea', text);
  await claimed(here(), 'sam', text);
  await solved(here(), 'sam', text, `${text} no more`);
  await allIsSaid(here());
  return here().slack.person('lea');
}

const again = 'so I ask once more';

async function askedAgain(): Promise<number> {
  const messages = await here().slack.directMessages('lea');
  return messages.filter((it) => JSON.stringify(it.blocks).includes(again)).length;
}

/** Moves to this moment by UTC, and lets everything happen that is due by then. */
async function itIs(instant: string): Promise<void> {
  const { clock } = here();
  const seconds = Math.round((Date.parse(instant) - clock.now().epochMilliseconds) / 1000);
  expect(seconds).toBeGreaterThan(0);
  clock.skip({ seconds });
  await isLookedAt(here());
}

test('whoever is away is written to on the day they are back, and Home says how it stands', async () => {
  const lea = await isAsked('The lamp is out');
  await lea.opensHome();
  const before = await lea.eventuallySees('home', 'When may I write to you?');
  expect(before).toContain('from 9:00 to 17:00, Monday to Friday (Berlin time), and at most 3 times a day.');
  await changesHours(lea, () => lea.picks('Away until', '2026-12-16'));
  await lea.eventuallySees('home', 'You are away until Wed 16 Dec: not before.');
  await itIs('2026-12-15T13:00:00Z');
  expect(await askedAgain()).toBe(0);
  await itIs('2026-12-16T07:59:00Z');
  expect(await askedAgain()).toBe(0);
  await itIs('2026-12-16T08:01:00Z');
  await lea.eventuallySees('flagpost', again, patienceMs);
});

test('only on Home: nothing is written, and with office hours again what waits comes in the next of them', async () => {
  const lea = await isAsked('The door sticks');
  await changesHours(lea, () => lea.picks('Write to me', 'Only on Home: never write to me'));
  await lea.eventuallySees('home', 'I never write to you unasked.');
  await itIs('2026-12-08T18:00:00Z');
  expect(await askedAgain()).toBe(0);
  await lea.opensHome();
  expect(await lea.eventuallySees('home', 'Waiting for you (1)')).toContain('Is #1 fixed for you?');
  await changesHours(lea, () => lea.picks('Write to me', 'Office hours: Mon–Fri, 9:00–17:00, Berlin time'));
  await isLookedAt(here());
  expect(await askedAgain()).toBe(0);
  await itIs('2026-12-09T08:01:00Z');
  await lea.eventuallySees('flagpost', again, patienceMs);
});

test('whoever works at night is written to at night, also after midnight', async () => {
  const lea = await isAsked('The tap drips');
  await changesHours(lea, async () => {
    await lea.picks('Write to me', 'My own hours, as below');
    await lea.picks('From', '22:00');
    await lea.picks('To', '6:00');
  });
  await lea.eventuallySees('home', 'from 22:00 to 6:00 the next day, Monday to Friday (Berlin time)');
  await itIs('2026-12-08T20:55:00Z');
  expect(await askedAgain()).toBe(0);
  await itIs('2026-12-09T00:30:00Z');
  await lea.eventuallySees('flagpost', again, patienceMs);
});

test('what Slack would not take before they closed comes when they open again, once', async () => {
  const { slack, clock, databaseUrl } = here();
  const lea = await isAsked('The rug slips');
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'status', status: 503 });
  const tried = async (): Promise<number> => (await slack.calls('chat.postMessage')).length;
  const before = await tried();
  clock.skip({ hours: 24 * 7 + 1 });
  const sent = () => askDatabase(databaseUrl, 'select 1 from nudges where sent_at is not null');
  await expect.poll(sent, { timeout: patienceMs }).toHaveLength(1);
  await expect.poll(tried, { timeout: patienceMs }).toBeGreaterThan(before);
  clock.skip({ hours: 3 });
  await slack.behaves();
  const later = `select to_char(due_at at time zone 'UTC', 'DD HH24:MI') as at from due where kind = 'resend'`;
  await expect
    .poll(() => askDatabase(databaseUrl, later), { timeout: 2 * patienceMs })
    .toEqual([{ at: '09 08:00' }]);
  expect(await askedAgain()).toBe(0);
  await itIs('2026-12-09T08:00:30Z');
  await lea.eventuallySees('flagpost', again, patienceMs);
  expect(await askedAgain()).toBe(1);
});

test('the way to these hours is beneath each of them, and the budget is theirs to set', async () => {
  for (const text of ['The fan rattles', 'The bell is mute']) await isAsked(text);
  const lea = here().slack.person('lea');
  await changesHours(lea, () => lea.picks('At most', 'One message a day'));
  await itIs('2026-12-08T09:00:00Z');
  await lea.eventuallySees('flagpost', again, patienceMs);
  expect(await askedAgain()).toBe(1);
  await lea.presses('When may I write to you?', { in: 'flagpost' });
  await lea.eventuallySees('form', 'One message a day');
  await lea.closes();
  await itIs('2026-12-09T08:01:00Z');
  await expect.poll(askedAgain, { timeout: patienceMs }).toBe(2);
});

test('a form with no day in it says so, and nothing is saved', async () => {
  const lea = here().slack.person('lea');
  await lea.opensHome();
  await lea.presses('Change', { in: 'home' });
  await lea.picks('Write to me', 'My own hours, as below');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await lea.picks('My own hours: on', day);
  await lea.submits();
  await lea.eventuallySees('form', 'Please tick a day at least.');
  await lea.closes();
  await lea.opensHome();
  expect(await lea.sees('home')).toContain('from 9:00 to 17:00, Monday to Friday');
});

test('whoever flags outside office hours is asked once whether they work shifts', async () => {
  const { slack } = here();
  const [kim, sam] = [slack.person('kim'), slack.person('sam')];
  const question = 'It is outside office hours where you are. Do you work shifts?';
  expect(await kim.types('/flag-issue The night bell is mute')).toContain(question);
  await kim.presses('No, office hours are right', { in: 'general' });
  await kim.eventuallySees('general', "(Tokyo time), and at most 3 times a day. I don't ask this again.");
  expect(await kim.types('/flag-issue The night lamp is out')).not.toContain(question);
  expect(await sam.types('/flag-issue The day lamp is out')).not.toContain(question);
  await itIs('2026-12-01T19:00:00Z');
  expect(await sam.types('/flag-issue The evening lamp is out')).toContain(question);
  await sam.presses('Set my hours', { in: 'general' });
  await sam.eventuallySees('form', 'Only on Home: never write to me');
  await sam.closes();
});

test.each(['', 'Atlantis/Poseidonis'])(
  'Slack names %j as the time zone, which is none: the hours can be chosen all the same',
  async (tz) => {
    const lea = here().slack.person('lea');
    await here().slack.changePerson('lea', { tz });
    await lea.opensHome();
    await lea.presses('Change', { in: 'home' });
    await lea.eventuallySees('form', 'Office hours: Mon–Fri, 9:00–17:00, your time');
    await lea.picks('Away until', '2026-12-16');
    await lea.submits();
    await lea.eventuallySees('form', 'Monday to Friday (in your time zone in Slack)');
    await lea.closes();
    await lea.presses('Change', { in: 'home' });
    await lea.eventuallySees('form', 'Away until: 2026-12-16');
  },
);
