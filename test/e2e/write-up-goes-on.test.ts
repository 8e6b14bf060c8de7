import { expect, test } from 'vitest';

import { allIsSaid, inAWorkspace, later, patienceMs, solved } from './a-workspace.ts';
import { solvedWithLine } from './learned.ts';

const here = inAWorkspace();

test('whoever had it before goes on with their draft, and hears at once of what another has published meanwhile', async () => {
  const { slack } = here();
  const [ana, sam, lea] = [slack.person('ana'), slack.person('sam'), slack.person('lea')];
  const number = await solvedWithLine(here(), 'Bins overflow', null);
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Bins overflow' });
  await sam.fills('What happened', 'They were emptied on Fridays');
  await sam.closes();
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Is #${number}` });
  await ana.closes({ all: true });
  await allIsSaid(here());
  await later(here());
  await sam.presses('Hand over', { in: 'flagpost', containing: 'Bins overflow' });
  await sam.picks('Who could take it on?', 'lea');
  await sam.submits();
  await lea.presses('Yes, I take it on', { in: 'flagpost', patienceMs });
  await allIsSaid(here());
  await solved(here(), 'lea', 'Bins overflow', 'Two bins');
  await allIsSaid(here());
  const card = { in: 'process-gaps', containing: 'Bins overflow' };
  await sam.chooses('Write what we learned', card);
  await sam.eventuallySees('form', 'What happened: They were emptied on Fridays');
  await sam.fills('What others can use', 'Count the bins');
  await sam.closes();

  await sam.chooses('Write what we learned', card);
  await sam.eventuallySees('form', 'Count the bins');
  await lea.presses('Write what we learned', { in: 'flagpost', containing: 'Bins overflow' });
  await lea.fills('What happened', 'One bin for forty');
  await lea.fills('What others can use', 'Ask who empties it');
  await lea.submits();
  await lea.eventuallySees('form', 'Back to the text');
  await lea.submits();
  await lea.eventuallySees('form', 'is published');
  await lea.closes();
  await sam.submits();
  const told = await sam.eventuallySees('form', 'Somebody else has published it while you were writing.');
  expect(told).not.toContain('Nobody has seen it yet');
  expect(told).toContain('One bin for forty');
  await sam.closes();
  await sam.chooses('Change what we learned', card);
  const again = await sam.eventuallySees('form', 'Somebody else has published it');
  expect(again).toContain('What happened: They were emptied on Fridays');
  await sam.submits();
  await sam.eventuallySees('form', 'it is changed where it stands.');
  await sam.closes();
});
