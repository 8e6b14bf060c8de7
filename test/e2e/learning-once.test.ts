import { expect, test } from 'vitest';

import { whileKimWorks } from '../support/clock.ts';
import { askDatabase, unfinished } from '../support/looking.ts';
import { allIsSaid, eachInAWorkspace, patienceMs } from './a-workspace.ts';
import { learnt } from './learned.ts';

const here = eachInAWorkspace({ beginsAt: whileKimWorks() });

const line = 'Water them on Mondays';
const question = 'reach the channel for learnings?';

const posts = async (): Promise<number> =>
  (await here().slack.messages('learnings')).filter(
    (it) => !it.deleted && JSON.stringify(it.blocks).includes(line),
  ).length;

/** Slack's answer to the post in the learning channel is lost; its other answers are not. */
async function isUnsure(kind: 'cut-after' | 'cut-before'): Promise<void> {
  const { slack, databaseUrl } = here();
  await slack.withholdsEvents(true);
  const number = await learntExceptPost(kind);
  expect(number).toBe(1);
  await expect.poll(() => unfinished(databaseUrl), { timeout: patienceMs }).toEqual(['unsure']);
}

/** The learning channel is archived until its fault is set: nothing else is posted then. */
async function learntExceptPost(kind: 'cut-after' | 'cut-before'): Promise<number> {
  const { slack, clock, databaseUrl } = here();
  await slack.archive('learnings');
  const number = await learnt(here(), 'Plants droop', line);
  await expect.poll(() => unfinished(databaseUrl), { timeout: patienceMs }).toEqual(['waiting']);
  await slack.person('kim').eventuallySees('flagpost', 'is archived', patienceMs);
  await slack.unarchive('learnings');
  await slack.misbehaves({ method: 'chat.postMessage', kind, times: 1 });
  clock.skip({ seconds: 61 });
  return number;
}

/** Each minute everything that has fallen due is found, and all that follows from it is done. */
async function minutesGoBy(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    here().clock.skip({ seconds: 61 });
    const isDue = `select 1 from due where due_at <= '${here().clock.now().toString()}'`;
    await expect.poll(() => askDatabase(here().databaseUrl, isDue), { timeout: patienceMs }).toEqual([]);
    await expect.poll(() => askDatabase(here().databaseUrl, open), { timeout: patienceMs }).toEqual([]);
  }
}

const open = `select 1 from pgboss.job where state in ('created', 'retry', 'active') and name <> 'publish-home'`;

test(
  'nobody knows whether it is there: it is not posted again by itself, its owner is asked, and an admin: the owner says that it is',
  { timeout: 90_000 },
  async () => {
    const { slack } = here();
    const sam = slack.person('sam');
    await isUnsure('cut-after');
    expect(await posts()).toBe(1);
    here().clock.skip({ seconds: 61 });
    await sam.eventuallySees('flagpost', question, patienceMs);
    await minutesGoBy(3);
    expect(await posts()).toBe(1);
    expect((await sam.sees('flagpost')).split(question)).toHaveLength(2);
    await sam.presses('It is there', { in: 'flagpost', containing: question });
    await sam.eventuallySees('flagpost', 'What we learned from #1 is in the channel. Thank you.', patienceMs);
    await minutesGoBy(2);
    expect(await posts()).toBe(1);
    await slack.person('lea').presses('Used this', { in: 'learnings', containing: line });
    await sam.eventuallySees('learnings', 'Used this: 1', patienceMs);
    expect(await posts()).toBe(1);
  },
);

test('it is not there: posted again, once, even when pressed twice', { timeout: 90_000 }, async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await isUnsure('cut-before');
  here().clock.skip({ seconds: 61 });
  await sam.eventuallySees('flagpost', question, patienceMs);
  expect(await posts()).toBe(0);
  await sam.presses('Post it again', { in: 'flagpost', containing: question, times: 2 });
  await sam.eventuallySees('learnings', line, patienceMs);
  await sam.eventuallySees('flagpost', 'What we learned from #1 is in the channel. Thank you.', patienceMs);
  await minutesGoBy(2);
  expect(await posts()).toBe(1);
});

