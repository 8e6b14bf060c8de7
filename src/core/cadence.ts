import type { Temporal } from 'temporal-polyfill';

import type { PersonId } from './issue.ts';
import { areEnough, nextRung, ownOf } from './ladder.ts';
import type { Rung, Rungs } from './ladder.ts';
import { earliest, isBefore, laterOf } from './moments.ts';
import { addWorkingDays, addWorkingMinutes, openingAfter, orAWeek } from './working-time.ts';
import type { WorkingTime } from './working-time.ts';

/** How a workspace keeps its word about answers. */
export interface Cadence {
  /** The workspace's own. */
  readonly time: WorkingTime;
  /** Of work, within which somebody answers. */
  readonly minutes: number;
  /** Nobody who has left. */
  readonly rungs: Rungs;
  /** The admins who are known, whether or not they lead. Nobody who has left. */
  readonly admins: readonly PersonId[];
  /** When those on the rungs and the admins work; of whom nothing is known works as the workspace does. */
  readonly leads: ReadonlyMap<PersonId, WorkingTime>;
}

/**
 * What an end was worked out from, so that it can be worked out again where hours are others by then: as many minutes of
 * work as were given, whatever is given by now.
 */
export interface Counted {
  readonly from: Temporal.Instant;
  readonly minutes: number;
  /** When they were asked, where that came to them later. */
  readonly since?: Temporal.Instant;
}

/** Within so many working days of the workspace somebody is there to read what they are asked, or it goes on. */
const lapseDays = 2;

export function lapsesAt({ time }: Pick<Cadence, 'time'>, now: Temporal.Instant): Temporal.Instant {
  return orAWeek(addWorkingDays(time, now, lapseDays), now);
}

/** Whom it goes to after `rung`, past those who are away; should everybody be away, past nobody. */
export function nextAsked(
  cadence: Cadence,
  not: readonly (PersonId | null)[],
  rung: number,
  now: Temporal.Instant,
): Rung | null {
  /* Where nobody is on the ladder, as before leads are named, nothing is to be worked out. */
  const by = cadence.rungs.some((people) => people.length > 0) ? lapsesAt(cadence, now) : now;
  return nextRung(cadence.rungs, not, rung, (person) => isOpenBy(timeOf(cadence, person), now, by));
}

/**
 * The same for what is the own of `those`, who flagged it or own it: where nobody but they themselves leads, the admins are
 * the last rung, as they are for another look.
 */
export function ladderFor(cadence: Cadence, ...those: readonly (PersonId | null)[]): Cadence {
  const doesAnotherLead = cadence.rungs.some((people) => people.some((it) => !those.includes(it)));
  return doesAnotherLead ? cadence : { ...cadence, rungs: [...cadence.rungs, cadence.admins] };
}

/** Whether anybody is known who may be asked about what `reporter` flagged. */
export function canAskAnybody(cadence: Cadence, reporter: PersonId | null): boolean {
  return ladderFor(cadence, reporter).rungs.some((people) => people.some((it) => it !== reporter));
}

/** Nobody stands above them, so they are waited for this long: whoever works one day a week is there within it. */
const hoursForTheLast = 8 * 24;

/** Of those on a rung who are there before it goes on: when they work, and when they begin to. */
function thereOf(
  cadence: Cadence,
  { people, isTop }: Rung,
  from: Temporal.Instant,
): { readonly time: WorkingTime; readonly opening: Temporal.Instant }[] {
  const by = isTop ? from.add({ hours: hoursForTheLast }) : lapsesAt(cadence, from);
  return people.flatMap((person) => {
    const time = timeOf(cadence, person);
    const opening = openingAfter(time, from);
    return opening === null || isBefore(by, opening) ? [] : [{ time, opening }];
  });
}

/**
 * Once everybody was asked in vain: the lowest rung with somebody on it who is there and was not `asked`, since they were
 * named after that, or were away. `isOver`: a rung that is not to be asked again. `null`: there is none.
 */
