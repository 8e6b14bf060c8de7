import type { Temporal } from 'temporal-polyfill';

import type { Actor, Command } from './command.ts';
import { no, nothing, notThere, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import { isOwned, isSolved } from './issue.ts';
import type { Issue, OwnedIssue } from './issue.ts';

export function claim(issue: Issue, actor: Actor): Decision {
  const hidden = notThere(issue);
  if (hidden !== null) return no(hidden);
  if (isSolved(issue)) return no({ reason: 'solved-by', owner: issue.owner });
  if (issue.state === 'claimed') {
    return issue.owner === actor.person ? nothing : no({ reason: 'claimed-by', owner: issue.owner });
  }
  if (actor.isMember === null) return no({ reason: 'membership-unknown' });
  if (!actor.isMember) return no({ reason: 'not-a-member' });
  return yes({ type: 'claimed', owner: actor.person });
}

export function letGo(issue: Issue, actor: Actor, ownerHasLeft: boolean): Decision {
  if (issue.state === 'open') return nothing;
  if (issue.state !== 'claimed')
    return asOwner(issue, actor, (owned) => no({ reason: 'solved-by', owner: owned.owner }));
  const isOwner = issue.owner === actor.person;
  if (!isOwner && !actor.isAdmin) return no({ reason: 'not-the-owner', owner: issue.owner });
  if (!isOwner && !ownerHasLeft) return no({ reason: 'owner-is-here', owner: issue.owner });
  return yes({ type: 'let-go', from: issue.owner, hasLeft: !isOwner });
}

export function asOwner(issue: Issue, actor: Actor, work: (issue: OwnedIssue) => Decision): Decision {
  const hidden = notThere(issue);
  if (hidden !== null) return no(hidden);
  if (!isOwned(issue)) return no({ reason: 'not-the-owner', owner: null });
  if (issue.owner !== actor.person) return no({ reason: 'not-the-owner', owner: issue.owner });
  return work(issue);
}

type OwnersCommand = Extract<Command, { type: 'agree' | 'update' | 'offer' | 'resolve' }>;

export function ownersWork(issue: OwnedIssue, command: OwnersCommand, now: Temporal.Instant): Decision {
  if (command.type === 'update') return yes({ type: 'updated', text: command.text });
  if (issue.state !== 'claimed') return no({ reason: 'solved-by', owner: issue.owner });
  if (command.type === 'agree') return yes({ type: 'agreed', agreement: command.agreement });
  if (command.type === 'resolve') return yes({ type: 'resolved', solution: command.solution, at: now });
  const { to } = command;
  if (to.person === issue.owner) return no({ reason: 'offer-to-self' });
  if (to.canOwn === null) return no({ reason: 'candidate-unknown', person: to.person });
  if (!to.canOwn) return no({ reason: 'cannot-own', person: to.person });
  return issue.offeredTo === to.person ? nothing : yes({ type: 'offered', to: to.person });
}

export function answerOffer(issue: Issue, actor: Actor, choice: 'accept' | 'decline'): Decision {
  if (isOwned(issue) && issue.owner === actor.person && choice === 'accept') return nothing;
  if (issue.state !== 'claimed' || issue.offeredTo !== actor.person) return no({ reason: 'not-offered' });
  if (choice === 'decline') return yes({ type: 'offer-declined', person: actor.person });
  if (actor.isMember === null) return no({ reason: 'membership-unknown' });
  if (!actor.isMember) return no({ reason: 'not-a-member' });
  return yes({ type: 'handed-over', from: issue.owner, to: actor.person });
}
