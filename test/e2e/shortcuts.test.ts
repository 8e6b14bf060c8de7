import { expect, test } from 'vitest';

import { inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace({ neverNamed: ['ana', 'lea'] });

test('the global shortcut opens the empty form', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  await lea.uses('Flag as an issue');
  expect(await lea.eventuallySees('form', 'Flag an issue')).toContain('What got in the way?: ___');
  await lea.fills('What got in the way?', 'Flagged from the shortcut');
  await lea.submits();
  await lea.eventuallySees('form', 'Saved as');
  await lea.closes();
  await lea.eventuallySees('process-gaps', 'Flagged from the shortcut');
});

test('a public message is quoted and linked without the name of whoever wrote it or is named in it', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  const { people } = await slack.world();
  const sam = people.find(({ name }) => name === 'sam')?.id ?? '';
  await slack.says(
    'ana',
    'general',
    `<@${sam}> the export &amp; import hang again <!here> https://x.example`,
  );
  await lea.uses('Flag as an issue', { on: 'the export', in: 'general' });
  const form = await lea.eventuallySees('form', 'Quoted without the name');
  expect(form).toContain('What got in the way?: @someone the export & import hang again @here');
  expect(form).toMatch(/https:\/\/\S+\/archives\/C\w+\/p\d{16}/);
  expect(form).not.toContain('Ana');
  expect(form).not.toContain('Sam');
  await lea.submits();
  await lea.eventuallySees('form', 'Saved as');
  await lea.closes();
  const channel = await lea.eventuallySees('process-gaps', 'the export & import hang again');
  expect(channel).not.toContain('Sam Okafor');
});

test('a very long message is cut to what a flag holds, with its link', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  await slack.says('ana', 'general', `Endless ${'😀'.repeat(2900)} end`);
  await lea.uses('Flag as an issue', { on: 'Endless', in: 'general' });
  expect(await lea.eventuallySees('form', 'Endless')).toContain(`${'😀'.repeat(2900)} end`);
  await lea.closes();
  await slack.says('ana', 'general', `Endlesser ${'😀'.repeat(3000)}`);
  await lea.uses('Flag as an issue', { on: 'Endlesser', in: 'general' });
  const form = await lea.eventuallySees('form', 'Endlesser');
  expect(form).toContain('😀…');
  expect(form.isWellFormed()).toBe(true);
  expect(form).toMatch(/\/p\d{16}/);
  await lea.submits();
  await lea.eventuallySees('form', 'Saved as');
  await lea.closes();
  await lea.eventuallySees('process-gaps', 'Endless');
});

test('from a private channel or a direct message nothing is taken over, and the form says why', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  await slack.addChannel({ name: 'secret-plans', isPrivate: true, members: ['ana', 'lea'] });
  await slack.says('ana', 'secret-plans', 'Merger on Tuesday');
  await lea.uses('Flag as an issue', { on: 'Merger', in: 'secret-plans' });
  const form = await lea.eventuallySees('form', 'That message is from a private conversation');
  expect(form).toContain('What got in the way?: ___');
  expect(form).not.toContain('Merger');
  await lea.closes();

  await slack.says('ana', 'lea', 'Between us: the budget');
  await lea.uses('Flag as an issue', { on: 'the budget', in: 'ana' });
  expect(await lea.eventuallySees('form', 'private conversation')).not.toContain('the budget');
  await lea.closes();
});

test('an outsider from another workspace is told whom to ask, and no form opens', async () => {
  const { slack } = here();
  await slack.addPerson({ name: 'otto', isOutsider: true });
  await slack.join('general', 'otto');
  await slack.says('ana', 'general', 'Something an outsider reads');
  const otto = slack.person('otto');
  await otto.uses('Flag as an issue', { on: 'an outsider reads', in: 'general' });
  const said = await otto.eventuallySees('form', 'for the people of the workspace that installed it');
  expect(said).not.toContain('What got in the way?');
});
