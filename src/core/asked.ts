import type { Temporal } from 'temporal-polyfill';

/** How it stands between Flagpost and somebody who is asked, now and then, how something of theirs goes. */
export interface Asked {
  /** The version at which they were heard last, or at which it became theirs. */
  readonly heard: number;
  /** How many nudges have brought no word since. */
  readonly unanswered: number;
  /** How many times in a row they have said that they are still on it, and no more. */
  readonly stills: number;
  /** They are not asked before that day. */
  readonly snoozedUntil: Temporal.PlainDate | null;
}

/** They were heard with the event that made this version. */
export function wordAt(version: number): Asked {
  return { heard: version, unanswered: 0, stills: 0, snoozedUntil: null };
}

/** They were, and are still on it. */
export function stillAt(version: number, { stills }: Asked): Asked {
  return { ...wordAt(version), stills: stills + 1 };
}

export function askedOnce(asked: Asked): Asked {
  return { ...asked, unanswered: asked.unanswered + 1, snoozedUntil: null };
}

/** After so many of their working days without a word they are asked; later each time that they are still on it. */
const silences = [2, 5, 10] as const;

/** After so many more they are asked once more. */
const secondSilence = 3;

/** And so many later those who lead hear of an owner's issue that it could use help. */
export const lastSilence = 5;

/** So many are sent. */
export const mostUnanswered = 2;

/** When they are asked next, if nothing is heard of them before; `null`: no more. */
export function whenToAsk({ unanswered, stills, snoozedUntil }: Asked) {
  if (unanswered >= mostUnanswered) return null;
  if (snoozedUntil !== null) return { on: snoozedUntil };
  const first = silences[stills] ?? silences[2];
  return { afterWorkingDays: unanswered === 0 ? first : secondSilence };
}

/** `42/7/1`: the event with which they were heard last, and how many nudges have brought no word since. */
export function questionOf(number: number, { heard, unanswered }: Asked): string {
  return `${number}/${heard}/${unanswered}`;
}

/** Whether it was asked once more since: only the newest question is answered. `nth`: see its subject. */
export function isAskedAnew({ unanswered }: Asked, nth: number): boolean {
  return nth + 1 < unanswered;
}
