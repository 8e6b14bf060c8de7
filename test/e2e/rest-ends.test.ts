import { expect, test } from 'vitest';

import { allIsSaid, claimed, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { itIs } from './asks.ts';
import { isAwayUntil } from './choosing-hours.ts';

/* A Tuesday: it is 16:10 in Tokyo, where Kim is, and 8:10 in Berlin, where Sam is. */
const here = eachInAWorkspace({ beginsAt: '2026-12-01T07:10:00Z' });

const tokyosEvening = '2026-12-01T09:00:00Z';

test('that something waits for a day is not told after it', async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  await flagged(here(), 'ana', 'The heater ticks');
  await isAwayUntil(slack.person('ana'), '2026-12-14');
  here().clock.skip({ minutes: 31 });
  await kim.opensHome();
  await kim.chooses('Look again on…', { in: 'home', containing: 'The heater ticks' });
  await kim.picks('Look again on', '2026-12-07');
  await kim.submits();
  await allIsSaid(here());
  await itIs(here(), '2026-12-07T12:00:00Z');
  await itIs(here(), '2026-12-14T14:00:01Z');
  await slack.person('ana').eventuallySees('flagpost', 'Nobody has answered #1', patienceMs);
  expect(await slack.person('ana').sees('flagpost')).not.toContain('It is looked at again on');
});

test('whoever moves is written to when it is day where they are', async () => {
  const { slack } = here();
  await flagged(here(), 'kim', 'The hinge groans');
  await itIs(here(), tokyosEvening);
  await claimed(here(), 'sam', 'The hinge groans');
  await allIsSaid(here());
  expect(await slack.directMessages('kim')).toEqual([]);
  await slack.changePerson('kim', { tz: 'Europe/Berlin' });
  await slack.person('kim').eventuallySees('flagpost', 'The hinge groans', patienceMs);
});
