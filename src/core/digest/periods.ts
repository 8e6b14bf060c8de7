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
  /** ISO dates: what would be told on one of them is told on the next working day. */
  readonly holidays: ReadonlySet<string>;
}

/** From its first moment up to its end, which is the first moment of the next one. */
export interface Period {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** A digest: where its period ends, and when it was to be told by rights, though a holiday may have moved it. */
export interface Slot {
  readonly to: Temporal.Instant;
  readonly usual: Temporal.Instant;
}

/** What a look at the clock comes to: a digest that is to be sent now, if any, and when to look again. */
export interface Look {
  readonly period: (Period & Slot) | null;
  readonly next: Temporal.Instant;
}

/**
 * A calendar week has one digest, whatever is changed; one that a holiday has moved counts for the week it was moved from.
 * And nobody gets two within so many hours: by the clock of another zone it may be another week.
 */
const leastHours = 48;

const hoursOfWeek = 168;

/**
 * Whether a digest is due. `last`: the one before; `null` before the first, whose period is a week. One that could not be
 * sent at its hour is sent later on the same day; after that the next one covers its time as well.
 */
export function lookAt(schedule: Schedule, last: Slot | null, now: Temporal.Instant): Look {
  const slot = slotOfToday(schedule, now);
  const isDue = slot !== null && isLateEnough(schedule, slot, last);
  const from = (to: Temporal.Instant): Temporal.Instant => last?.to ?? weeksBefore(to, 1, schedule.zone);
  const period = isDue ? { from: from(slot.to), ...slot } : null;
  return { period, next: nextSlot(schedule, period ?? last, now) };
}

/** The period that runs at `now`, as far as it has come. */
export function periodSoFar({ zone }: Schedule, last: Slot | null, now: Temporal.Instant): Period {
  const from = last?.to ?? weeksBefore(now, 1, zone);
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

function nextSlot(schedule: Schedule, last: Slot | null, now: Temporal.Instant): Temporal.Instant {
  const soonest = last === null ? now : laterOf(now, last.to.add({ hours: leastHours }));
  const slots = slotsAround({ ...schedule, date: dateOf(soonest, schedule) }).slice(1);
  const isNext = (it: Slot): boolean => isAfter(it.to, now) && isLateEnough(schedule, it, last);
  const next = offHolidays(schedule, slots).find(isNext);
  /* Where weeks are free, it is looked again on a day on which nothing is told. */
  return (next ?? firstOf(slots, isNext)).to;
}

/** The one that has come today, if any. */
function slotOfToday(schedule: Schedule, now: Temporal.Instant): Slot | null {
  const date = dateOf(now, schedule);
  const slots = offHolidays(schedule, slotsAround({ ...schedule, date }));
  return slots.findLast(({ to }) => !isAfter(to, now) && dateOf(to, schedule).equals(date)) ?? null;
}

const saturday = 6;

/** The same hour of the next working day, where it is a holiday; none is left of some weeks, and the next one tells of both. */
function offHolidays(schedule: Schedule, slots: readonly Slot[]): readonly Slot[] {
  const { zone, hour, holidays } = schedule;
  if (holidays.size === 0) return slots;
  return slots.flatMap(({ usual }): Slot[] => {
    const day = dateOf(usual, schedule);
    if (!holidays.has(day.toString())) return [{ usual, to: usual }];
    const following = [1, 2, 3, 4, 5, 6].map((days) => day.add({ days }));
    const moved = following.find((it) => it.dayOfWeek < saturday && !holidays.has(it.toString()));
    const plainTime = new Temporal.PlainTime(hour);
    return moved === undefined
      ? []
      : [{ usual, to: moved.toZonedDateTime({ timeZone: zone, plainTime }).toInstant() }];
  });
}

interface Around extends Omit<Schedule, 'holidays'> {
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
    [-2, -1, 0, 1, 2].map((after): Slot => {
      const plainTime = new Temporal.PlainTime(hour);
      const days = day - date.dayOfWeek + 7 * after;
      const usual = date.add({ days }).toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
      return { usual, to: usual };
    }),
);

function firstOf(slots: readonly Slot[], willDo: (slot: Slot) => boolean): Slot {
  const slot = slots.find(willDo);
  if (slot === undefined) throw new Error('a week has no such day');
  return slot;
}

/** Two of them a week apart are of two weeks: that is asked of most, and costs less. */
function isLateEnough(schedule: Schedule, { usual, to }: Slot, last: Slot | null): boolean {
  if (last === null) return true;
  if (isAfter(last.to.add({ hours: leastHours }), to)) return false;
  if (!isAfter(last.to.add({ hours: hoursOfWeek }), usual)) return true;
  return Temporal.PlainDate.compare(mondayOf(usual, schedule), mondayOf(last.usual, schedule)) > 0;
}

function mondayOf(at: Temporal.Instant, schedule: Schedule): Temporal.PlainDate {
  const date = dateOf(at, schedule);
  return date.subtract({ days: date.dayOfWeek - 1 });
}

function dateOf(at: Temporal.Instant, { zone }: Schedule): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}
