import type { Actor } from './command.ts';
import { no, notThere, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { isGoingOn, isOwned } from './issue.ts';
import type { Issue, OwnedIssue, PersonId } from './issue.ts';

/** The owner asks the reporter something, whatever state their issue is in. A new question takes the place of the last. */
export function inquire(issue: OwnedIssue, text: string): Decision {
  return asked(issue, issue.owner, text);
}

/** `by` is kept where they don't own it. */
export function asked(
  { reporter: { person, hasLeft } }: Issue,
  asker: PersonId,
  text: string,
  by: { readonly by?: PersonId } = {},
): Decision {
  if (person === asker) return no({ reason: 'own-question' });
  if (person === null || hasLeft) return no({ reason: 'reporter-unreachable' });
  return yes({ type: 'inquired', text, ...by });
}

/** The reporter answers the newest question. What they add later is told to the owner as well; nothing is replaced. */
export function inform(issue: Issue, actor: Actor, seq: number, text: string): Decision {
  const refusal = notInformed(issue, actor, seq);
  return refusal === null ? yes({ type: 'informed', inquiry: seq, text }) : no(refusal);
}

function notInformed(issue: Issue, actor: Actor, seq: number): Refusal | null {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return hidden;
  if (!actor.isReporter) return { reason: 'not-the-reporter' };
  if (!isGoingOn(issue)) return { reason: 'no-inquiry' };
  if (issue.inquiry === null || (isOwned(issue) && issue.owner === actor.person))
    return { reason: 'no-inquiry' };
  return issue.inquiry.seq === seq ? null : { reason: 'newer-inquiry' };
}
