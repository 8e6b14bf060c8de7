import { isOfAsk } from './ask.ts';
import { attend, heardAt, isOfAttended } from './attended.ts';
import { common, opened } from './common.ts';
import { doubted, evolveHolding, isOfHolding, notKnownYet } from './did-it-hold.ts';
import { carriedSupport, evolveAsk, supportersOf } from './evolve-ask.ts';
import { evolveEnd, isOfEnd } from './evolve-end.ts';
import { evolveHelp } from './evolve-help.ts';
import { evolveFirstAnswer, isOfFirstAnswer } from './first-answer.ts';
import { evolveHold, isOfHold } from './hold.ts';
import type { Inquiry } from './inquiry.ts';
import { isGoingOn, isOwned, isSolved } from './issue.ts';
import type {
  ClaimedIssue,
  Gap,
  Issue,
  IssueEvent,
  OpenIssue,
  OwnedIssue,
  PersonId,
  SolvedIssue,
  Verdict,
} from './issue.ts';
import { evolveAmended } from './said.ts';
import { evolveThanks } from './thanks.ts';

/** The issue after an event. `undone` leaves nothing behind: it is for the neck to delete the issue then. */
export function evolve(issue: Issue, event: IssueEvent): Issue {
  const after = withFormerOwners(issue, evolved(issue, event));
  return after.state === 'claimed' ? attend(after, event) : after;
}

/** Whoever has it again is no former owner. */
function withFormerOwners(before: Issue, after: Issue): Issue {
  const had = isOwned(before) ? [before.owner] : [];
  const has = isOwned(after) ? after.owner : null;
  if (had[0] === (has ?? undefined)) return after;
  const others = after.formerOwners.filter((it) => it !== has && !had.includes(it));
  return { ...after, formerOwners: [...others, ...had] };
}

function evolved(issue: Issue, event: IssueEvent): Issue {
  const next = { ...issue, version: issue.version + 1 };
  if (isOfEnd(event)) return evolveEnd(next, event);
  if (isOfHold(event)) return next.state === 'saved' ? evolveHold(next, event) : next;
  if (isOfAttended(event)) return next;
  if (isOfHolding(event)) return next.state === 'confirmed' ? evolveHolding(next, event) : next;
  if (isOfFirstAnswer(event)) return next.state === 'open' ? evolveFirstAnswer(next, event) : next;
  if (isOfAsk(event)) return evolveAsk(next, event);
  switch (event.type) {
    case 'edited':
      return edit(next, event.gap);
    case 'posted':
    case 'let-go':
      return opened(next);
    case 'withdrawn':
      return { ...common(next), state: 'withdrawn' };
    case 'joined':
      return event.wasBrought === true ? next : join(next, event.person);
    case 'returned-from':
      return { ...next, returnOf: event.number };
    case 'claimed':
      return { ...begin(next, event.owner), ...askedBefore(next, event.owner) };
    case 'agreed':
      return owned(next, (it) => ({ ...it, agreement: event.agreement }));
    case 'inquired':
      return inquired(next, event);
    case 'informed':
      return informed(next, event.inquiry);
    case 'offered':
      return offered(next, event);
    case 'offer-declined':
      return offerDeclined(next);
    case 'handed-over':
      return owned(next, (it) => ({ ...it, ...begin(it, event.to), ...carried(it, event.to) }));
    case 'resolved':
      return owned(next, (it) => solve(it, event));
    case 'answered':
      return withoutThanksFor(doubted(answered(next, event.person, event.verdict), event), event);
    case 'fell-silent':
      return solved(next, (it) => ({ ...it, reporterIsSilent: true }));
    case 'confirmed':
      return solved(next, (it) => ({ ...it, ...notKnownYet, state: 'confirmed' }));
    case 'reopened':
      return reopen(next);
    case 'thanked':
    case 'thanks-shown':
      return solved(next, (it) => evolveThanks(it, event, it.version));
    case 'amended':
      return evolveAmended(next, event);
    case 'flagged':
    case 'undone':
    case 'updated':
    case 'commented':
    case 'written-up':
    case 'credited':
      return next;
    default:
      return evolveHelp(next, event);
  }
}

function edit(issue: Issue, { text, impact, affected, isStuck, asksAbove }: Gap): Issue {
  return { ...issue, asksAbove, text, impact, affected, help: isStuck ? { state: 'wanted' } : null };
}

function join(issue: Issue, person: PersonId): Issue {
  return { ...issue, meToos: [...issue.meToos, { person, verdict: null }] };
}

