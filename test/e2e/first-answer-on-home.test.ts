import { expect, test } from 'vitest';

import { eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { isQuiet } from './asks.ts';
import { readsOnlyOnHome } from './choosing-hours.ts';
import { laddered, passes } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where all of them are. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'tom', realName: 'Tom Lindt' });
  },
});
const patient = { timeout: 60_000 };

test('a lead who reads only on Home has it from when it stands there while they work', patient, async () => {
  const { slack } = here();
  const [max, lea, tom] = [slack.person('max'), slack.person('lea'), slack.person('tom')];
  await laddered(here(), { leads: 'lea', above: 'tom', sponsor: '' });
  await readsOnlyOnHome(lea);
  await isQuiet(here());
  const number = await flagged(here(), 'max', 'The gong is cracked');
  const before = await slack.directMessages('lea');
  await passes(here(), number);
  /* It passed at two in the afternoon in Berlin: three hours of that day, and one of the next. */
  const known = 'I have asked @Lea Brandt, who has it now and answers by Wed 2 Dec 2026, 09:0';
  await max.eventuallySees('flagpost', known, patienceMs);
  await lea.eventuallySees('home', `#${number} waits for a first answer from you`, patienceMs);
  await passes(here(), number);
  await tom.eventuallySees('flagpost', `#${number} has had no first answer yet`, patienceMs);
  expect(await slack.directMessages('lea')).toHaveLength(before.length);
});
