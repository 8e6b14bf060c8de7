import type { Double } from '../double/double.ts';
import { wayTo, type Aim } from '../time/aim.ts';
import { passTime, type PassingBot } from '../time/pass.ts';
import type { Ask } from './asks.ts';
import type { SeenClock } from './seen.ts';

export interface TimedBot extends PassingBot {
  /** The workspace's, as an IANA name. */
  readonly timeZone: () => Promise<string>;
}

/** The hand that moves the clock on. */
export interface Hand {
  /** `null` where it can't be moved, or while nobody knows the workspace's time zone. */
  readonly seen: () => SeenClock | null;
  readonly isMoving: () => boolean;
  /** Begins to move it. Returns what is to be said against that, or ''. */
  move(aim: Aim): string;
  /** Ends what is under way; the clock stays where it has come to. */
  stop(): Promise<void>;
  /** Asks the bot for the workspace's time zone. */
  learnZone(): Promise<void>;
}

export const MOVING = 'Time is moving just now. One moment, please.';

/** What somebody did meanwhile would be dated anywhere on the way. What one types stays in one's own form. */
export const mayWhileMoving = (ask: Ask): boolean =>
  ['read', 'home', 'close'].includes(ask.act) || (ask.act === 'enter' && 'view' in ask.on);

export function openHand(double: Double, bot: TimedBot | undefined): Hand {
  let zone: string | null = null;
  let moving: AbortController | null = null;
  let last: Promise<void> = Promise.resolve();

  const pass = async (it: TimedBot, aim: Parameters<typeof passTime>[2], { signal }: AbortController) => {
    try {
      await passTime(double, it, aim, signal);
    } catch (error) {
      if (!signal.aborted) double.note(`the clock stopped on its way: ${String(error)}`);
    }
    moving = null;
    double.changed();
  };

  return {
    seen: () => (bot === undefined || zone === null ? null : { zone, isMoving: moving !== null }),
    isMoving: () => moving !== null,
    move: (aim) => {
      if (bot === undefined || zone === null || moving !== null) return MOVING;
      const at = wayTo(aim, double.clock.now(), zone);
      if (typeof at === 'string') return at;
      moving = new AbortController();
      last = pass(bot, at, moving);
      double.changed();
      return '';
    },
    stop: async () => {
      moving?.abort();
      await last;
    },
    learnZone: async () => {
      const found = await bot?.timeZone().catch(() => undefined);
      if (found === undefined || found === zone) return;
      zone = found;
      double.changed();
    },
  };
}