function begin(issue: Issue, owner: PersonId): ClaimedIssue {
  return {
    ...common(issue),
    state: 'claimed',
    owner,
    spell: issue.version,
    agreement: null,
    offeredTo: null,
    inquiry: null,
    attended: heardAt(issue.version),
    ...carriedSupport(issue, owner),
  };
}

/** What goes on from one spell of ownership to the next. Reporters who take it on need not answer themselves. */
function carried({ agreement, inquiry, reporter, ...before }: OwnedIssue, owner: PersonId) {
  const left = before.owner === owner && before.ownerHasLeft === true ? { ownerHasLeft: true as const } : {};
  return { ...left, agreement, inquiry: reporter.person === owner ? null : inquiry };
}

/** A question of somebody who did not own it goes to whoever does by now, unless they are asked it themselves. */
function askedBefore(issue: Issue, owner: PersonId): { readonly inquiry: Inquiry | null } {
  const isOpen = issue.state === 'open' && issue.reporter.person !== owner;
  return { inquiry: isOpen ? issue.inquiry : null };
}

type EventOf<T extends IssueEvent['type']> = Extract<IssueEvent, { type: T }>;

/** A question is a first answer: a new promise waits for what comes back. */
function inquired(issue: Issue, { text, by }: EventOf<'inquired'>): Issue {
  const inquiry: Inquiry = { seq: issue.version, text, isAnswered: false };
  if (issue.state === 'open') return { ...issue, inquiry, answerer: by ?? null, promise: null };
  return owned(issue, (it) => ({ ...it, inquiry }));
}

function informed(issue: Issue, seq: number): Issue {
  if (!isGoingOn(issue)) return issue;
  if (issue.inquiry?.seq !== seq) return issue;
  const inquiry = { ...issue.inquiry, isAnswered: true };
  return issue.state === 'open' ? { ...noLonger(issue, 'answer'), inquiry } : { ...issue, inquiry };
}

/** Whoever finds an owner has to wait for a yes. */
function offered(issue: Issue, { to, by }: EventOf<'offered'>): Issue {
  if (issue.state === 'open') return { ...issue, offeredTo: to, answerer: by ?? null, promise: null };
  return owned(issue, (it) => ({ ...it, offeredTo: to }));
}

function offerDeclined(issue: Issue): Issue {
  if (issue.state === 'open') return { ...noLonger(issue, 'yes'), offeredTo: null };
  return owned(issue, (it) => ({ ...it, offeredTo: null }));
}

/** What was waited for is there: a new promise begins. */
function noLonger(issue: OpenIssue, what: 'answer' | 'yes'): OpenIssue {
  const { promise } = issue;
  return promise?.state === 'waiting' && promise.for === what ? { ...issue, promise: null } : issue;
}

function owned(issue: Issue, change: (issue: OwnedIssue) => Issue): Issue {
  return isOwned(issue) ? change(issue) : issue;
}

function solved(issue: Issue, change: (issue: SolvedIssue) => Issue): Issue {
  return isSolved(issue) ? change(issue) : issue;
}

/** A new solution is a new question: what people said of the one before does not count for it. */
function solve(issue: OwnedIssue, event: Extract<IssueEvent, { type: 'resolved' }>): Issue {
  const { owner, spell, agreement, inquiry } = issue;
  return {
    ...common(issue),
    owner,
    spell,
    agreement,
    inquiry,
    supporters: supportersOf(issue),
    state: 'resolved',
    offeredTo: null,
    solution: event.solution,
    resolvedAt: event.at,
    reporterIsSilent: false,
    thanks: [],
    reporter: { ...issue.reporter, verdict: null },
    meToos: issue.meToos.map((it) => ({ ...it, verdict: null })),
  };
}

function answered(issue: Issue, person: PersonId | null, verdict: Verdict): Issue {
  if (person === null) return { ...issue, reporter: { ...issue.reporter, verdict } };
  const meToos = issue.meToos.map((it) => (it.person === person ? { ...it, verdict } : it));
  return { ...issue, meToos };
}

/** Whoever says that it isn't fixed after all does not thank for it any more. */
function withoutThanksFor(issue: Issue, { person, verdict }: EventOf<'answered'>): Issue {
  if (verdict === 'fixed') return issue;
  return solved(issue, (it) => ({ ...it, thanks: it.thanks.filter(({ by }) => by !== person) }));
}

/** It goes on with its owner, and without reproach. */
function reopen(issue: Issue): Issue {
  return owned(issue, (it) => ({
    ...begin(it, it.owner),
    ...carried(it, it.owner),
    reopenings: it.reopenings + 1,
  }));
}
