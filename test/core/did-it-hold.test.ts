import { describe, expect, it } from 'vitest';

import { decide } from '../../src/core/decide.ts';
import { awaitsWhetherHeld, isInDoubt } from '../../src/core/did-it-hold.ts';
import { dueOf } from '../../src/core/due.ts';
import type { ConfirmedIssue, Issue } from '../../src/core/issue.ts';
import { wantedAt } from '../../src/core/nudge.ts';
import {
  aMeToo,
  aMonthAgo,
  ana,
  anActor,
  anIssue,
  cadence,
  kim,
  lea,
  max,
  sam,
  thursday,
} from '../support/builders.ts';
import { does, live, nameOf, says, told } from './life.ts';
import type { Step } from './life.ts';

const gone = { person: null, hasLeft: true, verdict: null } as const;
const say = (person: typeof ana, whether: 'held' | 'cannot-tell', round = 1): Step =>
  does(person, { type: 'say-of-hold', whether, round, confirmedAt: aMonthAgo });
const types = (issue: Issue, step: Step): string[] => live(issue, step).events.map(({ type }) => type);
const asked = (issue: Issue): string[] =>
  [ana, sam, lea, kim, max].filter((it) => awaitsWhetherHeld(issue, it, '42/1')).map(nameOf);

describe('whether a fix held', () => {
  it('is asked a month after it was confirmed, and not of its owner', () => {
    const resolved = anIssue({ state: 'resolved', meToos: [aMeToo(lea), aMeToo(sam)] });
    const change = live(resolved, says(ana, 'fixed'));
    const later = change.followUps.nudges.filter(({ kind }) => kind === 'did-it-hold');
    expect(later.map(({ person, subject }) => `${nameOf(person)} ${subject}`)).toEqual([
      'ana 42/1',
      'lea 42/1',
    ]);
    expect(later.every(({ isQuestion }) => isQuestion)).toBe(true);
    const [when] = later.map((it) => it.when);
    expect(when && wantedAt(cadence.time, when, thursday)).toEqual(thursday.add({ hours: 30 * 24 }));
    expect(live(change.after, says(lea, 'fixed')).followUps.nudges).toEqual([]);
    expect(dueOf(change.after)).toBeNull();
  });

  it.each<[string, Partial<ConfirmedIssue>, string[]]>([
    ['the reporter, who confirmed it', {}, ['ana']],
    ['those who met it, where the reporter has left', { reporter: { ...gone, person: ana } }, ['lea', 'max']],
    ['those who met it, where the reporter cut the link', { reporter: gone }, ['lea', 'max']],
    [
      'those who met it, where they confirmed it',
      { reporter: { person: ana, hasLeft: false, verdict: 'cannot-tell' } },
      ['lea', 'max'],
    ],
    [
      'those who met it, where its owner flagged it',
      { reporter: { person: sam, hasLeft: false, verdict: null } },
      ['lea', 'max'],
    ],
    ['nobody any more, once it is known', { hasHeld: true }, []],
    ['nobody who has said so', { saidOfHold: [{ by: null, whether: 'cannot-tell' }] }, []],
  ])('%s', (_, more, people) => {
    const meToos = [aMeToo(lea, 'fixed'), aMeToo(max), aMeToo(kim, 'cannot-tell')];
    expect(asked(anIssue({ state: 'confirmed', meToos, ...more }))).toEqual(people);
  });

  it('of another solution is not asked about with this one', () => {
    expect(asked(anIssue({ state: 'confirmed', reopenings: 1 }))).toEqual([]);
    expect(asked(anIssue({ state: 'claimed' }))).toEqual([]);
  });

  it('the reporter’s word is enough; its owner and the thread hear of it', () => {
    const change = live(anIssue({ state: 'confirmed' }), say(ana, 'held'));
    expect(change.events.map(({ type }) => type)).toEqual(['said-of-hold', 'held']);
    expect(change.after).toMatchObject({ state: 'confirmed', hasHeld: true });
    expect(told(change)).toEqual(expect.arrayContaining(['reply 42/8', 'news 42/8 to sam']));
    expect(types(change.after, say(ana, 'held'))).toEqual([]);
  });

  it('can’t be said before a month has gone by since it was confirmed', () => {
    const confirmedAt = thursday;
    const say = { type: 'say-of-hold', whether: 'held', round: 1, confirmedAt } as const;
    const after = (hours: number) =>
      decide(anIssue({ state: 'confirmed' }), anActor(ana), say, thursday.add({ hours }));
    expect(after(30 * 24 - 1)).toEqual({ ok: false, refusal: { reason: 'too-early' } });
    expect(after(30 * 24).ok).toBe(true);
  });

  it('*I can’t tell* leaves it as it was', () => {
    expect(types(anIssue({ state: 'confirmed' }), say(ana, 'cannot-tell'))).toEqual(['said-of-hold']);
  });

  it('two others decide where the reporter does not, or the only one there is', () => {
    const two = anIssue({ state: 'confirmed', reporter: gone, meToos: [aMeToo(lea), aMeToo(max)] });
    const one = live(two, say(lea, 'held')).after;
    expect(one).toMatchObject({ hasHeld: false });
    expect(types(one, say(max, 'held'))).toEqual(['said-of-hold', 'held']);
    const only = anIssue({ state: 'confirmed', reporter: gone, meToos: [aMeToo(lea)] });
    expect(types(only, say(lea, 'held'))).toEqual(['said-of-hold', 'held']);
    const beside = anIssue({ state: 'confirmed', meToos: [aMeToo(lea)] });
    expect(types(beside, say(lea, 'held'))).toEqual(['said-of-hold']);
  });

  it('it came back for one who met it: its owner hears so once; one more, and it goes on', () => {
    const two = anIssue({ state: 'confirmed', reporter: gone, meToos: [aMeToo(lea), aMeToo(max)] });
    expect(asked(two)).toEqual(['lea', 'max']);
    const first = live(two, says(lea, 'not-fixed'));
    expect(first.events.map(({ type }) => type)).toEqual(['answered']);
    expect(told(first)).toContain('news 42/7 to sam');
    expect(asked(first.after)).toEqual(['max']);
    const again = live(first.after, says(lea, 'fixed'), says(lea, 'not-fixed'));
    expect(again.events).toHaveLength(1);
    expect(told(again).filter((it) => it.startsWith('news'))).toEqual([]);
    expect(live(again.after, says(max, 'not-fixed')).after).toMatchObject({ state: 'claimed', owner: sam });
  });

  it('a *Not fixed* from before it was confirmed says nothing of whether it held', () => {
    const verdicts = [aMeToo(lea, 'not-fixed'), aMeToo(max, 'fixed'), aMeToo(kim)];
    const resolved = anIssue({ state: 'resolved', reporter: gone, meToos: verdicts });
    const { after } = live(resolved, says(kim, 'fixed'));
    expect(after.state).toBe('confirmed');
    expect(isInDoubt(after)).toBe(true);
    expect(asked(after)).toEqual(['lea', 'kim', 'max']);
    expect(live(after, says(kim, 'not-fixed')).after.state).toBe('claimed');
    const again = live(after, says(lea, 'not-fixed'));
    expect(again.events.map(({ type }) => type)).toEqual(['answered']);
    expect(told(again).filter((it) => it.startsWith('news'))).toHaveLength(1);
    expect(asked(again.after)).toEqual(['kim', 'max']);
    expect(types(again.after, says(lea, 'not-fixed'))).toEqual([]);
    const held = live(after, say(lea, 'held')).after;
    expect(isInDoubt(held)).toBe(false);
    expect(live(held, says(kim, 'not-fixed')).after.state).toBe('confirmed');
  });

  it.each<[string, ConfirmedIssue['reporter']]>([
    ['cut the link', gone],
    ['has left', { person: ana, hasLeft: true, verdict: 'fixed' }],
    ['can’t tell', { person: ana, hasLeft: false, verdict: 'cannot-tell' }],
  ])('where the reporter %s, the only one who met it reopens it alone', (_, reporter) => {
    const alone = anIssue({ state: 'confirmed', reporter, meToos: [aMeToo(lea, 'fixed')] });
    const change = live(alone, says(lea, 'not-fixed'));
    expect(change.events.at(-1)).toEqual({ type: 'reopened', isReturn: true });
    expect(change.after).toMatchObject({ state: 'claimed', owner: sam });
  });

  it('beside a reporter who called it fixed, the only one who met it does not reopen it alone', () => {
    const beside = anIssue({ state: 'confirmed', meToos: [aMeToo(lea, 'fixed')] });
    expect(types(beside, says(lea, 'not-fixed'))).toEqual(['answered']);
  });

  it.each<[string, Issue]>([
    ['before it was confirmed', anIssue({ state: 'resolved', meToos: [aMeToo(lea)] })],
    [
      'where it reopens at once',
      anIssue({ state: 'confirmed', meToos: [aMeToo(lea), aMeToo(max, 'not-fixed')] }),
    ],
  ])('nothing of the kind is said %s', (_, issue) => {
    const { followUps } = live(issue, says(lea, 'not-fixed'));
    expect(followUps.draw.filter(({ kind }) => kind === 'news')).toEqual([]);
  });

  it('it came back: it goes on with its owner, and is counted as a return', () => {
    const held = live(anIssue({ state: 'confirmed' }), say(ana, 'held')).after;
    const change = live(held, says(ana, 'not-fixed'));
    expect(change.events.at(-1)).toEqual({ type: 'reopened', isReturn: true });
    expect(change.after).toMatchObject({ state: 'claimed', owner: sam, reopenings: 1 });
    expect('hasHeld' in change.after).toBe(false);
    const early = live(anIssue({ state: 'resolved' }), says(ana, 'not-fixed'));
    expect(early.events.at(-1)).toEqual({ type: 'reopened' });
  });
});
