import type { Temporal } from 'temporal-polyfill';

import { mayAnswerFirst } from './asked-first.ts';
import type { Actor, Command } from './command.ts';
import { asked } from './decide-inquiry.ts';
import { mayNotDecide, notALead } from './decide-not-doing.ts';
import { no, nothing, notThere, solvedAlready, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import { isSolved } from './issue.ts';
import type { Issue, OpenIssue } from './issue.ts';
import { isAfter } from './moments.ts';

/** What a lead may do about an issue that nobody owns, without taking it on. */
export function asLead(
  issue: OpenIssue,
  actor: Actor,
  command: Extract<Command, { type: 'inquire' | 'offer' }>,
): Decision {
  const { person } = actor;
  if (command.type === 'inquire') return asked(issue, person, command.text, { by: person });
  const { to } = command;
  if (to.canOwn === null) return no({ reason: 'candidate-unknown', person: to.person });
  if (!to.canOwn) return no({ reason: 'cannot-own', person: to.person });
  return issue.offeredTo === to.person ? nothing : yes({ type: 'offered', to: to.person, by: person });
}

/** What is for those who lead to choose while nobody owns it. */
export function leftToLeads(
  issue: Issue,
  actor: Actor,
  command: Extract<Command, { type: 'find-owner' | 'look-again' }>,
  now: Temporal.Instant,
): Decision {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (isSolved(issue)) return no(solvedAlready(issue, actor));
  if (issue.state === 'claimed') return no({ reason: 'claimed-by', owner: issue.owner });
  if (issue.state !== 'open') return nothing;
  return command.type === 'find-owner' ? findOwner(issue, actor) : lookAgain(issue, actor, command, now);
}

/** Whoever flagged it may look for an owner as well: that judges nothing. */
function findOwner(issue: OpenIssue, actor: Actor): Decision {
  return mayAnswerFirst(issue, actor) ? nothing : no(notALead(actor, 'find-owner'));
}

/** An honest "not now": it has a date, and begins again then. */
function lookAgain(
  issue: OpenIssue,
  actor: Actor,
  { on, until }: Extract<Command, { type: 'look-again' }>,
  now: Temporal.Instant,
): Decision {
  const refusal = mayNotDecide(issue, actor, 'look-again');
  if (refusal !== null) return no(refusal);
  const { promise } = issue;
  if (!isAfter(until, now)) return no({ reason: 'date-is-over' });
  const isSame = promise?.state === 'waiting' && promise.for === 'date' && promise.until.equals(until);
  return isSame ? nothing : yes({ type: 'looks-again', by: actor.person, on, until });
}
