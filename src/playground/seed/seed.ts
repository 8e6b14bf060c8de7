import { setTimeout as delay } from 'node:timers/promises';

import { Temporal } from 'temporal-polyfill';

import type { Double } from '../double/double.ts';
import { personAt } from '../people/control.ts';
import { actsOf, workingDays, type Act } from './calendar.ts';
import { doIt, patienceMs } from './deeds.ts';
import { fixedStories } from './fixed.ts';
import { pastDays } from './stories.ts';
import { waitingStories } from './waiting.ts';

/** The bot, as far as filling in needs it. */
export interface SeededBot {
  readonly command: string;
  /** Between saving and posting. */
  readonly pauseSeconds: number;
  /** It has done and said all that was brought about so far. */
  readonly isIdle: () => Promise<boolean>;
  /** When the next thing falls due there, as far as it is known by now. */
  readonly nextDue: () => Promise<Temporal.Instant | null>;
  /** Finds at once what has fallen due. */
  readonly lookNow: () => void;
}

const LOOK_MS = 20;
/** By then every channel takes a message again. */
const MEANWHILE_S = 40;

interface Weeks {
  readonly double: Double;
  readonly bot: SeededBot;
  readonly signal: AbortSignal;
  readonly acts: readonly Act[];
  readonly dateOf: (day: number) => Temporal.PlainDate;
}

/**
 * Plays three weeks of a small company, in a Slack and a bot in which nothing has been said yet: people act as they do,
 * and the clock that both go by is moved on in between. However it ends, it shows the real time afterwards.
 *
 * @throws naming the deed that came to nothing
 */
export async function seed(double: Double, bot: SeededBot, signal: AbortSignal): Promise<void> {
  const present = double.clock.now();
  const dateOf = workingDays(present.toZonedDateTimeISO('UTC').toPlainDate());
  const acts = actsOf([...fixedStories, ...waitingStories], dateOf);
  const weeks = { double, bot, signal, acts, dateOf };
  try {
    for (const act of acts) await play(weeks, act);
    await comeTo(weeks, present);
    haveRead(double, dateOf(pastDays - 1));
    forgetPrivate(double);
  } finally {
    double.clock.catchUp();
    double.changed();
  }
}

async function play(weeks: Weeks, act: Act): Promise<void> {
  const { double, bot, signal, acts, dateOf } = weeks;
  const { text, who, deed } = act;
  const { clock } = double;
  if (act === acts[0]) clock.begin(act.at);
  await comeTo(weeks, act.at);
  const flags = acts.filter((one) => one.deed.does === 'flags');
  const scene = {
    person: personAt(double, who),
    text,
    command: bot.command,
    numberOf: (of: string) => flags.findIndex((one) => one.text === of) + 1,
    dateOf: (day: number) => dateOf(day).toString(),
    pass: async () => {
      await untilIdle(bot, signal);
      clock.skip(MEANWHILE_S);
    },
  };
  try {
    await doIt(scene, deed);
    if (deed.does === 'flags') {
      clock.skip(bot.pauseSeconds);
      bot.lookNow();
      await personAt(double, 'kim').eventuallySees('process-gaps', text, patienceMs);
    }
    await untilIdle(bot, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(`${who} ${deed.does}: ${text}`, { cause: error });
  }
}

/** What falls due on the way happens at its own moment: whoever works in Tokyo is written to while they do. */
async function comeTo({ double: { clock }, bot, signal }: Weeks, at: Temporal.Instant): Promise<void> {
  for (;;) {
    await untilIdle(bot, signal);
    const next = await bot.nextDue();
    if (next === null || Temporal.Instant.compare(next, at) >= 0) return clock.skipTo(at);
    clock.skipTo(next);
    bot.lookNow();
    await delay(LOOK_MS);
  }
}

/** Before that the clock may not go on: what is said late would be dated late, or be said twice. */
async function untilIdle({ isIdle }: SeededBot, signal: AbortSignal): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  while (!(await isIdle())) {
    signal.throwIfAborted();
    if (performance.now() > giveUpAt) throw new Error('the bot was not done in time');
    await delay(LOOK_MS);
  }
  signal.throwIfAborted();
}

/** Everybody has read what was said before that day. */
function haveRead({ world }: Double, day: Temporal.PlainDate): void {
  const until = (day.toZonedDateTime('UTC').epochMilliseconds / 1000).toFixed(6);
  const all = Object.fromEntries(world.channels.map(({ id }) => [id, until]));
  for (const { id } of world.people) (world.read ??= {})[id] = { ...all, ...newest(world.read[id], until) };
}

/** Slack shows what is for one person alone only until they come back; their receipts are weeks old. */
function forgetPrivate({ world }: Double): void {
  world.messages = world.messages.filter(({ ephemeralFor }) => ephemeralFor === undefined);
}

/** What somebody has read since then stays read. */
function newest(read: Record<string, string> = {}, until: string): Record<string, string> {
  return Object.fromEntries(Object.entries(read).filter(([, ts]) => ts > until));
}
