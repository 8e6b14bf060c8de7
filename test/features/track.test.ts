import { expect, test } from 'vitest';

import type { Promised } from '../../src/core/first-answer.ts';
import { homeView } from '../../src/features/home/view.ts';
import { thursday } from '../support/builders.ts';
import { fullIssues, usualWords } from './drawings.ts';
import { emptyHome } from './home-drawings.ts';

test('an answer without an owner is a step of its own', () => {
  const { open } = fullIssues(usualWords);
  const track = (promise: Promised): string | undefined => {
    const flagged = { issues: [{ ...open, promise }], total: 1, page: 0 };
    const view = homeView({ ...emptyHome, lists: { ...emptyHome.lists, flagged } });
    return /Step \d of 6: [^"·]+/.exec(JSON.stringify(view))?.[0];
  };
  expect(track({ state: 'running', rung: null, by: thursday, hasPassed: false })).toBe('Step 2 of 6: Posted');
  expect(track({ state: 'unanswered' })).toBe('Step 2 of 6: Posted');
  expect(track({ state: 'waiting', for: 'answer', until: thursday })).toBe('Step 3 of 6: First answer');
});
