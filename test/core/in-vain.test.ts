import { assert, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { heardAt } from '../../src/core/attended.ts';
import type { Cadence } from '../../src/core/cadence.ts';
import { take } from '../../src/core/decide.ts';
import { foundNext } from '../../src/core/due.ts';
import { isAskingFirst } from '../../src/core/first-answer.ts';
import type { Issue, IssueEvent, PersonId } from '../../src/core/issue.ts';
import type { WorkingTime } from '../../src/core/working-time.ts';
import { anIssue, cadence, hal, kim, ned, thursday } from '../support/builders.ts';
import { asked } from './an-ask.ts';
import { does, takeStep } from './life.ts';
import type { Step } from './life.ts';
import { afterPassing, ladder } from './promises.ts';

const before = ladder([kim], [], []);
const looks = (by: Cadence): Step => ({ type: 'in-vain', cadence: by });
const weeksLater = thursday.add({ hours: 500 });

/** Whom these events ask, for whatever it is. */
const askedBy = (events: readonly IssueEvent[]): readonly PersonId[] =>
  events.flatMap((it) => {
    if (isAskingFirst(it)) return it.to;
    if (it.type === 'ask-passed') return it.on?.to ?? [];
    return it.type === 'look-asked' ? it.of : [];
  });

const askInVain = asked();
const inVain: Record<string, Issue> = {
  'for a first answer': afterPassing(2, before).after,
  'for support': {
    ...askInVain,
    ask: { ...askInVain.ask, to: [kim], standing: { state: 'unanswered' } },
  },
  'for another look': anIssue({
    state: 'declined',
    hasAskedForLook: true,
    look: { state: 'asked', since: 5, of: [] },
  }),
};

describe.each(Object.entries(inVain))('all who lead were asked in vain %s', (_, issue) => {
  it('each day it is looked at again, whatever happens to it meanwhile', () => {
    assert(
      property(integer({ min: 0, max: 100_000 }), integer({ min: 0, max: 24 * 60 - 1 }), (minutes, more) => {
        const now = thursday.add({ minutes });
        const next = foundNext(issue, now)?.at ?? now;
        const wait = next.since(now).total('hours');
        const isPutOff = foundNext(issue, now.add({ minutes: more }))?.at.equals(next) !== true;
        return wait > 0 && wait <= 24 && isPutOff === next.since(now).total('minutes') <= more;
      }),
    );
    expect(foundNext(issue, thursday)?.turn).toBe('in-vain');
  });

  it('while there is nobody else, nothing happens', () => {
    const nobody: Cadence = { ...before, rungs: [[], [], []] };
    expect(take(issue, { type: 'in-vain', cadence: nobody }, weeksLater)).toEqual([]);
  });

  it('somebody leads who was not asked: they are, once', () => {
    const by = ladder([kim, ned], [], []);
    const there = takeStep(issue, looks(by), weeksLater, by);
    expect(askedBy(there.events)).toEqual([ned]);
    expect(takeStep(there.after, looks(by), weeksLater.add({ hours: 900 }), by).events).toEqual([]);
  });
});

describe.each(['for a first answer', 'for support'])('whoever is named while they are away, %s', (what) => {
  const day = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}T12:00:00Z`);
  const away: WorkingTime = { ...cadence.time, awayUntil: '2027-01-11' };
  const by: Cadence = { ...ladder([kim], [], [hal]), leads: new Map([[hal, away]]) };

  it('is asked when they are almost back', () => {
    const issue = inVain[what] ?? anIssue({ state: 'open' });
    const events = (text: string) => take(issue, { type: 'in-vain', cadence: by }, day(text));
    expect(events('2026-12-29')).toEqual([]);
    expect(events('2027-01-08')).toEqual([]);
    expect(JSON.stringify(events('2027-01-10'))).toContain(hal);
  });
});

it('what falls due sooner is found sooner', () => {
  const issue = inVain['for support'];
  if (issue?.state !== 'claimed') throw new Error('nobody owns it');
  const soon = thursday.add({ minutes: 10 });
  const quiet: Issue = { ...issue, attended: { ...heardAt(3), lead: { state: 'soon', at: soon } } };
  expect(foundNext(quiet, thursday)).toEqual({ turn: 'could-use-help', at: soon });
});

it('once somebody has answered, nobody is looked for', () => {
  const open = inVain['for a first answer'] ?? anIssue({ state: 'saved' });
  const claimed = takeStep(open, does(ned, { type: 'claim' }), weeksLater).after;
  expect(claimed.state).toBe('claimed');
  expect(foundNext(claimed, weeksLater)).toBeNull();
});