export function neverAsked(
  cadence: Cadence,
  not: readonly (PersonId | null)[],
  asked: readonly PersonId[],
  isOver: (rung: number) => boolean,
  now: Temporal.Instant,
): Rung | null {
  const by = lapsesAt(cadence, now);
  const isNew = (person: PersonId): boolean =>
    !asked.includes(person) && isOpenBy(timeOf(cadence, person), now, by);
  const rung = ownOf(cadence.rungs, not).findIndex(
    (people, at) =>
      !isOver(at) && !areEnough(people.filter((it) => asked.includes(it))) && people.some(isNew),
  );
  return rung === -1 ? null : nextAsked(cadence, [...not, ...asked], rung - 1, now);
}

/** When a rung that is asked now goes on if nobody on it can read it. */
export function rungLapsesAt(cadence: Cadence, asked: Rung, now: Temporal.Instant): Temporal.Instant {
  const openings = thereOf(cadence, asked, now).map(({ opening }) => answerBy(cadence, opening));
  return laterOf(lapsesAt(cadence, now), earliest(openings) ?? now);
}

/** The same of a first answer: of a rung of which everybody is away nobody is waited for, and it counts as the workspace does. */
export function askedLapseAt(cadence: Cadence, asked: Rung, now: Temporal.Instant): Temporal.Instant {
  return thereOf(cadence, asked, now).length === 0
    ? answerBy(cadence, now)
    : rungLapsesAt(cadence, asked, now);
}

/**
 * When somebody who can read it at `from` has had their time: in their own hours, though no longer than others would have
 * had who began only when it `lapses`. Who works half an hour a week holds nothing up for long.
 */
export function readerAnswersBy(
  cadence: Pick<Cadence, 'time' | 'minutes'>,
  time: WorkingTime,
  from: Temporal.Instant,
  lapses: Temporal.Instant,
): Temporal.Instant {
  const own = addWorkingMinutes(time, wholeMinute(from), cadence.minutes);
  const atLast = answerBy(cadence, laterOf(lapses, from));
  return own === null || isBefore(atLast, own) ? atLast : own;
}

/** The same of a rung on which somebody could read it at `from`, whatever hours they have by now. */
export function readersAnswerBy(
  cadence: Cadence,
  asked: Rung,
  from: Temporal.Instant,
  lapses: Temporal.Instant,
): Temporal.Instant {
  const ends = thereOf(cadence, asked, from).map(({ time }) => readerAnswersBy(cadence, time, from, lapses));
  return earliest(ends) ?? answerBy(cadence, from);
}

export function timeOf({ leads, time }: Cadence, person: PersonId): WorkingTime {
  return leads.get(person) ?? time;
}

function isOpenBy(time: WorkingTime, now: Temporal.Instant, by: Temporal.Instant): boolean {
  const opening = openingAfter(time, now);
  return opening !== null && !isBefore(by, opening);
}

/** When somebody will have answered what began to wait for an answer at `from`, whoever reads it. */
export function answerBy(
  { time, minutes }: Pick<Cadence, 'time' | 'minutes'>,
  from: Temporal.Instant,
): Temporal.Instant {
  const minute = wholeMinute(from);
  return orAWeek(addWorkingMinutes(time, minute, minutes), minute);
}

/**
 * The same of those who are asked by name: the first of them who can read it has the whole time, in their own hours.
 * Whoever is away is nobody to wait for, and counts as the workspace does.
 */
export function theyAnswerBy(cadence: Cadence, asked: Rung, from: Temporal.Instant): Temporal.Instant {
  const lapses = lapsesAt(cadence, from);
  const ends = thereOf(cadence, asked, from).map(({ time, opening }) =>
    readerAnswersBy(cadence, time, opening, lapses),
  );
  return earliest(ends) ?? answerBy(cadence, from);
}

/** As people read it. */
function wholeMinute(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
}
