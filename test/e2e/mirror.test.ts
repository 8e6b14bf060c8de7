import { expect, test } from 'vitest';

import { askDatabase, unfinished } from '../support/looking.ts';
import { allIsSaid, eachInAWorkspace, flagged, later, patienceMs, solved } from './a-workspace.ts';
import { nothingIsPromised } from './mondays.ts';
import { passes } from './promises.ts';

const here = eachInAWorkspace();
const long = { timeout: 60_000 };

/** Kim leads, as the one admin whom Flagpost knows; she finds an owner for a flag that nobody has answered, and Sam solves it. */
async function answeredByKim(): Promise<void> {
  const { slack } = here();
  const kim = slack.person('kim');
  await kim.types('/flag-issue digest');
  const number = await flagged(here(), 'ana', 'The lift stops between floors');
  await passes(here(), number);
  /* It is night in Tokyo, where she is: what she is asked waits for the morning, and stands on Home. */
  await kim.opensHome();
  await kim.presses('Find an owner', { in: 'home' });
  await kim.picks('Who could take it on?', 'sam');
  await kim.submits();
  await slack.person('sam').presses('Yes, I take it on', { in: 'flagpost', patienceMs });
  await slack.person('sam').eventuallySees('flagpost', '[Mark as solved]', patienceMs);
  await solved(here(), 'sam', 'The lift stops between floors', 'A new door');
}

async function opensMirror(name: string): Promise<string> {
  const lead = here().slack.person(name);
  await later(here());
  await lead.types('/flag-issue digest');
  await lead.presses('Your mirror', { in: 'general', containing: 'The digest so far' });
  return await lead.eventuallySees('form', 'Only you see this', patienceMs);
}

async function shares(name: string, question: string): Promise<void> {
  const lead = here().slack.person(name);
  await lead.presses('Share…', { in: 'form' });
  await lead.picks('What would you like to share?', question);
  await lead.submits();
  await lead.eventuallySees('form', 'This is the post, as it will look in #learnings:');
}

test('a lead sees their own mirror, under four questions, and nobody else does', long, async () => {
  const { slack } = here();
  await answeredByKim();
  const seen = await opensMirror('kim');
  expect(seen).toContain(
    'Do people here step in?\nYou were the first to answer one issue. Somebody else has taken it on since.',
  );
  /* What Sam made of it is his. */
  expect(seen).toContain('Do they feel it is theirs?\nNothing that Flagpost knows of.');
  expect(seen).toContain('May they act?\nNothing that Flagpost knows of.');
  expect(seen).toContain('Do we learn?');
  for (const name of ['ana', 'sam', 'lea'])
    for (const place of ['general', 'learnings', 'flagpost'])
      expect(await slack.person(name).sees(place)).not.toContain('first to answer');
  expect(await askDatabase(here().databaseUrl, 'select 1 from shares')).toEqual([]);
});

test('they share what they choose, after a preview, once; the rest stays with them', long, async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  await answeredByKim();
  await opensMirror('kim');
  await shares('kim', 'Do people here step in?');
  expect(await slack.person('lea').sees('learnings')).not.toContain('mirror');
  await kim.submits();
  await kim.eventuallySees('form', 'It is on its way to #learnings.', patienceMs);
  const post = await slack
    .person('lea')
    .eventuallySees('learnings', 'shares from their own mirror', patienceMs);
  expect(post).toContain('@Kim Sato shares from their own mirror of eight weeks:');
  expect(post).toContain(
    'Do people here step in?\nI was the first to answer one issue. Somebody else has taken it on since.',
  );
  expect(post).not.toContain('Do they feel it is theirs?');
  await allIsSaid(here());
  const all = await slack.messages('learnings');
  expect(all.filter(({ text }) => text.includes('own mirror'))).toHaveLength(1);
  const kept = await askDatabase(here().databaseUrl, `select shown -> 'mirror' as mirror from shares`);
  expect(kept).toEqual([{ mirror: { firstAnswers: 1, byOthers: 1, asksAnswered: 0 } }]);
});

test('closed without posting, nothing is posted', long, async () => {
  const { slack } = here();
  await answeredByKim();
  await opensMirror('kim');
  await shares('kim', 'Do people here step in?');
  await slack.person('kim').closes();
  await allIsSaid(here());
  expect(await slack.messages('learnings')).toEqual([]);
});

test('without a channel for learnings there is nowhere to share it, and it says so', long, async () => {
  const { slack, options, restart } = here();
  await answeredByKim();
  await restart({ settings: { ...options.settings, learningChannel: null } });
  await opensMirror('kim');
  const kim = slack.person('kim');
  await kim.presses('Share…', { in: 'form' });
  await kim.picks('What would you like to share?', 'Do people here step in?');
  await kim.submits();
  await kim.eventuallySees('form', 'There is no channel for learnings yet');
});

test('from Home; whoever does not lead any more is shown none, whatever button they have', long, async () => {
  const { slack } = here();
  const [kim, lea] = [slack.person('kim'), slack.person('lea')];
  const leads = async (name: string): Promise<void> => {
    await kim.types('/flag-issue settings');
    await kim.picks('Leads', name);
    await kim.submits();
    await kim.eventuallySees('form', 'leads now.', patienceMs);
    await kim.closes();
  };
  await lea.opensHome();
  expect(await lea.sees('home')).not.toContain('[Your mirror]');
  await leads('lea');
  await lea.opensHome();
  await lea.eventuallySees('home', '[Your mirror]', patienceMs);
  await lea.presses('Your mirror', { in: 'home' });
  await lea.eventuallySees('form', 'Only you see this', patienceMs);
  await lea.closes();
  await leads('sam');
  await lea.presses('Your mirror', { in: 'home' });
  await lea.eventuallySees('form', 'A mirror is for leads, each for their own.', patienceMs);
});

test(
  'nobody knows whether it reached the channel: not posted twice, and whoever shared it is asked',
  long,
  async () => {
    const { slack, clock } = here();
    const kim = slack.person('kim');
    await answeredByKim();
    await allIsSaid(here());
    await nothingIsPromised(here());
    await opensMirror('kim');
    await shares('kim', 'Do people here step in?');
    await slack.withholdsEvents(true);
    await slack.misbehaves({ method: 'chat.postMessage', kind: 'cut-after', times: 1 });
    await kim.submits();
    await expect.poll(() => unfinished(here().databaseUrl), { timeout: patienceMs }).toContain('unsure');
    clock.skip({ seconds: 61 });
    await kim.eventuallySees('flagpost', 'Did what somebody shares from their own mirror reach', patienceMs);
    await kim.presses('It is there', { in: 'flagpost', containing: 'from their own mirror' });
    await kim.eventuallySees('flagpost', 'from a mirror is in the channel. Thank you.', patienceMs);
    const all = await slack.messages('learnings');
    expect(all.filter(({ text }) => text.includes('own mirror'))).toHaveLength(1);
  },
);
