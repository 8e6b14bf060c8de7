import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace({
  neverNamed: [],
  prepare: async (slack) => {
    await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
    await slack.join('process-gaps', 'rob');
  },
});

test('whoever is asked as the reporter leaves: the owner reads that no answer comes', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const text = 'The gauge shows nothing';
  await flagged(here(), 'rob', text);
  await claimed(here(), 'sam', text);
  await sam.presses('Ask the reporter', { in: 'flagpost', containing: text });
  await sam.fills('What would you like to know?', 'Which gauge?');
  await sam.submits();
  await slack.person('rob').eventuallySees('flagpost', '> Which gauge?', patienceMs);
  await sam.eventuallySees('flagpost', 'and not answered yet: Which gauge?', patienceMs);
  await sam.opensHome();
  await sam.eventuallySees('home', 'Ask the reporter');
  await slack.deactivate('rob');
  await sam.eventuallySees('flagpost', 'who has left since, so no answer comes: Which gauge?', patienceMs);
  const said = await sam.sees('flagpost');
  expect(said).not.toContain('not answered yet');
  expect(said).not.toContain('[Ask the reporter]');
  await expect.poll(() => sam.sees('home'), { timeout: patienceMs }).not.toContain('Ask the reporter');
});
