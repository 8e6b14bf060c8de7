import type { Temporal } from 'temporal-polyfill';

import type { Actor, Candidate, Command } from './command.ts';
import { endOfSupport, handingOver, supportWhenSolved } from './decide-contain.ts';
import { endOfHelp } from './decide-help.ts';
import { inquire } from './decide-inquiry.ts';
import { no, nothing, notThere, solvedAlready, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import { isOwned, isSolved } from './issue.ts';
import type { ClaimedIssue, Issue, IssueEvent, OwnedIssue, SolvedIssue } from './issue.ts';

export function claim(issue: Issue, actor: Actor): Decision {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (isSolved(issue)) return no(solvedAlready(issue, actor));
  if (issue.state === 'claimed') {
    return issue.owner === actor.person ? nothing : no({ reason: 'claimed-by', owner: issue.owner });
  }
  if (actor.isMember === null) return no({ reason: 'membership-unknown' });
  if (!actor.isMember) return no({ reason: 'not-a-member' });
  return yes({ type: 'claimed', owner: actor.person });
}

export function letGo(issue: Issue, actor: Actor, ownerHasLeft: boolean): Decision {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (!isOwned(issue)) return nothing;
  if (isSolved(issue)) return letGoOfSolved(issue, actor, ownerHasLeft);
  if (issue.owner === actor.person) return yes(...lettingGo(issue, false));
  return letGoForOwner(issue, actor, ownerHasLeft);
}

/** `hasLeft`: its owner. */
export function lettingGo(issue: ClaimedIssue, hasLeft: boolean): IssueEvent[] {
  return [{ type: 'let-go', from: issue.owner, hasLeft }, ...endOfSupport(issue, 'let-go')];
}

function letGoForOwner(issue: ClaimedIssue, actor: Actor, ownerHasLeft: boolean): Decision {
  const { owner } = issue;
  if (!actor.isAdmin) {
    if (actor.isMember === null) return no({ reason: 'admin-unknown' });
    return no({ reason: 'not-an-admin', owner, ownerHasLeft });
  }
  if (!ownerHasLeft) return no({ reason: 'owner-is-here', owner });
  return yes(...lettingGo(issue, true));
}

/** Those who met it are being asked, and their answers need no owner: it can wait until it goes on. */
function letGoOfSolved(issue: SolvedIssue, actor: Actor, ownerHasLeft: boolean): Decision {
  const isForOwner = issue.owner !== actor.person && actor.isAdmin && ownerHasLeft;
  const isLater = issue.state === 'resolved' && isForOwner;
  return no(isLater ? { reason: 'let-go-later' } : solvedAlready(issue, actor));
}

type OwnersCommand = Extract<Command, { type: 'agree' | 'update' | 'inquire' | 'offer' | 'resolve' }>;

export function asOwner(issue: Issue, actor: Actor, command: OwnersCommand, now: Temporal.Instant): Decision {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (!isOwned(issue)) return no({ reason: 'no-owner', canClaim: actor.isMember === true });
  const isOwner = issue.owner === actor.person;
  if (isOwner && command.type === 'update') return yes({ type: 'updated', text: command.text });
  if (isOwner && command.type === 'inquire') return inquire(issue, command.text);
  if (isSolved(issue)) return no(solvedAlready(issue, actor));
  if (!isOwner) return no({ reason: 'not-the-owner', owner: issue.owner });
  if (command.type === 'agree') return yes({ type: 'agreed', agreement: command.agreement });
  if (command.type === 'resolve') {
    const ended = [...endOfHelp(issue), ...supportWhenSolved(issue)];
    return yes({ type: 'resolved', solution: command.solution, at: now }, ...ended);
  }
  return command.type === 'offer' ? offer(issue, command.to) : nothing;
}

function offer(issue: ClaimedIssue, to: Candidate): Decision {
  if (to.person === issue.owner) return no({ reason: 'offer-to-self' });
  if (to.canOwn === null) return no({ reason: 'candidate-unknown', person: to.person });
  if (!to.canOwn) return no({ reason: 'cannot-own', person: to.person });
  return issue.offeredTo === to.person ? nothing : yes({ type: 'offered', to: to.person });
}

export function answerOffer(issue: Issue, actor: Actor, choice: 'accept' | 'decline'): Decision {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (isOwned(issue) && issue.owner === actor.person) return answerOwnOffer(issue, actor, choice);
  const isOffered = (issue.state === 'claimed' || issue.state === 'open') && issue.offeredTo === actor.person;
  if (!isOffered) return no({ reason: 'not-offered' });
  if (choice === 'decline') return yes({ type: 'offer-declined', person: actor.person });
  if (actor.isMember === null) return no({ reason: 'membership-unknown' });
  if (!actor.isMember) return no({ reason: 'not-a-member' });
  if (issue.state === 'open') return yes({ type: 'claimed', owner: actor.person });
  return yes(...handingOver(issue, actor.person));
}

/** They said yes before: a yes again changes nothing, and a no comes too late. */
function answerOwnOffer(issue: OwnedIssue, actor: Actor, choice: 'accept' | 'decline'): Decision {
  if (choice === 'accept') return nothing;
  return no(isSolved(issue) ? solvedAlready(issue, actor) : { reason: 'yours-already' });
}