test('Slack says at last that it is there: nobody needs to answer', { timeout: 90_000 }, async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await isUnsure('cut-after');
  here().clock.skip({ seconds: 61 });
  await sam.eventuallySees('flagpost', question, patienceMs);
  await slack.withholdsEvents(false);
  await sam.eventuallySees('flagpost', 'What we learned from #1 is in the channel. Thank you.', patienceMs);
  expect(await sam.sees('flagpost')).not.toContain('Post it again');
  await sam.eventuallySees('process-gaps', 'What we learned: see the post.', patienceMs);
  expect(await posts()).toBe(1);
});

test('an admin is asked as well: their answer settles it for all', { timeout: 90_000 }, async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await isUnsure('cut-after');
  here().clock.skip({ seconds: 61 });
  await kim.eventuallySees('flagpost', question, patienceMs);
  await sam.eventuallySees('flagpost', question, patienceMs);
  await kim.presses('It is there', { in: 'flagpost', containing: question });
  await sam.eventuallySees('flagpost', 'What we learned from #1 is in the channel. Thank you.', patienceMs);
  expect(await posts()).toBe(1);
});

test('its owner has left: an admin is asked', { timeout: 90_000 }, async () => {
  const { slack } = here();
  await isUnsure('cut-before');
  await slack.deactivate('sam');
  here().clock.skip({ seconds: 61 });
  await slack.person('kim').eventuallySees('flagpost', question, patienceMs);
});

test(
  'no channel for learnings: it stands on Home, nobody is bothered, and it is posted when there is one',
  { timeout: 90_000 },
  async () => {
    const { slack, options, databaseUrl } = here();
    const kim = slack.person('kim');
    await here().restart({ settings: { ...options.settings, learningChannel: null } });
    await learnt(here(), 'Plants droop', line);
    await expect.poll(() => unfinished(databaseUrl), { timeout: patienceMs }).toEqual(['waiting']);
    await kim.opensHome();
    await kim.eventuallySees('home', line);
    expect(await kim.sees('flagpost')).toBe('');
    await kim.types('/flag-issue settings');
    await kim.picks('Learning channel', 'learnings');
    await kim.submits();
    await kim.eventuallySees('form', 'Learnings go to #learnings.');
    await kim.eventuallySees('learnings', line, patienceMs);
    expect(await posts()).toBe(1);
  },
);

test(
  'what is changed while nobody knows where its post stands says so, and is changed there once Slack tells',
  { timeout: 90_000 },
  async () => {
    const { slack, databaseUrl } = here();
    const sam = slack.person('sam');
    await learnt(here(), 'Plants droop', null);
    await allIsSaid(here());
    await slack.withholdsEvents(true);
    await slack.misbehaves({ method: 'chat.postMessage', kind: 'cut-after', times: 1 });
    await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Plants droop' });
    await sam.fills('What happened', 'Nobody watered them');
    await sam.fills('What others can use', 'Water them');
    await sam.submits();
    await sam.eventuallySees('form', 'Back to the text');
    await sam.submits();
    await sam.eventuallySees('form', 'is published');
    await sam.closes();
    await expect.poll(() => unfinished(databaseUrl), { timeout: patienceMs }).toEqual(['unsure']);
    await sam.presses('Change what we learned', { in: 'flagpost', containing: 'Plants droop' });
    await sam.fills('What others can use', line);
    await sam.submits();
    await sam.eventuallySees('form', 'Back to the text');
    await sam.submits();
    await sam.eventuallySees('form', 'Its post changes as soon as Slack tells me where it stands');
    await sam.closes();
    expect(await posts()).toBe(0);
    await slack.withholdsEvents(false);
    await allIsSaid(here());
    await expect.poll(posts, { timeout: patienceMs }).toBe(1);
  },
);
