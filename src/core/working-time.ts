import { Temporal } from 'temporal-polyfill';

import { isAfter, isBefore, laterOf } from './moments.ts';
import { remembered } from './remembered.ts';

/**
 * A stretch of work on one day's clock, in minutes since its midnight: begins at `from`, is over at `to`. A night shift
 * ends past 1440, on the next day's clock.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Monday first; a day without spans is free. */
export type Week = readonly (readonly Span[])[];

const officeDay: readonly Span[] = [{ from: 9 * 60, to: 17 * 60 }];

export const officeWeek: Week = [officeDay, officeDay, officeDay, officeDay, officeDay, [], []];

/** When somebody works, or a whole workspace. */
export interface WorkingTime {
  /** IANA name. */
  readonly zone: string;
  readonly week: Week;
  /** ISO dates: what would begin on one of them does not take place. */
  readonly holidays: ReadonlySet<string>;
  /** ISO date of the first day back. */
  readonly awayUntil: string | null;
}

/** A span of one day, as it really came about there: hours that daylight saving skips or repeats are in it. */
interface Shift {
  readonly day: Temporal.PlainDate;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

export const minutesOfDay = 24 * 60;

/** Whoever has no working hour in so many days has none. */
const farthestDays = 400;

const dayMs = 86_400_000;

/** Those that are not over at `from`, in order; where two overlap the later one begins when the first is over. */
function* shiftsFrom(time: WorkingTime, from: Temporal.Instant): Generator<Shift> {
  /* The night shift of the day before may still be going on, and it may be a day earlier there than in Greenwich. */
  const first = Math.floor(from.epochMilliseconds / dayMs) - 2;
  const back = time.awayUntil === null ? first : numberOf(Temporal.PlainDate.from(time.awayUntil));
  let day = Math.max(first, back);
  let over = from;
  for (let left = farthestDays; left > 0; left -= 1, day += 1) {
    for (const shift of shiftsOn(time, day)) {
      if (!isAfter(shift.end, over)) continue;
      const start = laterOf(shift.start, over === from ? shift.start : over);
      over = shift.end;
      yield { ...shift, start };
    }
  }
}

/** Days are counted from 1 January 1970, a Thursday: going through dates costs more than all the rest. */
function numberOf(date: Temporal.PlainDate): number {
  return epoch.until(date, { largestUnit: 'days' }).days;
}

function dateOf(day: number): Temporal.PlainDate {
  return epoch.add({ days: day });
}

const epoch = Temporal.PlainDate.from('1970-01-01');

function shiftsOn({ zone, week, holidays }: WorkingTime, day: number): Shift[] {
  const spans = week[(day + 3) % 7] ?? [];
  if (spans.length === 0 || (holidays.size > 0 && holidays.has(dateOf(day).toString()))) return [];
  return spans.flatMap(({ from, to }) => {
    const shift = shiftAt({ zone, day, from, to });
    return isBefore(shift.start, shift.end) ? [shift] : [];
  });
}

interface OnDay extends Span {
  readonly zone: string;
  readonly day: number;
}

/** Some months of a thousand teams. */
const mostShifts = 50_000;

/** Asking a zone for its clock is slow, and its answer for a day is always the same. */
const shiftAt = remembered(
  mostShifts,
  ({ zone, day, from, to }: OnDay) => `${zone} ${day} ${from} ${to}`,
  ({ zone, day: number, from, to }): Shift => {
    const day = dateOf(number);
    const start = instantAt(zone, day, from);
    return { day, start, end: isThere(zone, day) ? instantAt(zone, day, to) : start };
  },
);

/** Where the date line was moved a day was left out: in Samoa 30 December 2011. */
function isThere(zone: string, day: Temporal.PlainDate): boolean {
  return day.toZonedDateTime(zone).toPlainDate().equals(day);
}

function instantAt(zone: string, day: Temporal.PlainDate, minutes: number): Temporal.Instant {
  const date = day.add({ days: Math.floor(minutes / minutesOfDay) });
  const plainTime = Temporal.PlainTime.from({
    hour: Math.floor((minutes % minutesOfDay) / 60),
    minute: minutes % 60,
  });
  return date.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
}

export function isOpen(time: WorkingTime, at: Temporal.Instant): boolean {
  return openingAfter(time, at)?.equals(at) === true;
}

/** `at` itself while they work, else when they begin again; `null`: never, as far as one can see. */
export function openingAfter(time: WorkingTime, at: Temporal.Instant): Temporal.Instant | null {
  for (const { start } of shiftsFrom(time, at)) return laterOf(start, at);
  return null;
}

/**
 * When so many minutes of work are over; rest does not count. What ends with a working day ends then, and not the next
 * morning. `null`: never.
 */
export function addWorkingMinutes(
  time: WorkingTime,
  from: Temporal.Instant,
  minutes: number,
): Temporal.Instant | null {
  let leftMs = minutes * 60_000;
  for (const { start, end } of shiftsFrom(time, from)) {
    const begin = laterOf(start, from);
    const lengthMs = end.epochMilliseconds - begin.epochMilliseconds;
    if (leftMs <= lengthMs) return Temporal.Instant.fromEpochMilliseconds(begin.epochMilliseconds + leftMs);
    leftMs -= lengthMs;
  }
  return null;
}

/** Where work never comes, a week is waited, and no longer. */
export function orAWeek(at: Temporal.Instant | null, from: Temporal.Instant): Temporal.Instant {
  return at ?? from.add({ hours: 7 * 24 });
}

/** When the day begins that is so many working days after the one that `from` belongs to. `null`: never. */
export function addWorkingDays(
  time: WorkingTime,
  from: Temporal.Instant,
  days: number,
): Temporal.Instant | null {
  let today = dayOf(time, from);
  let left = days;
  for (const { day, start } of shiftsFrom(time, from)) {
    if (Temporal.PlainDate.compare(day, today) <= 0) continue;
    today = day;
    left -= 1;
    if (left === 0) return start;
  }
  return null;
}

/** When work begins on that date, or after it where it is free. `null`: never. */
export function openingOn(time: WorkingTime, date: Temporal.PlainDate): Temporal.Instant | null {
  const midnight = date.toZonedDateTime({ timeZone: time.zone }).toInstant();
  for (const { day, start } of shiftsFrom(time, midnight)) {
    if (Temporal.PlainDate.compare(day, date) >= 0) return start;
  }
  return null;
}

/** So far back a working day is looked for. */
const farthestBackDays = 31;

/** When the last working day before that date begins. `null`: there is none within a month. */
export function openingBefore(time: WorkingTime, date: Temporal.PlainDate): Temporal.Instant | null {
  for (let back = 1; back <= farthestBackDays; back += 1) {
    const [shift] = shiftsOn(time, numberOf(date) - back);
    if (shift !== undefined) return shift.start;
  }
  return null;
}

/** The date it is for them: to whoever works through the night it stays the day on which they began. */
export function dayOf(time: WorkingTime, at: Temporal.Instant): Temporal.PlainDate {
  for (const { day, start } of shiftsFrom(time, at)) {
    if (!isAfter(start, at)) return day;
    break;
  }
  return at.toZonedDateTimeISO(time.zone).toPlainDate();
}
