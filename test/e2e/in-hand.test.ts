import { expect, test } from 'vitest';

import { openStore } from '../../src/app.ts';
import { openMetrics } from '../../src/platform/metrics.ts';
import { takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { takeInHand } from '../../src/platform/postgres/in-hand.ts';
import { asWorkspaceId } from '../../src/platform/postgres/workspaces.ts';
import { askDatabase, cardsSaying, unfinished } from '../support/looking.ts';
import { inAWorkspace, patienceMs } from './a-workspace.ts';

const workspace = inAWorkspace({ pauseSeconds: 3600 });
const words = 'What nobody came to draw';

test('whoever posts it ends before the card is drawn: it is found, and drawn once', async () => {
  const { slack, clock, databaseUrl, options, restart } = workspace();
  await slack.person('ana').types(`/flag-issue ${words}`);
  await workspace().stopApp();
  clock.skip({ hours: 2 });
  await askDatabase(databaseUrl, `update due set due_at = due_at + interval '1 day'`);
  const { store, pool, worker } = await openStore(options, openMetrics());
  const [home] = (await askDatabase(databaseUrl, 'select id from workspaces')) as { id: string }[];
  const { enqueue, messages } = takeInHand(store);
  await takeTurn({ ...store, enqueue }, asWorkspaceId(home?.id ?? ''), 1, 'post');
  await worker.stop(1000);
  await pool.end();
  expect(messages).toHaveLength(1);
  await restart();
  expect(await cardsSaying(slack, words)).toBe(0);
  clock.skip({ seconds: 16 });
  await slack.person('sam').eventuallySees('process-gaps', words, patienceMs);
  await expect.poll(() => unfinished(databaseUrl)).toEqual([]);
  const left = "select kind from due where kind <> 'digest'";
  await expect.poll(() => askDatabase(databaseUrl, left)).toEqual([{ kind: 'promise-passes' }]);
  expect(await cardsSaying(slack, words)).toBe(1);
});
