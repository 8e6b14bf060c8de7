import { expect, test } from 'vitest';

import { allIsSaid, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { climbs, laddered, passes, restIsOver } from './promises.ts';

/* Thursday, 15:00 by UTC: it is midnight in Tokyo, where Kim is. */
const here = eachInAWorkspace();
const patient = { timeout: 60_000 };

const inVain = 'has had no first answer yet';

test('a lead is asked in their own hours, and reads on Home before then what is asked', patient, async () => {
  const { slack } = here();
  const [kim, lea] = [slack.person('kim'), slack.person('lea')];
  await laddered(here(), { leads: 'kim', above: 'lea', sponsor: '' });
  const number = await flagged(here(), 'ana', 'The rota is a riddle');
  await kim.opensHome();
  await kim.eventuallySees('home', 'Nothing waits for you.');
  await passes(here(), number);
  expect(await kim.sees('flagpost')).not.toContain(inVain);
  const waits = `#${number} waits for a first answer from you`;
  const seen = await kim.eventuallySees('home', waits, patienceMs);
  expect(seen).toContain('[Claim] [Ask a question] [Not doing…]');
  /* Ana, in Lima, is back before Kim is. */
  await restIsOver(here());
  await restIsOver(here());
  const asked = await kim.eventuallySees('flagpost', `#${number} ${inVain}`, patienceMs);
  expect(asked).toContain('[When may I write to you?]');
  const known = await kim.eventuallySees('flagpost', 'knows that somebody answers by', patienceMs);
  expect(known).toMatch(/knows that somebody answers by \w+ \d+ \w+ \d+, 04:0\d UTC\./);
  await passes(here(), number);
  const now = 'By now I have asked others as well; you can still answer.';
  await kim.eventuallySees('flagpost', now, patienceMs);
  /* It is over by Kim’s clock, and Lea, in Berlin, is not there yet. */
  await restIsOver(here());
  await lea.eventuallySees('flagpost', `#${number} ${inVain}`, patienceMs);
});

test('answered from Home before they are back: they are not asked any more', patient, async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  await laddered(here(), { leads: 'kim', above: '', sponsor: '' });
  const number = await flagged(here(), 'ana', 'The shed floods');
  await kim.opensHome();
  await passes(here(), number);
  await kim.eventuallySees('home', `#${number} waits for a first answer`, patienceMs);
  await kim.presses('Claim', { in: 'home', containing: 'The shed floods' });
  await kim.closes();
  await kim.eventuallySees('home', `#${number} · You have taken it on.`, patienceMs);
  expect(await kim.sees('home')).toContain('Nothing waits for you.');
  await restIsOver(here());
  await allIsSaid(here());
  expect(await kim.sees('flagpost')).not.toContain(inVain);
  expect(await climbs(here(), number)).toMatchObject({ asked: 0 });
});

test('two promises pass while the reporter rests: they read where it is now, once', patient, async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  await laddered(here(), { leads: 'lea', above: 'sam', sponsor: '' });
  const number = await flagged(here(), 'kim', 'The gate squeaks');
  await passes(here(), number);
  await passes(here(), number);
  expect(await kim.sees('flagpost')).not.toContain('Nobody has answered');
  await restIsOver(here());
  const seen = await kim.eventuallySees('flagpost', `Nobody has answered #${number}`, patienceMs);
  expect(seen).toContain('I have asked @Sam Okafor, who has it now');
  await allIsSaid(here());
  expect(await climbs(here(), number)).toMatchObject({ asked: 2, told: 1 });
});
