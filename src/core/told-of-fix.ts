import { solutionSubject } from './address.ts';
import type { Address } from './address.ts';
import type { ConfirmedIssue, Issue, IssueEvent, PersonId, SolvedIssue } from './issue.ts';
import { askedForName } from './learning.ts';
import type { WantedNudge } from './nudge.ts';
import { reporterIsOwner } from './settle.ts';
import { thankedPeople } from './thanks.ts';
import { theReporter } from './told.ts';
import type { Telling } from './told.ts';

type Told = Extract<IssueEvent, { type: 'confirmed' | 'thanked' | 'held' }>;

/** Who hears that it is fixed, and who is thanked for it. `after`: the issue that `event` left. */
export function toldOfFix({ reply, news }: Telling, after: SolvedIssue, event: Told): Address[] {
  if (event.type === 'confirmed')
    return [reply, ...news([after.owner, ...unansweredReporter(after)]), ...learningPost(after)];
  if (event.type === 'held') return [reply, ...news([after.owner])];
  const { subject } = reply;
  return thankedPeople(after, event.by).map((person) => ({ kind: 'thanks', subject, person }));
}

/** Once for each fix: who says so first does not change it yet, and its owner knows what may come. */
export function toldOfDoubt(before: Issue | null, after: Issue): PersonId[] {
  const wasDoubted = before?.state === 'confirmed' && before.isDoubted;
  return after.state === 'confirmed' && after.isDoubted && !wasDoubted ? [after.owner] : [];
}

/** Reporters who said *Fixed* read what came of it beside their answer; the others decided where this one did not. */
function unansweredReporter(issue: SolvedIssue): PersonId[] {
  return issue.reporter.verdict === 'fixed' || reporterIsOwner(issue) ? [] : theReporter(issue);
}

/** When it is confirmed, and not before: only then others know that it helps. */
function learningPost(issue: SolvedIssue): Address[] {
  return isShared(issue) ? [{ kind: 'learning', subject: solutionSubject(issue), person: null }] : [];
}

function isShared(issue: Issue): issue is ConfirmedIssue {
  return issue.state === 'confirmed' && issue.solution.learning !== null;
}

/** With the line that is shared whoever had a part in it is asked whether they may be named. */
export function asksForNames(issue: Issue, events: readonly IssueEvent[]): WantedNudge[] {
  if (!isShared(issue) || !events.some(({ type }) => type === 'confirmed')) return [];
  return mayName(issue, askedForName(issue, null));
}

export function mayName({ number }: Issue, people: readonly PersonId[]): WantedNudge[] {
  const subject = String(number);
  return people.map((person) => ({ person, kind: 'credit', subject, isQuestion: true, when: 'now' }));
}
