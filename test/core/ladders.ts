import { array, constantFrom, integer, oneof, subarray, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { Temporal } from 'temporal-polyfill';

import type { Cadence } from '../../src/core/cadence.ts';
import { dueOf } from '../../src/core/due.ts';
import { isAskingFirst } from '../../src/core/first-answer.ts';
import type { Issue, PersonId } from '../../src/core/issue.ts';
import { restsUntil } from '../../src/core/promise-rest.ts';
import { officeWeek } from '../../src/core/working-time.ts';
import type { Week, WorkingTime } from '../../src/core/working-time.ts';
import { ana, anIssue, hal, kim, lea, max, ned, sam, thursday } from '../support/builders.ts';
import { takeStep } from './life.ts';
import type { Change, Step } from './life.ts';
import { actors, commands } from './lives.ts';
import { firstReading } from './promises.ts';

const rung = subarray([ana, sam, lea, kim, max, ned, hal], { maxLength: 5 });
const zones = constantFrom('UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham');
const holidays = new Set(['2026-12-25']);
const nights: Week = Array.from({ length: 7 }, () => [{ from: 22 * 60, to: 30 * 60 }]);

const aWednesdayHour: Week = [[], [], [{ from: 540, to: 570 }], [], [], [], []];

/** Of somebody on the ladder, if anything is known of them. */
const hours: Arbitrary<WorkingTime | null> = tuple(
  zones,
  constantFrom(officeWeek, nights, aWednesdayHour),
  constantFrom(null, null, '2026-12-05', '2027-02-01'),
).chain(([zone, week, awayUntil]) => constantFrom(null, { zone, week, holidays, awayUntil }));
const leading: readonly PersonId[] = [ana, sam, lea, kim, max, ned, hal];
export const cadences: Arbitrary<Cadence> = tuple(
  tuple(rung, rung, rung),
  rung,
  zones,
  integer({ min: 1, max: 2400 }),
  array(hours, { minLength: leading.length, maxLength: leading.length }),
).map(([rungs, admins, zone, minutes, each]) => ({
  rungs,
  admins,
  minutes,
  leads: new Map(leading.flatMap((it, nth) => (each[nth] ? [[it, each[nth]] as const] : []))),
  time: { zone, week: officeWeek, holidays, awayUntil: null },
}));

export type Doing = Step | 'time';
export const doings: Arbitrary<Doing> = oneof(
  { weight: 3, arbitrary: constantFrom<Doing>('time') },
  { weight: 1, arbitrary: tuple(constantFrom(...actors), commands) },
);

/** What comes no sooner does not come at all. */
const longestWaitMinutes = 2000;

export type Lived = Change & { readonly at: Temporal.Instant };

/**
 * An issue's life in which the sweep comes when something is due, or late, and never in the rest. What somebody is asked
 * comes to them once they work, or so late.
 */
export function changesOf(
  life: readonly (readonly [Doing, number])[],
  by: Cadence,
  asksAbove: boolean,
): Lived[] {
  let issue: Issue = anIssue({ state: 'saved', asksAbove });
  let now = thursday.add({ minutes: 1 });
  const posted = takeStep(issue, { type: 'post' }, now, by);
  const changes: Lived[] = [{ ...posted, at: now }];
  issue = posted.after;
  for (const [doing, lateMinutes] of life) {
    const [at, step] = next(issue, by, now, doing, lateMinutes, askedIn(changes));
    now = at;
    const change = takeStep(issue, step, now, by);
    changes.push({ ...change, at: now });
    issue = change.after;
  }
  return changes;
}

/** Those who were asked last. */
function askedIn(changes: readonly Lived[]): readonly PersonId[] {
  const asking = changes.flatMap(({ events }) => events.filter((it) => isAskingFirst(it)));
  return asking.at(-1)?.to ?? [];
}

function next(
  issue: Issue,
  by: Cadence,
  now: Temporal.Instant,
  doing: Doing,
  lateMinutes: number,
  asked: readonly PersonId[],
): [Temporal.Instant, Step] {
  if (doing !== 'time') return [now.add({ minutes: lateMinutes }), doing];
  const due = dueOf(issue);
  const at = later(due?.at ?? now, now).add({ minutes: lateMinutes });
  const reading = lateMinutes > longestWaitMinutes ? null : firstReading(issue, by, asked);
  if (reading !== null && isBy(now, reading.at)) return [reading.at, reading.step];
  return [restsUntil(issue, by, at) ?? at, { type: 'promise-passes', cadence: by }];
}

export function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other;
}

export function isBy(at: Temporal.Instant | null, by: Temporal.Instant): boolean {
  return at !== null && Temporal.Instant.compare(at, by) <= 0;
}
