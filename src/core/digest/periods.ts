import { Temporal } from 'temporal-polyfill';

import { earlierOf, isAfter, laterOf } from '../moments.ts';
import { remembered } from '../remembered.ts';

/** When a workspace has its digest: each week at that hour of that day, by the clock of its zone. */
export interface Schedule {
  /** IANA name. */
  readonly zone: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
}

/** From its first moment up to its end, which is the first moment of the next one. */
export interface Period {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** What a look at the clock comes to: a digest that is to be sent now, if any, and when to look again. */
export interface Look {
  readonly period: Period | null;
  readonly next: Temporal.Instant;
}

/**
 * Where the day, the hour or the zone was changed, the next digest is the first on the new day that comes no sooner than this:
 * nobody gets two within a few hours, and nobody waits for two weeks.
 */
const leastHours = 84;

/**
 * Whether a digest is due. `last`: where the last period ended; `null` before the first, which is a week. One that could
 * not be sent at its hour is sent later on the same day; after that the next one covers its time as well.
 */
export function lookAt(schedule: Schedule, last: Temporal.Instant | null, now: Temporal.Instant): Look {
  const slot = latestSlot(schedule, now);
  const isToday = dateOf(slot, schedule).equals(dateOf(now, schedule));
  const isDue = isToday && isLateEnough(slot, last);
  const period = isDue ? { from: last ?? weeksBefore(slot, 1, schedule.zone), to: slot } : null;
  return { period, next: nextSlot(schedule, period?.to ?? last, now) };
}

/** The period that runs at `now`, as far as it has come. */
export function periodSoFar(
  { zone }: Schedule,
  last: Temporal.Instant | null,
  now: Temporal.Instant,
): Period {
  const from = last ?? weeksBefore(now, 1, zone);
  return { from: earlierOf(from, now), to: now };
}

/** Far more than there are zones. */
const mostKept = 1000;

interface Before {
  readonly at: Temporal.Instant;
  readonly weeks: number;
  readonly zone: string;
}

const momentBefore = remembered(
  mostKept,
  ({ at, weeks, zone }: Before) => `${at.epochNanoseconds} ${weeks} ${zone}`,
  ({ at, weeks, zone }) => at.toZonedDateTimeISO(zone).subtract({ weeks }).toInstant(),
);

/** The same time of the day, weeks before, by the clock of the zone. */
export function weeksBefore(at: Temporal.Instant, weeks: number, zone: string): Temporal.Instant {
  return momentBefore({ at, weeks, zone });
}

function nextSlot(
  schedule: Schedule,
  last: Temporal.Instant | null,
  now: Temporal.Instant,
): Temporal.Instant {
  const soonest = last === null ? now : laterOf(now, last.add({ hours: leastHours }));
  const slots = slotsAround({ ...schedule, date: dateOf(soonest, schedule) });
  return firstOf(slots.slice(1), (it) => isAfter(it, now) && isLateEnough(it, last));
}

function latestSlot(schedule: Schedule, now: Temporal.Instant): Temporal.Instant {
  const slots = slotsAround({ ...schedule, date: dateOf(now, schedule) });
  return firstOf(slots.slice(0, 4).toReversed(), (it) => !isAfter(it, now));
}

interface Around extends Schedule {
  readonly date: Temporal.PlainDate;
}

/**
 * From two weeks before the week of that date until two weeks after it. One or two more than a calendar would need, for
 * zones whose clock goes back over midnight or leaves out a day.
 */
const slotsAround = remembered(
  mostKept,
  ({ zone, day, hour, date }: Around) => `${zone} ${day} ${hour} ${date.toString()}`,
  ({ zone, day, hour, date }) =>
    [-2, -1, 0, 1, 2].map((after) => {
      const plainTime = new Temporal.PlainTime(hour);
      const days = day - date.dayOfWeek + 7 * after;
      return date.add({ days }).toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
    }),
);

function firstOf(
  slots: readonly Temporal.Instant[],
  willDo: (slot: Temporal.Instant) => boolean,
): Temporal.Instant {
  const slot = slots.find(willDo);
  if (slot === undefined) throw new Error('a week has no such day');
  return slot;
}

function isLateEnough(slot: Temporal.Instant, last: Temporal.Instant | null): boolean {
  return last === null || !isAfter(last.add({ hours: leastHours }), slot);
}

function dateOf(at: Temporal.Instant, { zone }: Schedule): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}
