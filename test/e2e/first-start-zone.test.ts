import { test } from 'vitest';

import { eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';

const here = eachInAWorkspace({ hasNoChannel: true });

test('the admin who chooses the channel is in a zone that this machine does not know: flags are saved, and posted', async () => {
  const { slack } = here();
  await slack.changePerson('kim', { tz: 'Atlantis/Poseidonis' });
  const kim = slack.person('kim');
  await kim.opensHome();
  await kim.eventuallySees('flagpost', 'in which channel should issues be shown?', patienceMs);
  await kim.chooses('process-gaps', { in: 'flagpost' });
  await kim.eventuallySees('flagpost', 'Issues go to #process-gaps.', patienceMs);
  await flagged(here(), 'ana', 'The stapler is empty');
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Time zone');
});
