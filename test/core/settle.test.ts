import { describe, expect, it } from 'vitest';

import { dueOf } from '../../src/core/due.ts';
import type { SolvedIssue, Verdict } from '../../src/core/issue.ts';
import { askedMeToos, isUnconfirmed, mostAsked, settle, silenceDays } from '../../src/core/settle.ts';
import { aMeToo, ana, anIssue, meToos, personCalled, sam, thursday } from '../support/builders.ts';

type Said = Verdict | null;

/** Solved, with what the reporter and the me toos have said. */
function solved(reporter: Said, others: readonly Said[], more: Partial<SolvedIssue> = {}): SolvedIssue {
  return {
    ...anIssue({
      state: 'resolved',
      reporter: { person: ana, hasLeft: false, verdict: reporter },
      meToos: others.map((verdict, index) => aMeToo(personCalled(`m${index}`), verdict)),
    }),
    ...more,
    state: 'resolved',
  };
}

describe('the reporter decides', () => {
  it.each<[Said, readonly Said[], string]>([
    [null, [], 'undecided'],
    ['fixed', [], 'confirmed'],
    ['fixed', ['not-fixed'], 'confirmed'],
    ['fixed', ['partly', 'partly', 'partly'], 'confirmed'],
    ['not-fixed', [], 'reopened'],
    ['not-fixed', ['fixed', 'fixed', 'fixed'], 'reopened'],
    ['partly', ['fixed', 'fixed'], 'reopened'],
    [null, ['fixed', 'fixed', 'fixed'], 'undecided'],
  ])('%s, while the others say %j: %s', (reporter, others, result) => {
    expect(settle(solved(reporter, others))).toBe(result);
  });
});

describe('“Not fixed” from two others reopens, whatever the reporter says', () => {
  it.each<[Said, readonly Said[], string]>([
    [null, ['not-fixed'], 'undecided'],
    [null, ['not-fixed', 'not-fixed'], 'reopened'],
    ['fixed', ['not-fixed', 'fixed', 'not-fixed'], 'reopened'],
    ['cannot-tell', ['not-fixed', 'not-fixed', 'fixed', 'fixed'], 'reopened'],
    [null, ['not-fixed', 'partly'], 'undecided'],
  ])('%s, while the others say %j: %s', (reporter, others, result) => {
    expect(settle(solved(reporter, others))).toBe(result);
  });
});

const unable: readonly [string, (others: readonly Said[]) => SolvedIssue][] = [
  ['is silent', (others) => solved(null, others, { reporterIsSilent: true })],
  ['is gone', (others) => solved(null, others, { reporter: { person: ana, hasLeft: true, verdict: null } })],
  ['is the owner', (others) => solved(null, others, { owner: ana })],
  ['can’t tell', (others) => solved('cannot-tell', others)],
];

describe.each(unable)('where the reporter %s, those who met it as well decide', (_, after) => {
  it.each<[readonly Said[], string]>([
    [[], 'undecided'],
    [['fixed'], 'confirmed'],
    [[null], 'undecided'],
    [['partly'], 'undecided'],
    [['cannot-tell'], 'undecided'],
    [['fixed', null], 'undecided'],
    [['fixed', 'cannot-tell'], 'undecided'],
    [['fixed', 'fixed'], 'confirmed'],
    [['fixed', 'fixed', 'not-fixed'], 'confirmed'],
    [['fixed', 'not-fixed', 'not-fixed', 'fixed'], 'reopened'],
    [[null, null, null], 'undecided'],
  ])('they say %j: %s', (others, result) => {
    expect(settle(after(others))).toBe(result);
  });

  it('it shows as unconfirmed until they have', () => {
    expect(isUnconfirmed(after([null]))).toBe(true);
  });
});

describe('unconfirmed', () => {
  it('is not said while the reporter can still answer', () => {
    expect(isUnconfirmed(solved(null, [null]))).toBe(false);
  });

  it('is not said of what is confirmed', () => {
    expect(isUnconfirmed(anIssue({ state: 'confirmed', reporterIsSilent: true }))).toBe(false);
  });
});

describe('the owner’s own word does not count', () => {
  it('an owner who met it as well is not among those who decide', () => {
    const others = [aMeToo(sam, 'fixed'), aMeToo(personCalled('m0'))];
    expect(settle(solved('cannot-tell', [], { meToos: others }))).toBe('undecided');
    expect(askedMeToos(solved(null, [], { meToos: others }))).toEqual([aMeToo(personCalled('m0'))]);
  });

  it('the reporter’s answer from before they owned it does not count either', () => {
    const reporter = { person: ana, hasLeft: false, verdict: 'fixed' } as const;
    expect(settle(solved(null, [], { owner: ana, reporter }))).toBe('undecided');
  });
});

describe('who is asked', () => {
  it('up to ten of those who met it as well, first come first', () => {
    const issue = solved(null, [], { meToos: meToos(mostAsked + 2) });
    expect(askedMeToos(issue)).toEqual(meToos(10));
  });

  it('the answers of the others count all the same', () => {
    const late = meToos(12).map((it, index) => (index > 9 ? { ...it, verdict: 'not-fixed' as const } : it));
    expect(settle(solved(null, [], { meToos: late }))).toBe('reopened');
  });
});

describe('what falls due', () => {
  it('posting, after the pause', () => {
    const saved = anIssue({ state: 'saved' });
    expect(dueOf(saved)).toEqual({ turn: 'post', at: saved.postAt });
  });

  it('the reporter’s silence, two weeks after it was called solved', () => {
    expect(silenceDays).toBe(14);
    expect(dueOf(solved(null, []))).toEqual({ turn: 'fall-silent', at: thursday.add({ hours: 24 * 14 }) });
  });

  it.each(unable)('nothing where the reporter %s: it is with the others already', (_, after) => {
    expect(dueOf(after([null]))).toBeNull();
  });

  it('nothing for issues that wait for people', () => {
    const states = ['claimed', 'confirmed', 'withdrawn'] as const;
    expect(states.map((state) => dueOf(anIssue({ state })))).toEqual([null, null, null]);
  });
});
