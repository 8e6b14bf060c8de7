import { afterAll, beforeAll, expect, test } from 'vitest';

import { openWorkspace } from '../support/workspace.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await openWorkspace();
});

afterAll(async () => {
  await workspace.close();
});

test('what is over before Slack could be told of it is not said any more', async () => {
  const { slack } = workspace;
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await ana.types('/flag-issue The lift stops between floors');
  await sam.eventuallySees('process-gaps', 'The lift stops');
  await slack.misbehaves({ method: 'conversations.open', kind: 'slow', ms: 2000 });
  await sam.opensHome();
  await sam.presses('Claim', { in: 'home' });
  await sam.closes();
  await sam.presses('Let go', { in: 'home' });
  await sam.eventuallySees('process-gaps', 'let it go');
  await slack.behaves();
  await sam.presses('Claim', { in: 'process-gaps' });
  await sam.closes();
  await sam.eventuallySees('flagpost', 'is yours');
  await ana.eventuallySees('flagpost', 'needs an owner again');
  expect(await sam.sees('flagpost')).not.toContain('no longer with you');
});
