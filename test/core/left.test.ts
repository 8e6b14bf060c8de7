import { describe, expect, test } from 'vitest';

import { take } from '../../src/core/decide.ts';
import { dueOf } from '../../src/core/due.ts';
import { askedMeToos, settle } from '../../src/core/settle.ts';
import { aMeToo, anIssue, kim, lea, thursday } from '../support/builders.ts';

const reporter = { person: null, hasLeft: true, verdict: null } as const;

describe('somebody has left', () => {
  test('the reporter, after two who met it had said Fixed: it is found due at once, and confirmed', () => {
    const issue = anIssue({
      state: 'resolved',
      reporter,
      meToos: [aMeToo(lea, 'fixed'), aMeToo(kim, 'fixed')],
    });
    expect(dueOf(issue)).toEqual({ turn: 'fall-silent', at: issue.resolvedAt });
    expect(take(issue, { type: 'fall-silent' }, thursday)).toEqual([{ type: 'confirmed' }]);
  });

  test('the reporter and one of two who met it: the other is the only one there is', () => {
    const gone = { ...aMeToo(kim), hasLeft: true } as const;
    const issue = anIssue({ state: 'resolved', reporter, meToos: [gone, aMeToo(lea, 'fixed')] });
    expect(settle(issue)).toBe('confirmed');
    expect(askedMeToos(issue).map(({ person }) => person)).toEqual([lea]);
  });

  test('an answer given before leaving still counts', () => {
    const gone = { ...aMeToo(kim, 'fixed'), hasLeft: true } as const;
    const issue = anIssue({ state: 'resolved', reporter, meToos: [gone, aMeToo(lea, 'fixed')] });
    expect(settle(issue)).toBe('confirmed');
    expect(settle({ ...issue, meToos: [gone, aMeToo(lea)] })).toBe('undecided');
  });
});
