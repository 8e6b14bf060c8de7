import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { eachInAWorkspace } from './a-workspace.ts';

const here = eachInAWorkspace({
  pauseSeconds: 600,
  prepare: (slack) => slack.addPerson({ name: 'ada', isAdmin: true }),
});

const patienceMs = 30_000;
const later = { timeout: 90_000 };
const label = 'This is a test of Flagpost.';

/** From *Settings*, saved without a change. */
async function begins(name: string): Promise<void> {
  const admin = here().slack.person(name);
  await admin.types('/flag-issue settings');
  await admin.eventuallySees('form', 'Issues channel', patienceMs);
  await admin.submits();
  await admin.presses('Test it');
}

/** What stands in the channel, and in the direct messages of everybody. */
async function standing(): Promise<string[]> {
  const { slack } = here();
  const people = await Promise.all(['ana', 'sam', 'lea', 'kim', 'ada'].map((it) => slack.directMessages(it)));
  const posts = [...(await slack.messages('process-gaps')), ...(await slack.messages('learnings'))];
  const all = [...posts, ...people.flat()];
  return all.filter(({ deleted }) => !deleted).map(({ text }) => text);
}

async function left(): Promise<unknown> {
  const [row] = await askDatabase(
    here().databaseUrl,
    `select (select count(*)::int from issues) as issues, (select count(*)::int from participants) as participants,
      (select count(*)::int from events) as events, (select count(*)::int from due where kind not in ('digest', 'owed')) as due,
      (select count(*)::int from learnings) as learnings,
      (select count(*)::int from messages where kind <> 'notice' and state <> 'ended') as messages`,
  );
  return row;
}

const nothing = { issues: 0, participants: 0, events: 0, due: 0, learnings: 0, messages: 0 };

test(
  'one flag goes all the way through, says that it is a test, and nothing of it stays',
  later,
  async () => {
    const { slack } = here();
    const kim = slack.person('kim');
    await begins('kim');
    await kim.eventuallySees('form', 'The test has begun.', patienceMs);
    await kim.eventuallySees('process-gaps', label, patienceMs);
    await kim.eventuallySees('process-gaps', '@Kim Sato has taken it on.', patienceMs);
    await kim.eventuallySees('process-gaps', 'Fixed, and confirmed.', patienceMs);
    const report = await kim.eventuallySees('flagpost', 'The test went all the way through.', patienceMs);
    for (const step of [
      '1. Saved',
      '2. Posted in #process-gaps',
      '3. Claimed, by you',
      '5. Solved',
      '6. Confirmed',
      '7. A learning posted in #learnings',
    ])
      expect(report).toContain(`${step}: done`);
    await expect.poll(standing, { timeout: patienceMs }).toHaveLength(1);
    await expect.poll(left, { timeout: patienceMs }).toEqual(nothing);
    const gone = (await slack.messages('process-gaps')).filter(({ deleted }) => deleted);
    expect(gone.length).toBeGreaterThan(2);
    const [post, ...others] = await slack.messages('learnings');
    expect(others).toEqual([]);
    expect(post?.deleted).toBe(true);
    expect(JSON.stringify(post?.blocks)).toContain('What others can use of a fix is posted here.');
    const said = (await slack.directMessages('kim')).map((it) => JSON.stringify(it.blocks)).join('\n');
    expect(said).not.toContain('May your name be shown');
    const deletions = await slack.calls('chat.delete');
    const card = gone.find(({ thread_ts: thread }) => thread === undefined);
    expect(deletions.at(-1)?.args['ts']).toBe(card?.ts);
    expect(await kim.types('/flag-issue mine')).toContain('You have flagged nothing yet, and own nothing');
    expect(await slack.calls('conversations.open')).toHaveLength(1);
  },
);

test(
  'where the bot may not post, it says how far it came and what to do; afterwards it works',
  later,
  async () => {
    const { slack } = here();
    await slack.leave('process-gaps', 'flagpost');
    await begins('kim');
    const kim = slack.person('kim');
    const report = await kim.eventuallySees('flagpost', 'The test stopped on its way.', patienceMs);
    expect(report).toContain(
      '1. Saved: done\n2. Posted in #process-gaps: not done\n3. Claimed, by you: not tried',
    );
    expect(report).toContain("I can't post in #process-gaps because I'm not in it.");
    expect(here().logged()).toMatch(/"reason":"not_in_channel".*a test stopped on its way/);
    expect(report).toContain('/invite @Flagpost');
    expect(await standing()).toHaveLength(1);
    here().clock.skip({ seconds: 61 });
    await expect.poll(left, { timeout: patienceMs }).toEqual(nothing);
    await slack.join('process-gaps', 'flagpost');
    await kim.presses('Test it', { in: 'flagpost' });
    await kim.eventuallySees('flagpost', 'The test went all the way through.', patienceMs);
    expect(await slack.directMessages('ada')).toEqual([]);
  },
);

