import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import {
  allIsSaid,
  claimed,
  eachInAWorkspace,
  flagged,
  isLookedAt,
  later,
  patienceMs,
} from './a-workspace.ts';
import { readsOnlyOnHome } from './choosing-hours.ts';
import { laddered } from './promises.ts';

/* A Monday; Sam and Lea are in Berlin, where it is noon. */
const here = eachInAWorkspace({
  beginsAt: '2026-11-23T11:00:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
  },
});
const patient = { timeout: 60_000 };

/** Noon in Berlin, so many days later. */
async function daysGoBy(days: number): Promise<void> {
  here().clock.skip({ hours: 24 * days });
  await isLookedAt(here());
}

const quiet = (number: number): string => `It has been quiet about #${number} since`;

test(
  'after two working days of silence the owner is asked, in private, and one press is an answer',
  patient,
  async () => {
    const { slack } = here();
    const [sam, max] = [slack.person('sam'), slack.person('max')];
    const number = await flagged(here(), 'ana', 'The lamp is out');
    await claimed(here(), 'sam', 'The lamp is out');
    await daysGoBy(1);
    expect(await sam.sees('flagpost')).not.toContain(quiet(number));
    await daysGoBy(1);
    await sam.eventuallySees('flagpost', `${quiet(number)} Mon 23 Nov 2026`, patienceMs);
    const thread = await max.sees('process-gaps');
    await sam.presses('Still on it', { in: 'flagpost', containing: quiet(number) });
    await sam.eventuallySees('flagpost', `#${number} goes on with you. Thank you for the word.`, patienceMs);
    expect(await sam.sees('flagpost')).not.toContain(quiet(number));
    await later(here());
    expect(await max.sees('process-gaps')).toBe(thread);
  },
);

test(
  'what blocks it goes into the thread of its card, and the question has its answer',
  patient,
  async () => {
    const { slack } = here();
    const [sam, max] = [slack.person('sam'), slack.person('max')];
    const number = await flagged(here(), 'ana', 'The door sticks');
    await claimed(here(), 'sam', 'The door sticks');
    await daysGoBy(2);
    await sam.eventuallySees('flagpost', quiet(number), patienceMs);
    await sam.presses('Blocked', { in: 'flagpost', containing: quiet(number) });
    await sam.fills('What is it blocked by?', 'The carpenter comes in June');
    await sam.submits();
    await max.eventuallySees('process-gaps', 'Blocked: The carpenter comes in June', patienceMs);
    await sam.eventuallySees('flagpost', `#${number} goes on with you. Thank you for the word.`, patienceMs);
  },
);

test('snoozed, it is asked about on that day and not before', patient, async () => {
  const { slack, clock } = here();
  const sam = slack.person('sam');
  const number = await flagged(here(), 'ana', 'The tap drips');
  await claimed(here(), 'sam', 'The tap drips');
  await daysGoBy(3);
  await sam.eventuallySees('flagpost', quiet(number), patienceMs);
  await sam.chooses('Until next week', { in: 'flagpost', containing: quiet(number) });
  await sam.eventuallySees('flagpost', `#${number} goes on with you. I come back to it on Mon`, patienceMs);
  await daysGoBy(1);
  expect(await sam.sees('flagpost')).not.toContain(`You asked me to come back to #${number}`);
  await daysGoBy(3);
  await sam.eventuallySees('flagpost', `You asked me to come back to #${number} on Mon`, patienceMs);
  await sam.chooses('Until a date…', { in: 'flagpost', containing: `come back to #${number}` });
  await sam.picks('Ask again on', clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString());
  await sam.submits();
  await sam.eventuallySees('form', 'That day is over, or has begun already.');
  await sam.picks('Ask again on', '2027-03-01');
  await sam.submits();
  await sam.eventuallySees('flagpost', `I come back to it on Mon 1 Mar 2027`, patienceMs);
});

test('about a date of theirs an owner is asked the working day before it, and on it', patient, async () => {
  const { slack, clock } = here();
  const sam = slack.person('sam');
  const number = await flagged(here(), 'ana', 'The fan rattles');
  await claimed(here(), 'sam', 'The fan rattles');
  const by = clock.now().toZonedDateTimeISO('UTC').toPlainDate().add({ days: 7 });
  await sam.presses('Agreement', { in: 'flagpost', containing: 'The fan rattles' });
  await sam.picks('By when?', by.toString());
  await sam.submits();
  await daysGoBy(3);
  expect(await sam.sees('flagpost')).not.toContain(quiet(number));
  await daysGoBy(1);
  await sam.eventuallySees('flagpost', `as the date for #${number}. What does it need?`, patienceMs);
  await sam.presses('Still on it', { in: 'flagpost', containing: `as the date for #${number}` });
  await sam.eventuallySees('flagpost', `#${number} goes on with you.`, patienceMs);
  await daysGoBy(3);
  await sam.eventuallySees('flagpost', `as the date for #${number}. What does it need?`, patienceMs);
});

