import { expect, test } from 'vitest';

import { allIsSaid, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { climbs, laddered, passes, restIsOver } from './promises.ts';

/* A Thursday: it is 10:00 in Berlin, where Lea and Sam are, and 18:00 in Tokyo, where Kim is. */
const here = eachInAWorkspace({ beginsAt: '2026-12-03T09:00:00Z' });
const patient = { timeout: 60_000 };

test('whoever is asked in Tokyo has their own time, and the reporter reads which', patient, async () => {
  const { slack, clock } = here();
  const [kim, lea, sam] = [slack.person('kim'), slack.person('lea'), slack.person('sam')];
  await laddered(here(), { leads: 'lea', above: 'kim', sponsor: '' });
  const number = await flagged(here(), 'sam', 'The rota is a riddle');
  await passes(here(), number);
  await lea.eventuallySees('flagpost', `#${number} has had no first answer yet`, patienceMs);
  await passes(here(), number);
  /* Friday morning in Berlin: Kim has gone home, and it reaches her on Monday. */
  const asked = 'I have asked @Kim Sato, who has it now';
  const soon = 'Once it has reached them, you read here by when they answer.';
  await sam.eventuallySees('flagpost', `${asked}. ${soon}`, patienceMs);
  await restIsOver(here());
  await kim.eventuallySees('flagpost', 'has had no first answer yet', patienceMs);
  /* She has four hours of Monday since then, until 13:00 in Tokyo. */
  const known = 'The person who flagged it knows that somebody answers by Mon 7 Dec 2026, 04:0';
  await kim.eventuallySees('flagpost', known, patienceMs);
  await sam.eventuallySees('flagpost', `${asked} and answers by Mon 7 Dec 2026, 04:0`, patienceMs);
  expect(await sam.sees('flagpost')).not.toContain('nobody else here whom I could ask');
  await passes(here(), number);
  /* It was theirs to answer in their hours: it is over by their clock, five hours before the workspace opens. */
  expect(clock.now().toString() < '2026-12-07T05:00').toBe(true);
  await restIsOver(here());
  await sam.eventuallySees('flagpost', 'There is nobody else here whom I could ask.', patienceMs);
  await allIsSaid(here());
  expect(await climbs(here(), number)).toMatchObject({ asked: 2, told: 3, due: 0 });
});