test('where it may not post what is learned, it says so of that channel', later, async () => {
  const { slack } = here();
  await slack.leave('learnings', 'flagpost');
  await begins('kim');
  const report = await slack.person('kim').eventuallySees('flagpost', 'The test stopped', patienceMs);
  expect(report).toContain('6. Confirmed: done\n7. A learning posted in #learnings: not done');
  expect(report).toContain("I can't post in #learnings because I'm not in it.");
  await expect.poll(standing, { timeout: patienceMs }).toHaveLength(1);
  here().clock.skip({ seconds: 61 });
  await expect.poll(left, { timeout: patienceMs }).toEqual(nothing);
  expect(await slack.directMessages('ada')).toEqual([]);
});

test('where the bot starts anew in the middle of it, at night, it goes on all the same', later, async () => {
  const kim = here().slack.person('kim');
  await begins('kim');
  await kim.eventuallySees('form', 'The test has begun.', patienceMs);
  await here().restart();
  await kim.eventuallySees('flagpost', 'The test went all the way through.', patienceMs);
});

test('two admins begin at once, one of them twice: there is one test', later, async () => {
  const { slack } = here();
  const [kim, ada] = [slack.person('kim'), slack.person('ada')];
  for (const admin of [kim, ada]) {
    await admin.types('/flag-issue settings');
    await admin.eventuallySees('form', 'Issues channel', patienceMs);
    await admin.submits();
  }
  await Promise.all([kim.presses('Test it', { times: 2 }), ada.presses('Test it')]);
  await expect
    .poll(async () => (await standing()).join('\n'), { timeout: patienceMs })
    .toContain('The test went all the way through.');
  await expect.poll(left, { timeout: patienceMs }).toEqual(nothing);
  const cards = (await slack.messages('process-gaps')).filter(
    ({ thread_ts: thread }) => thread === undefined,
  );
  expect(cards).toHaveLength(1);
});

test('somebody else claims it first: it ends, and is taken away from them too', later, async () => {
  const { slack } = here();
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await slack.withholdsEvents(true);
  await begins('kim');
  await slack.person('sam').eventuallySees('process-gaps', label, patienceMs);
  await slack.person('sam').presses('Claim', { in: 'process-gaps' });
  await slack.releases();
  await slack.withholdsEvents(false);
  const report = await slack.person('kim').eventuallySees('flagpost', 'The test stopped', patienceMs);
  expect(report).toContain('Somebody was quicker to claim it.');
  await expect.poll(standing, { timeout: patienceMs }).toHaveLength(1);
  await expect.poll(left, { timeout: patienceMs }).toEqual(nothing);
});

test('its card was posted without an answer: the copy goes as soon as it shows itself', later, async () => {
  const { slack } = here();
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'cut-after' });
  await slack.withholdsEvents(true);
  await begins('kim');
  await slack.person('sam').eventuallySees('process-gaps', label, patienceMs);
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'ratelimited' });
  here().clock.skip({ seconds: 91 });
  await expect.poll(left, { timeout: patienceMs }).toMatchObject({ issues: 0, messages: 0 });
  expect(await slack.person('sam').sees('process-gaps')).toContain(label);
  await slack.behaves();
  await slack.withholdsEvents(false);
  const inChannel = (): Promise<string> => slack.person('sam').sees('process-gaps');
  await expect.poll(inChannel, { timeout: patienceMs }).toBe('');
  here().clock.skip({ seconds: 61 });
  await expect.poll(left, { timeout: patienceMs }).toEqual(nothing);
});

test('only an admin may', later, async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Issues channel', patienceMs);
  await kim.submits();
  await slack.changePerson('kim', { isAdmin: false });
  await kim.presses('Test it');
  await kim.eventuallySees('form', "Flagpost's settings are for", patienceMs);
  expect(await left()).toEqual(nothing);
});
