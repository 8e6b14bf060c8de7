import { describe, expect, it } from 'vitest';

import { followUps, passedAtRest } from '../../src/core/follow-ups.ts';
import {
  aMeToo,
  aMonthAgo,
  ada,
  ana,
  anActor,
  anIssue,
  clear,
  kim,
  lea,
  max,
  meToos,
  sam,
  solution,
} from '../support/builders.ts';
import { does, live, says, silence, solve, told } from './life.ts';
import type { Change } from './life.ts';

const met = { meToos: [aMeToo(lea)] };

/** Who is asked whether it is fixed as somebody who met it as well. */
function asked(change: Change) {
  return change.followUps.nudges.filter(({ kind }) => kind === 'fixed-for-you').map(({ person }) => person);
}

describe('nothing is said while it is saved', () => {
  it('not when it is flagged', () => {
    expect(followUps(null, anIssue({ state: 'saved' }), [{ type: 'flagged' }])).toEqual(silence);
  });

  it('not when it is edited', () => {
    const gap = { text: 'Other words', impact: null, affected: null, isStuck: false, asksAbove: false };
    const change = live(anIssue({ state: 'saved' }), does(ana, { type: 'edit', gap, reading: clear }));
    expect(change.events).toHaveLength(1);
    expect(change.followUps).toEqual(silence);
  });
});

describe('nothing is said where nothing happened', () => {
  it('a second press on Claim', () => {
    expect(live(anIssue({ state: 'claimed' }), does(sam, { type: 'claim' })).followUps).toEqual(silence);
  });
});

