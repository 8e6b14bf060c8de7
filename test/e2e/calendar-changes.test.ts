import { expect, test } from 'vitest';

import { allIsSaid, claimed, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { itIs } from './asks.ts';

/* A Tuesday: it is 8:10 in Berlin, where Sam and Lea are. */
const here = eachInAWorkspace({ beginsAt: '2026-12-01T07:10:00Z' });

const patient = { timeout: 60_000 };

const december = Array.from({ length: 30 }, (_, day) => `2026-12-${String(day + 2).padStart(2, '0')}`);

async function chooses(field: string, value: string): Promise<void> {
  const kim = here().slack.person('kim');
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Holidays');
  await kim.fills(field, value);
  await kim.submits();
  await kim.closes();
}

test('a holiday that is none after all: what waited for its end is said', patient, async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await flagged(here(), 'sam', 'The hinge groans');
  await chooses('Holidays', december.join('\n'));
  await itIs(here(), '2026-12-02T10:00:00Z');
  await claimed(here(), 'kim', 'The hinge groans');
  await allIsSaid(here());
  expect(await slack.directMessages('sam')).toEqual([]);
  await chooses('Holidays', '');
  await sam.eventuallySees('flagpost', 'has taken on #1', patienceMs);
});
