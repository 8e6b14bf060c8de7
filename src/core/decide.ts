import { Temporal } from 'temporal-polyfill';

import { evolve } from './evolve.ts';
import { isMeToo, isOwned, isSolved, roundOf } from './issue.ts';
import type {
  Agreement,
  Gap,
  Issue,
  IssueEvent,
  OwnedIssue,
  PersonId,
  Solution,
  SolvedIssue,
  Verdict,
} from './issue.ts';
import { reporterIsOwner, verdictOf } from './settle.ts';

/** Who asks for a change, as far as the rules care. */
export interface Actor {
  readonly person: PersonId;
  /** Known by the neck, from the link or from the seal's tag; the rules never see who a sealed reporter is. */
  readonly isReporter: boolean;
  /** Guests are not members: they flag and say me too, but do not claim. `null`: Slack did not tell. */
  readonly isMember: boolean | null;
  readonly isAdmin: boolean;
}

/** Somebody who may be offered an issue. */
export interface Candidate {
  readonly person: PersonId;
  readonly canOwn: boolean;
}

export type Command =
  | { readonly type: 'edit'; readonly gap: Gap }
  | { readonly type: 'undo' }
  | { readonly type: 'withdraw' }
  | { readonly type: 'me-too' }
  | { readonly type: 'claim' }
  | { readonly type: 'agree'; readonly agreement: Agreement }
  | { readonly type: 'update'; readonly text: string }
  | { readonly type: 'let-go'; readonly ownerHasLeft: boolean }
  | { readonly type: 'offer'; readonly to: Candidate }
  | { readonly type: 'accept' }
  | { readonly type: 'decline' }
  | { readonly type: 'resolve'; readonly solution: Solution }
  | { readonly type: 'answer'; readonly verdict: Verdict; readonly round?: number }
  | { readonly type: 'comment'; readonly text: string };

/** What time brings about, rather than a person. */
export type Turn = { readonly type: 'post' } | { readonly type: 'fall-silent' };

export type Refusal =
  | { readonly reason: 'gone' }
  | { readonly reason: 'not-posted-yet' }
  | { readonly reason: 'posted-already'; readonly mayWithdraw: boolean }
  | { readonly reason: 'not-the-reporter' }
  | { readonly reason: 'not-the-owner'; readonly owner: PersonId | null }
  | { readonly reason: 'not-a-member' }
  | { readonly reason: 'membership-unknown' }
  | { readonly reason: 'claimed-by'; readonly owner: PersonId }
  | { readonly reason: 'solved-by'; readonly owner: PersonId }
  | { readonly reason: 'withdrawn' }
  | { readonly reason: 'own-flag' }
  | { readonly reason: 'settled' }
  | { readonly reason: 'owner-is-here'; readonly owner: PersonId }
  | { readonly reason: 'offer-to-self' }
  | { readonly reason: 'cannot-own'; readonly person: PersonId }
  | { readonly reason: 'not-offered' }
  | { readonly reason: 'not-solved' }
  | { readonly reason: 'not-asked' }
  | { readonly reason: 'newer-solution' }
  | { readonly reason: 'answer-first' }
  | { readonly reason: 'owner-does-not-decide' };

