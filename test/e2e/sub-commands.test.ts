import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace();

test.each(['help', 'HELP', '  help  '])('“%s”, alone, answers with help', async (word) => {
  const answer = await here().slack.person('ana').types(`/flag-issue ${word}`);
  expect(answer).toContain('/flag-issue what got in the way saves it at once.');
  expect(answer).toContain('#process-gaps without your name');
  expect(answer).not.toContain('Saved as');
});

test.each([
  'help me with the printer',
  'mine is broken',
  'no help',
  'settings?',
  'digest this',
  'constructor',
])('“%s” is a flag', async (text) => {
  const answer = await here().slack.person('lea').types(`/flag-issue ${text}`);
  expect(answer).toContain('Saved as');
});

test('mine, with nothing flagged or owned, says so', async () => {
  await here().slack.addPerson({ name: 'nia' });
  const answer = await here().slack.person('nia').types('/flag-issue mine');
  expect(answer).toContain('You have flagged nothing yet, and own nothing just now.');
});

test('mine shows what one flagged and owns, to oneself alone', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = await flagged(here(), 'ana', 'The window does not close');
  await claimed(here(), 'sam', 'The window does not close');
  const answer = await ana.types('/flag-issue Mine', { in: 'learnings' });
  expect(answer).toMatch(/^\(only you\)/);
  expect(answer).toContain('You flagged one issue, and own nothing just now.');
  expect(answer).toContain(`#${number} · @Sam Okafor has taken it on.`);
  expect(answer).toContain('> The window does not close');
  expect(await sam.sees('learnings')).toBe('');
  const owned = await sam.types('/flag-issue mine');
  expect(owned).toContain('and own one just now.');
  expect(owned).not.toContain('Ana');
});

test('the command answers under the name it was given', async () => {
  const { slack, options, restart } = here();
  await restart({ settings: { ...options.settings, commandName: '/gap' } });
  const ana = slack.person('ana');
  expect(await ana.types('/gap help')).toContain('/gap what got in the way saves it at once.');
  expect(await ana.types('/gap The name was taken')).toContain('Saved as');
  expect(await ana.types('/flag-issue help')).toContain('I answer to /gap here.');
  await ana.eventuallySees('process-gaps', 'The name was taken', 15_000);
});
