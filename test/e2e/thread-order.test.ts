import { expect, test } from 'vitest';

import { unfinished } from '../support/looking.ts';
import { allIsSaid, claimed, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace();

/** What happened to it, as the thread of its card tells it. */
async function threadOf(words: string): Promise<string[]> {
  const messages = await here().slack.messages('process-gaps');
  const card = messages.find((it) => it.thread_ts === undefined && JSON.stringify(it.blocks).includes(words));
  const replies = messages.filter((it) => it.thread_ts === card?.ts && !it.deleted);
  return replies.map(({ text }) => text.replaceAll(/<@\w+>/g, 'Sam'));
}

const updates = ['One', 'Two', 'Three', 'Four', 'Five'];
const told = ['Sam has taken it on.', ...updates.map((it) => `An update from Sam: ${it}`)];

const patience = { timeout: patienceMs };

const states = () => unfinished(here().databaseUrl);

/** How often something that was to be drawn had to wait, so far. */
async function waits(): Promise<number> {
  const metrics = await (await fetch(`${here().address()}/metrics`)).text();
  return Number(/flagpost_jobs_total\{name="draw",outcome="later"\} (\d+)/.exec(metrics)?.[1] ?? 0);
}

/** As fast as one can. */
async function postsUpdates(about: string): Promise<void> {
  const sam = here().slack.person('sam');
  for (const text of updates) {
    await sam.presses('Post an update', { in: 'flagpost', containing: about, patienceMs });
    await sam.fills('How is it going?', text);
    await sam.submits();
  }
}

test('what happens within a moment is told in the order in which it happened', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await flagged(here(), 'ana', 'Lifts stop');
  await sam.presses('Claim', { in: 'process-gaps', containing: 'Lifts' });
  await sam.closes();
  await postsUpdates('Lifts');
  await sam.presses('Mark as solved', { in: 'flagpost', containing: 'Lifts' });
  await sam.fills('What changed?', 'A new motor');
  await sam.picks('What kind of change is it?', 'Automated it');
  await sam.submits();
  await ana.presses('Not fixed', { in: 'flagpost', containing: 'Is #', patienceMs });
  await ana.fills('Anything to add? One line helps.', 'It squeaks');
  await ana.submits();
  await allIsSaid(here());
  expect(await threadOf('Lifts stop')).toEqual([
    ...told,
    'Sam calls it solved. What changed: A new motor',
    'Not fixed yet, says the person who flagged it. It goes on with Sam.',
    'The person who flagged it says “Not fixed”: It squeaks',
  ]);
});

test('where Slack does not answer for one of them, those after it wait', async () => {
  const { slack } = here();
  await flagged(here(), 'ana', 'Belts slip');
  await claimed(here(), 'sam', 'Belts slip');
  await allIsSaid(here());
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'cut-before', times: 1 });
  await postsUpdates('Belts');
  await expect.poll(states, patience).toContain('unsure');
  const already = await waits();
  await expect.poll(waits, patience).toBeGreaterThan(already + 2 * updates.length);
  expect(await threadOf('Belts slip')).toEqual(['Sam has taken it on.']);
  here().clock.skip({ seconds: 61 });
  await allIsSaid(here());
  expect(await threadOf('Belts slip')).toEqual(told);
});

test('what an archived channel kept waiting is told in order once it is mended', async () => {
  const { slack, clock } = here();
  await flagged(here(), 'ana', 'Fans rattle');
  await claimed(here(), 'sam', 'Fans rattle');
  await allIsSaid(here());
  await slack.archive('process-gaps');
  await postsUpdates('Fans');
  await expect.poll(states, patience).toEqual(updates.map(() => 'waiting'));
  await slack.unarchive('process-gaps');
  clock.skip({ seconds: 120 });
  await allIsSaid(here());
  expect(await threadOf('Fans rattle')).toEqual(told);
});
