import { expect, test } from 'vitest';

import { flagged, inAWorkspace, patienceMs } from './a-workspace.ts';
import { learnt, publishes } from './learned.ts';

const here = inAWorkspace({ receiptPatienceMs: 2000 });

test('what one saw through stays on Home, with what was learned', async () => {
  const sam = here().slack.person('sam');
  const number = await learnt(here(), 'The gate squeaks', 'Oil it in spring');
  await sam.opensHome();
  const home = await sam.eventuallySees('home', `#${number}: The gate squeaks`, patienceMs);
  expect(home).toContain('You own nothing just now.');
  await sam.eventuallySees('home', '[What we learned]', patienceMs);
  await sam.presses('What we learned', { in: 'home', containing: 'The gate squeaks' });
  await sam.eventuallySees('form', 'Oil it in spring');
  await sam.closes();
  const ana = here().slack.person('ana');
  await ana.presses('Leave my name off', { in: 'flagpost', containing: `Your answer on #${number}` });
  await ana.eventuallySees('flagpost', 'Your name is left off what was learned.', patienceMs);
  await here().slack.person('kim').opensHome();
  expect(await here().slack.person('kim').sees('home')).not.toContain('You saw through');
});

test('whether one may be named is asked on Home as well, until one says', async () => {
  const ana = here().slack.person('ana');
  const number = await learnt(here(), 'The tap drips', 'A new washer');
  await publishes(here(), 'sam', 'The tap drips', 'A puddle');
  await ana.opensHome();
  const ask = `May your name be shown with what was learned from #${number}?`;
  await ana.eventuallySees('home', ask, patienceMs);
  await ana.eventuallySees('home', 'What we learned: see the post', patienceMs);
  await ana.presses('Leave my name off', { in: 'home', containing: ask });
  await expect.poll(() => ana.sees('home'), { timeout: patienceMs }).not.toContain(ask);
});

test('nobody is offered Me too on their own flag, on Home', async () => {
  const [ana, lea] = ['ana', 'lea'].map((name) => here().slack.person(name));
  await flagged(here(), 'ana', 'The fan rattles');
  await ana?.opensHome();
  const own = await ana?.eventuallySees('home', 'Waiting for an owner (1)', patienceMs);
  expect(own).toContain('[Claim]');
  expect(own).not.toContain('[Me too]');
  await lea?.opensHome();
  expect(await lea?.eventuallySees('home', 'Waiting for an owner (1)', patienceMs)).toContain('[Me too]');
});
