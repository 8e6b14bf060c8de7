import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { askDatabase, unfinished } from '../support/looking.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;

/** Two administer: Kim and Ada. */
beforeEach(async () => {
  workspace = await openWorkspace({
    hasNoChannel: true,
    prepare: (slack) => slack.addPerson({ name: 'ada', isAdmin: true }),
  });
});

afterEach(async () => {
  await workspace.close();
});

const patienceMs = 15_000;
const question = 'in which channel should issues be shown?';
const later = { timeout: 60_000 };

async function asked(name: string): Promise<number> {
  const told = await workspace.slack.directMessages(name);
  return told.filter(({ text }) => text.includes(question)).length;
}

test('each admin is asked one question, once, and nobody else is', later, async () => {
  const { slack } = workspace;
  await slack.person('kim').eventuallySees('flagpost', question, patienceMs);
  await slack.person('ana').types('/flag-issue Where does this go?');
  await expect.poll(() => unfinished(workspace.databaseUrl), { timeout: patienceMs }).toEqual(['waiting']);
  await workspace.restart();
  await slack.person('ana').types('/flag-issue And this?');
  await expect
    .poll(() => unfinished(workspace.databaseUrl), { timeout: patienceMs })
    .toEqual(['waiting', 'waiting']);
  expect([await asked('kim'), await asked('ada')]).toEqual([1, 1]);
  for (const name of ['ana', 'sam', 'lea']) expect(await asked(name)).toBe(0);
});

test('a flag is saved all the same, and is posted when a channel is chosen', later, async () => {
  const { slack } = workspace;
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  const receipt = await ana.types('/flag-issue The stapler is empty');
  expect(receipt).toContain('in a channel as soon as an admin has chosen one');
  await ana.types('/flag-issue The printer is on fire');
  await expect
    .poll(() => unfinished(workspace.databaseUrl), { timeout: patienceMs })
    .toEqual(['waiting', 'waiting']);
  await sam.opensHome();
  await sam.presses('Claim', { in: 'home' });
  await kim.eventuallySees('flagpost', question, patienceMs);
  await kim.chooses('learnings', { in: 'flagpost' });
  await kim.eventuallySees('flagpost', 'Issues go to #learnings.', patienceMs);
  expect(await kim.sees('flagpost')).not.toContain(question);
  await ana.eventuallySees('learnings', 'The stapler is empty', patienceMs);
  await ana.eventuallySees('learnings', 'The printer is on fire', patienceMs);
  await ana.eventuallySees('learnings', '@Sam Okafor has taken it on.', patienceMs);
  expect(await ana.types('/flag-issue help')).toContain('Issues are shown in #learnings');
  await workspace.restart();
  await ana.types('/flag-issue After a restart');
  await ana.eventuallySees('learnings', 'After a restart', patienceMs);
  expect(await asked('kim')).toBe(0);
});

test(
  'answered, it says that learnings need a channel too, for as long as they have none',
  later,
  async () => {
    await workspace.close();
    workspace = await openWorkspace({ hasNoChannel: true, hasNoLearningChannel: true });
    const kim = workspace.slack.person('kim');
    const need = 'What is learned and the weekly digest need a channel too';
    await kim.eventuallySees('flagpost', question, patienceMs);
    expect(await kim.sees('flagpost')).not.toContain(need);
    await kim.chooses('process-gaps', { in: 'flagpost' });
    const answered = await kim.eventuallySees('flagpost', 'Issues go to #process-gaps.', patienceMs);
    expect(answered).toContain(`${need}: choose a Learning channel in Settings.`);
    await kim.presses('Settings', { in: 'flagpost' });
    await kim.picks('Learning channel', 'learnings');
    await kim.submits();
    await kim.closes();
    await expect.poll(() => kim.sees('flagpost'), { timeout: patienceMs }).not.toContain(need);
    expect(await kim.sees('flagpost')).toContain('Issues go to #process-gaps.');
  },
);

