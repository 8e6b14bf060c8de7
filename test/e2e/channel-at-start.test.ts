import { afterEach, expect, test } from 'vitest';

import { unfinished } from '../support/looking.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { TestWorkspace, Wishes } from '../support/workspace.ts';
import { patienceMs } from './a-workspace.ts';
import { learnt } from './learned.ts';

let workspace: TestWorkspace | null = null;

afterEach(async () => {
  await workspace?.close();
  workspace = null;
});

async function opened(wishes: Wishes): Promise<TestWorkspace> {
  workspace = await openWorkspace(wishes);
  return workspace;
}

/** Starts it again, with these channels in its environment. */
async function restartedWith(
  { slack, options, restart }: TestWorkspace,
  set: { readonly issuesChannel?: string; readonly learningChannel?: string },
): Promise<void> {
  const { channels } = await slack.world();
  const idOf = (wanted: string): string | undefined => channels.find(({ name }) => name === wanted)?.id;
  const ids = Object.fromEntries(Object.entries(set).map(([which, name]) => [which, idOf(name)]));
  await restart({ settings: { ...options.settings, ...ids } });
}

const waiting = { timeout: 60_000 };

test(
  'what was learned while there was no channel for it is posted once one is set for a start',
  waiting,
  async () => {
    const here = await opened({ hasNoLearningChannel: true });
    const kim = here.slack.person('kim');
    await learnt(here, 'Crates are stacked too high', 'Mark the height on the wall');
    await expect.poll(() => unfinished(here.databaseUrl), { timeout: patienceMs }).toEqual(['waiting']);
    await restartedWith(here, { learningChannel: 'learnings' });
    await kim.eventuallySees('learnings', 'Mark the height on the wall', patienceMs);
    await kim.eventuallySees('process-gaps', 'What we learned: see the post.', patienceMs);
  },
);

test('so are the cards that waited, and the question which channel has its answer', waiting, async () => {
  const here = await opened({ hasNoChannel: true });
  const [ana, kim] = [here.slack.person('ana'), here.slack.person('kim')];
  const question = 'in which channel should issues be shown?';
  await kim.eventuallySees('flagpost', question, patienceMs);
  await ana.types('/flag-issue The dock light is out');
  await expect.poll(() => unfinished(here.databaseUrl), { timeout: patienceMs }).toEqual(['waiting']);
  await restartedWith(here, { issuesChannel: 'process-gaps' });
  await kim.eventuallySees('process-gaps', 'The dock light is out', patienceMs);
  await kim.eventuallySees('flagpost', 'Issues go to #process-gaps.', patienceMs);
  expect(await kim.sees('flagpost')).not.toContain(question);
});
