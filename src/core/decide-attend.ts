import { Temporal } from 'temporal-polyfill';

import { couldStillUseHelp, isToldToHelp } from './attended.ts';
import type { Actor, Command } from './command.ts';
import { notALead } from './decide-not-doing.ts';
import { no, nothing, notThere, solvedAlready, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import { isOwned, isSolved } from './issue.ts';
import type { Issue } from './issue.ts';

/** An owner who was asked says that it goes on, or when to ask again. */
export function goOn(
  issue: Issue,
  actor: Actor,
  command: Extract<Command, { type: 'still-on-it' | 'snooze' }>,
): Decision {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (!isOwned(issue)) return no({ reason: 'no-owner', canClaim: actor.isMember === true });
  if (isSolved(issue)) return no(solvedAlready(issue, actor));
  if (issue.owner !== actor.person) return no({ reason: 'not-the-owner', owner: issue.owner });
  const { unanswered, snoozedUntil } = issue.attended;
  if (command.type === 'still-on-it') return unanswered === 0 ? nothing : yes({ type: 'still-on-it' });
  const { until, today } = command;
  if (Temporal.PlainDate.compare(until, today) <= 0) return no({ reason: 'date-is-over' });
  return snoozedUntil?.equals(until) === true ? nothing : yes({ type: 'snoozed', until });
}

/** Somebody who leads, or has heard that it could use help offers theirs to its owner. It stays the owner's. */
export function offerSupport(issue: Issue, actor: Actor): Decision {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (isSolved(issue)) return no(solvedAlready(issue, actor));
  if (!actor.isLead && !isToldToHelp(issue, actor.person)) return no(notALead(actor, 'offer-support'));
  const isTheirs = isOwned(issue) && issue.owner === actor.person;
  return isTheirs || !couldStillUseHelp(issue) ? nothing : yes({ type: 'support-offered', by: actor.person });
}
