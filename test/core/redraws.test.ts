import { describe, expect, it } from 'vitest';

import type { Command } from '../../src/core/command.ts';
import { questionSubject } from '../../src/core/follow-ups.ts';
import type { PersonId } from '../../src/core/issue.ts';
import { aMeToo, ana, anIssue, kim, lea, max, sam } from '../support/builders.ts';
import { does, live, nameOf, says, solve } from './life.ts';
import type { Change, Step } from './life.ts';

const homes = ({ followUps: { homes: people } }: Change): string[] => people.map(nameOf);

const met = { meToos: [aMeToo(lea)] };

describe('whose Home changes', () => {
  it.each<[string, Change, string[]]>([
    ['posted', live(anIssue({ state: 'saved' }), { type: 'post' }), ['ana']],
    ['claimed', live(anIssue({ state: 'open', ...met }), does(sam, { type: 'claim' })), ['ana', 'sam']],
    [
      'let go',
      live(anIssue({ state: 'claimed' }), does(sam, { type: 'let-go', ownerHasLeft: false })),
      ['ana', 'sam'],
    ],
    [
      'offered',
      live(anIssue({ state: 'claimed' }), does(sam, { type: 'offer', to: { person: kim, canOwn: true } })),
      ['ana', 'sam', 'kim'],
    ],
    [
      'handed over',
      live(anIssue({ state: 'claimed', offeredTo: kim }), does(kim, { type: 'accept' })),
      ['ana', 'sam', 'kim'],
    ],
    ['solved', live(anIssue({ state: 'claimed', ...met }), solve), ['ana', 'sam', 'lea']],
    ['reopened', live(anIssue({ state: 'resolved', ...met }), says(ana, 'not-fixed')), ['ana', 'sam', 'lea']],
  ])('%s', (_, change, wanted) => {
    expect(homes(change)).toEqual(wanted);
  });
});

describe('an offer that ended is redrawn wherever it was made', () => {
  const offered = anIssue({ state: 'claimed', offeredTo: kim });
  const offer = (person: PersonId): Command => ({ type: 'offer', to: { person, canOwn: true } });

  it.each<[string, Step, number | null]>([
    ['accepted', does(kim, { type: 'accept' }), 42],
    ['declined', does(kim, { type: 'decline' }), 42],
    ['let go', does(sam, { type: 'let-go', ownerHasLeft: false }), 42],
    ['solved', solve, 42],
    ['offered to somebody else', does(sam, offer(max)), 42],
    ['an update leaves it standing', does(sam, { type: 'update', text: 'Soon' }), null],
  ])('%s', (_, step, wanted) => {
    expect(live(offered, step).followUps.offerEnded).toBe(wanted);
  });

  it('a first offer ends none', () => {
    expect(live(anIssue({ state: 'claimed' }), does(sam, offer(kim))).followUps.offerEnded).toBeNull();
  });
});

it('each solution has a question of its own', () => {
  expect(questionSubject(anIssue({ state: 'resolved' }))).toBe('42/1');
  expect(questionSubject(anIssue({ state: 'resolved', reopenings: 1 }))).toBe('42/2');
});
