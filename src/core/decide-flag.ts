import type { Actor, Command, MeTooFacts } from './command.ts';
import { endOfHelp, stuckToo } from './decide-help.ts';
import { no, nothing, notThere, solvedAlready, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { hasMet, isMeToo, isOwned, isSolved } from './issue.ts';
import type { Issue, SavedIssue } from './issue.ts';

export function whileSaved(issue: Issue, actor: Actor, then: (issue: SavedIssue) => Decision): Decision {
  if (!actor.isReporter) return no({ reason: 'not-the-reporter' });
  if (issue.state !== 'saved') return no(tooLate(issue, actor));
  return then(issue);
}

/**
 * Its reporter takes it back, and nobody else's: what was found to be the same goes on by itself again, see `leftAlone`.
 */
export function withdraw(issue: Issue, actor: Actor, duplicates: readonly Issue[]): Decision {
  if (!actor.isReporter) return no({ reason: 'not-the-reporter' });
  if (issue.state === 'withdrawn') return nothing;
  if (issue.state !== 'open') return no(tooLate(issue, actor));
  const met = issue.meToos.map((it) => it.person);
  const told = met.filter((person) => !duplicates.some((it) => hasMet(it, person)));
  return yes({ type: 'withdrawn', told }, ...endOfHelp(issue));
}

/** Others have seen it: what its reporter hears is what they can do instead. */
function tooLate(issue: Issue, actor: Actor): Refusal {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return hidden;
  if (!isOwned(issue)) return { reason: 'posted-already', state: 'open', isOwner: false };
  if (issue.state === 'confirmed') return solvedAlready(issue, actor);
  return { reason: 'posted-already', state: issue.state, isOwner: issue.owner === actor.person };
}

/** Whoever is stuck as well has help asked for them here from now on. */
export function meToo(issue: Issue, actor: Actor, { isStuck, isTrial, isBrought }: MeTooFacts): Decision {
  if (isTrial === true) return no({ reason: 'on-trial', number: issue.number });
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (actor.isReporter) return no({ reason: 'own-flag' });
  if (issue.state === 'confirmed' && !isMeToo(issue, actor.person)) return no(solvedAlready(issue, actor));
  if (isStuck === true) return isSolved(issue) ? no({ reason: 'no-help-there' }) : stuckToo(issue, actor);
  const { person } = actor;
  if (!isMeToo(issue, person)) return yes({ type: 'joined', person });
  return isBrought === true ? yes({ type: 'joined', person, wasBrought: true }) : nothing;
}

/** The same cause is back: the new issue says whose fix did not hold. Its reporter alone says so. */
export function linkToFix(
  issue: Issue,
  actor: Actor,
  { fix, isFixed }: Extract<Command, { type: 'link-to-fix' }>,
): Decision {
  if (!actor.isReporter) return no({ reason: 'not-the-reporter' });
  if (issue.state === 'withdrawn') return no({ reason: 'withdrawn', isReporter: true });
  if (issue.returnOf === fix) return nothing;
  if (!isFixed || fix === issue.number) return no({ reason: 'not-fixed', fix });
  return yes({ type: 'returned-from', number: fix });
}
