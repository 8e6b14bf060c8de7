import type { Containment } from './ask.ts';
import { lastSilence, questionOf, whenToAsk } from './asked.ts';
import type { ClaimedIssue, Issue, PersonId } from './issue.ts';
import type { WantedNudge } from './nudge.ts';

type UnderWay = Extract<Containment, { state: 'under-way' }>;
type Containing = ClaimedIssue & { readonly containment: UnderWay };

/**
 * What whoever contains the damage is asked from now on: after the same silences as an owner, and as often. After that the
 * owner hears that nobody knows whether it holds.
 */
export function nudgesOfContainment(issue: Issue | null): WantedNudge[] {
  if (issue === null || !isContaining(issue)) return [];
  const { owner, number, containment } = issue;
  const one = { subject: questionOf(number, containment.asked), isQuestion: false } as const;
  const when = whenToAsk(containment.asked);
  return when === null
    ? [{ ...one, person: owner, kind: 'containment-unknown', when: { afterWorkingDays: lastSilence } }]
    : [{ ...one, person: containment.by, kind: 'containment', when }];
}

/** Whether what an owner is to hear, that nobody knows whether it holds, is so still. `heard`: as it was then, see `Asked`. */
export function isContainmentUnknown(
  issue: Issue,
  owner: PersonId | null,
  heard: number,
): issue is Containing {
  if (!isContaining(issue) || issue.owner !== owner) return false;
  return issue.containment.asked.heard === heard;
}

/** What its owner hears, or has heard, where nobody knows whether it holds; `null` as long as that is asked. */
export function unknownContainment(issue: Issue): string | null {
  if (!isContaining(issue) || whenToAsk(issue.containment.asked) !== null) return null;
  return questionOf(issue.number, issue.containment.asked);
}

/** Whether they are still to be asked this. */
export function mayAskContainer(issue: Issue, person: PersonId, subject: string): issue is Containing {
  if (!isContaining(issue) || issue.containment.by !== person) return false;
  return questionOf(issue.number, issue.containment.asked) === subject;
}

/** Somebody who is here takes the immediate damage for now. */
export function isContaining(issue: Issue): issue is Containing {
  const isUnderWay = issue.state === 'claimed' && issue.containment?.state === 'under-way';
  return isUnderWay && issue.containment.hasLeft !== true;
}
