import type { Temporal } from 'temporal-polyfill';

import { isSolved } from './issue.ts';
import type { ConfirmedIssue, Issue, IssueEvent, MeToo, SolvedIssue, Verdict } from './issue.ts';
import { isAfter, laterOf } from './moments.ts';

/** How long reporters may be silent, once they are asked, before the me toos decide. */
export const silenceDays = 14;

/** So many of them are left once they were asked again, which comes late to whoever is away or works on few days. */
const daysOnceAskedAgain = 5;

/** How many me toos are asked by direct message; the others may answer on the card. */
export const mostAsked = 10;

/** What the answers given so far come to. Rule: PRODUCT, "The reporter decides". Silence is never "yes". */
export function settle(issue: SolvedIssue): 'confirmed' | 'reopened' | 'undecided' {
  const reporter = reporterIsOwner(issue) ? null : issue.reporter.verdict;
  const others = decidingMeToos(issue);
  if (reporter === 'not-fixed' || reporter === 'partly') return 'reopened';
  const needed = Math.max(1, Math.min(2, others.length));
  if (count(others, 'not-fixed') >= (isWithOthers(issue) ? needed : 2)) return 'reopened';
  if (reporter === 'fixed') return 'confirmed';
  const enough = count(others, 'fixed') >= needed;
  return reporterCannotDecide(issue) && enough ? 'confirmed' : 'undecided';
}

/** Those who were enough to confirm it are enough to say that it came back. */
function isWithOthers(issue: SolvedIssue): boolean {
  return issue.state === 'confirmed' && !reporterSays(issue);
}

/** What follows from the answers given so far. */
export function verdictOf(issue: Issue): IssueEvent[] {
  if (!isSolved(issue)) return [];
  const settled = settle(issue);
  if (settled === 'reopened')
    return [issue.state === 'confirmed' ? { type: 'reopened', isReturn: true } : { type: 'reopened' }];
  return settled === 'confirmed' && issue.state === 'resolved' ? [{ type: 'confirmed' }] : [];
}

/** Solved as far as the owner can tell, with nobody left who must answer. */
export function isUnconfirmed(issue: SolvedIssue): boolean {
  return issue.state === 'resolved' && reporterCannotDecide(issue);
}

function reporterCannotDecide(issue: SolvedIssue): boolean {
  const { reporter } = issue;
  return (
    reporterIsOwner(issue) || reporter.hasLeft || reporter.verdict === 'cannot-tell' || issue.reporterIsSilent
  );
}

/** Whether it is the reporter alone who says if what was confirmed holds. */
export function reporterSays(issue: ConfirmedIssue): boolean {
  const { person, hasLeft, verdict } = issue.reporter;
  return person !== null && !hasLeft && verdict === 'fixed' && !reporterIsOwner(issue);
}

export function reporterIsOwner(issue: SolvedIssue): boolean {
  return issue.reporter.person === issue.owner;
}

/** The owner's own word does not count: the others decide. Nobody waits for those who left without a word. */
export function decidingMeToos(issue: SolvedIssue): readonly MeToo[] {
  const isThere = ({ hasLeft, verdict }: MeToo): boolean => hasLeft !== true || verdict !== null;
  return issue.meToos.filter((it) => it.person !== issue.owner && isThere(it));
}

/** Who is asked by direct message, besides the reporter. */
export function askedMeToos(issue: SolvedIssue): readonly MeToo[] {
  return decidingMeToos(issue).slice(0, mostAsked);
}

/** Everybody who is asked by direct message, and what they have said so far. */
export function askedPeople(issue: SolvedIssue): readonly Pick<MeToo, 'person' | 'verdict'>[] {
  const { person, verdict } = issue.reporter;
  const reporter = reporterIsOwner(issue) || person === null ? [] : [{ person, verdict }];
  return [...reporter, ...askedMeToos(issue)];
}

/**
 * When the reporter's silence hands the decision to the me toos at the soonest, since they may have been asked later than
 * it was called solved; `null` if it is in their hands already. At once where the answers suffice as they are: somebody may
 * have left since the last one was given.
 */
export function silenceDueAt(issue: SolvedIssue): Temporal.Instant | null {
  if (issue.state === 'confirmed') return null;
  if (settle(issue) !== 'undecided') return issue.resolvedAt;
  if (reporterCannotDecide(issue)) return null;
  return silenceEnds(issue.resolvedAt);
}

/**
 * Whether the others are not to wait for the reporter's word any more. It may be looked at before: a me too has left.
 * `askedAt`: since when the reporter is silent, see `silentSince`; `null`: they have not been asked, or not once more.
 */
export function isSilenceOver(
  issue: SolvedIssue,
  askedAt: Temporal.Instant | null,
  now: Temporal.Instant,
): boolean {
  return issue.reporter.hasLeft || (askedAt !== null && !isAfter(silenceEnds(askedAt), now));
}

/** When it is looked at again where it is not over. Nobody keeps silent who has not been asked: day by day it is found out whether they have. */
export function silenceGoesOnUntil(
  askedAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Temporal.Instant {
  return askedAt === null ? now.add({ hours: 24 }) : silenceEnds(askedAt);
}

/** From when on it is counted how long reporters have been silent who were asked once more, `again`. */
export function silentSince(asked: Temporal.Instant, again: Temporal.Instant): Temporal.Instant {
  return laterOf(asked, again.subtract({ hours: 24 * (silenceDays - daysOnceAskedAgain) }));
}

function silenceEnds(from: Temporal.Instant): Temporal.Instant {
  return from.add({ hours: 24 * silenceDays });
}

function count(others: readonly MeToo[], verdict: Verdict): number {
  return others.filter((other) => other.verdict === verdict).length;
}
