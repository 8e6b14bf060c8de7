import { expect, test } from 'vitest';

import { inAWorkspace } from './a-workspace.ts';

const workspace = inAWorkspace();

/** Words that can be told apart, as many as fit, with characters that must not be cut in two. */
function manyWords(length: number): string[] {
  const words: string[] = [];
  for (let left = length; left > 9; left -= 9) words.push(`${'🧩'.repeat(3)}${10_000 + words.length}`);
  return words;
}

test.each([3_200, 12_000, 30_000, 43_000])(
  'a command of %d characters is not saved, and comes back to its author in full',
  async (length) => {
    const { slack } = workspace();
    const ana = slack.person('ana');
    const words = manyWords(length);
    const answer = await ana.types(`/flag-issue ${words.join(' ')}`, { in: 'general' });
    expect(answer).toContain('It is not saved. A flag holds 3,000 characters');

    await ana.eventuallySees('general', words.at(-1) ?? '');
    const seen = await ana.sees('general');
    const given = seen.slice(seen.indexOf('It is not saved')).replaceAll(/[^🧩0-9]/gu, '');
    expect(given).toContain(words.join(''));
    expect(await slack.person('sam').sees('general')).not.toContain('🧩');
  },
);

test('where there is more than Slack lets us show, that is said', async () => {
  const { slack } = workspace();
  const answer = await slack.person('ana').types(`/flag-issue ${'word '.repeat(14_000)}`, { in: 'general' });
  expect(answer).toContain('Slack lets me show the first 60,000 characters');
});
