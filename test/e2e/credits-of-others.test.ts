import { expect, test } from 'vitest';

import type { PersonAtSlack } from '../../src/playground/people/person.ts';
import { allIsSaid, claimed, eachInAWorkspace, flagged, later, patienceMs, solved } from './a-workspace.ts';
import { confirmed, solvedBySam } from './learned.ts';

const here = eachInAWorkspace({ neverNamed: [] });

test('whoever had it before is asked as the others are, and may write it up', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  const number = await flagged(here(), 'ana', 'Bins overflow');
  await claimed(here(), 'sam', 'Bins overflow');
  await sam.presses('Let go', { in: 'flagpost', containing: 'Bins overflow' });
  await sam.eventuallySees('flagpost', `#${number} is no longer with you`);
  await claimed(here(), 'lea', 'Bins overflow');
  await lea.presses('Mark as solved', { in: 'flagpost', containing: 'Bins overflow' });
  await lea.fills('What changed?', 'A second round');
  await lea.picks('What kind of change is it?', 'Added a guard');
  await lea.fills('What can others use?', 'Ask who empties what');
  await lea.submits();
  await slack.person('ana').eventuallySees('flagpost', 'A second round', patienceMs);
  await confirmed(here(), number);

  const mine = `What was learned from #${number} is shared`;
  await sam.eventuallySees('flagpost', `${mine}. You had a part in it: you took it on before.`, patienceMs);
  await lea.presses('Show my name', { in: 'flagpost', containing: mine, patienceMs });
  await lea.eventuallySees(
    'learnings',
    'Thanks to: @Lea Brandt, who took it on · the person who flagged it · and whoever took it on before',
    patienceMs,
  );
  await sam.presses('Show my name', { in: 'flagpost', containing: mine });
  await lea.eventuallySees('learnings', '@Sam Okafor, who took it on before', patienceMs);
  await sam.chooses('Write what we learned', { in: 'process-gaps', containing: 'Bins overflow' });
  expect(await sam.eventuallySees('form', 'What happened')).toContain('What made it possible');
  await sam.closes();
});

test('whoever met it as well is asked beside their first answer, once, and by no message of its own', async () => {
  const { slack } = here();
  const [ana, lea] = [slack.person('ana'), slack.person('lea')];
  const number = await flagged(here(), 'ana', 'Lights flicker');
  await lea.presses('Me too', { in: 'process-gaps', containing: 'Lights flicker' });
  await lea.eventuallySees('process-gaps', '2 people met it');
  await claimed(here(), 'sam', 'Lights flicker');
  await solved(here(), 'sam', 'Lights flicker', 'New tubes');
  const question = { in: 'flagpost', containing: `Is #${number}` };
  const asks = 'may your name be shown with it, as somebody who met it as well?';
  expect(await lea.eventuallySees('flagpost', `Is #${number} fixed for you?`, patienceMs)).not.toContain(
    asks,
  );
  await lea.presses('Fixed', question);
  await lea.eventuallySees('form', 'Your answer is saved');
  await lea.closes();
  const answer = { in: 'flagpost', containing: `Your answer on #${number}` };
  await lea.eventuallySees('flagpost', `If what is learned from it is shared: ${asks}`, patienceMs);
  await ana.presses('Not fixed', { ...question, patienceMs });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  await lea.eventuallySees('flagpost', 'You are asked again when there is something new', patienceMs);

  here().clock.skip({ seconds: 20 });
  await slack.ages(20_000);
  const sam = slack.person('sam');
  await sam.presses('Mark as solved', { in: 'flagpost', containing: 'Lights flicker' });
  await sam.fills('What changed?', 'New wires');
  await sam.picks('What kind of change is it?', 'Added a guard');
  await sam.fills('What can others use?', 'Look at the wires first');
  await sam.submits();
  await lea.eventuallySees('flagpost', 'New wires', patienceMs);
  await lea.presses('Fixed', { in: 'flagpost', containing: 'New wires' });
  await lea.eventuallySees('form', 'Your answer is saved');
  await lea.closes();
  await ana.presses('Fixed', { in: 'flagpost', containing: 'New wires' });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  await lea.eventuallySees('learnings', 'Look at the wires first', patienceMs);
  await allIsSaid(here());
  const seen = await lea.sees('flagpost');
  expect(seen.split(asks)).toHaveLength(2);
  expect(seen).not.toContain(`What was learned from #${number}`);
  await lea.presses('Show my name', { ...answer, containing: 'as somebody who met it as well' });
  await lea.eventuallySees(
    'learnings',
    'Thanks to: @Lea Brandt, who met it as well · the person who flagged it · and the person who took it on',
    patienceMs,
  );
});

/** Help now, Helped, and how. */
async function helps(who: PersonAtSlack, text: string, how: string): Promise<void> {
  await who.presses('Help now', { in: 'process-gaps', containing: text });
  await who.presses('Helped', { in: 'flagpost', containing: text, patienceMs });
  await who.fills('What helped?', how);
  await who.submits();
}

test('of two who helped one after the other both are asked', async () => {
  const { slack } = here();
  const [ana, lea, kim] = [slack.person('ana'), slack.person('lea'), slack.person('kim')];
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', 'The till is dead');
  await ana.picks('Is help wanted today?', 'Someone is stuck right now');
  await ana.submits();
  const receipt = await ana.eventuallySees('form', 'It says that someone is stuck');
  const number = Number(/#(\d+)/.exec(receipt)?.[1]);
  await ana.closes();
  await kim.eventuallySees('process-gaps', 'The till is dead', patienceMs);
  await helps(kim, 'The till', 'The till next door');
  await ana.presses('Still stuck', { in: 'flagpost', containing: 'who has helped with', patienceMs });
  await later(here());
  await helps(lea, 'The till', 'Pulled the plug');
  await solvedBySam(here(), 'The till is dead', 'Pull the plug first');
  await confirmed(here(), number);
  const mine = `What was learned from #${number} is shared. You had a part in it: you helped.`;
  await lea.eventuallySees('flagpost', mine, patienceMs);
  here().clock.skip({ hours: 11 });
  await kim.eventuallySees('flagpost', mine, patienceMs);
});
