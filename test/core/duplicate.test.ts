import { describe, expect, it } from 'vitest';

import { mergedInto } from '../../src/core/decide-duplicate.ts';
import { decide } from '../../src/core/decide.ts';
import { evolve } from '../../src/core/evolve.ts';
import type { Issue } from '../../src/core/issue.ts';
import { aMeToo, ana, anActor, anIssue, kim, lea, max, sam, thursday } from '../support/builders.ts';

const open = anIssue({ state: 'open' });
const lead = anActor(kim, { isLead: true });

function marked(issue: Issue | null, asked = 17) {
  const decision = decide(open, lead, { type: 'duplicate', of: { asked, issue } }, thursday);
  return decision.ok ? decision.events : decision.refusal;
}

describe('the other issue', () => {
  it.each<[string, Issue | null, object]>([
    ['is not there', null, { reason: 'no-such-issue', asked: 17 }],
    [
      'is not posted yet: nobody learns that it is there',
      anIssue({ state: 'saved', number: 17 }),
      { reason: 'no-such-issue', asked: 17 },
    ],
    [
      'is withdrawn',
      anIssue({ state: 'withdrawn', number: 17 }),
      { reason: 'cannot-join', other: 17, state: 'withdrawn' },
    ],
    [
      'is not being done',
      anIssue({ state: 'declined', number: 17 }),
      { reason: 'cannot-join', other: 17, state: 'declined' },
    ],
    [
      'is fixed, and confirmed',
      anIssue({ state: 'confirmed', number: 17 }),
      { reason: 'cannot-join', other: 17, state: 'confirmed' },
    ],
    [
      'has become a duplicate meanwhile',
      anIssue({ state: 'duplicate', number: 17, of: 9 }),
      { reason: 'moved-meanwhile', other: 17, of: 9 },
    ],
  ])('%s', (_, other, refusal) => {
    expect(marked(other)).toEqual(refusal);
  });

  it('is this one, by its own number or by the number of one that leads here', () => {
    expect(marked(open, 42)).toEqual({ reason: 'same-issue' });
    expect(marked(open, 17)).toEqual({ reason: 'other-way-round', asked: 17 });
  });

  it.each(['open', 'claimed', 'resolved'] as const)('may be %s', (state) => {
    expect(marked(anIssue({ state, number: 17 }))).toEqual([{ type: 'duplicated', of: 17, by: kim }]);
  });
});

it('neither is a test of Flagpost, which takes itself away', () => {
  const of = { asked: 17, issue: anIssue({ state: 'open', number: 17 }) };
  const refused = (number: number) => ({ ok: false, refusal: { reason: 'on-trial', number } });
  const there = { type: 'duplicate', of: { ...of, isTrial: true } } as const;
  expect(decide(open, lead, there, thursday)).toEqual(refused(17));
  expect(decide(open, lead, { type: 'duplicate', of, isTrial: true }, thursday)).toEqual(refused(42));
  expect(decide(open, anActor(max), { type: 'me-too', isTrial: true }, thursday)).toEqual(refused(42));
});

it('whether one may name another can be asked before it is named', () => {
  const ask = { type: 'duplicate', of: null } as const;
  expect(decide(open, lead, ask, thursday)).toEqual({ ok: true, events: [] });
  expect(decide(open, anActor(max), ask, thursday)).toMatchObject({ refusal: { reason: 'cannot-mark' } });
  const claimed = anIssue({ state: 'claimed' });
  expect(decide(claimed, anActor(ana), ask, thursday)).toEqual({
    ok: false,
    refusal: { reason: 'cannot-mark', isReporter: true },
  });
});

describe('whoever met the duplicate is counted on the other', () => {
  const duplicate = anIssue({ state: 'open', meToos: [aMeToo(lea), aMeToo(sam, 'fixed'), aMeToo(max)] });

  it('once, and not who flagged it or is counted there already', () => {
    const other = anIssue({
      state: 'claimed',
      number: 17,
      owner: sam,
      reporter: { person: lea, hasLeft: false, verdict: null },
      meToos: [aMeToo(max)],
    });
    const event = mergedInto(other, duplicate);
    expect(event).toEqual({ type: 'merged', from: 42, people: [ana, sam] });
    const after = evolve(other, event);
    expect(after.meToos).toEqual([aMeToo(max), aMeToo(ana), aMeToo(sam)]);
    expect(after.duplicates).toEqual([42]);
  });

  it('where its reporter is not known by name, the others are', () => {
    const sealed = { ...duplicate, reporter: { person: null, hasLeft: false, verdict: null } };
    const other = anIssue({
      state: 'open',
      number: 17,
      reporter: { person: kim, hasLeft: false, verdict: null },
    });
    expect(mergedInto(other, sealed)).toMatchObject({ people: [lea, sam, max] });
  });
});
