import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace, solved } from './a-workspace.ts';

const here = inAWorkspace();

test('the count grows once for each person, however often they press', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  await flagged(here(), 'ana', 'The gate opens for nobody');
  await lea.presses('Me too', { in: 'process-gaps', containing: 'The gate', times: 2 });
  await lea.eventuallySees('process-gaps', '2 people met it');
  await lea.eventuallySees('process-gaps', 'You are counted on #1 already. Thank you.');
  await sam.presses('Me too', { in: 'process-gaps', containing: 'The gate' });
  await lea.eventuallySees('process-gaps', '3 people met it');
});

test('the reporter is told, alone, that they are counted already', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = await flagged(here(), 'ana', 'The bell rings at night');
  await ana.presses('Me too', { in: 'process-gaps', containing: 'The bell' });
  const words = `You flagged #${number} yourself, so you are counted already.`;
  await ana.eventuallySees('process-gaps', words);
  expect(await sam.sees('process-gaps')).not.toContain(words);
});

test('a guest may say me too', async () => {
  const { slack } = here();
  await flagged(here(), 'ana', 'The visitor badge expires at lunch');
  await slack.addPerson({ name: 'gus', isGuest: true });
  await slack.join('process-gaps', 'gus');
  const gus = slack.person('gus');
  await gus.presses('Me too', { in: 'process-gaps', containing: 'visitor badge' });
  await gus.eventuallySees('process-gaps', '2 people met it');
});

test('on a card that was withdrawn meanwhile nothing is counted, and the person hears why', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = await flagged(here(), 'ana', 'The bridge sways');
  const old = await sam.looksAt('process-gaps', 'The bridge sways');
  await ana.presses('Undo', { in: 'general', containing: `Saved as #${number}` });
  await ana.presses('Withdraw', { in: 'general', containing: `#${number} is posted` });
  await sam.eventuallySees('process-gaps', `#${number} was withdrawn`);
  await sam.presses('Me too', { on: old });
  await sam.eventuallySees('process-gaps', /\(only you\).*was withdrawn by the person who flagged it/);
});

test('somebody who says me too while it counts as solved is asked as well', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  const number = await flagged(here(), 'ana', 'The tap drips');
  await claimed(here(), 'sam', 'The tap drips');
  await solved(here(), 'sam', 'The tap drips', 'A new washer');
  await lea.presses('Me too', { in: 'process-gaps', containing: 'The tap drips' });
  await lea.eventuallySees('flagpost', `Is #${number} fixed for you?`);
});
