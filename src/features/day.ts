import type { InputBlock } from '@slack/types';
import { Temporal } from 'temporal-polyfill';

import { input } from './blocks.ts';
import { dayIn } from './words.ts';

/** A calendar. */
export function dayInput(
  name: string,
  label: string,
  day: Temporal.PlainDate | null,
  more: Parameters<typeof input>[3] = {},
): InputBlock {
  const initial = day === null ? {} : { initial_date: day.toString() };
  return input(name, label, { type: 'datepicker', action_id: name, ...initial }, more);
}

/** `null`: there is no such day, as there is no 31st of February. */
export function dayOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

export const noSuchDay = 'There is no such day. Please choose one from the calendar.';

/** A day of the year to come, or what is wrong with what was picked. `from`: `null` where the rules know the first. */
export function readDay(
  picked: string | null | undefined,
  today: Temporal.PlainDate,
  from: 'today' | 'tomorrow' | null,
): Temporal.PlainDate | string {
  const day = dayIn(picked ?? '');
  if (day === null) return noSuchDay;
  const first = from === 'tomorrow' ? today.add({ days: 1 }) : today;
  const isTooEarly = from !== null && Temporal.PlainDate.compare(day, first) < 0;
  const isTooLate = Temporal.PlainDate.compare(day, today.add({ years: 1 })) > 0;
  if (!isTooEarly && !isTooLate) return day;
  return `Please choose a day from ${from ?? 'tomorrow'} on, within a year.`;
}

/**
 * `Thu 3 Dec 2026`; without the year where `now` is in it too: in UTC, as at its edges another is near enough. A day has
 * no time zone, so it is the same for every reader.
 */
export function dayInWords(day: Temporal.PlainDate, now: Temporal.Instant | null): string {
  const isThisYear = now?.toZonedDateTimeISO('UTC').year === day.year;
  return (isThisYear ? inYear : withYear).format(Date.parse(day.toString())).replace(',', '');
}

/* Made once, as the formats in `words.ts`. */
const parts = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const inYear = new Intl.DateTimeFormat('en-GB', parts);
const withYear = new Intl.DateTimeFormat('en-GB', { ...parts, year: 'numeric' });
