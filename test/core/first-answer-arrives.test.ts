import { describe, expect, it } from 'vitest';

import { arrivedFirst } from '../../src/core/asking.ts';
import { dueOf } from '../../src/core/due.ts';
import type { Issue, PersonId } from '../../src/core/issue.ts';
import { addWorkingDays } from '../../src/core/working-time.ts';
import { ana, anActor, anIssue, cadence, hal, kim, ned, sam, thursday } from '../support/builders.ts';
import { takeStep, told } from './life.ts';
import type { Change } from './life.ts';
import { afterPassing, passes } from './promises.ts';

/** Kim and Ned lead, and were asked by the third event. It has not come to them. */
const asked = afterPassing(1);
const passed = afterPassing(2);
const since = dueOf(afterPassing(0).after)?.at ?? thursday;
const later = (hours: number) => since.add({ hours });

/** So many hours after they were asked; `told`: the same of its reporter. */
function arrives(issue: Issue, person: PersonId, seq: number, hours: number, told?: number): Change {
  const at = later(hours);
  const toldAt = told === undefined ? null : later(told);
  const events = arrivedFirst(issue, { person, time: cadence.time, seq, at, toldAt }, cadence);
  return takeStep(issue, { type: 'happens', events }, at);
}

describe('what somebody is asked for a first answer', () => {
  it('is on its way until it has come to one of them, and goes on in two days if it never does', () => {
    expect(asked.after).toMatchObject({ promise: { onItsWaySince: since } });
    expect(dueOf(asked.after)?.at).toEqual(addWorkingDays(cadence.time, since, 2));
    expect(passed.events).toMatchObject([{ type: 'promise-passed', to: [hal] }]);
  });

  it('has its time from when it came to the first of them', () => {
    const first = arrives(asked.after, ned, 3, 20);
    expect(first.after).toMatchObject({
      promise: { state: 'running', rung: 0, by: later(24), hasPassed: true },
    });
    expect(dueOf(first.after)?.at).toEqual(later(24));
    expect(arrives(first.after, kim, 3, 22).events).toEqual([]);
    expect(takeStep(first.after, passes(), later(23)).events).toEqual([]);
    expect(takeStep(first.after, passes(), later(24)).events).toMatchObject([{ to: [hal] }]);
  });

  it.each<readonly [string, Issue, PersonId, number]>([
    ['those who were asked before', passed.after, kim, 3],
    ['those who were asked before, as if they were asked now', passed.after, sam, 4],
    ['whoever flagged it', asked.after, ana, 3],
    ['nobody any more', takeStep(asked.after, [anActor(sam), { type: 'claim' }], thursday).after, kim, 3],
    ['one who has answered', afterPassing(3).after, hal, 4],
  ])('begins with none but them: not with %s', (_, issue, person, seq) => {
    expect(arrives(issue, person, seq, 20).events).toEqual([]);
  });

  it('is told anew by when only where its reporter has known of it for a while; else it is said where it stands', () => {
    const soon = arrives(asked.after, kim, 3, 1, 0);
    expect(told(soon)).toEqual(['card 42']);
    expect(soon.followUps).toMatchObject({ elsewhere: 42, nudged: 42 });
    expect(told(arrives(asked.after, kim, 3, 20))).toEqual(['card 42']);
    expect(told(arrives(asked.after, kim, 3, 20, 0))).toEqual(['card 42', 'news 42/4 to ana']);
  });

  it('has a time beforehand where its receipt has said so', () => {
    const saved = anIssue({ state: 'saved', asksAbove: true });
    const posted = takeStep(saved, { type: 'post' }, thursday.add({ minutes: 1 })).after;
    expect(posted).toMatchObject({ promise: { rung: 1, hasPassed: false }, asked: { of: [hal] } });
    expect(posted.state === 'open' && posted.promise).not.toHaveProperty('onItsWaySince');
    expect(arrives(posted, hal, 3, 20).events).toEqual([]);
  });
});