test(
  'asked twice without a word, no more is asked: a lead hears that it could use help, and offers support',
  patient,
  async () => {
    const { slack } = here();
    const [rob, lea, max] = [slack.person('rob'), slack.person('lea'), slack.person('max')];
    await laddered(here(), { leads: 'lea, rob', above: 'sam', sponsor: 'kim' });
    const number = await flagged(here(), 'ana', 'The bell is mute');
    await claimed(here(), 'rob', 'The bell is mute');
    await daysGoBy(2);
    await rob.eventuallySees('flagpost', quiet(number), patienceMs);
    await daysGoBy(5);
    const first = `I ask you about #${number} again. Please answer in my newer message.`;
    await rob.eventuallySees('flagpost', first, patienceMs);
    const times = async (words: string): Promise<number> =>
      (await rob.sees('flagpost')).split(words).length - 1;
    const asked = async (): Promise<number> => (await times(quiet(number))) + (await times(first));
    expect([await times(quiet(number)), await asked()]).toEqual([1, 2]);
    expect(await lea.sees('flagpost')).not.toContain(`#${number} could use help`);
    await daysGoBy(7);
    await lea.eventuallySees('flagpost', `#${number} could use help.`, patienceMs);
    expect(await asked()).toBe(2);
    expect(await rob.sees('flagpost')).not.toContain(`#${number} could use help.`);
    const told = (await lea.sees('flagpost')).split(`#${number} could use help.`)[1] ?? '';
    expect(told).not.toContain('Rob');
    expect(await max.sees('process-gaps')).not.toContain('could use help');
    await daysGoBy(14);
    expect(await asked()).toBe(2);

    await lea.presses('Offer support', { in: 'flagpost', containing: `#${number} could use help` });
    await lea.eventuallySees('flagpost', `Support with #${number} is offered`, patienceMs);
    await rob.eventuallySees(
      'flagpost',
      `@Lea Brandt, who leads here, offers support with #${number}. What does it need?`,
      patienceMs,
    );
    await rob.presses('Still on it', { in: 'flagpost', containing: quiet(number) });
    await lea.eventuallySees('flagpost', `#${number} goes on. Nothing is asked of you any more`, patienceMs);
    await daysGoBy(4);
    await allIsSaid(here());
    expect(await asked()).toBe(0);
    await daysGoBy(3);
    await expect.poll(asked, { timeout: patienceMs }).toBe(1);
  },
);

test(
  'an owner who reads only on Home is asked there, as often as others are; then a lead hears of it',
  patient,
  async () => {
    const { slack } = here();
    const [rob, lea] = [slack.person('rob'), slack.person('lea')];
    await laddered(here(), { leads: 'lea', above: 'kim', sponsor: '' });
    await readsOnlyOnHome(rob);
    const number = await flagged(here(), 'ana', 'The gate squeaks');
    await claimed(here(), 'rob', 'The gate squeaks');
    expect(await rob.sees('home')).not.toContain(quiet(number));
    await daysGoBy(2);
    const seen = await rob.eventuallySees('home', `${quiet(number)} Mon 23 Nov 2026`, patienceMs);
    expect(seen).toContain('What does it need?');
    expect(seen).toContain('One question waits for you, under You own. Nothing else does.');
    expect(seen).not.toContain('Nothing waits for you.');
    expect(await rob.sees('flagpost')).not.toContain(quiet(number));
    await rob.presses('Still on it', { in: 'home', containing: quiet(number) });
    await expect.poll(() => rob.sees('home'), { timeout: patienceMs }).not.toContain(quiet(number));
    expect(await rob.sees('home')).toContain('Nothing waits for you.');
    await daysGoBy(7);
    await rob.eventuallySees('home', quiet(number), patienceMs);
    await daysGoBy(5);
    const asked = () => askDatabase(here().databaseUrl, `select 1 from events where type = 'nudged'`);
    await expect.poll(asked, { timeout: patienceMs }).toHaveLength(3);
    expect(await rob.sees('home')).toContain(quiet(number));
    await daysGoBy(7);
    await lea.eventuallySees('flagpost', `#${number} could use help.`, patienceMs);
    expect(await rob.sees('flagpost')).not.toContain(quiet(number));
  },
);

test('where no lead is named, an admin hears that an issue could use help', patient, async () => {
  const { slack, clock } = here();
  const [rob, kim] = [slack.person('rob'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'The bell is mute');
  await claimed(here(), 'rob', 'The bell is mute');
  await daysGoBy(2);
  await rob.eventuallySees('flagpost', quiet(number), patienceMs);
  await daysGoBy(5);
  await rob.eventuallySees('flagpost', `I ask you about #${number} again.`, patienceMs);
  await daysGoBy(7);
  /* Morning in Tokyo. */
  clock.skip({ hours: 14 });
  await later(here());
  await kim.eventuallySees('flagpost', `#${number} could use help.`, patienceMs);
});

test(
  'an owner leaves: their issue needs an owner, a lead is asked at once, and the reporter hears who has it',
  patient,
  async () => {
    const { slack } = here();
    const [ana, lea, max] = [slack.person('ana'), slack.person('lea'), slack.person('max')];
    await laddered(here(), { leads: 'lea', above: 'sam', sponsor: 'kim' });
    const number = await flagged(here(), 'ana', 'The ramp is steep');
    await max.presses('Me too', { in: 'process-gaps', containing: 'The ramp is steep' });
    await claimed(here(), 'rob', 'The ramp is steep');
    await slack.deactivate('rob');
    await lea.eventuallySees('flagpost', `Whoever had taken on #${number} has left.`, patienceMs);
    await later(here());
    await max.eventuallySees('process-gaps', 'Its owner has left. It needs an owner again.', patienceMs);
    /* A quarter past nine in Lima, where Ana is. */
    here().clock.skip({ hours: 3, minutes: 15 });
    await later(here());
    await ana.eventuallySees(
      'flagpost',
      `Whoever had taken on #${number}, which you flagged, has left, so it needs an owner again. I have asked @Lea Brandt, who has it now and answers by`,
      patienceMs,
    );
    await max.eventuallySees(
      'flagpost',
      `Whoever had taken on #${number}, which you met as well, has left. It needs an owner again`,
      patienceMs,
    );
    expect(await ana.sees('flagpost')).not.toContain('It needs an owner again; anyone');
  },
);
