import type { Temporal } from 'temporal-polyfill';

import type { Actor } from './command.ts';
import type { FirstAnswerEvent, Promised } from './first-answer.ts';
import type { Issue, OpenIssue, PersonId } from './issue.ts';
import { isCountedAlike, isSamePromise } from './promise-moves.ts';

/** Whether they were asked for a first answer, and there is none yet. */
export function owesFirstAnswer(issue: Issue, person: PersonId): boolean {
  return (
    issue.state === 'open' && issue.asked?.of.includes(person) === true && issue.reporter.person !== person
  );
}

/** Whether they may answer without taking it on: those who lead, and whoever was asked to where nobody else leads. */
export function mayAnswerFirst(issue: Issue, { isLead, person }: Actor): boolean {
  return isLead || owesFirstAnswer(issue, person);
}

/** Whether the question that was put to them by that event still stands: none was put anew since. */
export function isAskedStill(issue: Issue, person: PersonId, seq: number): boolean {
  return owesFirstAnswer(issue, person) && isAskedSince(issue, seq);
}

/** The same of everybody who was asked by that event. Before it was kept who is asked, the promise says whether anybody is. */
export function isAskedSince(issue: Issue, seq: number): issue is OpenIssue {
  if (issue.state !== 'open' || issue.promise?.state === 'waiting') return false;
  const { promise, asked } = issue;
  return asked === null ? isByName(promise) : seq >= asked.since;
}

/** Whether somebody has been asked by name. */
export function isByName(promise: Promised | null): boolean {
  return promise?.state === 'unanswered' || (promise?.state === 'running' && promise.rung !== null);
}

/** Whether one promise has passed already without an answer. */
export function hasPassedOnce(promise: Promised | null): boolean {
  return promise?.state === 'unanswered' || (promise?.state === 'running' && promise.hasPassed);
}

/** Whether whoever is asked has to choose: nobody is left to be asked. */
export function isAskedAtTop(issue: Issue): boolean {
  return issue.state === 'open' && issue.asked?.isTop === true;
}

/** Whether it waits for that day still: nobody has taken it on since, or named another, and it has not come. */
export function isLookedAtAgain(issue: Issue, until: Temporal.Instant): boolean {
  const promise = issue.state === 'open' ? issue.promise : null;
  return promise?.state === 'waiting' && promise.for === 'date' && promise.until.equals(until);
}

/** Whether what was promised, or what was waited for, is something else now, or over. */
export function isPromisedOtherwise(before: Issue, after: Issue): boolean {
  if (before.state !== 'open' || before.promise === null) return false;
  return after.state !== 'open' || after.promise !== before.promise;
}

/** Whether the newest that was promised is this still, by the event `seq`: nobody has answered, or was asked since. */
export function isPromisedStill(issue: Issue, seq: number, then: Promised): issue is OpenIssue {
  if (issue.state !== 'open' || issue.promise?.state !== then.state) return false;
  if (issue.promise.state !== 'running' || then.state !== 'running') return true;
  return then.onItsWaySince === undefined ? isSamePromise(issue.promise, then) : issue.asked?.turn === seq;
}

/** By when somebody answers, where that can be said; `null`: nobody has it before them yet, or nothing runs. */
export function answeredBy({ promise }: OpenIssue): Temporal.Instant | null {
  return promise?.state === 'running' && promise.onItsWaySince === undefined ? promise.by : null;
}

/** Whether the time that began when it reached somebody is theirs still, though it may have moved since. */
export function isBegunStill(
  issue: Issue,
  begun: Extract<FirstAnswerEvent, { type: 'asking-arrived' }>,
): issue is OpenIssue {
  const promise = issue.state === 'open' ? issue.promise : null;
  return (
    promise?.state === 'running' && promise.onItsWaySince === undefined && isCountedAlike(promise, begun)
  );
}
