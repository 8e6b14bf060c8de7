import { Temporal } from 'temporal-polyfill';

import { budgetOf } from '../core/hours.ts';
import type { Hours } from '../core/hours.ts';
import { minutesOfDay, officeWeek } from '../core/working-time.ts';
import type { Week } from '../core/working-time.ts';
import { dayInWords } from './day.ts';
import { cityOf, countOf } from './words.ts';

export const dayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** When somebody may be written to unasked, said to them. `now`: whoever is back is away no more. */
export function hoursInWords(hours: Hours, now: Temporal.Instant): string {
  if (hours.isOnlyOnHome)
    return "I never write to you unasked. What waits for you is on Flagpost's Home, and so is what is new.";
  const { week, zone } = hours;
  const most = countOf(budgetOf(hours), 'once', '# times');
  return `I write to you unasked ${weekInWords(week ?? officeWeek)} (${zoneInWords(zone)}), and at most ${most} a day.${awayInWords(hours, now)}`;
}

export function zoneInWords(zone: string | null): string {
  if (zone === null) return 'in your time zone in Slack';
  return zone === 'UTC' ? zone : `${cityOf(zone)} time`;
}

function awayInWords({ awayUntil, zone }: Hours, now: Temporal.Instant): string {
  if (!isAway(awayUntil, zone, now)) return '';
  const day = dayInWords(Temporal.PlainDate.from(awayUntil), now);
  return ` You are away until ${day}: not before.`;
}

export function isAway(until: string | null, zone: string | null, now: Temporal.Instant): until is string {
  if (until === null) return false;
  const today = now.toZonedDateTimeISO(zone ?? 'UTC').toPlainDate();
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(until), today) > 0;
}

/** Whatever is set has one stretch, the same on each of its days. */
function weekInWords(week: Week): string {
  const days = dayNames.filter((_, index) => (week[index] ?? []).length > 0);
  const span = week.flat()[0];
  if (span === undefined) return 'on no day';
  return `from ${clockTime(span.from)} to ${clockTime(span.to)}, ${daysInWords(days)}`;
}

/** `22:00`, and `6:00 the next day` for what is past midnight. */
function clockTime(minutes: number): string {
  const ofDay = minutes % minutesOfDay;
  const time = `${Math.floor(ofDay / 60)}:${String(ofDay % 60).padStart(2, '0')}`;
  return minutes >= minutesOfDay ? `${time} the next day` : time;
}

function daysInWords(days: readonly string[]): string {
  if (days.length === dayNames.length) return 'every day';
  if (days.join() === dayNames.slice(0, 5).join()) return 'Monday to Friday';
  const [last = ''] = days.slice(-1);
  return days.length === 1 ? `on ${last}` : `on ${days.slice(0, -1).join(', ')} and ${last}`;
}
