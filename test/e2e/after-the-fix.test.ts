import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace, patienceMs, solved } from './a-workspace.ts';
import { confirmed, learnt, publishes, solvedWithLine } from './learned.ts';

const here = inAWorkspace({ neverNamed: ['ana'], receiptPatienceMs: 2000 });

test('who was asked and has not answered is asked no more once it is confirmed, and may still say Not fixed', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  const number = await flagged(here(), 'ana', 'The lamp flickers');
  await lea.presses('Me too', { in: 'process-gaps', containing: 'lamp' });
  await claimed(here(), 'sam', 'The lamp flickers');
  await solved(here(), 'sam', 'The lamp flickers', 'A new bulb');
  await lea.eventuallySees('flagpost', `Is #${number} fixed for you?`, patienceMs);
  await confirmed(here(), number);
  const told = await lea.eventuallySees('flagpost', `#${number} counts as fixed by now`, patienceMs);
  expect(told).not.toContain(`Is #${number} fixed for you?`);
  await lea.presses('Not fixed', { in: 'flagpost', containing: `#${number} counts as fixed` });
  await lea.closes();
  await lea.eventuallySees('flagpost', `Your answer on #${number}: Not fixed.`, patienceMs);
});

test('the owner gets one message about a fix, with what its reporter adds in the thread, and it says more as there is more', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const text = 'The bell is too quiet';
  const number = await solvedWithLine(here(), text, 'Hang it outside');
  await ana.presses('Fixed', { in: 'flagpost', containing: `Is #${number}` });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  await ana.eventuallySees('flagpost', 'Your answer on', patienceMs);
  await ana.presses('Add a comment', { in: 'flagpost', containing: `Your answer on #${number}` });
  await ana.fills('Anything to add? One line helps.', 'I hear it in the yard now');
  await ana.submits();
  const messages = await sam.eventuallySees('flagpost', 'I hear it in the yard now', patienceMs);
  expect(messages.split(`#${number} is fixed, says`)).toHaveLength(2);
  expect(messages).toContain(`#${number} is fixed, and confirmed. More is in a newer message here.`);
  await publishes(here(), 'sam', `#${number} is fixed, says`, 'Nobody came at noon');
  await sam.eventuallySees('flagpost', '[Change what we learned]', patienceMs);
});

test('whoever flagged it may write it up from the answer, and sees the post there once it stands', async () => {
  const { slack } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  const number = await learnt(here(), 'The map is upside down', 'North is up');
  const answer = `Your answer on #${number}: Fixed.`;
  await ana.eventuallySees('flagpost', 'What we learned: see the post.', patienceMs);
  expect(await kim.eventuallySees('learnings', 'North is up', patienceMs)).toContain(
    'It began with: The map is upside down',
  );
  await ana.presses('Write what we learned', { in: 'flagpost', containing: answer });
  await ana.fills('What happened', 'People walked south');
  await ana.submits();
  await ana.eventuallySees('form', 'The line that stands there already will lead to it', patienceMs);
  await ana.submits();
  await ana.eventuallySees('form', 'is published');
  await ana.closes();
  await ana.eventuallySees('flagpost', '[Change what we learned]', patienceMs);
  await ana.presses('Change what we learned', { in: 'flagpost', containing: answer });
  expect(await ana.eventuallySees('form', 'This is published.', patienceMs)).toContain('People walked south');
  await ana.closes();
});