export type Decision =
  | { readonly ok: true; readonly events: readonly IssueEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

const nothing: Decision = { ok: true, events: [] };

function yes(...events: IssueEvent[]): Decision {
  return { ok: true, events };
}

function no(refusal: Refusal): Extract<Decision, { ok: false }> {
  return { ok: false, refusal };
}

/** The rules: may this person change this issue so, and what happens then? The same command twice changes nothing. */
export function decide(issue: Issue, actor: Actor, command: Command, now: Temporal.Instant): Decision {
  switch (command.type) {
    case 'edit':
      return whileSaved(issue, actor, { type: 'edited', gap: command.gap });
    case 'undo':
      return whileSaved(issue, actor, { type: 'undone' });
    case 'withdraw':
      return withdraw(issue, actor);
    case 'me-too':
      return meToo(issue, actor);
    case 'claim':
      return claim(issue, actor);
    case 'let-go':
      return letGo(issue, actor, command.ownerHasLeft);
    case 'accept':
    case 'decline':
      return answerOffer(issue, actor, command.type);
    case 'answer':
      return answer(issue, actor, command.verdict, command.round);
    case 'comment':
      return comment(issue, actor, command.text);
    case 'agree':
    case 'update':
    case 'offer':
    case 'resolve':
      return asOwner(issue, actor, (owned) => ownersWork(owned, command, now));
  }
}

/** What happens by itself when its time has come; nothing, if it has happened or the moment has passed. */
export function take(issue: Issue, turn: Turn, now: Temporal.Instant): readonly IssueEvent[] {
  if (turn.type === 'post') {
    const isDue = issue.state === 'saved' && Temporal.Instant.compare(issue.postAt, now) <= 0;
    return isDue ? [{ type: 'posted' }] : [];
  }
  if (issue.state !== 'resolved') return [];
  const settled = verdictOf(issue);
  if (settled.length > 0 || issue.reporterIsSilent) return settled;
  const silent: IssueEvent = { type: 'fell-silent' };
  return [silent, ...verdictOf(evolve(issue, silent))];
}

function whileSaved(issue: Issue, actor: Actor, event: IssueEvent): Decision {
  if (!actor.isReporter) return no({ reason: 'not-the-reporter' });
  if (issue.state === 'withdrawn') return no({ reason: 'withdrawn' });
  if (issue.state !== 'saved') return no({ reason: 'posted-already', mayWithdraw: issue.state === 'open' });
  return yes(event);
}

function withdraw(issue: Issue, actor: Actor): Decision {
  if (!actor.isReporter) return no({ reason: 'not-the-reporter' });
  if (issue.state === 'withdrawn') return nothing;
  if (issue.state === 'saved') return no({ reason: 'not-posted-yet' });
  if (isOwned(issue)) return no({ reason: 'posted-already', mayWithdraw: false });
  return yes({ type: 'withdrawn' });
}

function meToo(issue: Issue, actor: Actor): Decision {
  const hidden = notThere(issue);
  if (hidden !== null) return no(hidden);
  if (actor.isReporter) return no({ reason: 'own-flag' });
  if (isMeToo(issue, actor.person)) return nothing;
  if (issue.state === 'confirmed') return no({ reason: 'settled' });
  return yes({ type: 'joined', person: actor.person });
}

function claim(issue: Issue, actor: Actor): Decision {
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

function letGo(issue: Issue, actor: Actor, ownerHasLeft: boolean): Decision {
  if (issue.state === 'open') return nothing;
  if (issue.state !== 'claimed')
    return asOwner(issue, actor, (owned) => no({ reason: 'solved-by', owner: owned.owner }));
  const isOwner = issue.owner === actor.person;
  if (!isOwner && !actor.isAdmin) return no({ reason: 'not-the-owner', owner: issue.owner });
  if (!isOwner && !ownerHasLeft) return no({ reason: 'owner-is-here', owner: issue.owner });
  return yes({ type: 'let-go', from: issue.owner, hasLeft: !isOwner });
}

function asOwner(issue: Issue, actor: Actor, work: (issue: OwnedIssue) => Decision): Decision {
  const hidden = notThere(issue);
  if (hidden !== null) return no(hidden);
  if (!isOwned(issue)) return no({ reason: 'not-the-owner', owner: null });
  if (issue.owner !== actor.person) return no({ reason: 'not-the-owner', owner: issue.owner });
  return work(issue);
}

/** Nobody but its reporter can do anything with an issue that is not posted yet, or was taken back. */
function notThere({ state }: Issue): Refusal | null {
  if (state === 'saved') return { reason: 'not-posted-yet' };
  return state === 'withdrawn' ? { reason: 'withdrawn' } : null;
}

type OwnersCommand = Extract<Command, { type: 'agree' | 'update' | 'offer' | 'resolve' }>;

function ownersWork(issue: OwnedIssue, command: OwnersCommand, now: Temporal.Instant): Decision {
  if (command.type === 'update') return yes({ type: 'updated', text: command.text });
  if (issue.state !== 'claimed') return no({ reason: 'solved-by', owner: issue.owner });
  if (command.type === 'agree') return yes({ type: 'agreed', agreement: command.agreement });
  if (command.type === 'resolve') return yes({ type: 'resolved', solution: command.solution, at: now });
  const { to } = command;
  if (to.person === issue.owner) return no({ reason: 'offer-to-self' });
  if (!to.canOwn) return no({ reason: 'cannot-own', person: to.person });
  return issue.offeredTo === to.person ? nothing : yes({ type: 'offered', to: to.person });
}

function answerOffer(issue: Issue, actor: Actor, choice: 'accept' | 'decline'): Decision {
  if (isOwned(issue) && issue.owner === actor.person && choice === 'accept') return nothing;
  if (issue.state !== 'claimed' || issue.offeredTo !== actor.person) return no({ reason: 'not-offered' });
  if (choice === 'decline') return yes({ type: 'offer-declined', person: actor.person });
  if (actor.isMember === null) return no({ reason: 'membership-unknown' });
  if (!actor.isMember) return no({ reason: 'not-a-member' });
  return yes({ type: 'handed-over', from: issue.owner, to: actor.person });
}

/** `round`: the solution they saw, see `roundOf`; whichever stands now, unless they say. */
function answer(issue: Issue, actor: Actor, verdict: Verdict, round = roundOf(issue)): Decision {
  const asked = whoIsAsked(issue, actor);
  if (!asked.ok) return no(asked.refusal);
  if (round !== roundOf(issue)) return no({ reason: 'newer-solution' });
  if (asked.given === verdict) return nothing;
  const event: IssueEvent = { type: 'answered', person: actor.isReporter ? null : actor.person, verdict };
  return yes(event, ...verdictOf(evolve(asked.issue, event)));
}

/** A line beside an answer; given the answer itself may have reopened the issue, it is taken in that state too. */
function comment(issue: Issue, actor: Actor, text: string): Decision {
  const hidden = notThere(issue);
  if (hidden !== null) return no(hidden);
  const given = actor.isReporter ? issue.reporter.verdict : verdictBy(issue, actor.person);
  const hasMet = actor.isReporter || isMeToo(issue, actor.person);
  if (given === null) return no({ reason: hasMet ? 'answer-first' : 'not-asked' });
  return yes({ type: 'commented', verdict: given, text, asReporter: actor.isReporter });
}

type Asked = { ok: true; issue: SolvedIssue; given: Verdict | null } | { ok: false; refusal: Refusal };

function whoIsAsked(issue: Issue, actor: Actor): Asked {
  if (issue.state === 'withdrawn') return no({ reason: 'withdrawn' });
  if (!isSolved(issue)) return no({ reason: 'not-solved' });
  if (issue.owner === actor.person) return no({ reason: 'owner-does-not-decide' });
  if (actor.isReporter && !reporterIsOwner(issue)) return { ok: true, issue, given: issue.reporter.verdict };
  if (isMeToo(issue, actor.person)) return { ok: true, issue, given: verdictBy(issue, actor.person) };
  return no({ reason: issue.state === 'confirmed' ? 'settled' : 'not-asked' });
}

function verdictBy(issue: Issue, person: PersonId): Verdict | null {
  return issue.meToos.find((meToo) => meToo.person === person)?.verdict ?? null;
}
