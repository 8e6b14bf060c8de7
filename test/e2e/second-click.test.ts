import { expect, test } from 'vitest';

import { allIsSaid, claimed, flagged, inAWorkspace, solved } from './a-workspace.ts';

const here = inAWorkspace();

/** The lines in the thread of the card about these words, once all of them stand there. */
async function threadAbout(text: string): Promise<string[]> {
  const { slack } = here();
  await allIsSaid(here());
  const card = await slack.person('kim').looksAt('process-gaps', text);
  const thread = (await slack.messages('process-gaps')).filter((it) => it.thread_ts === card.ts);
  return thread.map((it) => it.text);
}

test('Let go twice at once lets go once', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const number = await flagged(here(), 'ana', 'Wires hang out');
  await claimed(here(), 'sam', 'Wires hang out');
  await sam.presses('Let go', { in: 'flagpost', containing: 'Wires', times: 2 });
  await sam.eventuallySees('flagpost', `#${number} has no owner just now. Anyone may take it.`);
  await sam.eventuallySees('process-gaps', 'let it go. It needs an owner again.');
  expect(await threadAbout('Wires hang out')).toHaveLength(2);
});

test('the same solution sent twice is one solution, and one question to the reporter', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await flagged(here(), 'ana', 'Pipes knock');
  await claimed(here(), 'sam', 'Pipes knock');
  await solved(here(), 'sam', 'Pipes knock', 'Air let out');
  await slack.replaysLast('sam');
  await ana.eventuallySees('flagpost', 'Air let out');
  const thread = await threadAbout('Pipes knock');
  expect(thread.filter((line) => line.includes('Air let out'))).toHaveLength(1);
  const questions = (await slack.directMessages('ana')).filter(({ text }) => text.includes('Air let out'));
  expect(questions).toHaveLength(1);
});

test('the same comment sent twice stands once', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await flagged(here(), 'ana', 'Locks stick');
  await claimed(here(), 'sam', 'Locks stick');
  await solved(here(), 'sam', 'Locks stick', 'Graphite');
  await ana.presses('Partly', { in: 'flagpost', containing: 'Graphite' });
  await ana.fills('Anything to add? One line helps.', 'The left one still does');
  await ana.submits();
  await slack.replaysLast('ana');
  await ana.eventuallySees('process-gaps', 'The left one still does');
  const thread = await threadAbout('Locks stick');
  expect(thread.filter((line) => line.includes('The left one still does'))).toHaveLength(1);
});

test('the same offer sent twice is one message', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  await flagged(here(), 'ana', 'Bolts shear');
  await claimed(here(), 'sam', 'Bolts shear');
  await sam.presses('Hand over', { in: 'flagpost', containing: 'Bolts' });
  await sam.picks('Who could take it on?', 'lea');
  await sam.submits();
  await slack.replaysLast('sam');
  await lea.eventuallySees('flagpost', 'Bolts shear');
  await allIsSaid(here());
  const offers = (await slack.directMessages('lea')).filter(({ text }) => text.includes('Bolts'));
  expect(offers).toHaveLength(1);
});

test('the same edit sent twice, or once more after posting, changes nothing further', async () => {
  const { slack, clock, options, restart } = here();
  await restart({ settings: { ...options.settings, postingPauseSeconds: 600 } });
  const ana = slack.person('ana');
  const receipt = await ana.types('/flag-issue Nails bend, first words');
  const number = /#(\d+)/.exec(receipt)?.[1];
  await ana.presses('Edit', { in: 'general', containing: `Saved as #${number}` });
  await ana.fills('What got in the way?', 'Nails bend, last words');
  await ana.submits();
  await ana.eventuallySees('form', `#${number} is changed.`);
  await slack.replaysLast('ana');
  clock.skip({ minutes: 11 });
  await ana.eventuallySees('process-gaps', 'Nails bend, last words');
  const answer = JSON.stringify(await slack.replaysLast('ana'));
  expect(answer).toContain(`#${number} is posted already.`);
  expect(await ana.sees('process-gaps')).toContain(`#${number} · Needs an owner`);
});
