import type { Issue, IssueEvent, PersonId } from './issue.ts';
import { metButNot } from './told.ts';

/** A lead who found an owner hears of their yes. */
export function finder(before: Issue | null, owner: PersonId): PersonId[] {
  if (before?.state !== 'open' || before.offeredTo !== owner || before.answerer === null) return [];
  return [before.answerer];
}

/** Where its owner has left the reporter hears besides who is asked now, and that is told with the promise. */
export function toldOfLettingGo(
  issue: Issue,
  { from, hasLeft }: Extract<IssueEvent, { type: 'let-go' }>,
): PersonId[] {
  return metButNot(issue, from).filter((it) => !hasLeft || it !== issue.reporter.person);
}
