import type { Cadence } from '../../src/core/cadence.ts';
import { dueOf } from '../../src/core/due.ts';
import type { Issue } from '../../src/core/issue.ts';
import { anIssue, cadence, thursday } from '../support/builders.ts';
import { takeStep } from './life.ts';
import type { Change, Step } from './life.ts';

export const ladder = (...rungs: Cadence['rungs']): Cadence => ({ ...cadence, rungs });
/** The same, and who administers. */
export const administered = (by: Cadence, ...admins: Cadence['admins']): Cadence => ({ ...by, admins });
export const passes = (by: Cadence = cadence): Step => ({ type: 'promise-passes', cadence: by });
export const open = anIssue({ state: 'open' });

/** The issue after promises have passed so often, each at its own moment. */
export function afterPassing(times: number, by: Cadence = cadence, from: Issue = open): Change {
  let change = takeStep(from, passes(by), thursday);
  for (let left = times; left > 0; left -= 1) {
    const at = dueOf(change.after)?.at ?? thursday.add({ hours: 1000 });
    change = takeStep(change.after, passes(by), at);
  }
  return change;
}
