import type { Temporal } from 'temporal-polyfill';

/** The next Thursday, at an hour of UTC: told on any day, the story is the same. */
export function aThursday(now: Temporal.Instant, hour: number): Temporal.Instant {
  const here = now.toZonedDateTimeISO('UTC');
  const days = (4 - here.dayOfWeek + 7) % 7 || 7;
  return here.add({ days }).withPlainTime({ hour }).toInstant();
}
