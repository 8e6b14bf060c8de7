import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace({ pauseSeconds: 600 });

test('where the comparison takes too long the receipt comes without it, in time', async () => {
  const { slack, databaseUrl, logged } = here();
  await slack.person('lea').types('/flag-issue The lamp over the sorting table flickers');
  here().clock.skip({ minutes: 10, seconds: 1 });
  await slack.person('sam').eventuallySees('process-gaps', 'The lamp over the sorting table');
  await askDatabase(
    databaseUrl,
    `create or replace function similarity(text, text) returns real language plpgsql
     as $$ begin perform pg_sleep(5); return 1; end $$`,
  );
  const began = performance.now();
  const receipt = await slack.person('ana').types('/flag-issue Lamp over the sorting table flickers');
  expect(performance.now() - began).toBeLessThan(1000);
  expect(receipt).toContain('Saved as #2. Nobody has seen it yet.');
  expect(receipt).toContain('[Undo] [Edit]');
  expect(receipt).not.toContain('Flagged before');
  expect(logged()).toContain('a receipt went without similar issues');
  expect(logged()).not.toContain('flickers');
  await slack.person('ana').presses('Undo', { in: 'general', containing: 'Saved as #2' });
  await slack.person('ana').eventuallySees('general', '#2 is taken back.');
});
