import type { Temporal } from 'temporal-polyfill';

import { answerBy, askedLapseAt, ladderFor, lapsesAt, readersAnswerBy, theyAnswerBy } from './cadence.ts';
import type { Cadence } from './cadence.ts';
import type { Promised } from './first-answer.ts';
import type { OpenIssue, PersonId } from './issue.ts';
import { ownOf } from './ladder.ts';
import { isAfter } from './moments.ts';
import { addWorkingDays } from './working-time.ts';

/** A working day has begun again by then, and the reporter had time for an answer. */
const daysFor = { answer: 5, yes: 2 } as const;

export function waitedUntil(
  what: keyof typeof daysFor,
  { time }: Cadence,
  from: Temporal.Instant,
): Temporal.Instant {
  return addWorkingDays(time, from, daysFor[what]) ?? from;
}

/** For an answer of somebody who has left. */
export function waitsInVain({ promise, reporter }: OpenIssue): boolean {
  return promise?.state === 'waiting' && promise.for === 'answer' && reporter.hasLeft;
}

/**
 * Until when it is to be waited for instead, where people have other hours by now than when it was promised: nobody has
 * less time for it than was given, and no more. `null`: what was said to be by then stays so, since it is no sooner.
 */
export function movedUntil(issue: OpenIssue, cadence: Cadence): Temporal.Instant | null {
  const { promise } = issue;
  if (promise === null || promise.state === 'unanswered') return null;
  const said = promise.state === 'running' ? promise.by : promise.until;
  const anew = promise.state === 'running' ? endOf(issue, promise, cadence) : waitOf(promise, cadence);
  return anew !== null && isAfter(anew, said) ? anew : null;
}

type Running = Extract<Promised, { readonly state: 'running' }>;
type Waiting = Extract<Promised, { readonly state: 'waiting' }>;

function endOf(
  issue: OpenIssue,
  { rung, counted, onItsWaySince }: Running,
  cadence: Cadence,
): Temporal.Instant | null {
  const people = rung === null ? [] : askedOn(issue, rung, cadence);
  const asked = { rung: rung ?? -1, people, isTop: issue.asked?.isTop === true };
  if (counted === undefined) return null;
  const { from, minutes, since } = counted;
  const given = { ...cadence, minutes };
  if (onItsWaySince !== undefined)
    return people.length === 0 ? null : askedLapseAt(given, asked, onItsWaySince);
  if (rung === null) return answerBy(given, from);
  if (people.length === 0) return null;
  return since === undefined
    ? theyAnswerBy(given, asked, from)
    : readersAnswerBy(given, asked, from, lapsesAt(given, since));
}

function waitOf({ for: what, from }: Waiting, cadence: Cadence): Temporal.Instant | null {
  return what === 'date' || from === undefined ? null : waitedUntil(what, cadence, from);
}

/** Those whose answer is promised, of that rung, and who stand on it still. */
export function askedOn(issue: OpenIssue, rung: number, cadence: Cadence): readonly PersonId[] {
  const { asked, promise, reporter } = issue;
  const { rungs } = ladderFor(cadence, reporter.person);
  const earlier = promise?.state === 'running' ? (promise.earlier ?? []) : [];
  return (ownOf(rungs, earlier)[rung] ?? []).filter((it) => asked?.of.includes(it) ?? true);
}

export function moved(promise: Promised | null, until: Temporal.Instant): Promised | null {
  if (promise?.state === 'running') return { ...promise, by: until };
  return promise?.state === 'waiting' ? { ...promise, until } : promise;
}

/** Whether it is the same one, for whoever was told of it, though it may have moved since. */
export function isSamePromise(one: Running, other: Running): boolean {
  return one.rung === other.rung && isCountedAlike(one, other);
}

/** Whether both were counted from the same moment; by when it is tells it of what does not say from when. */
export function isCountedAlike(one: Ending, other: Ending): boolean {
  if (one.counted === undefined || other.counted === undefined) return one.by.equals(other.by);
  return one.counted.from.equals(other.counted.from);
}

type Ending = Pick<Running, 'by' | 'counted'>;
