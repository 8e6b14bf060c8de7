import { expect, test } from 'vitest';

import { allIsSaid, claimed, flagged, inAWorkspace, later, patienceMs } from './a-workspace.ts';
import { learnt } from './learned.ts';

const here = inAWorkspace({ adminUsers: [] });
const quiet = 'is sent.';

async function updates(issue: string, words: string): Promise<void> {
  const sam = here().slack.person('sam');
  await later(here());
  await sam.presses('Post an update', { in: 'flagpost', containing: issue });
  await sam.fills('How is it going?', words);
  await sam.submits();
}

test('an update is posted at once; one quiet line to its writer, who edits what stands there', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await flagged(here(), 'ana', 'Keys go missing');
  await claimed(here(), 'sam', 'Keys go missing');
  const words = 'Lea should have asked the porter. The lock <!channel> *is* old.';
  await updates('Keys go missing', words);
  await kim.eventuallySees('process-gaps', words, patienceMs);
  const line = await sam.eventuallySees('form', quiet);
  expect(line).toContain('What you wrote about #');
  expect(line).toContain('This says what somebody should have done, which one sees only afterwards.');
  expect(line.split('“')).toHaveLength(2);
  expect(line).not.toContain('Use this wording');
  await sam.presses('Edit');
  await sam.eventuallySees('form', `How is it going?: ${words}`);
  await sam.fills('How is it going?', 'The porter can be asked at night from now on');
  await sam.closes();
  await allIsSaid(here());
  expect(await kim.sees('process-gaps')).toContain(words);

  await updates('Keys go missing', 'Omar was careless with the list.');
  await sam.eventuallySees('form', quiet);
  await sam.presses('Edit');
  await sam.eventuallySees('form', 'How is it going?: Omar was careless with the list.');
  await sam.fills('How is it going?', '  ');
  await sam.submits();
  await sam.eventuallySees('form', 'Please leave a few words here.');
  await sam.fills('How is it going?', 'The list hangs where nobody passes');
  await sam.submits();
  expect(await sam.seesForm()).toBeUndefined();
  const thread = await kim.eventuallySees('process-gaps', 'The list hangs where nobody passes', patienceMs);
  expect(thread).not.toContain('Omar was');
  expect(thread.split('An update from @Sam Okafor:')).toHaveLength(3);
});

test('what is offered is used as it was shown, in the reply, on the card and in the news', async () => {
  const { slack } = here();
  const [ana, kim, lea] = [slack.person('ana'), slack.person('kim'), slack.person('lea')];
  await flagged(here(), 'ana', 'Stamps dry out');
  await kim.chooses('Not doing…', { in: 'process-gaps', containing: 'Stamps' });
  await kim.fills(
    'Not doing, because…',
    'Priya forgot to run the check again. Omar forgot to lock the side door.',
  );
  await kim.submits();
  const line = await kim.eventuallySees('form', quiet);
  const offered = /It could read “([^”]+)”/.exec(line)?.[1] ?? 'nothing';
  await lea.eventuallySees('process-gaps', 'Priya forgot', patienceMs);
  await ana.eventuallySees('flagpost', 'Priya forgot', patienceMs);
  await kim.presses('Use this wording');
  await kim.eventuallySees('form', 'reads now:');
  expect(await kim.seesForm()).toContain(offered);
  await slack.replaysLast('kim');
  expect(await kim.seesForm()).toContain('reads now:');
  await kim.closes();
  for (const [person, place] of [
    [lea, 'process-gaps'],
    [ana, 'flagpost'],
  ] as const) {
    const seen = await person.eventuallySees(place, offered, patienceMs);
    expect(seen).toContain('Omar forgot to lock the side door.');
  }
  await allIsSaid(here());
  expect(await lea.sees('process-gaps')).not.toContain('Priya');
  expect(await ana.sees('flagpost')).not.toContain('Priya');
});

