import type { Temporal } from 'temporal-polyfill';

/** How it stands between Flagpost and somebody who is asked, now and then, how something of theirs goes. */
export interface Asked {
  /** The version at which they were heard last, or at which it became theirs. */
  readonly heard: number;
  /** How many nudges have brought no word since. */
  readonly unanswered: number;
  /** They are not asked before that day. */
  readonly snoozedUntil: Temporal.PlainDate | null;
}

/** They were heard with the event that made this version. */
export function wordAt(version: number): Asked {
  return { heard: version, unanswered: 0, snoozedUntil: null };
}

export function askedOnce(asked: Asked): Asked {
  return { ...asked, unanswered: asked.unanswered + 1, snoozedUntil: null };
}

/** So many of their working days without a word, each counted from the one before: they are asked after two, and after five. */
const silences: readonly number[] = [2, 3];

/** So many more, which makes ten: of an owner's issue those who lead hear then that it could use help. */
export const lastSilence = 5;

/** So many are sent. */
export const mostUnanswered = silences.length;

/** When they are asked next, if nothing is heard of them before; `null`: no more. */
export function whenToAsk({ unanswered, snoozedUntil }: Asked) {
  const days = silences[unanswered];
  if (days === undefined) return null;
  return snoozedUntil === null ? { afterWorkingDays: days } : { on: snoozedUntil };
}

/** `42/7/1`: the event with which they were heard last, and how many nudges have brought no word since. */
export function questionOf(number: number, { heard, unanswered }: Asked): string {
  return `${number}/${heard}/${unanswered}`;
}

/** Whether it was asked once more since: only the newest question is answered. `nth`: see its subject. */
export function isAskedAnew({ unanswered }: Asked, nth: number): boolean {
  return nth + 1 < unanswered;
}
