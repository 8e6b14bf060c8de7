import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace();

test('what is over before Slack could be told of it is not said any more', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await slack.person('ana').types('/flag-issue The lift stops between floors');
  await sam.eventuallySees('process-gaps', 'The lift stops');
  await slack.misbehaves({ method: 'conversations.open', kind: 'ratelimited', retryAfter: 2 });
  await sam.opensHome();
  await sam.presses('Claim', { in: 'home' });
  await sam.closes();
  await sam.presses('Let go', { in: 'home' });
  await sam.eventuallySees('process-gaps', 'let it go');
  await slack.behaves();
  await expect.poll(statesOfControls, { timeout: patienceMs }).toEqual(['ended']);
  expect(await slack.directMessages('sam')).toEqual([]);
});

async function statesOfControls(): Promise<string[]> {
  const sql = "select state from messages where kind = 'controls'";
  const rows = await askDatabase<{ state: string }>(here().databaseUrl, sql);
  return rows.map(({ state }) => state);
}
