import { setTimeout as delay } from 'node:timers/promises';

import { Temporal } from 'temporal-polyfill';

import type { Double } from '../double/double.ts';

/** The bot, as far as the passing of time needs it. */
export interface PassingBot {
  /** It has done and said all that was brought about so far. */
  readonly isIdle: () => Promise<boolean>;
  /** When the next thing falls due there, as far as it is known by now. */
  readonly nextDue: () => Promise<Temporal.Instant | null>;
  /** Finds at once what has fallen due. */
  readonly lookNow: () => void;
}

const LOOK_MS = 20;

/** Much may be said in one moment, and a channel takes one message a second, in real time. */
const PATIENCE_MS = 120_000;

/** Where the same thing falls due again and again, time would not get anywhere. */
const MOST_MOMENTS = 5000;

/**
 * Moves the clock on, from one thing that falls due to the next. Before it goes on from there all is done and said, jobs
 * that wait for their turn or try again included: those go by the real time, and nobody is hurried by a clock.
 *
 * @throws where that takes too long, or the signal says so; the clock stays where it has come to
 */
export async function passTime(
  double: Double,
  bot: PassingBot,
  until: Temporal.Instant,
  signal: AbortSignal,
): Promise<void> {
  const { clock } = double;
  for (let moments = 0; moments < MOST_MOMENTS; moments += 1) {
    const next = await settled(double, bot, signal);
    if (Temporal.Instant.compare(clock.now(), until) >= 0) return;
    clock.moveTo(next !== null && Temporal.Instant.compare(next, until) < 0 ? next : until);
    /* In the file before the bot writes anything down: after a crash it must not come back to an earlier time. */
    double.keep();
    double.changed();
    bot.lookNow();
  }
  throw new Error('something falls due there again and again');
}

/** When the next thing falls due. Two looks have to agree: what the first one saw may just have become a job. */
async function settled(
  { clock }: Double,
  bot: PassingBot,
  signal: AbortSignal,
): Promise<Temporal.Instant | null> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  let before = '';
  while (performance.now() < giveUpAt) {
    signal.throwIfAborted();
    const next = await bot.nextDue();
    const isAhead = next === null || Temporal.Instant.compare(next, clock.now()) > 0;
    const seen = isAhead && (await bot.isIdle()) ? String(next) : '';
    if (seen !== '' && seen === before) return next;
    before = seen;
    await delay(LOOK_MS, undefined, { signal });
  }
  throw new Error('the bot was not done in time');
}
