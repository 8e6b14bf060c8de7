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

test('a form that was closed by mistake opens again with what was typed, and is empty once it was sent', async () => {
  const { slack } = workspace;
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await ana.types('/flag-issue The key cabinet is locked at night');
  await sam.presses('Claim', { in: 'process-gaps' });
  await sam.closes();
  await sam.presses('Mark as solved', { in: 'flagpost' });
  await sam.fills('What changed?', 'A second key hangs at the gate');
  await sam.closes();
  await sam.presses('Post an update', { in: 'flagpost' });
  expect(await sam.seesForm()).not.toContain('A second key');
  await sam.fills('How is it going?', 'The locksmith comes on Monday');
  await sam.submits();
  await sam.presses('Mark as solved', { in: 'flagpost' });
  expect(await sam.seesForm()).toContain('A second key hangs at the gate');
  await sam.closes();
  await sam.presses('Post an update', { in: 'flagpost' });
  expect(await sam.seesForm()).not.toContain('locksmith');
});
