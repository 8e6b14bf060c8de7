import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, claimed, eachInAWorkspace, flagged, patienceMs, solved } from './a-workspace.ts';
import { isAwayUntil, readsOnlyOnHome } from './choosing-hours.ts';
import { marks } from './duplicates.ts';

/* A Tuesday: it is 16:10 in Tokyo, where Kim is, and 8:10 in Berlin, where Sam is. */
const here = eachInAWorkspace({ beginsAt: '2026-12-01T07:10:00Z' });

const tokyosEvening = '2026-12-01T09:00:00Z';
const tokyosMorning = '2026-12-02T00:00:01Z';

const patient = { timeout: 60_000 };

/** Moves to this moment by UTC, and waits until all is said that is to be said then. */
async function itIs(instant: string): Promise<void> {
  here().clock.skip({ seconds: secondsUntil(instant) });
  await allIsSaid(here());
}

function secondsUntil(instant: string): number {
  const seconds = Math.round((Date.parse(instant) - here().clock.now().epochMilliseconds) / 1000);
  expect(seconds).toBeGreaterThan(0);
  return seconds;
}

async function saidTo(name: string): Promise<string[]> {
  const messages = await here().slack.directMessages(name);
  return messages.map(({ text }) => text);
}

test('what others do at night is told in the morning, as it is by then; Home has it at once', async () => {
  const kim = here().slack.person('kim');
  await flagged(here(), 'kim', 'The lamp is out');
  await itIs(tokyosEvening);
  await claimed(here(), 'sam', 'The lamp is out');
  await solved(here(), 'sam', 'The lamp is out', 'A new lamp');
  await allIsSaid(here());
  await itIs('2026-12-01T23:59:00Z');
  expect(await saidTo('kim')).toEqual([]);
  await itIs(tokyosMorning);
  await kim.eventuallySees('flagpost', 'Is #1 fixed', patienceMs);
  expect(await saidTo('kim')).toHaveLength(1);
  await kim.opensHome();
  await kim.eventuallySees('home', 'Is #1 fixed');
});

/** What Sam takes on in Tokyo's evening, one by one, the last first. */
async function takenOn(texts: readonly string[]): Promise<void> {
  for (const text of texts) await flagged(here(), 'kim', text);
  await itIs(tokyosEvening);
  for (const text of texts.toReversed()) {
    await claimed(here(), 'sam', text);
    await allIsSaid(here());
  }
}

