import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { claimed, eachInAWorkspace, flagged, isLookedAt, patienceMs } from './a-workspace.ts';
import { laddered } from './promises.ts';

/* A Monday; it is noon in Berlin, where Lea and Tom are. */
const here = eachInAWorkspace({
  beginsAt: '2026-11-23T11:00:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'tom', realName: 'Tom Lindt' });
  },
});
const patient = { timeout: 90_000 };

/** Lea alone has been told of it. */
async function isTold(): Promise<number> {
  const { slack, clock } = here();
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await flagged(here(), 'max', 'The press leaks oil');
  await claimed(here(), 'rob', 'The press leaks oil');
  for (let day = 0; day < 15; day += 1) {
    clock.skip({ hours: 24 });
    await isLookedAt(here());
  }
  await slack.person('lea').eventuallySees('flagpost', `#${number} could use help`, patienceMs);
  return number;
}

async function tellings(): Promise<number> {
  const rows = await askDatabase(here().databaseUrl, `select 1 from events where type = 'could-use-help'`);
  return rows.length;
}

test('the lead who was told what could use help leaves: whoever leads now hears of it', patient, async () => {
  const { slack } = here();
  const number = await isTold();
  await laddered(here(), { leads: 'lea,tom', above: '', sponsor: '' });
  await isLookedAt(here());
  expect(await tellings()).toBe(1);
  await slack.deactivate('lea');
  await slack.person('tom').eventuallySees('flagpost', `#${number} could use help`, patienceMs);
  expect(await tellings()).toBe(2);
});

test('another lead is named in their place: they hear of it', patient, async () => {
  const number = await isTold();
  await laddered(here(), { leads: 'tom', above: '', sponsor: '' });
  await here().slack.person('tom').eventuallySees('flagpost', `#${number} could use help`, patienceMs);
  expect(await tellings()).toBe(2);
});
