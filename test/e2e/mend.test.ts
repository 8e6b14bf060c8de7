import { afterEach, beforeEach, expect, test } from 'vitest';

import { askDatabase, unfinished } from '../support/looking.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { TestWorkspace, Wishes } from '../support/workspace.ts';
import { learnt } from './learned.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});

afterEach(async () => {
  await workspace.close();
});

async function openedWith(wishes: Wishes): Promise<void> {
  await workspace.close();
  workspace = await openWorkspace(wishes);
}

const patienceMs = 20_000;
const patience = { timeout: patienceMs };

async function waiting(count: number): Promise<void> {
  const all = Array.from({ length: count }, () => 'waiting');
  await expect.poll(() => unfinished(workspace.databaseUrl), patience).toEqual(all);
}

/** A minute goes by each time we look, until nothing waits any more; the sweep looks once a second. */
async function minutesGoBy(): Promise<void> {
  const look = (): Promise<string[]> => {
    workspace.clock.skip({ seconds: 61 });
    return unfinished(workspace.databaseUrl);
  };
  await expect.poll(look, { timeout: 25_000, interval: 4000 }).toEqual([]);
}

test(
  'a card and its replies wait together: the card goes first, and they follow',
  { timeout: 60_000 },
  async () => {
    const { slack } = workspace;
    const sam = slack.person('sam');
    const looks = async (): Promise<number> => (await slack.calls('users.list')).length;
    await expect.poll(looks).toBe(1);
    await slack.leave('process-gaps', 'flagpost');
    await slack.person('ana').types('/flag-issue The pager is mute');
    await waiting(1);
    await sam.opensHome();
    await sam.presses('Claim', { in: 'home' });
    await sam.eventuallySees('flagpost', '[Mark as solved]', 20_000);
    await waiting(2);
    await slack.join('process-gaps', 'flagpost');
    await minutesGoBy();
    const channel = await slack.person('lea').sees('process-gaps');
    expect(channel).toContain('The pager is mute');
    expect(channel).toContain('@Sam Okafor has taken it on.');
    expect(await looks()).toBe(2);
  },
);

test(
  'another channel is chosen for one that was archived: old and new cards stand there',
  { timeout: 60_000 },
  async () => {
    const { slack, options } = workspace;
    const sam = slack.person('sam');
    await slack.person('ana').types('/flag-issue An old gap');
    await sam.eventuallySees('process-gaps', 'An old gap', 20_000);
    const card = await sam.looksAt('process-gaps', 'An old gap');
    await slack.archive('process-gaps');
    await sam.presses('Claim', { on: card });
    await waiting(2);
    await slack.person('ana').types('/flag-issue A new gap');
    await waiting(3);
    const learnings = (await slack.world()).channels.find(({ name }) => name === 'learnings')?.id ?? '';
    await workspace.restart({ settings: { ...options.settings, issuesChannel: learnings } });
    await minutesGoBy();
    const channel = await slack.person('ana').sees('learnings');
    expect(channel).toContain('A new gap');
    expect(channel).toContain('An old gap');
  },
);

test(
  'what came and went while the channel was archived is told afterwards',
  { timeout: 60_000 },
  async () => {
    const { slack } = workspace;
    const sam = slack.person('sam');
    await slack.person('ana').types('/flag-issue The map is upside down');
    await sam.eventuallySees('process-gaps', 'upside down', 20_000);
    await slack.archive('process-gaps');
    await sam.opensHome();
    await sam.presses('Claim', { in: 'home' });
    await waiting(2);
    await sam.closes();
    await sam.presses('Let go', { in: 'home' });
    const replies = "select id from messages where kind = 'reply' and state = 'waiting'";
    await expect
      .poll(async () => (await askDatabase(workspace.databaseUrl, replies)).length, patience)
      .toBe(2);
    await slack.unarchive('process-gaps');
    await minutesGoBy();
    expect(await sam.sees('process-gaps')).toContain('let it go');
  },
);

const mend = `select 1 from due where kind = 'mend'`;

/** Minute after minute, until nothing is tried again any more. */
async function restsAtLast(): Promise<void> {
  const look = (): Promise<object[]> => {
    workspace.clock.skip({ seconds: 61 });
    return askDatabase(workspace.databaseUrl, mend);
  };
  await expect.poll(look, { timeout: 25_000, interval: 2000 }).toEqual([]);
}

test(
  'what was learned waits for a channel, and nothing is tried each minute for that',
  { timeout: 90_000 },
  async () => {
    await openedWith({ hasNoLearningChannel: true });
    const { slack } = workspace;
    await learnt(workspace, 'Doors slam', 'Felt under the hinge');
    await waiting(1);
    const sam = slack.person('sam');
    const asked = await sam.eventuallySees('flagpost', 'What was learned from #1', patienceMs);
    expect(asked).toContain('What was learned from #1 can be read on Home. You had a part in it');
    await slack.leave('process-gaps', 'flagpost');
    await slack.person('ana').types('/flag-issue The bell is mute');
    await waiting(2);
    expect(await askDatabase(workspace.databaseUrl, mend)).toHaveLength(1);
    await slack.join('process-gaps', 'flagpost');
    await restsAtLast();
    await waiting(1);
    expect(await slack.person('lea').sees('process-gaps')).toContain('The bell is mute');
  },
);

test(
  'another channel for learnings is chosen for one that was archived: what stands in the old one is let be',
  { timeout: 90_000 },
  async () => {
    const { slack, options } = workspace;
    const [ana, kim] = [slack.person('ana'), slack.person('kim')];
    await learnt(workspace, 'Doors slam', 'Felt under the hinge');
    await kim.eventuallySees('learnings', 'Felt under the hinge', 20_000);
    await kim.opensHome();
    await slack.archive('learnings');
    await ana.presses('Not fixed', { in: 'flagpost', containing: 'Your answer on #1' });
    await waiting(1);
    await kim.eventuallySees('flagpost', '#learnings, where I post, is archived.', 20_000);
    const general = (await slack.world()).channels.find(({ name }) => name === 'general')?.id ?? '';
    await workspace.restart({ settings: { ...options.settings, learningChannel: general } });
    await restsAtLast();
    await waiting(0);
    expect(await kim.sees('learnings')).toContain('Felt under the hinge');
    expect(await kim.sees('general')).not.toContain('Felt under the hinge');
  },
);
