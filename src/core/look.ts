import type { DeclinedIssue, Issue, PersonId } from './issue.ts';

/** A second look at a "not doing", by somebody who did not decide it. `of`: those asked who have not left. */
export type Look =
  | { readonly state: 'asked'; readonly of: readonly PersonId[]; readonly since: number }
  | { readonly state: 'upheld'; readonly by: PersonId; readonly because: string };

/** Another look that nobody has taken yet. */
export function askedForLook(issue: Issue): Extract<Look, { state: 'asked' }> | null {
  return issue.state === 'declined' && issue.look?.state === 'asked' ? issue.look : null;
}

/** Whether the wish that was put to them by that event waits still. */
export function isAskedToLook(issue: Issue, person: PersonId, seq: number): boolean {
  const look = askedForLook(issue);
  return look?.since === seq && look.of.includes(person);
}

/** Once for each issue; and again where all who were asked have left without a word. */
export function canAskForLook({ look, hasAskedForLook }: DeclinedIssue): boolean {
  return look?.state === 'asked' ? look.of.length === 0 : !hasAskedForLook;
}
