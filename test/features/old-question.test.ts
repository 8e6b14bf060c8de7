import { expect, test } from 'vitest';

import { ana } from '../support/builders.ts';
import { draw, drawNudge, fullIssues, usualWords } from './drawings.ts';

test('a question about a fix says who has it only until it is solved anew, also when that came back as well', () => {
  const { claimed } = fullIssues(usualWords);
  const asked = (reopenings: number) => {
    const scene = { issue: { ...claimed, reopenings }, reader: ana, round: 1 };
    return [draw('question', scene)?.text, drawNudge('did-it-hold', scene)?.text];
  };
  for (const text of asked(1)) expect(text).toContain('goes on with <@USAM>. You are asked again');
  for (const text of asked(2)) expect(text).toContain('was solved anew since, so this question is over.');
});
