import type { Temporal } from 'temporal-polyfill';

import { eventIn, numberIn } from './address.ts';
import type { Nudge } from './attention.ts';
import { isAfter } from './moments.ts';
import type { NudgeKind } from './nudge.ts';

interface Wanted extends Nudge {
  readonly kind: NudgeKind;
  readonly subject: string;
}

/** Kinds that ask one person for the same, those first that say most. */
const alike: readonly (readonly NudgeKind[])[] = [['on-the-day', 'day-before', 'quiet'], ['ask-promise']];

/**
 * What need not be said, since something that is due as well asks for the same and says more: somebody was away, or
 * Flagpost was not there, until the last of them came due.
 */
export function outdone<Kind extends Wanted>(
  waiting: readonly Kind[],
  now: Temporal.Instant,
): readonly Kind[] {
  const ready = waiting.filter(({ wantedAt }) => !isAfter(wantedAt, now));
  return ready.filter((it) => ready.some((other) => saysMore(other, it)));
}

function saysMore(one: Wanted, other: Wanted): boolean {
  const kinds = alike.find((some) => some.includes(one.kind));
  if (kinds?.includes(other.kind) !== true || questionIn(one) !== questionIn(other)) return false;
  if (one.kind === other.kind) return isAfter(one.wantedAt, other.wantedAt);
  return kinds.indexOf(one.kind) < kinds.indexOf(other.kind);
}

/** The issue, and the event that began what is asked about. */
function questionIn({ subject }: Wanted): string {
  return `${numberIn(subject)}/${eventIn(subject)}`;
}
