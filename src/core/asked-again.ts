import { solutionSubject } from './address.ts';
import type { Issue, PersonId } from './issue.ts';
import type { WantedNudge } from './nudge.ts';
import { askedPeople } from './settle.ts';

/** A working week. */
const afterWorkingDays = 5;

/**
 * Whoever is asked from now on whether it is fixed. To its reporter the question is news about their own flag; others who
 * met it are asked as their day has room for it. Each is asked once more, unless they have answered by then.
 */
export function asksWhetherFixed(before: Issue | null, after: Issue): readonly WantedNudge[] {
  const already =
    before === null ? [] : unanswered(before).map(({ subject, person }) => `${subject} ${person}`);
  return unanswered(after).flatMap(({ subject, person }): WantedNudge[] => {
    if (already.includes(`${subject} ${person}`)) return [];
    if (person === after.reporter.person) return [askedOnceMore(person, subject)];
    return [{ person, kind: 'fixed-for-you', subject, isQuestion: true, when: 'now' }];
  });
}

/** Reckoned from when they were asked. */
export function askedOnceMore(person: PersonId, subject: string): WantedNudge {
  return { person, kind: 'is-it-fixed', subject, isQuestion: true, when: { afterWorkingDays } };
}

function unanswered(issue: Issue): { readonly subject: string; readonly person: PersonId }[] {
  if (issue.state !== 'resolved') return [];
  const subject = solutionSubject(issue);
  return askedPeople(issue).flatMap(({ person, verdict }) => (verdict === null ? [{ subject, person }] : []));
}

/** Whether this answer is still waited for. */
export function awaitsAnswer(issue: Issue, person: PersonId, subject: string): boolean {
  return unanswered(issue).some((it) => it.person === person && it.subject === subject);
}
