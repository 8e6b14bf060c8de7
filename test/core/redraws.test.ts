import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { solutionSubject } from '../../src/core/address.ts';
import { aMeToo, ana, anActor, anIssue, kim, lea, max, sam } from '../support/builders.ts';
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

describe('the digests that list it are redrawn', () => {
  const on = Temporal.PlainDate.from('2026-12-14');
  const until = Temporal.Instant.from('2026-12-14T09:00:00Z');
  const open = anIssue({ state: 'open' });
  const waits = { ...open, promise: { state: 'waiting', for: 'yes', until } } as const;
  const lead = anActor(kim, { isLead: true });
  const offer: Step = [lead, { type: 'offer', to: { person: sam, canOwn: true } }];

  it.each<[string, Change, number | null]>([
    ['claimed', live(open, does(max, { type: 'claim' })), 42],
    ['looked at again on a day', live(open, [lead, { type: 'look-again', on, until }]), 42],
    ['offered to somebody', live(open, offer), 42],
    ['and they say no', live(open, offer, does(sam, { type: 'decline' })), 42],
    ['its reporter is asked', live(open, [lead, { type: 'inquire', text: 'Which bank?' }]), 42],
    ['withdrawn', live(open, does(ana, { type: 'withdraw', duplicates: [] })), 42],
    ['claimed meanwhile', live(waits, does(max, { type: 'claim' })), 42],
    ['a me too leaves them as they are', live(open, does(max, { type: 'me-too' })), null],
  ])('%s', (_, { followUps: { listed } }, wanted) => {
    expect(listed).toBe(wanted);
  });
});

it('what was learned leaves out what is withdrawn, where there may be something', () => {
  const withdraw = does(ana, { type: 'withdraw', duplicates: [] });
  const learned = (reopenings: number) =>
    live(anIssue({ state: 'open', reopenings }), withdraw).followUps.learned;
  expect([learned(1), learned(0)]).toEqual([42, null]);
});

it('each solution has a question of its own', () => {
  expect(solutionSubject(anIssue({ state: 'resolved' }))).toBe('42/1');
  expect(solutionSubject(anIssue({ state: 'resolved', reopenings: 1 }))).toBe('42/2');
});
