import { Temporal } from 'temporal-polyfill';

export function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

export function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}

export function laterOf(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return isBefore(one, other) ? other : one;
}

export function earlierOf(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return isBefore(other, one) ? other : one;
}

/** `null`: there are none. */
export function earliest(moments: readonly Temporal.Instant[]): Temporal.Instant | null {
  return moments.toSorted((one, other) => Temporal.Instant.compare(one, other))[0] ?? null;
}
