import { expect, test } from 'vitest';

import { flagged, inAWorkspace, solved } from './a-workspace.ts';

const here = inAWorkspace();

/** What the form says that opens after a claim. */
async function claims(by: string, text: string): Promise<string> {
  const { slack, clock } = here();
  clock.skip({ seconds: 20 });
  await slack.ages(20_000);
  const owner = slack.person(by);
  await owner.presses('Claim', { in: 'process-gaps', containing: text });
  const form = await owner.eventuallySees('form', `is yours already`);
  await owner.closes();
  return form;
}

test('who holds five and claims another one is told so, kindly, and owns it all the same', async () => {
  const sam = here().slack.person('sam');
  const gaps = ['One gap', 'Two gaps', 'Three gaps', 'Four gaps', 'Five gaps', 'Six gaps', 'Seven gaps'];
  for (const gap of gaps) await flagged(here(), 'ana', gap);
  for (const gap of gaps.slice(0, 5)) expect(await claims('sam', gap)).not.toContain('You hold');
  expect(await claims('sam', 'Six gaps')).toContain('You hold six issues now. That is fine.');
  await sam.eventuallySees('flagpost', 'Six gaps', 15_000);
  await solved(here(), 'sam', 'One gap', 'It is gone');
  expect(await claims('sam', 'Seven gaps')).toContain('You hold six issues now.');
  expect(await here().slack.person('lea').sees('process-gaps')).not.toContain('You hold');
});
