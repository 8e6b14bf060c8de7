import { expect, test } from 'vitest';

import { openPool, prepareConnection } from '../../src/platform/postgres/connect.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { settleWorkspace } from '../../src/platform/postgres/workspaces.ts';
import { claimed, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace();

const soon = { timeout: patienceMs };

/** Flags by this person that nobody sees for an hour; straight through the neck, which is what the command does too. */
async function manyFlags(by: string, count: number): Promise<void> {
  const { slack, clock, databaseUrl, options } = here();
  const { team, people } = await slack.world();
  const slackUser = people.find(({ name }) => name === by)?.id ?? '';
  const pool = openPool(await prepareConnection(databaseUrl), { max: 5 }, () => undefined);
  const enqueue = (): Promise<void> => Promise.reject(new Error('a flag that waits enqueues nothing'));
  const store: Store = {
    pool,
    deadlineMs: 20_000,
    keys: options.keys,
    enqueue,
    clock: clock.now,
    environment: options.settings,
  };
  try {
    const { id } = await settleWorkspace(store, { slackId: team.id, botUserId: null, url: null });
    for (let next = 1; next <= count; next += 1) {
      const gap = {
        text: `Issue ${next} of many. ${'Long. '.repeat(100)}`,
        impact: null,
        affected: null,
        isStuck: false,
        asksAbove: false,
      };
      await flagIssue(store, {
        workspace: id,
        slackUser,
        gap,
        otherwise: { ...options.settings, postingPauseSeconds: 3600 },
        requests: [`${by} ${next}`],
      });
    }
  } finally {
    await pool.end();
  }
}

test('forward, back, and past the end once the list has shrunk', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await manyFlags('ana', 11);
  await ana.opensHome();
  expect(await ana.eventuallySees('home', 'Page 1 of 3')).not.toContain('[Previous]');
  await ana.presses('Next', { in: 'home' });
  await ana.eventuallySees('home', 'Page 2 of 3');
  await ana.presses('Previous', { in: 'home' });
  await ana.eventuallySees('home', 'Page 1 of 3');
  for (const page of [2, 3]) {
    await ana.presses('Next', { in: 'home' });
    await ana.eventuallySees('home', `Page ${page} of 3`);
  }
  const last = await ana.seesHome();
  expect(last?.match(/is saved/g)).toHaveLength(1);
  expect(last).not.toContain('[Next]');
  await ana.presses('Undo', { in: 'home' });
  const shrunk = await ana.eventuallySees('home', 'Page 2 of 2');
  expect(shrunk).toContain('You flagged (10)');
  expect(shrunk).not.toContain('[Next]');
  await ana.opensHome();
  await ana.eventuallySees('home', 'Page 2 of 2');
  expect((await ana.seesHome())?.match(/\[Undo\]/g)).toHaveLength(5);
});

test('a list stays at its page when something else on Home changes', async () => {
  const kim = here().slack.person('kim');
  await manyFlags('kim', 7);
  await flagged(here(), 'kim', 'Stairs creak');
  await kim.opensHome();
  await kim.eventuallySees('home', 'Waiting for an owner (1)');
  await kim.presses('Next', { in: 'home' });
  await kim.eventuallySees('home', 'Page 2 of 2');
  await claimed(here(), 'sam', 'Stairs creak');
  expect(await kim.eventuallySees('home', 'No issue waits for an owner.')).toContain('Page 2 of 2');
});

test('a Home that Slack takes late does not hide what happened meanwhile', async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  await flagged(here(), 'kim', 'Ramps are steep');
  await kim.opensHome();
  await kim.eventuallySees('home', 'Ramps are steep');
  await slack.misbehaves({ method: 'views.publish', kind: 'slow', ms: 3000, times: 1 });
  await kim.opensHome();
  await claimed(here(), 'kim', 'Ramps are steep');
  await kim.eventuallySees('home', 'You own (1)');
  /* It began before others that have ended. */
  const hasLateOne = async (): Promise<boolean> => {
    const began = (await slack.calls('views.publish')).map(({ atMs }) => atMs);
    return began.some((atMs, index) => atMs < (began[index - 1] ?? 0));
  };
  await expect.poll(hasLateOne, soon).toBe(true);
  await kim.eventuallySees('home', 'You own (1)');
});

test('a Home that changes each time Slack takes it stands in the end as things are', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const taken = async (): Promise<number> => (await slack.calls('views.publish')).length;
  const before = await taken();
  const changes = 5;
  await slack.misbehaves({ method: 'views.publish', kind: 'hold', times: changes });
  await sam.opensHome();
  for (let change = 1; change <= changes; change += 1) {
    await expect.poll(taken, soon).toBe(before + change);
    await manyFlags('sam', change);
    await slack.releases();
  }
  await sam.eventuallySees('home', `You flagged (${changes})`);
});

test('five hundred issues fit, five at a time and shortened', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  await manyFlags('lea', 500);
  await lea.opensHome();
  const first = await lea.eventuallySees('home', 'You flagged (500)');
  expect(first).toContain('Page 1 of 100');
  expect(first.match(/is saved/g)).toHaveLength(5);
  expect(first).toContain('Long. Long');
  expect(first).toContain('…');
  await lea.presses('Next', { in: 'home' });
  await lea.eventuallySees('home', 'Page 2 of 100');
});
