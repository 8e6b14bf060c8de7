import { Temporal } from 'temporal-polyfill';

import { pastDays, type Deed, type Story, type Who } from './stories.ts';

export interface Act {
  readonly at: Temporal.Instant;
  readonly who: Who;
  readonly deed: Deed;
  readonly text: string;
}

/** All that they do, in the order of time. */
export function actsOf(stories: readonly Story[], dateOf: (day: number) => Temporal.PlainDate): Act[] {
  const instant = (day: number, time: string): Temporal.Instant =>
    dateOf(day).toZonedDateTime({ timeZone: 'UTC', plainTime: time }).toInstant();
  const acts = stories.flatMap(({ text, moments }) =>
    moments.map(([day, time, who, deed]) => ({ at: instant(day, time), who, deed, text })),
  );
  return acts.sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** Monday to Friday: `pastDays` of them are over, and the next is today or the first one to come. */
export function workingDays(today: Temporal.PlainDate): (day: number) => Temporal.PlainDate {
  return (day) => {
    const days = day < pastDays ? -1 : 1;
    let left = day < pastDays ? pastDays - day : day - pastDays + 1;
    let date = days < 0 ? today : today.subtract({ days: 1 });
    while (left > 0) {
      date = date.add({ days });
      if (date.dayOfWeek <= 5) left -= 1;
    }
    return date;
  };
}
