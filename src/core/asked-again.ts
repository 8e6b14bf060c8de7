import { solutionSubject } from './address.ts';
import type { Issue, PersonId } from './issue.ts';
import type { WantedNudge } from './nudge.ts';
import { askedPeople } from './settle.ts';

/** A working week. */
const afterWorkingDays = 5;

/** Whoever is asked from now on whether it is fixed is asked once more, unless they have answered by then. */
export function askedAgain(before: Issue | null, after: Issue): readonly WantedNudge[] {
  const already =
    before === null ? [] : unanswered(before).map(({ subject, person }) => `${subject} ${person}`);
  return unanswered(after).flatMap(({ subject, person }) =>
    already.includes(`${subject} ${person}`)
      ? []
      : [{ person, kind: 'is-it-fixed', subject, isQuestion: true, when: { afterWorkingDays } }],
  );
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
