import { expect, test } from 'vitest';

import { inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace();

test('from a flag to a confirmed fix, as each person sees it', async () => {
  const { slack } = here();
  const [ana, sam, lea] = [slack.person('ana'), slack.person('sam'), slack.person('lea')];

  const receipt = await ana.types('/flag-issue The refund form rejects foreign IBANs', { in: 'general' });
  expect(receipt).toContain('Saved as #1. At once it goes to #process-gaps');
  expect(receipt).toContain('[Undo] [Edit]');

  const card = await sam.eventuallySees('process-gaps', '#1 · Needs an owner');
  expect(card).toContain('The refund form rejects foreign IBANs');
  expect(card).not.toContain('Ana');

  await lea.presses('Me too', { in: 'process-gaps' });
  await lea.eventuallySees('process-gaps', '2 people met it');

  await sam.presses('Claim', { in: 'process-gaps' });
  await sam.eventuallySees('form', 'Thank you. #1 is yours already');
  await sam.fills("How will we know it's solved?", 'A Dutch IBAN goes through');
  await sam.picks('By when?', '2026-12-03');
  await sam.submits();
  await sam.eventuallySees('process-gaps', "We'll know it's solved when: A Dutch IBAN goes through");
  await sam.eventuallySees('process-gaps', 'By: Thu 3 Dec');
  await ana.eventuallySees('flagpost', 'has taken on #1, which you flagged');
  await lea.eventuallySees('flagpost', 'has taken on #1, which you met as well');
  const controls = await sam.eventuallySees('flagpost', '[Mark as solved]');
  expect(controls).toContain('Ana');

  await sam.presses('Post an update', { in: 'flagpost' });
  await sam.fills('How is it going?', 'The bank answered');
  await sam.submits();
  await ana.eventuallySees('process-gaps', 'The bank answered');

  await sam.presses('Mark as solved', { in: 'flagpost' });
  await sam.fills('What changed?', 'The form now asks the bank');
  await sam.picks('What kind of change is it?', 'Removed the cause');
  await sam.fills('What can others use?', 'Ask the bank, not a pattern');
  await sam.submits();
  const question = await ana.eventuallySees('flagpost', 'Is #1 fixed for you?');
  expect(question).toContain('The form now asks the bank');
  expect(question).toContain('You flagged it, so you decide.');
  await lea.eventuallySees('flagpost', 'You met it as well, so your answer counts.');

  await ana.presses('Not fixed', { in: 'flagpost' });
  await ana.fills('Anything to add? One line helps.', 'Still no from Norway');
  await ana.submits();
  await sam.eventuallySees('process-gaps', 'The person who flagged it says “Not fixed”');
  await sam.eventuallySees('flagpost', "#1 isn't fixed yet for those who met it.");

  await sam.presses('Mark as solved', { in: 'flagpost' });
  await sam.fills('What changed?', 'Norway too');
  await sam.picks('What kind of change is it?', 'Added a guard');
  await sam.submits();
  await ana.eventuallySees('flagpost', 'Norway too');
  await ana.presses('Fixed', { in: 'flagpost' });
  await sam.eventuallySees('process-gaps', '#1 · Fixed, and confirmed.');
  await sam.eventuallySees('flagpost', '#1 is fixed, and confirmed');
  expect(await slack.notes()).toEqual([]);
});
