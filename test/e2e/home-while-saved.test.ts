import { expect, test } from 'vitest';

import { inAWorkspace } from './a-workspace.ts';

const workspace = inAWorkspace({ pauseSeconds: 3600 });

test('while it is saved, Home shows what its reporter has just flagged and edited there', async () => {
  const { slack } = workspace();
  const ana = slack.person('ana');
  await ana.opensHome();
  await ana.presses('Flag an issue', { in: 'home' });
  await ana.fills('What got in the way?', 'The badge reader is slow');
  await ana.submits();
  await ana.eventuallySees('form', 'Saved as #');
  await ana.closes();
  const home = await ana.eventuallySees('home', 'The badge reader is slow');
  expect(home).toContain('Step 1 of 6: Saved');

  await ana.presses('Edit', { in: 'home' });
  await ana.fills('What got in the way?', 'The badge reader needs three tries');
  await ana.submits();
  await ana.eventuallySees('home', 'The badge reader needs three tries');
});
