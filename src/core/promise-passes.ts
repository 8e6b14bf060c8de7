import type { Temporal } from 'temporal-polyfill';

import { hasPassedOnce, isByName } from './asked-first.ts';
import { askAbove, askedAtOnce, askNever, fromBelow } from './asking.ts';
import type { AskingNow } from './asking.ts';
import { ladderFor } from './cadence.ts';
import type { Cadence } from './cadence.ts';
import { promised, promiseDueAt } from './first-answer.ts';
import type { FirstAnswerEvent, Promised } from './first-answer.ts';
import type { Issue, OpenIssue } from './issue.ts';
import { isAfter } from './moments.ts';
import { movedUntil, waitsInVain } from './promise-moves.ts';

/**
 * What time brings about for a promise. Nobody is asked or told while those it is for rest, see `restsUntil`.
 */
export function promisePasses(
  issue: Issue,
  cadence: Cadence,
  now: Temporal.Instant,
): readonly FirstAnswerEvent[] {
  if (issue.state !== 'open') return [];
  const { promise } = issue;
  if (promise === null) return promised(issue, cadence, now);
  const isLeft = isLeftBehind(issue, cadence);
  const others = isLeft ? askedInstead(issue, cadence, now) : null;
  if (others !== null) return [{ type: 'promised', isAgain: true, ...others }];
  if (promise.state === 'unanswered') return woken(issue, cadence, now);
  const isLost = !isLeft && (waitsInVain(issue) || hasNobody(issue, promise, cadence));
  const until = isLost ? null : movedUntil(issue, cadence);
  if (until !== null) return [{ type: 'promise-moved', until }];
  if (!isLost && !isDue(issue, now)) return [];
  return promise.state === 'waiting'
    ? /* On the lowest rung, by name: they are those who waited for something, or who said that they would look again. */
      [{ type: 'promised', isAgain: true, ...askedAtOnce(issue, cadence, now) }]
    : [goesUp(issue, promise.rung ?? -1, isLost, cadence, now)];
}

/** What those who had it leave behind, where it is `isLost`, is their rung's again. */
function goesUp(
  issue: OpenIssue,
  rung: number,
  isLost: boolean,
  cadence: Cadence,
  now: Temporal.Instant,
): FirstAnswerEvent {
  const next = askAbove(issue, cadence, isLost ? rung - 1 : rung, now);
  const asking = next ?? { promise: { state: 'unanswered' }, to: [], isTop: false };
  return { type: 'promise-passed', ...asking };
}

/** Everybody was asked in vain; since then somebody was named whom nobody has asked. */
function woken(issue: OpenIssue, cadence: Cadence, now: Temporal.Instant): readonly FirstAnswerEvent[] {
  const next = askNever(issue, cadence, now);
  return next === null ? [] : [{ type: 'promise-passed', ...next }];
}

/** It is on its way to people none of whom leads from there on up any more. */
function hasNobody({ asked: those, reporter }: OpenIssue, promise: Promised, cadence: Cadence): boolean {
  if (promise.state !== 'running' || promise.rung === null || promise.onItsWaySince === undefined)
    return false;
  const people = ladderFor(cadence, reporter.person).rungs.slice(promise.rung).flat();
  return !people.some((person) => those?.of.includes(person));
}

/** It waits for people by name, none of whom leads here any more. */
function isLeftBehind({ promise, asked: those, reporter }: OpenIssue, cadence: Cadence): boolean {
  const { rungs } = ladderFor(cadence, reporter.person);
  return (
    isByName(promise) && !(those?.of ?? []).some((person) => rungs.some((rung) => rung.includes(person)))
  );
}

/** What they leave behind is for those who lead now; `null`: there is nobody yet. */
function askedInstead(issue: OpenIssue, cadence: Cadence, now: Temporal.Instant): AskingNow | null {
  return fromBelow(issue, cadence, now, hasPassedOnce(issue.promise));
}

function isDue(issue: OpenIssue, now: Temporal.Instant): boolean {
  const at = promiseDueAt(issue);
  return at !== null && !isAfter(at, now);
}
