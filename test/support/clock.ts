import { Temporal } from 'temporal-polyfill';

import { aThursday } from '../../src/playground/time/thursday.ts';

export interface TestClock {
  now(): Temporal.Instant;
  /** What falls due meanwhile is found by the next sweep. */
  skip(duration: Temporal.DurationLike): void;
}

/** The next Thursday afternoon, on which Lima and Berlin are both at work: tests see the same on every day of the week. */
export function onAWorkday(): string {
  return onThursday(15);
}

/** It is the morning in Tokyo, where Kim is, who administers the workspace. */
export function whileKimWorks(): string {
  return onThursday(1);
}

function onThursday(hour: number): string {
  return aThursday(Temporal.Now.instant(), hour).toString();
}

/** Goes as fast as the real one, and forward at will; `from`: where it begins, else where the real one is. */
export function testClock(from?: string): TestClock {
  let ahead =
    from === undefined
      ? Temporal.Duration.from({ seconds: 0 })
      : Temporal.Now.instant().until(Temporal.Instant.from(from));
  return {
    now: () => Temporal.Now.instant().add(ahead),
    skip: (duration) => {
      ahead = ahead.add(duration);
    },
  };
}
