import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, eachInAWorkspace, flagged, isLookedAt, later, patienceMs } from './a-workspace.ts';
import { itIs } from './asks.ts';

/* A Monday, 15:30 in Berlin, where all but Ana are. */
const here = eachInAWorkspace({ beginsAt: '2026-11-23T14:30:00Z' });
const patient = { timeout: 60_000 };

async function chooses(field: string, value: string): Promise<void> {
  const kim = here().slack.person('kim');
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Holidays');
  await kim.fills(field, value);
  await kim.submits();
  await kim.closes();
}

/** The numbers of those of which a promise has passed. */
async function passed(): Promise<number[]> {
  const rows = await askDatabase<{ issue: number }>(
    here().databaseUrl,
    `select issue::int from events where type = 'promise-passed' order by at`,
  );
  return rows.map(({ issue }) => issue);
}

/** All that is due by that moment has happened, and what follows is said. */
async function itIsBy(instant: string): Promise<void> {
  await itIs(here(), instant);
  const late = `select 1 from due where kind = 'promise-passes' and due_at <= '${instant}'`;
  await expect.poll(() => askDatabase(here().databaseUrl, late), { timeout: patienceMs }).toEqual([]);
  await isLookedAt(here());
}

test(
  'its day is made a holiday: the card says until when, and it passes when four working hours are over',
  patient,
  async () => {
    const sam = here().slack.person('sam');
    await chooses('Holidays', '2026-12-25');
    await flagged(here(), 'ana', 'The valve leaks');
    expect(await sam.sees('process-gaps')).toContain('by Tue 24 Nov 2026, 10:3');
    await chooses('Holidays', '2026-11-24');
    await sam.eventuallySees('process-gaps', 'by Wed 25 Nov 2026, 10:3', patienceMs);
    await itIsBy('2026-11-25T09:10:00Z');
    expect(await passed()).toEqual([]);
    await itIsBy('2026-11-25T10:35:00Z');
    await expect.poll(passed, { timeout: patienceMs }).toHaveLength(1);
    await later(here());
    await allIsSaid(here());
  },
);

test(
  'another time is given from now on: what was promised before stays as it was said',
  patient,
  async () => {
    const sam = here().slack.person('sam');
    const first = await flagged(here(), 'ana', 'The valve leaks');
    await chooses('Answer within', '9');
    const second = await flagged(here(), 'ana', 'The tap drips');
    const seen = await sam.eventuallySees('process-gaps', 'by Tue 24 Nov 2026, 15:3', patienceMs);
    expect(seen).toContain('by Tue 24 Nov 2026, 10:3');
    await itIsBy('2026-11-24T10:35:00Z');
    await expect.poll(passed, { timeout: patienceMs }).toEqual([first]);
    await chooses('Answer within', '1');
    await itIsBy('2026-11-24T15:20:00Z');
    expect(await passed()).not.toContain(second);
    await itIsBy('2026-11-24T15:35:00Z');
    await expect.poll(passed, { timeout: patienceMs }).toContain(second);
  },
);
