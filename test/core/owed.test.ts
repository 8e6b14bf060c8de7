import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import type { Ending } from '../../src/core/ask.ts';
import { heardAt } from '../../src/core/attended.ts';
import { states } from '../../src/core/issue.ts';
import type { Issue, IssueEvent, OpenIssue, PersonId } from '../../src/core/issue.ts';
import { asksRhythm, byBlocked, isTheirTime, isWaitedFor, ledTo, owedBy } from '../../src/core/owed.ts';
import type { Done, OwedKind } from '../../src/core/owed.ts';
import { ana, anIssue, hal, kim, meToos, ned, sam, thursday } from '../support/builders.ts';

const open = anIssue({ state: 'open' });
const asked: OpenIssue = { ...open, asked: { of: [kim, ned], since: 3, turn: 3, isTop: false } };
const unanswered: OpenIssue = { ...asked, promise: { state: 'unanswered' } };
const waits: OpenIssue = { ...open, promise: { state: 'waiting', for: 'date', until: thursday } };
const look: Issue = anIssue({ state: 'declined', by: ned, look: { state: 'asked', of: [kim], since: 4 } });

const support = anIssue({
  state: 'claimed',
  ask: {
    tried: 'The bank was called twice',
    needs: ['decision'],
    by: null,
    since: 4,
    turn: 4,
    rung: 0,
    to: [kim],
    soFar: [],
    taker: null,
    standing: { state: 'unanswered' },
  },
});

describe('what somebody owes about an issue', () => {
  const lead = { person: kim, isLead: true };
  const above = { person: hal, isLead: false };
  const flagged = (issue: Issue): Issue => ({ ...issue, reporter: { ...issue.reporter, person: kim } });
  const cases: readonly (readonly [string, Issue, boolean, typeof lead, OwedKind | null])[] = [
    ['it is new', open, false, lead, null],
    ['they were asked', asked, false, lead, 'first-answer'],
    ['somebody else was asked', asked, false, above, null],
    ['everybody was asked in vain', unanswered, false, lead, 'first-answer'],
    [
      'everybody was, and they lead without having been',
      unanswered,
      false,
      { person: sam, isLead: true },
      'decision',
    ],
    ['everybody was, and they stand above and were not', unanswered, false, above, null],
    ['twice in the digest', open, true, lead, 'decision'],
    ['twice in the digest, for whoever stands above', open, true, above, null],
    ['twice in the digest, and a day is named', waits, true, lead, null],
    ['another look is asked of them', look, false, lead, 'look'],
    ['another look is asked of somebody else', look, false, above, null],
    ['support is asked of them', support, false, lead, 'ask'],
    ['support is asked of somebody else', support, false, above, null],
    ['they flagged it, and were asked', flagged(asked), true, lead, null],
    ['they flagged it, and a look is asked', flagged(look), false, lead, null],
  ];
  it.each(cases)('%s', (_, issue, isUndecided, owing, wanted) => {
    expect(owedBy({ issue, isUndecided, isTold: false }, owing)).toBe(wanted);
  });

  const told = (hasOffered: boolean): Issue =>
    anIssue({
      state: 'claimed',
      attended: { ...heardAt(3), unanswered: 2, lead: { state: 'told', since: 6, to: [], hasOffered } },
    });
  it.each<[string, Issue, boolean, typeof lead, OwedKind | null]>([
    ['they were told that it could use help', told(false), true, lead, 'help'],
    ['they stand above, and were told', told(false), true, above, 'help'],
    ['others were told', told(false), false, lead, null],
    ['somebody has offered support since', told(true), true, lead, null],
    ['its owner was heard since', anIssue({ state: 'claimed' }), true, lead, null],
    ['its owner asks them by now', support, true, lead, 'ask'],
    ['they flagged it', flagged(told(false)), true, lead, null],
  ])('%s', (_, issue, isTold, owing, wanted) => {
    expect(owedBy({ issue, isUndecided: false, isTold }, owing)).toBe(wanted);
  });

  it.each(states.filter((it) => it !== 'open'))('nothing, just because it is %s', (state) => {
    expect(owedBy({ issue: anIssue({ state }), isUndecided: true, isTold: false }, lead)).toBeNull();
  });
});

describe('who is blocked most', () => {
  it('somebody who is stuck, then what hurts, then how many, then for how long', () => {
    const stuck = anIssue({ state: 'open', number: 9, help: { state: 'wanted' } });
    const hurts = anIssue({ state: 'open', number: 8, impact: 'hurts' });
    const many = anIssue({ state: 'open', number: 7, impact: 'slows', meToos: meToos(3) });
    const old = anIssue({ state: 'open', number: 1, impact: 'slows' });
    const all = [old, many, anIssue({ state: 'open', number: 2 }), hurts, stuck];
    expect(all.toSorted(byBlocked).map(({ number }) => number)).toEqual([9, 8, 7, 1, 2]);
  });
});

