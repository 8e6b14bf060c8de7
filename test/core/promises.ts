import { Temporal } from 'temporal-polyfill';

import { arrivedFirst } from '../../src/core/asking.ts';
import type { Cadence } from '../../src/core/cadence.ts';
import { dueOf } from '../../src/core/due.ts';
import type { Issue, PersonId } from '../../src/core/issue.ts';
import { openingAfter } from '../../src/core/working-time.ts';
import { anIssue, cadence, thursday } from '../support/builders.ts';
import { takeStep } from './life.ts';
import type { Change, Step } from './life.ts';

export const ladder = (...rungs: Cadence['rungs']): Cadence => ({ ...cadence, rungs });
/** The same, and who administers. */
export const administered = (by: Cadence, ...admins: Cadence['admins']): Cadence => ({ ...by, admins });
export const passes = (by: Cadence = cadence): Step => ({ type: 'promise-passes', cadence: by });
export const open = anIssue({ state: 'open' });

/** What `to` are asked comes to the first of them who works before it goes on; `null`: to nobody, or it is there. */
export function firstReading(issue: Issue, by: Cadence, to: readonly PersonId[]) {
  const promise = issue.state === 'open' ? issue.promise : null;
  if (issue.state !== 'open' || promise?.state !== 'running' || promise.onItsWaySince === undefined)
    return null;
  const { asked, number } = issue;
  const since = promise.onItsWaySince;
  const openings = to.flatMap((person) => {
    const time = by.leads.get(person) ?? by.time;
    const at = openingAfter(time, since);
    return at === null || Temporal.Instant.compare(at, promise.by) > 0 ? [] : [{ person, time, at }];
  });
  const [first] = openings.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
  if (first === undefined) return null;
  const seq = asked?.turn ?? 0;
  const events = arrivedFirst(issue, { ...first, seq, toldAt: since }, by);
  if (events.length === 0) throw new Error(`what is asked of #${number} should have come to them`);
  return { at: first.at, step: { type: 'happens', events } as const };
}

/** The issue after promises have passed so often, each at its own moment. */
export function afterPassing(times: number, by: Cadence = cadence, from: Issue = open): Change {
  let change = takeStep(from, passes(by), thursday);
  for (let left = times; left > 0; left -= 1) {
    const at = dueOf(change.after)?.at ?? thursday.add({ hours: 1000 });
    change = takeStep(change.after, passes(by), at);
  }
  return change;
}
