import { expect, test } from 'vitest';

import { inAWorkspace, patienceMs } from './a-workspace.ts';
import { publishedBySam, solvedWithLine, writtenBySam } from './learned.ts';

const here = inAWorkspace();

test('after Apply come those that were not shown, in the same view, until there are none or it is left as written', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await solvedWithLine(here(), 'Boxes burst', 'Stronger tape');
  const things = ['side door', 'front door', 'safe', 'gate', 'cabinet', 'van', 'shed'];
  const first = await writtenBySam(
    here(),
    'Boxes burst',
    things.map((it) => `She forgot to lock the ${it}.`).join(' '),
  );
  expect(first.split('This explains it by what somebody did not do')).toHaveLength(4);
  expect(first).toContain('There are 4 more: Apply shows the next once something is ticked');
  await sam.picks('Instead of “She forgot to lock the side door”', 'use: The side door was not locked');
  await sam.submits();
  const second = await sam.eventuallySees('form', 'What you ticked is in your text now.');
  expect(second).toContain('Before it is shown');
  expect(second).toContain('There is one more: Apply shows it once something is ticked');
  expect(second).not.toContain('Thank you for writing this up');
  for (const it of ['front door', 'safe']) expect(second).not.toContain(`“She forgot to lock the ${it}”`);
  for (const it of ['gate', 'cabinet', 'van']) expect(second).toContain(`“She forgot to lock the ${it}”`);
  await sam.picks('Instead of “She forgot to lock the gate”', 'use: The gate was not locked');
  await sam.submits();
  const third = await sam.eventuallySees('form', '“She forgot to lock the shed”');
  expect(third).not.toContain('more:');
  await sam.presses('Leave as written');
  const words =
    'What happened: The side door was not locked. She forgot to lock the front door. She forgot to lock the safe. The gate was not locked.';
  expect(await sam.eventuallySees('form', 'How it will look')).toContain(words);
  await sam.presses('Back to the text');
  await sam.eventuallySees('form', '[Preview]');
  await sam.submits();
  await publishedBySam(here());
  await kim.eventuallySees('learnings', words, patienceMs);
});
