import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace();

test('nothing in the agreement is required: saved empty, the card stays as it is', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await flagged(here(), 'ana', 'Labels peel off');
  await sam.presses('Claim', { in: 'process-gaps', containing: 'Labels' });
  await sam.eventuallySees('form', 'is yours already');
  await sam.submits();
  expect(await sam.seesForm()).toBeUndefined();
  const channel = await sam.eventuallySees('process-gaps', '· @Sam Okafor has taken it on');
  expect(channel).not.toContain("We'll know it's solved when");
});

test('agreed later, changed, and taken back: card and controls show the present one', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await flagged(here(), 'ana', 'Forms get lost');
  await claimed(here(), 'sam', 'Forms get lost');
  const success = `Every form arrives ${'…'.repeat(470)} at once`;
  await sam.presses('Agreement', { in: 'flagpost', containing: 'Forms' });
  await sam.fills("How will we know it's solved?", success);
  await sam.submits();
  await kim.eventuallySees('process-gaps', success);
  await sam.eventuallySees('flagpost', success);

  await sam.presses('Agreement', { in: 'flagpost', containing: 'Forms' });
  expect(await sam.eventuallySees('form', 'Each version is kept.')).toContain(success);
  await sam.picks('By when?', '2027-02-28');
  await sam.submits();
  await kim.eventuallySees('process-gaps', 'By: Sun 28 Feb 2027');

  await sam.presses('Agreement', { in: 'flagpost', containing: 'Forms' });
  expect(await sam.eventuallySees('form', 'Each version')).toContain('By when?: 2027-02-28');
  await sam.fills("How will we know it's solved?", '  ');
  await sam.submits();
  await sam.eventuallySees('flagpost', 'By: Sun 28 Feb 2027');
  await kim.eventuallySees('process-gaps', /^(?![^]*Every form arrives)/);
});

test('an agreement form that is open when its owner has handed it on keeps the words and says so', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  const number = await flagged(here(), 'ana', 'Keys go missing');
  await claimed(here(), 'sam', 'Keys go missing');
  await sam.presses('Hand over', { in: 'flagpost', containing: 'Keys' });
  await sam.picks('Who could take it on?', 'lea');
  await sam.submits();
  await sam.presses('Agreement', { in: 'flagpost', containing: 'Keys' });
  await sam.fills("How will we know it's solved?", 'No key is missing');
  await lea.presses('Yes, I take it on', { in: 'flagpost', patienceMs });
  await sam.submits();
  const form = await sam.eventuallySees(
    'form',
    `#${number} is with somebody else now, so only they can do that.`,
  );
  expect(form).toContain('No key is missing');
});
