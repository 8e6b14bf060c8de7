import { expect, test } from 'vitest';

import { flagged, inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace();

test('withdrawn with a double click, the card is one line for everybody, and nothing of it is left on Home', async () => {
  const { slack } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'The ladder is short');
  await kim.presses('Me too', { in: 'process-gaps', containing: 'The ladder' });
  await kim.opensHome();
  await kim.eventuallySees('home', 'The ladder is short');
  await ana.presses('Undo', { in: 'general', containing: `Saved as #${number}` });
  await ana.presses('Withdraw', { in: 'general', containing: `#${number} is posted`, times: 2 });
  await ana.eventuallySees('general', `#${number} is withdrawn. Its card says so, and nothing else.`);
  const channel = await kim.eventuallySees('process-gaps', `#${number} was withdrawn by the person`);
  expect(channel).not.toContain('The ladder');
  expect(channel).not.toContain('[');
  await kim.opensHome();
  await kim.eventuallySees('home', 'No issue waits for an owner.');
  await ana.opensHome();
  expect(await ana.eventuallySees('home', 'You have flagged nothing yet.')).not.toContain('ladder');
});

test('nobody else can withdraw, whatever they send', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'The rope is frayed');
  const card = await sam.looksAt('process-gaps', 'The rope');
  const forged = JSON.stringify(card).replaceAll('"action_id":"claim"', '"action_id":"withdraw"');
  await sam.presses('Claim', { on: JSON.parse(forged) });
  await sam.eventuallySees('process-gaps', `That is only for the person who flagged #${number}.`);
  expect(await kim.sees('process-gaps')).not.toContain('only for the person who flagged');
  expect(await kim.sees('process-gaps')).toContain('The rope is frayed');
});

test('nobody else can undo or edit what is saved, whatever they send', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const number = await flagged(here(), 'ana', 'The hook is bent');
  const card = await sam.looksAt('process-gaps', 'The hook');
  for (const id of ['undo', 'edit']) {
    const forged = JSON.stringify(card).replaceAll('"action_id":"claim"', `"action_id":"${id}"`);
    await sam.presses('Claim', { on: JSON.parse(forged) });
  }
  await sam.eventuallySees('process-gaps', `That is only for the person who flagged #${number}.`);
  expect(await sam.seesForm()).toBeUndefined();
  expect(await sam.sees('process-gaps')).toContain('The hook is bent');
});