test('two admins choose at once: one choice holds, and the other is told it', later, async () => {
  const { slack } = workspace;
  const [kim, ada] = [slack.person('kim'), slack.person('ada')];
  const people = [kim, ada];
  for (const admin of people) await admin.eventuallySees('flagpost', question, patienceMs);
  const kims = await kim.looksAt('flagpost', question);
  const adas = await ada.looksAt('flagpost', question);
  await Promise.all([kim.chooses('learnings', { on: kims }), ada.chooses('general', { on: adas })]);
  await expect
    .poll(async () => Promise.all(people.map((admin) => admin.sees('flagpost'))).then((all) => all.join()), {
      timeout: patienceMs,
    })
    .toMatch(/Somebody has chosen already: issues go to #(learnings|general)/);
  const [row] = await askDatabase<{ issues_channel: string }>(
    workspace.databaseUrl,
    'select issues_channel from settings',
  );
  const { channels } = await slack.world();
  const name = channels.find(({ id }) => id === row?.issues_channel)?.name;
  for (const admin of people) await admin.eventuallySees('flagpost', `Issues go to #${name}.`, patienceMs);
});

test('somebody who administers no more hears kindly who does, and nothing is chosen', later, async () => {
  const { slack } = workspace;
  const kim = slack.person('kim');
  await kim.eventuallySees('flagpost', question, patienceMs);
  await slack.person('ada').opensHome();
  await slack.person('ada').eventuallySees('home', '[Settings]', patienceMs);
  await slack.changePerson('kim', { isAdmin: false, isGuest: true });
  await kim.chooses('learnings', { in: 'flagpost' });
  await kim.eventuallySees('flagpost', "Flagpost's settings are for admins. @Ada can help", patienceMs);
  expect(await askDatabase(workspace.databaseUrl, 'select 1 from settings')).toEqual([]);
});

test('with a channel set nobody is asked anything', later, async () => {
  await workspace.close();
  workspace = await openWorkspace();
  const { slack } = workspace;
  await slack.person('ana').types('/flag-issue Straight to its place');
  await slack.person('ana').eventuallySees('process-gaps', 'Straight to its place', patienceMs);
  expect(await slack.directMessages('kim')).toEqual([]);
});

test(
  'Undo once its pause is over and no channel is chosen: it says what is true, and Withdraw is the way',
  later,
  async () => {
    const { slack } = workspace;
    const [ana, kim] = [slack.person('ana'), slack.person('kim')];
    await ana.types('/flag-issue The lamp flickers');
    await expect.poll(() => unfinished(workspace.databaseUrl), { timeout: patienceMs }).toEqual(['waiting']);
    await ana.presses('Undo', { in: 'general', containing: 'Saved as #1' });
    const told = await ana.eventuallySees('general', '#1 is saved, and waits for a channel');
    expect(told).not.toContain('posted already');
    await ana.presses('Withdraw', { in: 'general', containing: 'waits for a channel' });
    await ana.eventuallySees('general', '#1 is withdrawn.');
    await kim.eventuallySees('flagpost', question, patienceMs);
    await kim.chooses('learnings', { in: 'flagpost' });
    await kim.eventuallySees('flagpost', 'Issues go to #learnings.', patienceMs);
    expect(await kim.sees('learnings')).not.toContain('The lamp flickers');
  },
);

test('a start while the database is slow: it asks as soon as it can', later, async () => {
  await workspace.close();
  workspace = await openWorkspace();
  const { databaseUrl, options, slack } = workspace;
  await workspace.stopApp();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin; lock table settings in access exclusive mode');
    await workspace.restart({ settings: { ...options.settings, issuesChannel: null } }, 'listening');
    await expect
      .poll(workspace.logged, { timeout: patienceMs })
      .toContain('it is not settled which channels there are');
    expect(await asked('kim')).toBe(0);
    await client.query('commit');
  } finally {
    await client.end();
  }
  await slack.person('kim').eventuallySees('flagpost', question, patienceMs);
});
