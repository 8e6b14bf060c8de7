import type { Cadence } from './cadence.ts';
import type { DeclinedIssue, Issue, IssueEvent, PersonId } from './issue.ts';
import { aFew } from './ladder.ts';

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

/** Where all who were asked have left without a word, those are who lead now; nothing, if there is nobody. */
export function lookedAtInstead(issue: Issue, cadence: Cadence): readonly IssueEvent[] {
  const look = askedForLook(issue);
  if (issue.state !== 'declined' || look === null || look.of.length > 0) return [];
  const of = lookersFor(issue, cadence.rungs[0] ?? [], cadence.admins);
  return of.length === 0 ? [] : [{ type: 'look-asked', of }];
}

/** Leads who have not decided on it, and did not flag it; where there are none, admins. */
export function lookersFor(
  issue: Issue,
  leads: readonly PersonId[],
  admins: readonly PersonId[],
): PersonId[] {
  const involved = [issue.reporter.person, issue.state === 'declined' ? issue.by : null];
  const others = (people: readonly PersonId[]): PersonId[] =>
    aFew(people.filter((it) => !involved.includes(it)));
  const leading = others(leads);
  return leading.length > 0 ? leading : others(admins);
}
