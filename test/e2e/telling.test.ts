import { afterEach, expect, test } from 'vitest';

import { askDatabase, unfinished } from '../support/looking.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { allIsSaid, claimed, flagged, patienceMs } from './a-workspace.ts';

let workspace: TestWorkspace | null = null;

afterEach(async () => {
  await workspace?.slack.behaves();
  await workspace?.close();
  workspace = null;
});

const later = { timeout: 90_000 };
const patience = { timeout: 30_000 };
const notice = "I can't post in #process-gaps because I'm not in it.";

/** Who the admins are, as Slack was asked since the start: that asks once. */
async function looks({ slack }: TestWorkspace) {
  const all = () => slack.calls('users.list');
  await expect.poll(async () => (await all()).length, patience).toBeGreaterThan(0);
  return (await all()).slice(1);
}

async function waiting({ databaseUrl }: TestWorkspace, count: number): Promise<void> {
  const all = Array.from({ length: count }, () => 'waiting');
  await expect.poll(() => unfinished(databaseUrl), patience).toEqual(all);
}

test(
  'many cards wait at once while Slack holds us back: admins are looked for once, and whoever is listed hears first',
  later,
  async () => {
    const here = await openWorkspace({ pauseSeconds: 600 });
    workspace = here;
    const { slack, clock, options } = here;
    const lea = (await slack.world()).people.find(({ name }) => name === 'lea')?.id ?? '';
    await here.restart({ settings: { ...options.settings, adminUsers: [lea] } });
    for (const name of ['lea', 'kim']) await slack.person(name).opensHome();
    await slack.leave('process-gaps', 'flagpost');
    const times = 4;
    expect(await looks(here)).toEqual([]);
    await slack.misbehaves({ method: 'users.list', kind: 'ratelimited', retryAfter: 2, times });
    for (const gap of Array.from({ length: 12 }, (_, index) => `Gap ${index}`))
      await slack.person('ana').types(`/flag-issue ${gap}`);
    clock.skip({ seconds: 601 });
    await slack.person('lea').eventuallySees('flagpost', notice, patienceMs);
    expect((await looks(here)).length).toBeLessThan(times);
    await slack.person('kim').eventuallySees('flagpost', notice, patienceMs);
    await waiting(here, 12);
    clock.skip({ seconds: 61 });
    await expect.poll(here.isIdle, patience).toBe(true);
    expect(await looks(here)).toHaveLength(times + 1);
    for (const name of ['lea', 'kim']) expect(await slack.directMessages(name)).toHaveLength(1);
  },
);

test(
  'a workspace of more people than one answer holds: what was read is not read again, and every admin hears',
  later,
  async () => {
    const here = await openWorkspace();
    workspace = here;
    const { slack } = here;
    expect(await looks(here)).toEqual([]);
    const { team, people } = await slack.world();
    const like = people.find(({ name }) => name === 'ana');
    if (like === undefined) throw new Error('nobody to copy');
    for (let nth = people.length; nth < 1100; nth += 1)
      here.double.world.people.push({ ...like, id: `U0${nth}`, name: `p${nth}`, teamId: team.id });
    await slack.addPerson({ name: 'ada', isAdmin: true });
    await slack.person('kim').opensHome();
    await slack.misbehaves({ method: 'users.list', kind: 'slow', ms: 1, times: 1 });
    await slack.misbehaves({ method: 'users.list', kind: 'ratelimited', retryAfter: 1, times: 2 });
    await slack.leave('process-gaps', 'flagpost');
    await slack.person('ana').types('/flag-issue The pager is mute');
    for (const name of ['kim', 'ada'])
      await slack.person(name).eventuallySees('flagpost', notice, patienceMs);
    const answered = (await looks(here)).filter(({ error }) => error === undefined);
    expect(answered.map(({ args }) => args['cursor'])).toEqual([undefined, '1000']);
  },
);

test('what concerns the whole workspace is told once, whoever could not be written to', later, async () => {
  const here = await openWorkspace();
  workspace = here;
  const { slack, databaseUrl } = here;
  await flagged(here, 'ana', 'The pager is mute');
  await slack.person('lea').presses('Me too', { in: 'process-gaps' });
  await claimed(here, 'sam', 'The pager is mute');
  await allIsSaid(here);
  await slack.person('kim').opensHome();
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'error', code: 'missing_scope' });
  const sam = slack.person('sam');
  await sam.presses('Mark as solved', { in: 'flagpost' });
  await sam.fills('What changed?', 'A louder one');
  await sam.picks('What kind of change is it?', 'Added a guard');
  await sam.submits();
  const told = `select distinct subject from messages where kind = 'notice' and target <> ''`;
  /* Their questions, the reply, and what Kim is to hear of it. */
  await waiting(here, 4);
  await expect.poll(() => askDatabase(databaseUrl, told), patience).toEqual([{ subject: 'missing_scope/' }]);
  await expect.poll(here.isIdle, patience).toBe(true);
  expect(await askDatabase(databaseUrl, told)).toHaveLength(1);
});
