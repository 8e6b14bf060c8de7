import { mayAnswerFirst } from './asked-first.ts';
import type { Actor, Command } from './command.ts';
import { nothingExpected } from './decide-contain.ts';
import { endOfHelp } from './decide-help.ts';
import { no, nothing, notThere, solvedAlready, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { isOwned, isSolved } from './issue.ts';
import type { DeclinedIssue, Issue, PersonId } from './issue.ts';
import { canAskForLook } from './look.ts';

type NotALead = Extract<Refusal, { reason: 'not-a-lead' }>;

/** "Not doing, because…": for leads, and for whoever owns it. */
export function notDoing(issue: Issue, actor: Actor, because: string): Decision {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (isSolved(issue)) return no(solvedAlready(issue, actor));
  const isOwner = isOwned(issue) && issue.owner === actor.person;
  const refusal = isOwner ? null : mayNotDecide(issue, actor, 'decline');
  if (refusal !== null) return no(refusal);
  const as = isOwner ? 'owner' : 'lead';
  const ended = [...endOfHelp(issue), ...nothingExpected(issue, 'declined', actor.person)];
  return yes({ type: 'declined', by: actor.person, as, because }, ...ended);
}

export function anotherLook(
  issue: Issue,
  actor: Actor,
  command: Extract<Command, { type: 'ask-look' | 'open-again' | 'uphold' }>,
): Decision {
  switch (command.type) {
    case 'ask-look':
      return askLook(issue, actor, command.of);
    case 'open-again':
      return openAgain(issue, actor);
    case 'uphold':
      return uphold(issue, actor, command.because);
  }
}

/** Once for each issue, by its reporter. `of`: who may take it, and has not decided on it. */
function askLook(issue: Issue, actor: Actor, of: readonly PersonId[]): Decision {
  if (!actor.isReporter) return no({ reason: 'not-the-reporter' });
  if (issue.state !== 'declined') return no(notThere(issue, actor) ?? { reason: 'goes-on' });
  if (!canAskForLook(issue))
    return issue.look?.state === 'asked' ? nothing : no({ reason: 'looked-already' });
  return of.length === 0 ? no({ reason: 'nobody-to-look' }) : yes({ type: 'look-asked', of });
}

function openAgain(issue: Issue, actor: Actor): Decision {
  if (issue.state !== 'declined') {
    if (issue.state === 'open' && issue.hasAskedForLook) return nothing;
    return no(notThere(issue, actor) ?? { reason: 'goes-on' });
  }
  const refusal = mayNotLook(issue, actor);
  return refusal === null ? yes({ type: 'opened-again', by: actor.person, against: issue.by }) : no(refusal);
}

function uphold(issue: Issue, actor: Actor, because: string): Decision {
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

/** Nobody who leads judges what they flagged themselves, unless nobody else leads. */
export function mayNotDecide(issue: Issue, actor: Actor, to: NotALead['to']): Refusal | null {
  if (!mayAnswerFirst(issue, actor)) return notALead(actor, to);
  const isAnothers = actor.isReporter && !actor.isOnlyLead;
  return isAnothers ? { reason: 'decide-by-another', hasOwner: isOwned(issue) } : null;
}

export function notALead({ isMember }: Actor, to: NotALead['to']): Refusal {
  return isMember === null ? { reason: 'admin-unknown' } : { reason: 'not-a-lead', to };
}
