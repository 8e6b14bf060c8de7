import { Temporal } from 'temporal-polyfill';

/** Where to: an hour from now, the next 9:00, that of a Monday, or a day and time of the workspace, `2026-12-03T09:00`. */
export type Aim = 'hour' | 'morning' | 'monday' | { readonly at: string };

const MORNING = Temporal.PlainTime.from('09:00');
const MONDAY = 1;

/** @throws RangeError where there is no such day */
export function instantOf(aim: Aim, now: Temporal.Instant, timeZone: string): Temporal.Instant {
  if (aim === 'hour') return now.add({ hours: 1 });
  const here = now.toZonedDateTimeISO(timeZone);
  if (aim === 'morning') return nextMorning(here, () => true);
  if (aim === 'monday') return nextMorning(here, ({ dayOfWeek }) => dayOfWeek === MONDAY);
  return Temporal.PlainDateTime.from(aim.at, { overflow: 'reject' }).toZonedDateTime(timeZone).toInstant();
}

/** The next that is still to come, today's as well. */
function nextMorning(
  here: Temporal.ZonedDateTime,
  isOne: (morning: Temporal.ZonedDateTime) => boolean,
): Temporal.Instant {
  let morning = here.withPlainTime(MORNING);
  while (!isOne(morning) || Temporal.ZonedDateTime.compare(morning, here) <= 0)
    morning = morning.add({ days: 1 }).withPlainTime(MORNING);
  return morning.toInstant();
}

/** So far at one go. */
const MOST_DAYS = 366;

export const BACK = 'Time only goes forward here.';
export const TOO_FAR = 'That is more than a year ahead.';
export const NO_SUCH_DAY = 'There is no such day or time. Please choose another.';

/** Where that is; or what is to be said against going there. */
export function wayTo(aim: Aim, now: Temporal.Instant, timeZone: string): Temporal.Instant | string {
  try {
    const at = instantOf(aim, now, timeZone);
    return objection(at, now) || at;
  } catch (error) {
    if (error instanceof RangeError) return NO_SUCH_DAY;
    throw error;
  }
}

/** What is to be said against going there, or ''. */
function objection(at: Temporal.Instant, now: Temporal.Instant): string {
  if (Temporal.Instant.compare(at, now) <= 0) return BACK;
  return Temporal.Instant.compare(at, now.add({ hours: 24 * MOST_DAYS })) > 0 ? TOO_FAR : '';
}