describe('how often', () => {
  const now = Temporal.Instant.from('2026-12-07T09:00:00Z');
  const weeks = (count: number) => ({ now, last: now.subtract({ hours: 168 * count }) });
  const passed: OpenIssue = { ...asked, promise: { state: 'running', rung: 1, by: now, hasPassed: true } };

  it.each([
    ['nobody asked them', null, [open], weeks(1), true],
    ['weekly', 'weekly', [open], weeks(1), true],
    ['fortnightly, a week later', 'fortnightly', [passed], weeks(1), false],
    ['fortnightly, two weeks later', 'fortnightly', [open], weeks(2), true],
    ['fortnightly, for the first time', 'fortnightly', [open], { now, last: null }, true],
    ['when waiting, and nobody does', 'when-waiting', [open, look], weeks(3), false],
    ['when waiting, and a promise has passed', 'when-waiting', [open, passed], weeks(1), true],
    [
      'when waiting, and somebody is stuck',
      'when-waiting',
      [{ ...open, help: { state: 'wanted' } }],
      weeks(1),
      true,
    ],
  ] as const)('%s', (_, rhythm, owed, ends, wanted) => {
    expect(isTheirTime(rhythm, owed, ends)).toBe(wanted);
  });

  it('nobody waits beyond a promise where a day was named, or somebody owns it', () => {
    expect([open, waits, anIssue({ state: 'claimed' }), unanswered].map(isWaitedFor)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('the fourth without a press asks, and nobody is asked who has chosen', () => {
    expect([1, 2, 3, 4, 5].map((it) => asksRhythm(null, it))).toEqual([false, false, false, true, true]);
    expect(asksRhythm('weekly', 9)).toBe(false);
  });

  it('whoever wants it fortnightly has it at most every second week, and never waits for three', () => {
    assert(
      property(
        array(record({ hours: constantFrom(84, 167, 168, 169, 252), owes: integer({ min: 0, max: 3 }) })),
        (periods) => {
          let end = now;
          let last: Temporal.Instant | null = null;
          return periods.every(({ hours, owes }) => {
            end = end.add({ hours });
            const isTime = owes > 0 && isTheirTime('fortnightly', [open], { now: end, last });
            const since = last === null ? Infinity : end.since(last).total('hours');
            if (isTime) last = end;
            return isTime ? since >= 264 : owes === 0 || since < 336;
          });
        },
      ),
    );
  });
});

describe('what their last answer led to', () => {
  const confirmed = anIssue({ state: 'confirmed' });
  const done = (event: IssueEvent, by = kim, days = 0): Done => ({
    event,
    by,
    at: thursday.add({ hours: 24 * days }),
  });
  const offered = done({ type: 'offered', to: sam, by: kim });
  const taken = done({ type: 'claimed', owner: sam }, sam, 1);
  const closed = (how: Ending, lead: PersonId | null = kim): Done =>
    done({ type: 'ask-closed', how, owner: sam, lead, text: '' }, lead ?? sam, 3);
  const inquired = done({ type: 'inquired', text: 'Which bank?', by: kim }, kim, 2);

  it.each([
    ['an owner whom they found', [offered, taken], 'owner'],
    [
      'somebody whom they asked said no, and another took it on',
      [offered, done({ type: 'claimed', owner: hal }, hal)],
      null,
    ],
    ['a question', [inquired, taken], 'question'],
    ['their newest answer counts', [offered, inquired, taken], 'question'],
    ['another look', [done({ type: 'opened-again', by: kim, against: ned })], 'look'],
    [
      'a day',
      [done({ type: 'looks-again', by: kim, on: Temporal.PlainDate.from('2026-12-14'), until: thursday })],
      'day',
    ],
    ['an answer to what its owner asked', [taken, closed('answered')], 'answer'],
    ['what its owner needed, and they saw to it', [taken, closed('done')], 'support'],
    ['that it is not possible', [taken, closed('not-possible')], 'no'],
    ['what was asked of them, and called back', [taken, closed('called-back', null)], null],
    ['what its owner solved before they had done it', [taken, closed('solved')], null],
    ['what they took over, and handed on', [taken, closed('taken-over')], null],
    ['an answer, and a question before it', [inquired, taken, closed('answered')], 'answer'],
    ['what somebody else answered', [done({ type: 'inquired', text: '?', by: ned }, ned)], null],
    ['what its owner asked is no first answer', [taken, done({ type: 'inquired', text: '?' })], null],
    ['nothing', [taken], null],
  ] as const)('%s', (_, history, answer) => {
    expect(ledTo(confirmed, history, kim)?.answer ?? null).toBe(answer);
  });

  it('only while it is true, and not to whoever saw it through themselves', () => {
    expect(ledTo(anIssue({ state: 'resolved' }), [inquired], kim)).toBeNull();
    expect(ledTo(anIssue({ state: 'open' }), [inquired], kim)).toBeNull();
    expect(ledTo({ ...confirmed, owner: kim }, [inquired], kim)).toBeNull();
    expect(ledTo(confirmed, [inquired], kim)).toEqual({ number: 42, answer: 'question', at: inquired.at });
    expect(ledTo(confirmed, [inquired], ana)).toBeNull();
  });
});
