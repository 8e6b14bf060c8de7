import type { Actor } from './command.ts';
import { no, notThere, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { isOwned } from './issue.ts';
import type { Issue, OwnedIssue } from './issue.ts';

/** The owner asks the reporter something, whatever state their issue is in. A new question takes the place of the last. */
export function inquire(issue: OwnedIssue, text: string): Decision {
  const { person, hasLeft } = issue.reporter;
  if (person === issue.owner) return no({ reason: 'own-question' });
  if (person === null || hasLeft) return no({ reason: 'reporter-unreachable' });
  return yes({ type: 'inquired', text });
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
  if (!isOwned(issue) || issue.inquiry === null || issue.owner === actor.person)
    return { reason: 'no-inquiry' };
  return issue.inquiry.seq === seq ? null : { reason: 'newer-inquiry' };
}
