import { describe, expect, it } from 'vitest';

import { figuresOf } from '../../src/core/numbers.ts';
import type { Response, Several } from '../../src/core/numbers.ts';
import { all, everyone, noResponse } from './responses.ts';

describe('figures', () => {
  it('of fewer than five issues nothing is said', () => {
    const few = { ...noResponse, claim: { seconds: 60, of: 4 }, solved: 4, confirmed: 4 };
    expect(figuresOf({ now: few, before: few, several: all })).toEqual([]);
  });

  it('each stands beside what it was before, if that was of enough', () => {
    const now = {
      ...noResponse,
      firstAnswer: { seconds: 60, of: 5 },
      solved: 6,
      confirmed: 4,
      unconfirmed: 1,
      asked: 10,
      answered: 9,
      support: { seconds: 120, of: 9 },
    };
    const before = { ...noResponse, firstAnswer: { seconds: 90, of: 4 }, solved: 8, confirmed: 4, asked: 4 };
    expect(figuresOf({ now, before, several: all })).toEqual([
      { of: 'firstAnswer', seconds: 60, before: null },
      { of: 'support', seconds: 120, before: null },
      { of: 'confirmed', percent: 67, before: 50 },
      { of: 'unconfirmed', percent: 17, before: 0 },
      { of: 'answered', percent: 90, before: null },
    ]);
  });

  const much: Response = {
    firstAnswer: { seconds: 60, of: 9 },
    claim: { seconds: 70, of: 9 },
    confirmation: { seconds: 80, of: 9 },
    asked: 10,
    answered: 8,
    support: { seconds: 90, of: 8 },
    solved: 10,
    confirmed: 6,
    unconfirmed: 2,
    held: 9,
    cameBack: 1,
  };
  const figures = (several: { now: Several; before: Several }) =>
    figuresOf({ now: much, before: much, several: { ...several, chart: [] } });

  it.each<[keyof Several, string[]]>([
    ['firstAnswer', ['firstAnswer']],
    ['claim', ['claim']],
    ['confirmation', ['confirmation']],
    ['asks', ['support', 'answered']],
    ['solved', ['confirmed', 'unconfirmed']],
    ['lasting', ['held']],
  ])(
    'with too few people behind it, %s goes unsaid; too few before, and nothing is compared',
    (of, hidden) => {
      const whole = figures(all);
      expect(whole).toHaveLength(8);
      const few = { ...everyone, [of]: false };
      const isHidden = (it: { readonly of: string }): boolean => hidden.includes(it.of);
      expect(figures({ ...all, now: few })).toEqual(whole.filter((it) => !isHidden(it)));
      const alone = whole.map((it) => (isHidden(it) ? { ...it, before: null } : it));
      expect(figures({ ...all, before: few })).toEqual(alone);
      expect(figures({ now: few, before: few })).toEqual(whole.filter((it) => !isHidden(it)));
    },
  );
});
