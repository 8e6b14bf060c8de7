import { expect, test } from 'vitest';

import { inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace();

test('what Postgres cannot keep and nobody can see is left out, and the rest is saved', async () => {
  const ana = here().slack.person('ana');
  expect(await ana.types('/flag-issue The form\u0000 eats\u0000 words')).toContain('Saved as');
  await ana.eventuallySees('process-gaps', 'The form eats words');
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', 'Half a character\ud800 at the end');
  await ana.fills('Who is affected?', 'all\u0000 of us');
  await ana.submits();
  await ana.eventuallySees('process-gaps', 'Affected: all of us');
});

test('text that cannot be seen is no flag: the form opens, and asks for a few words', async () => {
  const ana = here().slack.person('ana');
  await ana.closes({ all: true }).catch(() => undefined);
  await ana.types('/flag-issue \u200b\u200b');
  await ana.eventuallySees('form', 'Flag an issue');
  await ana.fills('What got in the way?', '\u200b \u2060');
  await ana.submits();
  await ana.eventuallySees('form', 'Please say in a few words what got in the way.');
});