test('what changed and the one line are edited together, and the question asks with the new words', async () => {
  const { slack } = here();
  const [sam, ana, kim] = [slack.person('sam'), slack.person('ana'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'Ladders wobble');
  await claimed(here(), 'sam', 'Ladders wobble');
  await later(here());
  await sam.presses('Mark as solved', { in: 'flagpost', containing: 'Ladders' });
  await sam.fills('What changed?', 'Rubber feet');
  await sam.picks('What kind of change is it?', 'Added a guard');
  await sam.fills('What can others use?', 'Ops should have looked at the feet');
  await sam.submits();
  await sam.eventuallySees('form', quiet);
  await ana.eventuallySees('flagpost', 'Rubber feet', patienceMs);
  await sam.presses('Edit');
  await sam.eventuallySees('form', 'What changed?: Rubber feet');
  await sam.fills('What changed?', 'Wide rubber feet');
  await sam.fills('What can others use?', '');
  await sam.submits();
  await sam.fills('What can others use?', 'Look at the feet first');
  await sam.submits();
  expect(await sam.seesForm()).toBeUndefined();
  await ana.eventuallySees('flagpost', 'Wide rubber feet', patienceMs);
  await kim.eventuallySees('process-gaps', 'Wide rubber feet', patienceMs);
  await ana.presses('Fixed', { in: 'flagpost', containing: `Is #${number}` });
  await ana.closes();
  const learning = await kim.eventuallySees('learnings', 'Look at the feet first', patienceMs);
  expect(learning).not.toContain('Ops should');
  await kim.opensHome();
  expect(await kim.eventuallySees('home', 'Learnings')).not.toContain('Ops should');
});

test('edited after it is confirmed, the learning is changed where it is posted and where it is found', async () => {
  const { slack } = here();
  const [sam, ana, kim] = [slack.person('sam'), slack.person('ana'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'Trays stick');
  await claimed(here(), 'sam', 'Trays stick');
  await later(here());
  await sam.presses('Mark as solved', { in: 'flagpost', containing: 'Trays' });
  await sam.fills('What changed?', 'A drop of oil');
  await sam.picks('What kind of change is it?', 'Added a guard');
  await sam.fills('What can others use?', 'Ops should have looked at the trays');
  await sam.submits();
  await ana.presses('Fixed', { in: 'flagpost', containing: `Is #${number}`, patienceMs });
  await ana.closes();
  await kim.eventuallySees('learnings', 'Ops should have looked at the trays', patienceMs);
  await sam.presses('Edit');
  await sam.fills('What can others use?', 'Oil the trays on Mondays');
  await sam.submits();
  const post = await kim.eventuallySees('learnings', 'Oil the trays on Mondays', patienceMs);
  expect(post).not.toContain('at the trays');
  await kim.opensHome();
  await kim.presses('Newest', { in: 'home' });
  await kim.eventuallySees('form', 'Oil the trays on Mondays');
  await kim.closes();
});

test('a reporter edits their line in the thread, and stays unnamed', async () => {
  const { slack } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  await learnt(here(), 'Pens leak', null);
  await ana.presses('Add a comment', { in: 'flagpost', containing: 'Your answer on' });
  await ana.fills('Anything to add? One line helps.', 'Omar should have told me.');
  await ana.submits();
  await ana.eventuallySees('form', quiet);
  await kim.eventuallySees('process-gaps', 'Omar should have told me.', patienceMs);
  await ana.presses('Edit');
  await ana.fills('Your line', 'A note on the shelf would help.');
  await ana.submits();
  const thread = await kim.eventuallySees('process-gaps', 'A note on the shelf would help.', patienceMs);
  expect(thread).toContain('The person who flagged it says “Fixed”:');
  expect(thread).not.toContain('Omar should have told me.');
});

test('a question to the reporter, and their answer, are edited where the other reads them', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await flagged(here(), 'ana', 'Ink smears');
  await claimed(here(), 'sam', 'Ink smears');
  await later(here());
  await sam.presses('Ask the reporter', { in: 'flagpost', containing: 'Ink smears' });
  await sam.fills('What would you like to know?', 'Omar was careless. On which day?');
  await sam.submits();
  await sam.eventuallySees('form', quiet);
  await ana.eventuallySees('flagpost', 'Omar was careless', patienceMs);
  await sam.presses('Edit');
  await sam.fills('What would you like to know?', 'On which day was it?');
  await sam.submits();
  const asked = await ana.eventuallySees('flagpost', '> On which day was it?', patienceMs);
  expect(asked).not.toContain('Omar was careless');

  await ana.presses('Answer', { in: 'flagpost', containing: 'On which day' });
  await ana.fills('Your answer', 'On Monday. Lea should have asked.');
  await ana.submits();
  await ana.eventuallySees('form', quiet);
  await sam.eventuallySees('flagpost', '> On Monday. Lea should have asked.', patienceMs);
  await ana.presses('Edit');
  await ana.fills('Your answer', 'On Monday, before the shop opens.');
  await ana.submits();
  const told = await sam.eventuallySees('flagpost', '> On Monday, before the shop opens.', patienceMs);
  expect(told).not.toContain('Lea should');
});

test('what points at nobody, and what is in another language, closes the form as ever', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await flagged(here(), 'ana', 'Clips bend');
  await claimed(here(), 'sam', 'Clips bend');
  for (const words of [
    'The supplier sends thicker ones on Monday',
    'Lea hat schon wieder vergessen zu fragen',
  ]) {
    await updates('Clips bend', words);
    expect(await sam.seesForm()).toBeUndefined();
    await sam.eventuallySees('process-gaps', words, patienceMs);
  }
});

test('whoever switches the notes off gets none, nor anybody where an admin does', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await flagged(here(), 'ana', 'Lids stick');
  await claimed(here(), 'sam', 'Lids stick');
  const words = (nth: string): string => `Omar should have told me, ${nth}.`;
  const switches = async (way: string, now: string): Promise<void> => {
    await sam.opensHome();
    await sam.presses(`Switch wording notes ${way}`, { in: 'home' });
    await sam.eventuallySees('form', now);
    await sam.closes();
  };
  await switches('off', 'I say nothing about your wording from now on.');
  await updates('Lids stick', words('once'));
  expect(await sam.seesForm()).toBeUndefined();
  await switches('on', 'You choose what stands.');

  const toggles = async (): Promise<void> => {
    await kim.types('/flag-issue settings');
    await kim.picks('Wording', 'Notice where words make people the explanation');
    await kim.submits();
    await kim.closes();
  };
  await toggles();
  await updates('Lids stick', words('twice'));
  expect(await sam.seesForm()).toBeUndefined();
  await toggles();
  await updates('Lids stick', words('thrice'));
  await sam.eventuallySees('form', quiet);
  await sam.closes();
});
