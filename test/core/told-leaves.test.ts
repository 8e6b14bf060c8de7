import { describe, expect, it } from 'vitest';

import type { Cadence } from '../../src/core/cadence.ts';
import { take } from '../../src/core/decide.ts';
import { evolve } from '../../src/core/evolve.ts';
import { anIssue, cadence, hal, kim, ned, thursday } from '../support/builders.ts';

describe('those who were told that it could use help', () => {
  const told = evolve(anIssue({ state: 'claimed' }), { type: 'could-use-help', to: [kim] });
  const looks = (issue: typeof told, ...rungs: Cadence['rungs']) =>
    take(issue, { type: 'could-use-help', cadence: { ...cadence, rungs } }, thursday);

  it.each([
    ['lead still: nobody else hears of it', [[ned], [kim], []], []],
    ['lead no more: those who do hear of it', [[ned], [hal], []], [ned]],
    ['lead no more, and nobody does below: it goes up', [[], [hal], []], [hal]],
    ['lead no more, and nobody does', [[], [], []], []],
  ])('%s', (_, rungs, to) => {
    expect(looks(told, ...rungs)).toMatchObject(to.length === 0 ? [] : [{ type: 'could-use-help', to }]);
  });

  it('lead no more, though one has offered support: nobody else hears of it', () => {
    expect(looks(evolve(told, { type: 'support-offered', by: kim }), [ned])).toEqual([]);
  });

  it('are those who hear of it now: it is said to them once', () => {
    const [event] = looks(told, [ned]);
    if (event === undefined) throw new Error('nobody hears of it');
    expect(looks(evolve(told, event), [ned])).toEqual([]);
  });
});
