import { expect, test } from 'vitest';

import { askDatabase, cardsSaying, unfinished } from '../support/looking.ts';
import { eachInAWorkspace } from './a-workspace.ts';

const here = eachInAWorkspace({
  hasNoLearningChannel: true,
  prepare: (slack) => slack.addPerson({ name: 'ada', isAdmin: true }),
});

const patienceMs = 15_000;
const later = { timeout: 60_000 };

async function opensSettings(name: string) {
  const admin = here().slack.person(name);
  await admin.types('/flag-issue settings');
  await admin.eventuallySees('form', 'Issues channel', patienceMs);
  return admin;
}

async function idOf(channel: string): Promise<string> {
  const { channels } = await here().slack.world();
  return channels.find(({ name }) => name === channel)?.id ?? '';
}

async function saved() {
  const [row] = await askDatabase<Record<string, unknown>>(
    here().databaseUrl,
    'select issues_channel, learning_channel, posting_pause_seconds, time_zone from settings',
  );
  return row;
}

test('the form shows what holds, and saves what was changed in it', later, async () => {
  const kim = await opensSettings('kim');
  const form = await kim.sees('form');
  expect(form).toContain('Issues channel: #process-gaps');
  expect(form).toContain('Learning channel: ___');
  expect(form).toContain('Leads: ___');
  expect(form).toContain('Posting pause: None');
  expect(form).toContain('Time zone: UTC (');
  await kim.picks('Learning channel', 'learnings');
  await kim.picks('Leads', 'lea, sam');
  await kim.picks('Posting pause', '5 minutes');
  await kim.submits();
  const page = await kim.sees('form');
  expect(page).toContain('Saved.');
  expect(page).toContain('Learnings go to #learnings.');
  expect(page).toMatch(/@(Lea Brandt|Sam Okafor) and @(Lea Brandt|Sam Okafor) lead now\./);
  expect(await saved()).toEqual({
    issues_channel: null,
    learning_channel: await idOf('learnings'),
    posting_pause_seconds: 300,
    time_zone: null,
  });
  expect(await here().slack.person('ana').types('/flag-issue Slowly')).toContain('In 5 minutes it goes');
  await kim.closes();
  await opensSettings('kim');
  expect(await kim.sees('form')).toMatch(/Leads: @(Lea Brandt|Sam Okafor), @/);
  await kim.picks('Learning channel', '');
  await kim.picks('Leads', '');
  await kim.submits();
  expect(await kim.sees('form')).toContain('Learnings are posted nowhere now.');
  expect(await kim.sees('form')).toContain('The admins lead.');
  expect(await askDatabase(here().databaseUrl, 'select 1 from leads')).toEqual([]);
});

test('two admins have it open: each change holds, whoever saves last', later, async () => {
  const kim = await opensSettings('kim');
  const ada = await opensSettings('ada');
  await kim.picks('Issues channel', 'learnings');
  await kim.submits();
  await ada.picks('Posting pause', '15 minutes');
  await ada.submits();
  expect(await saved()).toMatchObject({
    issues_channel: await idOf('learnings'),
    posting_pause_seconds: 900,
  });
});

test('another channel: new cards go there, and old ones are redrawn where they stand', later, async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await ana.types('/flag-issue An old gap');
  await sam.eventuallySees('process-gaps', 'An old gap', patienceMs);
  const kim = await opensSettings('kim');
  await kim.picks('Issues channel', 'learnings');
  await kim.submits();
  await ana.types('/flag-issue A new gap');
  await ana.eventuallySees('learnings', 'A new gap', patienceMs);
  await sam.presses('Claim', { in: 'process-gaps' });
  await ana.eventuallySees('process-gaps', '#1 · @Sam Okafor has taken it on.', patienceMs);
  await ana.eventuallySees('process-gaps', '    Flagpost: @Sam Okafor has taken it on.', patienceMs);
  expect(await ana.sees('learnings')).not.toContain('An old gap');
  expect(await cardsSaying(slack, 'A new gap')).toBe(0);
});

test(
  'a channel is chosen for one that was archived: what waited is posted there at once',
  later,
  async () => {
    const { slack } = here();
    const kim = slack.person('kim');
    await kim.opensHome();
    await slack.archive('process-gaps');
    await slack.person('ana').types('/flag-issue Waiting for a place');
    await kim.eventuallySees('flagpost', 'is archived. Please unarchive it', patienceMs);
    await kim.presses('Settings', { in: 'flagpost' });
    await kim.picks('Issues channel', 'learnings');
    await kim.submits();
    await kim.eventuallySees('learnings', 'Waiting for a place', patienceMs);
    await expect.poll(() => unfinished(here().databaseUrl), { timeout: patienceMs }).toEqual([]);
  },
);

test('a channel that the bot is not in is taken, and the page says what to do', later, async () => {
  const { slack } = here();
  const kim = await opensSettings('kim');
  await kim.picks('Issues channel', 'general');
  await kim.submits();
  expect(await kim.sees('form')).toContain("If I'm not in #general yet, type /invite @Flagpost there.");
  await slack.person('ana').types('/flag-issue Into the general');
  await kim.eventuallySees('flagpost', "I can't post in #general because I'm not in it", patienceMs);
  await slack.join('general', 'flagpost');
  here().clock.skip({ seconds: 61 });
  await kim.eventuallySees('general', 'Into the general', patienceMs);
});

test('others hear kindly who can, wherever they ask', later, async () => {
  const { slack } = here();
  await slack.person('kim').opensHome();
  await slack.person('kim').eventuallySees('home', '[Settings]', patienceMs);
  const sam = slack.person('sam');
  expect(await sam.types('/flag-issue settings')).toContain(
    "Flagpost's settings are for admins. @Kim Sato and @Ada can help: please ask there.",
  );
  await sam.opensHome();
  expect(await sam.eventuallySees('home', '[Flag an issue]', patienceMs)).not.toContain('[Settings]');
});

test(
  'who administers is asked of Slack again when the form is sent, whatever it told before',
  later,
  async () => {
    const { slack } = here();
    const kim = await opensSettings('kim');
    await kim.picks('Issues channel', 'learnings');
    await slack.connect('http://127.0.0.1:1/nobody-hears-of-it');
    await slack.changePerson('kim', { isAdmin: false });
    await slack.connect(`${here().address()}/slack/events`);
    await kim.submits();
    expect(await kim.sees('form')).toContain("Flagpost's settings are for the admins of this workspace.");
    expect(await saved()).toBeUndefined();
  },
);

test('Slack says nothing of somebody it never spoke of: they may try again', later, async () => {
  const { slack } = here();
  await slack.misbehaves({ method: 'users.info', kind: 'status', status: 500 });
  expect(await slack.person('kim').types('/flag-issue settings')).toContain('Slack did not tell me just now');
  await slack.behaves();
  await opensSettings('kim');
});

test('a guest can’t lead', later, async () => {
  const { slack } = here();
  await slack.addPerson({ name: 'gus', isGuest: true });
  const kim = await opensSettings('kim');
  await kim.picks('Leads', 'lea, gus');
  await kim.picks('Posting pause', '5 minutes');
  await kim.submits();
  expect(await kim.sees('form')).toContain('! A lead is a full member of this workspace');
  expect(await saved()).toBeUndefined();
  await kim.picks('Leads', 'lea');
  await kim.submits();
  expect(await kim.sees('form')).toContain('@Lea Brandt leads now.');
});
