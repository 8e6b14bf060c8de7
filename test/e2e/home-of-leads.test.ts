import { expect, test } from 'vitest';

import { flagged, inAWorkspace } from './a-workspace.ts';

/* Kim is an admin of this Slack; while nobody is named in the settings, admins lead. */
const here = inAWorkspace();

test('whoever leads decides from Home about what waits for an owner, and not about their own flag', async () => {
  const { slack } = here();
  const [kim, sam] = [slack.person('kim'), slack.person('sam')];
  const menu = '[⋯ Find an owner | Not doing… | Look again on…]';
  const theirs = await flagged(here(), 'ana', 'The lamp flickers');
  await flagged(here(), 'kim', 'The plant is dry');
  await sam.opensHome();
  expect(await sam.eventuallySees('home', 'The plant is dry')).not.toContain('[⋯');
  await kim.opensHome();
  const home = await kim.eventuallySees('home', 'Waiting for an owner');
  expect(home).toContain(`> The lamp flickers\n[Claim] [Me too] ${menu}`);
  expect(home.slice(home.indexOf('Waiting for an owner'))).toMatch(/> The plant is dry\n\[Claim\]$/m);
  await kim.chooses('Look again on…', { in: 'home' });
  await kim.submits();
  await sam.eventuallySees('process-gaps', 'It has to wait, says @Kim Sato');
  await kim.chooses('Find an owner', { in: 'home' });
  await kim.picks('Who could take it on?', 'sam');
  await kim.submits();
  await sam.opensHome();
  await sam.eventuallySees('home', `#${theirs} is offered to you. Would you take it on?`);
  expect(await kim.sees('home')).toContain(menu);
});
