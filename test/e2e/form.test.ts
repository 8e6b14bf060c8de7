import { expect, test } from 'vitest';

import { allIsSaid, flagged, inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace();

test('the command alone opens the form; its receipt is the next page, never a direct message', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  expect(await ana.types('/flag-issue')).toBe('');
  const form = await ana.eventuallySees('form', 'Flag an issue');
  expect(form).toContain('Impact: ___ (Annoying | Slows work | Blocks work | Hurts customers or safety)');
  await ana.fills('What got in the way?', 'Badges stop working at noon');
  await ana.picks('Impact', 'Blocks work');
  await ana.fills('Who is affected?', 'everyone in building 2');
  await ana.submits();
  const receipt = await ana.eventuallySees('form', 'Saved as');
  expect(receipt).toContain('[Undo] [Edit]');
  await ana.closes();
  const channel = await slack.person('sam').eventuallySees('process-gaps', 'Badges stop working at noon');
  expect(channel).toContain('Blocks work · Affected: everyone in building 2');
  expect(await ana.sees('flagpost')).toBe('');
});

test('a command of blanks only opens the form', async () => {
  const ana = here().slack.person('ana');
  await ana.types('/flag-issue    ');
  await ana.eventuallySees('form', 'Flag an issue');
  await ana.closes();
});

test('only what got in the way is required, and blanks do not count', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', '   \n ');
  await ana.fills('Who is affected?', 'nobody yet');
  await ana.submits();
  const form = await ana.eventuallySees('form', 'Please say in a few words what got in the way.');
  expect(form).toContain('nobody yet');
  await ana.fills('What got in the way?', 'Only this is needed');
  await ana.submits();
  await ana.eventuallySees('form', 'Saved as');
  await ana.closes();
  await ana.eventuallySees('process-gaps', 'Only this is needed');
});

test('every field at its longest stands on the card in full', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const text = `Long ${'&'.repeat(2990)} end.`;
  const affected = `Group ${'<'.repeat(290)} end`;
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', text);
  await ana.fills('Who is affected?', affected);
  await ana.picks('Impact', 'Hurts customers or safety');
  await ana.submits();
  await ana.eventuallySees('form', 'Saved as');
  await ana.closes();
  const channel = await ana.eventuallySees('process-gaps', affected);
  expect(channel).toContain(text);
});

test('the same form sent twice is one flag, with the same receipt', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', 'Sent twice by a shaky line');
  await ana.submits();
  const number = /#(\d+)/.exec(await ana.eventuallySees('form', 'Saved as'))?.[1];
  await slack.replaysLast('ana');
  await ana.closes();
  await ana.eventuallySees('process-gaps', 'Sent twice by a shaky line');
  const next = await flagged(here(), 'ana', 'The one after the shaky one');
  expect(next).toBe(Number(number) + 1);
  const cards = (await slack.messages('process-gaps')).filter(({ text }) => text.includes('shaky line'));
  expect(cards).toHaveLength(1);
});

test('the same words in another form are the same flag, as they are when typed', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const number = /#(\d+)/.exec(await ana.types('/flag-issue It happened again'))?.[1];
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', 'It happened again');
  await ana.submits();
  expect(await ana.eventuallySees('form', 'You have flagged this already')).toContain(`#${number}`);
  await ana.closes();
});

test('closing the form saves nothing', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', 'Never mind this');
  await ana.closes();
  await allIsSaid(here());
  expect(await ana.sees('process-gaps')).not.toContain('Never mind this');
});
