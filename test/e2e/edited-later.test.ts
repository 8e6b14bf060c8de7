import { expect, test } from 'vitest';

import { allIsSaid, claimed, flagged, inAWorkspace, later, patienceMs } from './a-workspace.ts';

const here = inAWorkspace({ adminUsers: [] });
const quiet = 'is sent.';

test('once it goes on, what changed is still edited where it can be read, and not what changed since', async () => {
  const { slack } = here();
  const [sam, ana, kim] = [slack.person('sam'), slack.person('ana'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'Glue smells');
  await claimed(here(), 'sam', 'Glue smells');
  await later(here());
  await sam.presses('Mark as solved', { in: 'flagpost', containing: 'Glue' });
  await sam.fills('What changed?', 'Lea should have opened the window');
  await sam.picks('What kind of change is it?', 'Added a guard');
  await sam.submits();
  await sam.eventuallySees('form', quiet);
  await kim.eventuallySees('process-gaps', 'Lea should have opened the window', patienceMs);
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Is #${number}`, patienceMs });
  await ana.eventuallySees('form', 'Not fixed');
  await ana.closes();
  await kim.eventuallySees('process-gaps', 'Not fixed yet', patienceMs);
  await sam.presses('Edit');
  await sam.fills('What changed?', 'The window opens by itself');
  await sam.submits();
  expect(await sam.seesForm()).toBeUndefined();
  const thread = await kim.eventuallySees('process-gaps', 'The window opens by itself', patienceMs);
  expect(thread).not.toContain('Lea should');
});

test('a question that is answered is edited beside its answer; one that nobody is asked any more is not', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = await flagged(here(), 'ana', 'Tape tears');
  await claimed(here(), 'sam', 'Tape tears');
  const asks = async (words: string): Promise<void> => {
    await later(here());
    await sam.presses('Ask the reporter', { in: 'flagpost', containing: 'Tape tears' });
    await sam.fills('What would you like to know?', words);
    await sam.submits();
  };
  await asks('Omar was careless. Which roll?');
  await sam.eventuallySees('form', quiet);
  await ana.presses('Answer', { in: 'flagpost', containing: 'Which roll', patienceMs });
  await ana.fills('Your answer', 'The wide one');
  await ana.submits();
  await sam.eventuallySees('flagpost', 'The question was: Omar was careless.', patienceMs);
  await sam.presses('Edit');
  await sam.fills('What would you like to know?', 'Which roll was it?');
  await sam.submits();
  await ana.eventuallySees('flagpost', '> Which roll was it?', patienceMs);
  await sam.eventuallySees('flagpost', 'The question was: Which roll was it?', patienceMs);
  await allIsSaid(here());
  expect(await sam.sees('flagpost')).not.toContain('Omar was careless. Which roll');
  expect(await ana.sees('flagpost')).not.toContain('Omar was careless. Which roll');

  await asks('Omar was careless again. Which shelf?');
  await sam.eventuallySees('form', quiet);
  const kim = slack.person('kim');
  await kim.chooses('Not doing…', { in: 'process-gaps', containing: 'Tape tears' });
  await kim.fills('Not doing, because…', 'The tape is sold no more');
  await kim.submits();
  await ana.eventuallySees('flagpost', 'needs no answer from you any more', patienceMs);
  await sam.presses('Edit');
  await sam.eventuallySees('form', `#${number} is not shown that question any more`);
  await sam.closes();
});

test('an answer that is edited after Let go keeps its question beside it, and is not read again', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await flagged(here(), 'ana', 'Labels peel');
  await claimed(here(), 'sam', 'Labels peel');
  await later(here());
  await sam.presses('Ask the reporter', { in: 'flagpost', containing: 'Labels peel' });
  await sam.fills('What would you like to know?', 'Which shelf is it?');
  await sam.submits();
  await ana.presses('Answer', { in: 'flagpost', containing: 'Which shelf', patienceMs });
  await ana.fills('Your answer', 'Omar was careless with the third one.');
  await ana.submits();
  await ana.eventuallySees('form', quiet);
  await sam.eventuallySees('flagpost', 'Omar was careless with the third', patienceMs);
  await later(here());
  await sam.presses('Let go', { in: 'flagpost', containing: 'Labels peel' });
  await ana.eventuallySees('process-gaps', 'Needs an owner', patienceMs);
  await ana.presses('Edit');
  await ana.fills('Your answer', 'Omar was careless with the fourth one.');
  await ana.submits();
  expect(await ana.seesForm()).toBeUndefined();
  const news = await sam.eventuallySees('flagpost', '> Omar was careless with the fourth one.', patienceMs);
  expect(news).not.toContain('Omar was careless with the third');
  expect(news).toMatch(/> Omar was careless with the fourth one\.\n.*The question was: Which shelf is it\?/);
});

test('where the wording that is offered makes it too long, it is in the form, to be shortened', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await flagged(here(), 'ana', 'Sheets jam');
  await claimed(here(), 'sam', 'Sheets jam');
  const words = `${'The bell rang twice. '.repeat(70)}It was. IT broke the printers.`;
  await later(here());
  await sam.presses('Post an update', { in: 'flagpost', containing: 'Sheets jam' });
  await sam.fills('How is it going?', words);
  await sam.submits();
  await sam.eventuallySees('form', 'It could read “The printers were broken”');
  await sam.presses('Use this wording');
  const form = await sam.eventuallySees('form', 'This takes 1,500 characters; there are 1,503.');
  expect(form).toContain('The printers were broken.');
  await allIsSaid(here());
  expect(await kim.sees('process-gaps')).not.toContain('The printers were broken');
  await sam.fills('How is it going?', 'The printers were broken.');
  await sam.submits();
  expect(await sam.seesForm()).toBeUndefined();
  await kim.eventuallySees('process-gaps', 'The printers were broken.', patienceMs);
});
