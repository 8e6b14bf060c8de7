import { Temporal } from 'temporal-polyfill';

import { earliest, isAfter } from './moments.ts';
import { addWorkingDays, dayOf, isOpen, openingAfter } from './working-time.ts';
import type { WorkingTime } from './working-time.ts';

/** What Flagpost would like to write to somebody unasked. */
export interface Nudge {
  readonly id: string;
  /** Somebody waits for their answer. */
  readonly isQuestion: boolean;
  /** Nobody waits for the answer. */
  readonly canWait?: boolean;
  /** How much of a message it takes; a fifth, unless it says so. */
  readonly blocks?: number;
  readonly wantedAt: Temporal.Instant;
}

/** How somebody is reached: in their working time, or never in a message, since all of it is on Home. */
export type Reach = WorkingTime | 'only-on-home';

export const usualNudgesADay = 3;

export interface Attending<Kind extends Nudge = Nudge> {
  readonly waiting: readonly Kind[];
  readonly reach: Reach;
  /** How many messages a day of theirs may bring. */
  readonly budget: number;
  /** When each message of late arrived; what is still on its way counts as of now. */
  readonly sent: readonly Temporal.Instant[];
}

export interface Attention<Kind extends Nudge = Nudge> {
  /** Each goes now, in a message of its own. */
  readonly alone: readonly Kind[];
  /** These go now, in one message: none, or at least two. */
  readonly bundle: readonly Kind[];
  readonly left: readonly Kind[];
  /** `null`: as things are, there is nothing to look for. */
  readonly lookAgainAt: Temporal.Instant | null;
}

/** What one message can hold. What is more waits for the next day's. */
export const mostBundled = 5;

/** Of the 50 that Slack takes, those that are left beside a bundle's own two. Any two nudges fit. */
export const blocksOfBundle = 48;

const usualBlocks = Math.floor(blocksOfBundle / mostBundled);

function fitsOneMessage(nudges: readonly Nudge[]): boolean {
  const blocks = nudges.reduce((sum, it) => sum + (it.blocks ?? usualBlocks), 0);
  return nudges.length <= mostBundled && blocks <= blocksOfBundle;
}

/**
 * Who may be written to, and when. Rule: PRODUCT, "Attention is a budget". What did not fit into one of their days comes
 * as the first message of the next, which counts as one; what would not fit into that day either goes with it.
 */
export function attention<Kind extends Nudge>(
  { waiting, reach, budget, sent }: Attending<Kind>,
  now: Temporal.Instant,
): Attention<Kind> {
  if (reach === 'only-on-home') return { alone: [], bundle: [], left: waiting, lookAgainAt: null };
  const ready = waiting.filter(({ wantedAt }) => !isAfter(wantedAt, now)).toSorted(questionsFirst);
  const room = isOpen(reach, now) ? roomOf(reach, budget, sent, now) : 0;
  const [alone, bundle] = chosen(ready, reach, room, now);
  const left = waiting.filter((it) => !alone.includes(it) && !bundle.includes(it));
  return { alone, bundle, left, lookAgainAt: nextLook(left, reach, now) };
}

export interface OnHome<Kind extends Nudge = Nudge> {
  readonly shown: readonly Kind[];
  readonly left: readonly Kind[];
  readonly lookAgainAt: Temporal.Instant | null;
}

/**
 * What counts as put to somebody who reads only on Home: what stands there while they work. Whether they looked nobody
 * is told, as nobody is told whether a message was read.
 */
export function onHome<Kind extends Nudge>(
  waiting: readonly Kind[],
  time: WorkingTime,
  now: Temporal.Instant,
): OnHome<Kind> {
  const shown = isOpen(time, now) ? waiting.filter(({ wantedAt }) => !isAfter(wantedAt, now)) : [];
  const left = waiting.filter((it) => !shown.includes(it));
  return { shown, left, lookAgainAt: nextLook(left, time, now) };
}

/** Questions first; of what is not from before, what the room allows in messages of their own. */
function chosen<Kind extends Nudge>(
  ready: readonly Kind[],
  time: WorkingTime,
  room: number,
  now: Temporal.Instant,
): [readonly Kind[], readonly Kind[]] {
  if (room <= 0) return [[], []];
  const today = dayOf(time, now);
  const late = new Set(ready.filter((it) => isFromBefore(it, time, today)));
  if (late.size === 0) return [ready.slice(0, room), []];
  for (let count = Math.min(ready.length, room - 1 + mostBundled); count > 0; count -= 1) {
    const parted = partedInto(room, ready.slice(0, count), late);
    if (parted !== null) return parted;
  }
  return [[], []];
}

/** What goes alone, and in one message; `null`: there is no room for all of it. */
function partedInto<Kind extends Nudge>(
  room: number,
  going: readonly Kind[],
  late: ReadonlySet<Kind>,
): [readonly Kind[], readonly Kind[]] | null {
  const fresh = going.filter((it) => !late.has(it)).slice(0, room - 1);
  const others = going.filter((it) => !fresh.includes(it));
  if (others.length === 1) return [[...others, ...fresh], []];
  for (let unbundled = 0; unbundled + fresh.length < room; unbundled += 1) {
    const bundle = others.slice(unbundled);
    if (fitsOneMessage(bundle)) return [[...others.slice(0, unbundled), ...fresh], bundle];
  }
  return null;
}

/** An earlier day of theirs had no room for it. */
function isFromBefore({ wantedAt }: Nudge, time: WorkingTime, today: Temporal.PlainDate): boolean {
  const first = openingAfter(time, wantedAt);
  return first !== null && Temporal.PlainDate.compare(dayOf(time, first), today) < 0;
}

function roomOf(
  time: WorkingTime,
  budget: number,
  sent: readonly Temporal.Instant[],
  now: Temporal.Instant,
): number {
  const today = dayOf(time, now);
  return budget - sent.filter((at) => dayOf(time, at).equals(today)).length;
}

function nextLook(left: readonly Nudge[], time: WorkingTime, now: Temporal.Instant): Temporal.Instant | null {
  const next = earliest(left.flatMap(({ wantedAt }) => (isAfter(wantedAt, now) ? [wantedAt] : [])));
  const moments = [
    left.some(({ wantedAt }) => !isAfter(wantedAt, now)) ? afterToday(time, now) : null,
    next === null ? null : openingAfter(time, next),
  ];
  return earliest(moments.filter((at) => at !== null));
}

function afterToday(time: WorkingTime, now: Temporal.Instant): Temporal.Instant | null {
  return isOpen(time, now) ? addWorkingDays(time, now, 1) : openingAfter(time, now);
}

/** Of them those first that others wait for. */
export function questionsFirst(one: Nudge, other: Nudge): number {
  return (
    Number(other.isQuestion) - Number(one.isQuestion) ||
    Number(one.canWait ?? false) - Number(other.canWait ?? false) ||
    Temporal.Instant.compare(one.wantedAt, other.wantedAt)
  );
}
