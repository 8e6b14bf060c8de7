import { Temporal } from 'temporal-polyfill';

import type { World } from './world.ts';

/**
 * The time for the messages of this Slack and for its bot: the real one, until somebody moves on from it. While weeks
 * are filled in it is behind.
 */
export interface Clock {
  now(): Temporal.Instant;
  nowMs(): number;
  /** From `at` on it goes as fast as the real one. */
  begin(at: Temporal.Instant): void;
  /** Forward only, and never past the time at which `begin` was called. */
  skipTo(at: Temporal.Instant): void;
  skip(seconds: number): void;
  /** Back to the time it would be without `begin`. */
  catchUp(): void;
  /** Forward only, as far as you like; it stays with the world. */
  moveTo(at: Temporal.Instant): void;
}

/** That it is behind is kept nowhere: whoever starts anew has the present time. */
export function openClock(world: World): Clock {
  let behindMs = 0;
  const be = (next: number): void => {
    behindMs = Math.max(0, next);
  };
  const presentMs = (): number => Date.now() + aheadMs(world);
  const behind = (at: Temporal.Instant): number => presentMs() - at.epochMilliseconds;
  const nowMs = (): number => presentMs() - behindMs;
  return {
    nowMs,
    now: () => Temporal.Instant.fromEpochMilliseconds(nowMs()),
    begin: (at) => be(behind(at)),
    skipTo: (at) => be(Math.min(behindMs, behind(at))),
    skip: (seconds) => be(behindMs - seconds * 1000),
    catchUp: () => be(0),
    moveTo: (at) => {
      /* Not a part of a millisecond too early for what falls due then. */
      const { epochMilliseconds } = at.round({ smallestUnit: 'millisecond', roundingMode: 'ceil' });
      world.aheadMs = Math.max(aheadMs(world), epochMilliseconds - Date.now());
    },
  };
}

/** How far the clock has been moved on from the real time. */
export function aheadMs({ aheadMs: ms = 0 }: World): number {
  return ms;
}
