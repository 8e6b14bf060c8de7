import { test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { claimed, eachInAWorkspace, flagged, isLookedAt, patienceMs } from './a-workspace.ts';
import { asks, itIs, owned } from './asks.ts';
import { laddered } from './promises.ts';

/* A Monday; Sam is in Berlin, where it is noon. */
const here = eachInAWorkspace({
  beginsAt: '2026-11-23T11:00:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
  },
});
const patient = { timeout: 60_000 };

async function daysGoBy(days: number): Promise<void> {
  here().clock.skip({ hours: 24 * days });
  await isLookedAt(here());
}

/** Sam takes it on, and names Friday 4 December. */
async function dated(): Promise<number> {
  const sam = here().slack.person('sam');
  const number = await flagged(here(), 'ana', 'The fan rattles');
  await claimed(here(), 'sam', 'The fan rattles');
  await sam.presses('Agreement', { in: 'flagpost', containing: 'The fan rattles' });
  await sam.picks('By when?', '2026-12-04');
  await sam.submits();
  return number;
}

const words = (number: number): string => `as the date for #${number}. What does it need?`;

test(
  'the day before a date is made a holiday: its owner is asked on the working day before that',
  patient,
  async () => {
    const sam = here().slack.person('sam');
    const number = await dated();
    const kim = here().slack.person('kim');
    await kim.types('/flag-issue settings');
    await kim.eventuallySees('form', 'Holidays');
    await kim.fills('Holidays', '2026-12-03');
    await kim.submits();
    await kim.closes();
    await daysGoBy(9);
    await sam.eventuallySees('flagpost', words(number), patienceMs);
  },
);

test('promised for today: a look the next morning before work begins puts nothing off', patient, async () => {
  const { slack, databaseUrl } = here();
  const lea = slack.person('lea');
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  await owned(here(), 'The rota is a riddle');
  await asks(here(), 'The rota', 'A map');
  await lea.presses("I'll do it", { in: 'flagpost', containing: 'The rota' });
  await lea.picks('By when?', '2026-11-23');
  await lea.submits();
  await itIs(here(), '2026-11-24T06:30:00Z');
  await askDatabase(databaseUrl, `update due set due_at = '2026-11-24T06:30:00Z' where kind = 'nudge'`);
  await isLookedAt(here());
  await itIs(here(), '2026-11-24T08:05:00Z');
  await lea.eventuallySees('flagpost', /You see to what .*How is it\?/, patienceMs);
});
