import { expect, test } from 'vitest';

import { claimed, eachInAWorkspace, flagged, isLookedAt, leaves, patienceMs, solved } from './a-workspace.ts';

/* A Tuesday: it is three in the afternoon in Berlin, where Rob is. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T14:00:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
  },
});

test('an owner who has left without a word from Slack is found when they are to be asked', async () => {
  const { slack, clock } = here();
  await flagged(here(), 'ana', 'The archive is locked');
  await claimed(here(), 'rob', 'The archive is locked');
  await slack.withholdsEvents(true);
  await slack.deactivate('rob');
  await isLookedAt(here());
  clock.skip({ hours: 48 });
  await slack
    .person('ana')
    .eventuallySees('process-gaps', 'Its owner has left. It needs an owner again.', patienceMs);
});

test('whoever is back is asked what was not asked of them while they were gone', async () => {
  const { slack, clock } = here();
  await flagged(here(), 'ana', 'The lamp is out');
  await slack.person('rob').presses('Me too', { in: 'process-gaps', containing: 'The lamp' });
  await claimed(here(), 'sam', 'The lamp is out');
  await isLookedAt(here());
  clock.skip({ hours: 3 });
  await solved(here(), 'sam', 'The lamp is out', 'A new lamp');
  await leaves(here(), 'rob');
  clock.skip({ hours: 15 });
  await isLookedAt(here());
  expect(JSON.stringify(await slack.directMessages('rob'))).not.toContain('fixed for you?');
  await slack.reactivate('rob');
  await slack.person('rob').eventuallySees('flagpost', 'fixed for you?', patienceMs);
});
