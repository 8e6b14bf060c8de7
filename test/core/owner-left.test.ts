import { describe, expect, it } from 'vitest';

import { dueOf } from '../../src/core/due.ts';
import { ana, anIssue, cadence, hal } from '../support/builders.ts';
import { does, live, told, wanted } from './life.ts';
import type { Step } from './life.ts';

describe('an owner who has left', () => {
  const left = anIssue({ state: 'claimed', ownerHasLeft: true });
  const turn: Step = { type: 'owner-left', cadence };

  it('is found at once; those who lead are asked, and the reporter hears who has it now', () => {
    expect(dueOf(left)).toEqual({ turn: 'owner-left', at: left.flaggedAt });
    const change = live({ ...left, meToos: [{ person: hal, verdict: null }] }, turn);
    expect(change.after).toMatchObject({ state: 'open', promise: { state: 'running', rung: 0 } });
    expect(told(change)).toEqual([
      'card 42',
      'controls 42/3 to sam',
      'reply 42/4',
      'news 42/4 to hal',
      'news 42/5 to ana',
    ]);
    expect(wanted(change)).toEqual(['first-answer 42/5 to kim', 'first-answer 42/5 to ned']);
  });

  it('and one who is here keeps it', () => {
    expect(live(anIssue({ state: 'claimed' }), turn).events).toEqual([]);
  });

  it('of a solution that did not hold it needs an owner again', () => {
    const solved = anIssue({ state: 'resolved', ownerHasLeft: true });
    expect(dueOf(solved)?.turn).toBe('fall-silent');
    const reopened = live(solved, does(ana, { type: 'answer', verdict: 'not-fixed' })).after;
    expect(dueOf(reopened)?.turn).toBe('owner-left');
  });
});
