import { Temporal } from 'temporal-polyfill';

export interface TestClock {
  now(): Temporal.Instant;
  /** Everything that falls due meanwhile is found by the next sweep, within a second. */
  skip(duration: Temporal.DurationLike): void;
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
