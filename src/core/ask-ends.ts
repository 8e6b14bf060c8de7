import type { Temporal } from 'temporal-polyfill';

import type { Ask, Standing } from './ask.ts';
import { readersAnswerBy, rungLapsesAt, timeOf } from './cadence.ts';
import type { Cadence } from './cadence.ts';
import type { ClaimedIssue } from './issue.ts';
import { earliest, isAfter } from './moments.ts';
import { addWorkingDays, openingOn } from './working-time.ts';
import type { WorkingTime } from './working-time.ts';

/** When time changes something about an ask or a containment; `null`: never. What somebody leaves behind: at once. */
export function askDueAt({ ask, containment, flaggedAt }: ClaimedIssue): Temporal.Instant | null {
  if (containment?.state === 'under-way' && containment.hasLeft === true) return flaggedAt;
  if (ask?.taker?.hasLeft === true) return flaggedAt;
  if (ask === null) return null;
  return isLeft(ask) ? flaggedAt : endOf(ask.standing);
}

/** Whether nobody has it, since whoever did has left. */
export function isLeft({ standing, to }: Ask): boolean {
  if (standing.state === 'promised') return standing.hasLeft === true;
  return standing.state === 'asked' && to.length === 0;
}

function endOf(standing: Standing): Temporal.Instant | null {
  switch (standing.state) {
    case 'asked':
      return standing.until ?? standing.lapsesAt;
    case 'promised':
      return standing.until;
    case 'unanswered':
      return null;
  }
}

/** Working days of whoever promised it, after its date, in which they may still say how it is. */
const graceDays = 2;

/** When a promise goes on to others if nothing more is heard of it; `null`: they never work. */
export function graceEnds(time: WorkingTime, on: Temporal.PlainDate): Temporal.Instant | null {
  const day = openingOn(time, on);
  return day === null ? null : addWorkingDays(time, day, graceDays);
}

/**
 * When it goes on instead, where people have other hours by now than when they were asked: nobody has less time for it than
 * was given. Whoever goes away for long holds nothing up. `null`: no later than it was to.
 */
export function askMovedUntil({ ask }: ClaimedIssue, cadence: Cadence): Temporal.Instant | null {
  const said = ask === null ? null : endOf(ask.standing);
  const anew = ask === null ? null : workedOut(ask, cadence);
  return said !== null && anew !== null && isAfter(anew, said) ? anew : null;
}

function workedOut({ standing, rung, to }: Ask, cadence: Cadence): Temporal.Instant | null {
  if (standing.state === 'promised') {
    const ends = [timeOf(cadence, standing.by), cadence.time].map((time) => graceEnds(time, standing.on));
    return earliest(ends.filter((end) => end !== null));
  }
  if (standing.state === 'unanswered' || standing.counted === undefined) return null;
  const { from, minutes } = standing.counted;
  const given = { ...cadence, minutes };
  const asked = { rung, people: to, isTop: standing.isTop };
  return standing.until === null
    ? rungLapsesAt(given, asked, from)
    : readersAnswerBy(given, asked, from, standing.lapsesAt);
}

export function moved(standing: Standing, until: Temporal.Instant): Standing {
  switch (standing.state) {
    case 'asked':
      return standing.until === null ? { ...standing, lapsesAt: until } : { ...standing, until };
    case 'promised':
      return { ...standing, until };
    case 'unanswered':
      return standing;
  }
}
