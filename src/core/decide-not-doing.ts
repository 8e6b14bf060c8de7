import type { Actor } from './command.ts';
import { endOfHelp } from './decide-help.ts';
import { no, nothing, notThere, solvedAlready, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { canAskForLook, isOwned, isSolved } from './issue.ts';
import type { DeclinedIssue, Issue, PersonId } from './issue.ts';

/** "Not doing, because…": for leads, and for whoever owns it. */
export function notDoing(issue: Issue, actor: Actor, because: string): Decision {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (isSolved(issue)) return no(solvedAlready(issue, actor));
  const isOwner = isOwned(issue) && issue.owner === actor.person;
  if (!isOwner && !actor.isLead) return no(notALead(actor, 'decline'));
  const as = isOwner ? 'owner' : 'lead';
  return yes({ type: 'declined', by: actor.person, as, because }, ...endOfHelp(issue));
}

/** Once for each issue, by its reporter. `of`: who may take it, and has not decided on it. */
export function askLook(issue: Issue, actor: Actor, of: readonly PersonId[]): Decision {
  if (!actor.isReporter) return no({ reason: 'not-the-reporter' });
  if (issue.state !== 'declined') return no(notThere(issue, actor) ?? { reason: 'goes-on' });
  if (!canAskForLook(issue))
    return issue.look?.state === 'asked' ? nothing : no({ reason: 'looked-already' });
  return of.length === 0 ? no({ reason: 'nobody-to-look' }) : yes({ type: 'look-asked', of });
}

export function openAgain(issue: Issue, actor: Actor): Decision {
  if (issue.state !== 'declined') {
    if (issue.state === 'open' && issue.hasAskedForLook) return nothing;
    return no(notThere(issue, actor) ?? { reason: 'goes-on' });
  }
  const refusal = mayNotLook(issue, actor);
  return refusal === null ? yes({ type: 'opened-again', by: actor.person, against: issue.by }) : no(refusal);
}

export function uphold(issue: Issue, actor: Actor, because: string): Decision {
  if (issue.state !== 'declined') return no(notThere(issue, actor) ?? { reason: 'goes-on' });
  if (issue.look?.state === 'upheld' && issue.look.by === actor.person) return nothing;
  const refusal = mayNotLook(issue, actor);
  return refusal === null ? yes({ type: 'upheld', by: actor.person, because }) : no(refusal);
}

/** A second look is another person's: not of whoever decided, nor of whoever asks for it. */
function mayNotLook({ by, look }: DeclinedIssue, actor: Actor): Refusal | null {
  if (by === actor.person) return { reason: 'look-by-another', you: 'decider' };
  if (actor.isReporter) return { reason: 'look-by-another', you: 'reporter' };
  if (look?.state !== 'asked') return { reason: 'no-look-asked' };
  return actor.isLead || look.of.includes(actor.person) ? null : notALead(actor, 'look');
}

function notALead({ isMember }: Actor, to: 'decline' | 'look'): Refusal {
  return isMember === null ? { reason: 'admin-unknown' } : { reason: 'not-a-lead', to };
}