async function takenOnAsToldTo(name: string): Promise<(string | undefined)[]> {
  return (await saidTo(name)).map((it) => /taken on \*#(\d)/.exec(it)?.[1]);
}

test('what has waited for the same morning comes in its order', async () => {
  const kim = here().slack.person('kim');
  const texts = ['The clock is slow', 'The stairs creak', 'The ramp is steep', 'The gate jams'];
  await takenOn(texts);
  here().clock.skip({ seconds: secondsUntil(tokyosMorning) });
  for (const text of texts.toReversed()) {
    await kim.eventuallySees('flagpost', text, patienceMs);
    here().clock.skip({ seconds: 4 });
  }
  expect(await takenOnAsToldTo('kim')).toEqual(['4', '3', '2', '1']);
});

const five = ['The mat curls', 'The vent hums', 'The hook bends', 'The pane fogs', 'The drawer sticks'];

test('so does what nobody was there to say in the morning', patient, async () => {
  await takenOn(five);
  await here().stopApp();
  here().clock.skip({ hours: 20 });
  await here().restart();
  await expect.poll(() => saidTo('kim'), { timeout: 2 * patienceMs }).toHaveLength(five.length);
  expect(await takenOnAsToldTo('kim')).toEqual(['5', '4', '3', '2', '1']);
});

test('and what comes sooner because they are back', patient, async () => {
  const kim = here().slack.person('kim');
  await takenOn(five);
  await isAwayUntil(kim, '2026-12-02');
  await expect.poll(() => saidTo('kim'), { timeout: 2 * patienceMs }).toHaveLength(five.length);
  expect(await takenOnAsToldTo('kim')).toEqual(['5', '4', '3', '2', '1']);
});

test('what is mended by the morning is told no more, and nothing is left that looks for it', async () => {
  const { slack, clock, databaseUrl } = here();
  await itIs(tokyosEvening);
  await slack.archive('process-gaps');
  await slack.person('ana').types('/flag-issue The bin is full');
  const resting = () => askDatabase(databaseUrl, `select 1 from due where kind = 'resend'`);
  await expect.poll(resting, { timeout: patienceMs }).toHaveLength(1);
  await slack.unarchive('process-gaps');
  clock.skip({ seconds: 61 });
  await slack.person('lea').eventuallySees('process-gaps', 'The bin is full', patienceMs);
  await allIsSaid(here());
  expect(await resting()).toEqual([]);
  await itIs(tokyosMorning);
  expect(await saidTo('kim')).toEqual([]);
});

test('a question that ends at night, and stands again, is asked in the morning', async () => {
  const { slack } = here();
  const [kim, sam] = [slack.person('kim'), slack.person('sam')];
  const first = await flagged(here(), 'ana', 'The north lift stops');
  await flagged(here(), 'kim', 'The south lift stops');
  await itIs(tokyosEvening);
  await claimed(here(), 'sam', 'The south lift stops');
  await sam.presses('Ask the reporter', { in: 'flagpost', containing: 'The south lift stops' });
  await sam.fills('What would you like to know?', 'On which floor?');
  await sam.submits();
  await allIsSaid(here());
  await marks(here(), 'sam', 'The south lift stops', first);
  await allIsSaid(here());
  await sam.chooses('Not a duplicate', { in: 'process-gaps', containing: 'The south lift stops' });
  await allIsSaid(here());
  expect(await saidTo('kim')).toEqual([]);
  await itIs(tokyosMorning);
  await kim.eventuallySees('flagpost', 'On which floor?', patienceMs);
  await kim.presses('Answer', { in: 'flagpost', containing: 'On which floor?' });
  await kim.fills('Your answer', 'On the third');
  await kim.submits();
  await kim.eventuallySees('flagpost', 'You answered a question about', patienceMs);
});

test('by the morning it is no news who was to help, but who does', patient, async () => {
  const { slack } = here();
  const [kim, sam, lea] = [slack.person('kim'), slack.person('sam'), slack.person('lea')];
  await kim.types('/flag-issue');
  await kim.fills('What got in the way?', 'The till jams');
  await kim.picks('Is help wanted today?', 'Someone is stuck right now');
  await kim.submits();
  await sam.eventuallySees('process-gaps', 'The till jams', patienceMs);
  await itIs(tokyosEvening);
  await sam.presses('Help now', { in: 'process-gaps', containing: 'The till jams' });
  await allIsSaid(here());
  await sam.presses("I can't after all", { in: 'flagpost', containing: 'The till jams' });
  await allIsSaid(here());
  await lea.presses('Help now', { in: 'process-gaps', containing: 'The till jams' });
  await allIsSaid(here());
  await itIs(tokyosMorning);
  await kim.eventuallySees('flagpost', '@Lea Brandt helps with #1 today.', patienceMs);
  expect(await saidTo('kim')).toHaveLength(1);
});

test('nor who would not take it on, where it has ended since', async () => {
  const { slack } = here();
  const [kim, sam] = [slack.person('kim'), slack.person('sam')];
  await flagged(here(), 'ana', 'The lock is stiff');
  await claimed(here(), 'sam', 'The lock is stiff');
  await sam.presses('Hand over', { in: 'flagpost', containing: 'The lock is stiff' });
  await sam.picks('Who could take it on?', 'kim');
  await sam.submits();
  await kim.eventuallySees('flagpost', 'asks whether you would take on #1', patienceMs);
  await itIs('2026-12-02T00:30:00Z');
  await kim.presses('No, thank you', { in: 'flagpost', containing: 'The lock is stiff' });
  await allIsSaid(here());
  await kim.chooses('Not doing…', { in: 'process-gaps', containing: 'The lock is stiff' });
  await kim.fills('Not doing, because…', 'The door goes away in May');
  await kim.submits();
  await allIsSaid(here());
  await itIs('2026-12-02T08:00:01Z');
  await sam.eventuallySees('flagpost', '#1, which you had taken on, is not going to be done', patienceMs);
  expect(await sam.sees('flagpost')).not.toContain("can't take on");
});

test('whoever is here just now hears at once what follows, and after half an hour no more', async () => {
  const kim = here().slack.person('kim');
  for (const text of ['The door sticks', 'The tap drips']) await flagged(here(), 'kim', text);
  await itIs(tokyosEvening);
  await kim.opensHome();
  await claimed(here(), 'sam', 'The door sticks');
  await kim.eventuallySees('flagpost', 'The door sticks', patienceMs);
  here().clock.skip({ minutes: 31 });
  await claimed(here(), 'sam', 'The tap drips');
  await allIsSaid(here());
  expect(await saidTo('kim')).toHaveLength(1);
  await itIs(tokyosMorning);
  await kim.eventuallySees('flagpost', 'The tap drips', patienceMs);
});

test('what somebody has done themselves is answered at night, also by a bot that has started since', async () => {
  const { slack, restart } = here();
  await flagged(here(), 'sam', 'The rug slips');
  await itIs(tokyosEvening);
  const kim = slack.person('kim');
  await kim.presses('Claim', { in: 'process-gaps', containing: 'The rug slips' });
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'ratelimited', retryAfter: 1 });
  await kim.eventuallySees('form', 'is yours already');
  await restart();
  await slack.behaves();
  await kim.eventuallySees('flagpost', 'The rug slips', 2 * patienceMs);
});

test('whoever reads only on Home is not written to by what others do, but asked there', async () => {
  const kim = here().slack.person('kim');
  await readsOnlyOnHome(kim);
  await flagged(here(), 'kim', 'The bell is mute');
  await claimed(here(), 'sam', 'The bell is mute');
  await solved(here(), 'sam', 'The bell is mute', 'A new bell');
  await flagged(here(), 'kim', 'The desk wobbles');
  await claimed(here(), 'sam', 'The desk wobbles');
  await allIsSaid(here());
  expect(await saidTo('kim')).toEqual([]);
  expect(await kim.eventuallySees('home', 'Waiting for you (1)')).toContain('Is #1 fixed for you?');
  await kim.presses('Change', { in: 'home' });
  await kim.picks('Write to me', 'Office hours: Mon–Fri, 9:00–17:00, Tokyo time');
  await kim.submits();
  await kim.eventuallySees('flagpost', 'Is #1 fixed', patienceMs);
  await allIsSaid(here());
  expect(await saidTo('kim')).toHaveLength(1);
});

test('whoever is back sooner than they had said hears then what has waited', async () => {
  const kim = here().slack.person('kim');
  await flagged(here(), 'kim', 'The fan rattles');
  await isAwayUntil(kim, '2026-12-16');
  here().clock.skip({ minutes: 31 });
  await claimed(here(), 'sam', 'The fan rattles');
  await itIs('2026-12-03T01:00:00Z');
  expect(await saidTo('kim')).toEqual([]);
  await isAwayUntil(kim, '2026-12-03');
  await kim.eventuallySees('flagpost', 'has taken on #1', patienceMs);
});
