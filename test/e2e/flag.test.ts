import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, flagged, inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace();

test('one line saves it, says what comes, and a card stands in the channel without a name', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const receipt = await ana.types('/flag-issue The printer asks for a password', { in: 'learnings' });
  expect(receipt).toMatch(/^\(only you\) Flagpost: Saved as #\d+\. At once it goes to #process-gaps/);
  expect(receipt).toContain(
    'At once it goes to #process-gaps without your name; only whoever takes it on sees that it was you.',
  );
  await slack.person('sam').eventuallySees('process-gaps', 'The printer asks for a password');
  expect(await slack.person('sam').sees('learnings')).toBe('');
  const card = (await slack.messages('process-gaps')).find(({ text }) => text.includes('printer'));
  expect(card?.notifies).toEqual([]);
});

test('the first receipt says already who has it next, where nobody has named a lead', async () => {
  const { slack, databaseUrl } = here();
  const admins = () => askDatabase(databaseUrl, 'select 1 from people where is_admin');
  await expect.poll(admins).toHaveLength(1);
  const receipt = await slack.person('ana').types('/flag-issue The scanner is upside down');
  expect(receipt).toMatch(/If nobody has, I tell you, and it goes to @Kim Sato\./);
});

test('the same words by the same person within ten minutes are one flag', async () => {
  const { slack, clock } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = await flagged(here(), 'ana', 'The lift stops between floors');
  const again = await ana.types('/flag-issue The lift stops between floors');
  expect(again).toContain(`You have flagged this already: it is #${number} in #process-gaps.`);
  expect(again).not.toContain('[Undo]');
  const other = await sam.types('/flag-issue The lift stops between floors');
  expect(other).toContain('Saved as');
  clock.skip({ minutes: 11 });
  expect(await ana.types('/flag-issue The lift stops between floors')).toContain('Saved as');
});

test('two at once with the same words get one number', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const receipts = await Promise.all([
    ana.types('/flag-issue Twice in one breath'),
    ana.types('/flag-issue Twice in one breath'),
  ]);
  const numbers = receipts.map((receipt) => /#(\d+)/.exec(receipt)?.[1]);
  expect(numbers[0]).toBe(numbers[1]);
  expect(receipts.join('\n')).toContain('You have flagged this already');
  await ana.eventuallySees('process-gaps', 'Twice in one breath');
});

test('emoji, right-to-left, Chinese and line breaks stand on the card as they were typed', async () => {
  const { slack } = here();
  const text = '🧾 החשבונית נעלמת\n发票不见了 👩🏽‍🚀\n  · third line';
  await slack.person('ana').types(`/flag-issue ${text}`);
  const card = await slack.person('sam').eventuallySees('process-gaps', '🧾');
  expect(card).toContain('> 🧾 החשבונית נעלמת\n> 发票不见了 👩🏽‍🚀\n>   · third line');
});

test('3,000 characters are one flag; 3,001 come back in full with what to do, and nothing is saved', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const full = `Begin ${'é'.repeat(2990)} end`;
  expect(full).toHaveLength(3000);
  expect(await ana.types(`/flag-issue ${full}`)).toContain('Saved as');
  await sam.eventuallySees('process-gaps', full);

  const long = `Start ${'漢'.repeat(2990)} stop.`;
  const answer = await ana.types(`/flag-issue ${long}`);
  expect(answer).toContain('It is not saved. A flag holds 3,000 characters; this has 3,002.');
  expect(answer.includes(`> ${long}`)).toBe(true);
  await allIsSaid(here());
  expect(await sam.sees('process-gaps')).not.toContain('Start 漢');
});

test('the longest command Slack takes comes back whole, without a character broken in two', async () => {
  const { slack } = here();
  const long = `x${'😀'.repeat(5990)}`;
  await slack.person('ana').types(`/flag-issue ${long}`, { in: 'general' });
  await slack.person('ana').eventuallySees('general', 'And further:');
  const answers = await slack.person('ana').sees('general');
  expect(answers.split('😀').length - 1).toBe(5990);
  expect(answers.isWellFormed()).toBe(true);
});

test('mentions stay readable and notify nobody', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await ana.types(
    '/flag-issue Ask @Sam Okafor in #general, or @channel, see https://intra.example/a?b=1&c=2',
  );
  const card = await ana.eventuallySees('process-gaps', 'Ask @sam in #general, or @channel');
  expect(card).toContain('see https://intra.example/a?b=1&c=2');
  const message = (await slack.messages('process-gaps')).find(({ text }) => text.includes('intra.example'));
  expect(message?.notifies).toEqual([]);
});

test('a guest may flag', async () => {
  const { slack } = here();
  await slack.addPerson({ name: 'gus', isGuest: true });
  await slack.join('general', 'gus');
  const receipt = await slack.person('gus').types('/flag-issue The guest network is slow');
  expect(receipt).toContain('Saved as');
  await slack.person('sam').eventuallySees('process-gaps', 'The guest network is slow');
});
