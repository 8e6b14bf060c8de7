import { Temporal } from 'temporal-polyfill';

/** The time for the messages of this Slack and for its bot: the real one, except while weeks are filled in. */
export interface Clock {
  now(): Temporal.Instant;
  nowMs(): number;
  /** From `at` on it goes as fast as the real one. */
  begin(at: Temporal.Instant): void;
  /** Forward only, and never past the real time. */
  skipTo(at: Temporal.Instant): void;
  skip(seconds: number): void;
  /** Back to the real time. */
  catchUp(): void;
}

/** Kept nowhere: whoever starts anew has the real time. */
export function openClock(): Clock {
  let behindMs = 0;
  const be = (next: number): void => {
    behindMs = Math.max(0, next);
  };
  const behind = (at: Temporal.Instant): number => Date.now() - at.epochMilliseconds;
  const nowMs = (): number => Date.now() - behindMs;
  return {
    nowMs,
    now: () => Temporal.Instant.fromEpochMilliseconds(nowMs()),
    begin: (at) => be(behind(at)),
    skipTo: (at) => be(Math.min(behindMs, behind(at))),
    skip: (seconds) => be(behindMs - seconds * 1000),
    catchUp: () => be(0),
  };
}