describe('who is told what', () => {
  const open = anIssue({ state: 'open', ...met });
  const claimed = anIssue({ state: 'claimed', ...met });
  const resolved = anIssue({ state: 'resolved', ...met });

  it.each<[string, Change, string[]]>([
    ['posted', live(anIssue({ state: 'saved' }), { type: 'post' }), ['card 42']],
    [
      'withdrawn',
      live(open, does(ana, { type: 'withdraw', duplicates: [] })),
      ['card 42', 'news 42/3 to lea'],
    ],
    [
      'withdrawn, while those who met it go on with another',
      live(open, does(ana, { type: 'withdraw', duplicates: [anIssue({ state: 'duplicate', ...met })] })),
      ['card 42'],
    ],
    ['joined', live(open, does(max, { type: 'me-too' })), ['card 42']],
    [
      'claimed',
      live(open, does(sam, { type: 'claim' })),
      ['card 42', 'controls 42/3 to sam', 'reply 42/3', 'news 42/3 to ana', 'news 42/3 to lea'],
    ],
    [
      'claimed by the reporter',
      live(open, does(ana, { type: 'claim' })),
      ['card 42', 'controls 42/3 to ana', 'reply 42/3', 'news 42/3 to lea'],
    ],
    [
      'claimed by somebody who met it',
      live(open, does(lea, { type: 'claim' })),
      ['card 42', 'controls 42/3 to lea', 'reply 42/3', 'news 42/3 to ana'],
    ],
    [
      'agreed',
      live(claimed, does(sam, { type: 'agree', agreement: { success: null, by: null } })),
      ['card 42', 'controls 42/3 to sam'],
    ],
    [
      'updated',
      live(claimed, does(sam, { type: 'update', text: 'Soon' })),
      ['card 42', 'controls 42/3 to sam', 'reply 42/4'],
    ],
    [
      'let go',
      live(claimed, does(sam, { type: 'let-go', ownerHasLeft: false })),
      ['card 42', 'controls 42/3 to sam', 'reply 42/4', 'news 42/4 to ana', 'news 42/4 to lea'],
    ],
    [
      'let go for an owner who has left',
      live(claimed, [anActor(ada, { isAdmin: true }), { type: 'let-go', ownerHasLeft: true }]),
      ['card 42', 'controls 42/3 to sam', 'reply 42/4', 'news 42/4 to lea', 'news 42/5 to ana'],
    ],
    [
      'offered',
      live(claimed, does(sam, { type: 'offer', to: { person: kim, canOwn: true } })),
      ['card 42', 'controls 42/3 to sam'],
    ],
    [
      'offer declined',
      live({ ...claimed, offeredTo: kim }, does(kim, { type: 'decline' })),
      ['card 42', 'controls 42/3 to sam', 'news 42/4 to sam'],
    ],
    [
      'handed over',
      live({ ...claimed, offeredTo: kim }, does(kim, { type: 'accept' })),
      [
        'card 42',
        'controls 42/3 to sam',
        'controls 42/4 to kim',
        'reply 42/4',
        'news 42/4 to ana',
        'news 42/4 to lea',
        'news 42/4 to sam',
      ],
    ],
    [
      'resolved',
      live(claimed, solve),
      ['card 42', 'controls 42/3 to sam', 'question 42/1 to ana', 'reply 42/4'],
    ],
    [
      'resolved by the reporter: nobody is asked about their own work',
      live({ ...claimed, owner: ana }, [anActor(ana), { type: 'resolve', solution }]),
      ['card 42', 'controls 42/3 to ana', 'reply 42/4'],
    ],
    [
      'met, while it counts as solved',
      live(resolved, does(max, { type: 'me-too' })),
      ['card 42', 'controls 42/3 to sam', 'question 42/1 to ana'],
    ],
    [
      'answered',
      live(resolved, says(lea, 'partly')),
      ['card 42', 'controls 42/3 to sam', 'question 42/1 to ana'],
    ],
    [
      'confirmed',
      live(resolved, says(ana, 'fixed')),
      [
        'card 42',
        'controls 42/3 to sam',
        'question 42/1 to ana',
        'reply 42/6',
        'news 42/6 to sam',
        'learning 42/1',
      ],
    ],
    [
      'reopened: the owner is told by their new controls, once',
      live(resolved, says(ana, 'not-fixed')),
      ['card 42', 'controls 42/3 to sam', 'question 42/1 to ana', 'controls 42/6 to sam', 'reply 42/6'],
    ],
    [
      'commented',
      live(resolved, says(lea, 'partly'), does(lea, { type: 'comment', text: 'Not in Norway' })),
      ['card 42', 'controls 42/3 to sam', 'question 42/1 to ana', 'reply 42/6'],
    ],
    [
      'fell silent',
      live({ ...resolved, resolvedAt: aMonthAgo }, { type: 'fall-silent', askedAt: aMonthAgo }),
      ['card 42', 'controls 42/3 to sam', 'question 42/1 to ana'],
    ],
  ])('%s', (_, change, wanted) => {
    expect(told(change)).toEqual(wanted);
  });

  it('beyond ten who met it, the rest are told where to answer instead of being asked', () => {
    const change = live(anIssue({ state: 'claimed', meToos: meToos(12) }), solve);
    const people = (kind: string) => change.followUps.draw.filter((it) => it.kind === kind);
    expect(people('question').map(({ person }) => person)).toEqual([ana]);
    expect(asked(change)).toEqual(
      meToos(12)
        .slice(0, 10)
        .map((it) => it.person),
    );
    expect(people('news').map(({ person }) => person)).toEqual(
      meToos(12)
        .slice(10)
        .map((it) => it.person),
    );
  });

  it('whoever met it is asked unasked, once, also where they say so while it counts as solved', () => {
    expect(asked(live(claimed, solve))).toEqual([lea]);
    expect(asked(live(resolved, does(max, { type: 'me-too' })))).toEqual([max]);
    expect(asked(live(resolved, says(lea, 'partly')))).toEqual([]);
  });

  it('a reporter whom the rules do not know by name is told nothing', () => {
    const sealed = { person: null, hasLeft: false, verdict: null };
    const change = live(anIssue({ state: 'open', reporter: sealed }), does(sam, { type: 'claim' }), solve);
    expect(told(change)).toEqual(['card 42', 'controls 42/3 to sam', 'reply 42/4']);
  });

  it('a promise passes in the rest: nobody yet; the card and the Homes that show it name its time no more', () => {
    const asked = { of: [kim], since: 3, turn: 4, isTop: false };
    const card = { kind: 'card', subject: '42', person: null };
    expect(passedAtRest({ ...open, asked })).toEqual({ ...silence, draw: [card], homes: [ana, kim] });
  });
});
