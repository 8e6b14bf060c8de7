import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import type { AskCommand } from '../../src/core/decide-ask.ts';
import type { Issue } from '../../src/core/issue.ts';
import { isContaining, isContainmentUnknown, mayAskContainer } from '../../src/core/still-containing.ts';
import { anIssue, kim, max, ned, sam } from '../support/builders.ts';
import { lead, outcome } from './an-ask.ts';
import { does, live, nameOf, solve } from './life.ts';
import type { Change, Step } from './life.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const contain: Step = [lead(kim), { type: 'contain' }];
const asks: Step = { type: 'happens', events: [{ type: 'containment-asked', by: kim }] };
const snooze = (until: string): AskCommand => ({
  type: 'snooze-containment',
  until: day(until),
  today: day('2026-12-03'),
});
const wanted = ({ followUps: { nudges } }: Change): string[] =>
  nudges
    .filter(({ kind }) => kind === 'containment')
    .map(({ subject, person, when }) => `${subject} to ${nameOf(person)} ${JSON.stringify(when)}`);
const after = (...steps: readonly Step[]): Change => live(anIssue({ state: 'claimed' }), contain, ...steps);
const hand = does(sam, { type: 'offer', to: { person: max, canOwn: true } });
const still: Step = [lead(kim), { type: 'still-containing' }];

describe('whoever contains the damage is asked whether it holds', () => {
  it('after the same silences as an owner, twice and no more', () => {
    expect(wanted(after())).toEqual(['42/4/0 to kim {"afterWorkingDays":2}']);
    expect(wanted(after(asks))).toEqual(['42/4/1 to kim {"afterWorkingDays":3}']);
    expect(wanted(after(asks, asks))).toEqual([]);
    const { attended } = after(asks, asks).after as Extract<Issue, { state: 'claimed' }>;
    expect(attended).toMatchObject({ heard: 3, unanswered: 0, lead: null });
  });

  it('after that its owner hears that nobody knows, whoever that is by then, until there is a word', () => {
    const unknown = ({ followUps: { nudges } }: Change): string[] =>
      nudges
        .filter(({ kind }) => kind === 'containment-unknown')
        .map(({ subject, person, when }) => `${subject} to ${nameOf(person)} ${JSON.stringify(when)}`);
    expect(unknown(after(asks))).toEqual([]);
    const silent = after(asks, asks);
    expect(unknown(silent)).toEqual(['42/4/2 to sam {"afterWorkingDays":5}']);
    expect(isContainmentUnknown(silent.after, sam, 4)).toBe(true);
    expect(isContainmentUnknown(silent.after, kim, 4)).toBe(false);
    expect(isContainmentUnknown(after(asks, asks, still).after, sam, 4)).toBe(false);
    expect(unknown(after(asks, asks, does(sam, { type: 'update', text: 'Soon' })))).toEqual([]);
    const handed = after(asks, asks, hand, does(max, { type: 'accept' }));
    expect(unknown(handed)).toEqual(['42/4/2 to max {"afterWorkingDays":5}']);
    expect(isContainmentUnknown(handed.after, sam, 4)).toBe(false);
  });

  it('anew once they have said that it does, and on the day that they have named', () => {
    expect(wanted(after(asks, asks, still))).toEqual(['42/7/0 to kim {"afterWorkingDays":5}']);
    expect(wanted(after(asks, [lead(kim), snooze('2026-12-10')]))).toEqual([
      '42/6/0 to kim {"on":"2026-12-10"}',
    ]);
  });

  it.each<[string, Step]>([
    ['it is contained', [lead(kim), { type: 'contained', line: 'By hand' }]],
    ['they can’t after all', [lead(kim), { type: 'cannot-contain' }]],
    ['it is solved', solve],
    ['its owner lets it go', does(sam, { type: 'let-go', ownerHasLeft: false })],
  ])('not once %s', (_, step) => {
    const { before, after: then } = after(step);
    expect(mayAskContainer(before, kim, '42/4/0')).toBe(true);
    expect(mayAskContainer(then, kim, '42/4/0')).toBe(false);
  });

  it('nobody sees that they were asked, but they themselves on Home, and in what they were asked before', () => {
    expect(after(asks).followUps).toMatchObject({ draw: [], nudged: null, homes: [kim] });
    expect(after(asks, asks).followUps).toMatchObject({ draw: [], nudged: 42, homes: [kim] });
  });

  it('whoever has left is not asked', () => {
    const { after: issue } = after();
    if (!isContaining(issue)) throw new Error('nobody contains it');
    const left: Issue = { ...issue, containment: { ...issue.containment, hasLeft: true } };
    expect(mayAskContainer(left, kim, '42/4/0')).toBe(false);
  });
});

it('the answer is theirs alone, once, and a snooze is for a later day', () => {
  const { after: asked } = after(asks);
  expect(outcome(asked, lead(kim), { type: 'still-containing' })).toBe('still-containing');
  expect(outcome(after(asks, still).after, lead(kim), { type: 'still-containing' })).toBe('nothing');
  expect(outcome(asked, lead(ned), { type: 'still-containing' })).toBe('no: not-containing');
  expect(outcome(asked, lead(ned), snooze('2026-12-10'))).toBe('no: not-containing');
  expect(outcome(asked, lead(kim), snooze('2026-12-03'))).toBe('no: date-is-over');
  expect(outcome(asked, lead(kim), snooze('2026-12-10'))).toBe('containment-snoozed');
});
