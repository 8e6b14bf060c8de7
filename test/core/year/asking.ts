import { Temporal } from 'temporal-polyfill';

import { isOfFirstAnswer } from '../../../src/core/first-answer.ts';
import { addWorkingDays, addWorkingMinutes, openingAfter } from '../../../src/core/working-time.ts';
import type { Happened } from './world.ts';

export function isPassing({ events }: Happened): boolean {
  return events.some(({ type }) => type === 'promise-passed');
}

export function isAsking(happened: Happened): boolean {
  return isPassing(happened) || happened.events.some(({ type }) => type === 'promised');
}

/**
 * Whether one of those who were asked had it until then; `null`: nobody was, or all of them were away. What a receipt has
 * said is kept, whenever it is posted.
 */
export function timeTheyHad(
  { before, at, events, cadence }: Happened,
  until: Temporal.Instant,
): boolean | null {
  const from = before.state === 'saved' ? before.postAt : at;
  const asked = events.flatMap((event) => (isOfFirstAnswer(event) && 'to' in event ? event.to : []));
  const soon = addWorkingDays(cadence.time, from, 2) ?? from;
  const times = asked.flatMap((it) => cadence.leads.get(it) ?? []);
  const there = times.filter(
    (time) => Temporal.Instant.compare(openingAfter(time, from) ?? until, soon) <= 0,
  );
  if (there.length === 0) return null;
  return there.some((time) => {
    const by = addWorkingMinutes(time, from, cadence.minutes);
    return by !== null && Temporal.Instant.compare(by, until) <= 0;
  });
}
