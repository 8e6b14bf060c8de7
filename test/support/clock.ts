import { Temporal } from 'temporal-polyfill';

export interface TestClock {
  now(): Temporal.Instant;
  /** Everything that falls due meanwhile is found by the next sweep, within a second. */
  skip(duration: Temporal.DurationLike): void;
}

/** Goes as fast as the real one, and forward at will. */
export function testClock(): TestClock {
  let ahead = Temporal.Duration.from({ seconds: 0 });
  return {
    now: () => Temporal.Now.instant().add(ahead),
    skip: (duration) => {
      ahead = ahead.add(duration);
    },
  };
}
