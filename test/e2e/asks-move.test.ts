import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { eachInAWorkspace, isLookedAt, later, patienceMs } from './a-workspace.ts';
import { asks, itIs, owned } from './asks.ts';
import { changesHours, isAwayUntil } from './choosing-hours.ts';
import { laddered } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where all of them are. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'tom', realName: 'Tom Lindt' });
  },
});
const patient = { timeout: 60_000 };

/** At 16:00 in Berlin Lea is asked, who leads: she has an hour of that day, and three of the next. */
async function leaIsAsked(): Promise<void> {
  await laddered(here(), { leads: 'lea', above: 'tom', sponsor: '' });
  await owned(here(), 'The lamp is out');
  await itIs(here(), '2026-12-01T15:00:00Z');
  await asks(here(), 'The lamp', 'A candle');
  await here().slack.person('lea').eventuallySees('flagpost', 'asks for support', patienceMs);
  const sam = here().slack.person('sam');
  await sam.eventuallySees('flagpost', 'by Wed 2 Dec 2026, 11:0', patienceMs);
}

async function itIsMade(day: string): Promise<void> {
  const kim = here().slack.person('kim');
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Holidays');
  await kim.fills('Holidays', day);
  await kim.submits();
  await kim.closes();
}

async function passedBy(instant: string): Promise<number> {
  await itIs(here(), instant);
  await isLookedAt(here());
  await later(here());
  const passed = `select 1 from events where type = 'ask-passed'`;
  return (await askDatabase(here().databaseUrl, passed)).length;
}

test(
  'the day on which it would go on is made a holiday: it goes on when the lead has worked',
  patient,
  async () => {
    const { slack } = here();
    await leaIsAsked();
    await itIsMade('2026-12-02');
    await slack.person('sam').eventuallySees('flagpost', 'by Thu 3 Dec 2026, 11:0', patienceMs);
    await slack
      .person('lea')
      .eventuallySees('flagpost', 'somebody answers by Thu 3 Dec 2026, 11:0', patienceMs);
    expect(await passedBy('2026-12-02T15:00:00Z')).toBe(0);
    expect(await passedBy('2026-12-03T10:30:00Z')).toBe(0);
    expect(await passedBy('2026-12-03T11:15:00Z')).toBe(1);
  },
);

test(
  'the lead is away for a day, and works other hours after it: it is theirs for as long',
  patient,
  async () => {
    const { slack } = here();
    const [sam, lea] = [slack.person('sam'), slack.person('lea')];
    await leaIsAsked();
    await isAwayUntil(lea, '2026-12-03');
    await sam.eventuallySees('flagpost', 'by Thu 3 Dec 2026, 12:0', patienceMs);
    await changesHours(lea, async (form) => {
      await form.picks('Write to me', 'My own hours, as below');
      await form.picks('From', '10:00');
    });
    await sam.eventuallySees('flagpost', 'by Thu 3 Dec 2026, 13:0', patienceMs);
    expect(await passedBy('2026-12-03T11:30:00Z')).toBe(0);
    expect(await passedBy('2026-12-03T13:15:00Z')).toBe(1);
  },
);

test('the lead is away for weeks: it goes on as was said', patient, async () => {
  await leaIsAsked();
  await isAwayUntil(here().slack.person('lea'), '2027-01-11');
  expect(await passedBy('2026-12-02T11:15:00Z')).toBe(1);
});
