import type { Temporal } from 'temporal-polyfill';

import type { PersonId } from './issue.ts';
import { isAfter } from './moments.ts';
import { addWorkingDays, openingBefore, openingOn } from './working-time.ts';
import type { WorkingTime } from './working-time.ts';

/**
 * What Flagpost may write to somebody unasked, each with the subject it has.
 *
 * - `fixed-for-you` the question "Is it fixed for you?", to somebody who met it as well · subject `42/1`, the number of the solution
 * - `is-it-fixed` the question "Is it fixed for you?" once more, to its reporter as well · subject as before
 * - `day-before`, `on-the-day` an owner is asked about the date they have set · subject `42/7/0`, the event with which they
 *   were heard last, and how many nudges have brought no word since
 * - `quiet` an owner is asked about an issue of which they have written nothing for days · subject as before
 * - `snooze-over` an owner is asked on the day they have named · subject as before
 * - `did-it-hold` the question "Did it hold?", a month after it was confirmed · subject `42/1`, the number of the solution
 * - `could-use-help` those who lead hear that an issue could use help · subject `42/7`, the event
 * - `offer` somebody is asked whether they would take it on · subject `42/7`, the event
 * - `take-over` an owner is asked whether a lead may take it over · subject as before
 * - `look` those who lead hear a reporter's wish for another look at a "not doing" · subject `42/7`, the event
 * - `credit` "May your name be shown with it?" · subject `42`
 * - `ask` a lead is asked for support · subject `42/7`, the event that asked them
 * - `ask-promise` how it is with what a lead has promised · subject `42/9/on`, the promise, and whether it comes before its date
 * - `containment` whoever contains the damage is asked whether it holds still · subject as an owner's
 * - `containment-unknown` an owner hears, after two such questions without a word, that nobody knows whether it holds · subject as before
 * - `first-answer` a lead is asked for one · subject `42/7`, the event by which they are asked
 * - `owed` what a lead owes, of several issues · subject the end of the digest's period, in milliseconds
 */
export const nudgeKinds = [
  'fixed-for-you',
  'is-it-fixed',
  'day-before',
  'on-the-day',
  'quiet',
  'snooze-over',
  'could-use-help',
  'did-it-hold',
  'offer',
  'take-over',
  'look',
  'credit',
  'ask',
  'ask-promise',
  'containment',
  'containment-unknown',
  'first-answer',
  'owed',
] as const;

export type NudgeKind = (typeof nudgeKinds)[number];

/**
 * How many blocks of a message each takes at the most, whatever becomes of it: what has come stays in its message, and may
 * grow there with an answer.
 */
export const mostBlocks: Readonly<Record<NudgeKind, number>> = {
  'fixed-for-you': 12,
  'is-it-fixed': 12,
  'day-before': 4,
  'on-the-day': 4,
  quiet: 4,
  'snooze-over': 4,
  'could-use-help': 4,
  'did-it-hold': 6,
  offer: 4,
  'take-over': 4,
  look: 6,
  credit: 3,
  ask: 11,
  'ask-promise': 7,
  containment: 4,
  'containment-unknown': 5,
  'first-answer': 5,
  owed: 24,
};

/** What is about one issue, which its subject begins with. */
export type OneIssueKind = Exclude<NudgeKind, 'owed'>;

/** Once for the same person, kind and subject, however often it is wanted. */
export interface WantedNudge {
  readonly person: PersonId;
  readonly kind: NudgeKind;
  readonly subject: string;
  /** Somebody waits for their answer. */
  readonly isQuestion: boolean;
  readonly when: When;
}

/** In their own working time: so many days of theirs from now, or about a date. */
export type When =
  | 'now'
  /** Of the calendar, whoever works. */
  | { readonly afterDays: number }
  | { readonly afterWorkingDays: number }
  | AboutDate;

/** On it (`justOn`: or not at all), or on their last working day before it. */
export type AboutDate =
  | { readonly on: Temporal.PlainDate }
  | { readonly justOn: Temporal.PlainDate }
  | { readonly before: Temporal.PlainDate };

/** `null`: not at all, since that day has begun already. Whoever never works has it now, should they begin to. */
export function wantedAt(time: WorkingTime, when: When, now: Temporal.Instant): Temporal.Instant | null {
  if (when === 'now') return now;
  if ('afterDays' in when) return now.add({ hours: 24 * when.afterDays });
  if ('afterWorkingDays' in when) return addWorkingDays(time, now, when.afterWorkingDays) ?? now;
  if ('on' in when) {
    const opening = openingOn(time, when.on) ?? now;
    return isAfter(opening, now) ? opening : (addWorkingDays(time, now, 1) ?? now);
  }
  const opening = 'justOn' in when ? openingOn(time, when.justOn) : openingBefore(time, when.before);
  return opening !== null && isAfter(opening, now) ? opening : null;
}

export function dateIn(when: When): AboutDate | null {
  if (when === 'now') return null;
  return 'on' in when || 'justOn' in when || 'before' in when ? when : null;
}

/**
 * When it is wanted in hours that may be others by now; `null`: it keeps the time it had. Where its day has begun there
 * they are asked while it is, but for what may be asked on the next one as well (`on`).
 */
export function movedTo(time: WorkingTime, date: AboutDate, now: Temporal.Instant): Temporal.Instant | null {
  const opening = 'on' in date ? openingOn(time, date.on) : null;
  if (opening !== null && !isAfter(opening, now)) return null;
  return wantedAt(time, date, now) ?? now;
}
