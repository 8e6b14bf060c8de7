import { common } from './common.ts';
import { evolveEnd, isOfEnd } from './evolve-end.ts';
import { evolveHelp } from './evolve-help.ts';
import { evolveHold, isOfHold } from './hold.ts';
import { isOwned, isSolved } from './issue.ts';
import type { Gap, Issue, IssueEvent, OwnedIssue, PersonId, SolvedIssue, Verdict } from './issue.ts';
import { evolveAmended } from './said.ts';

/** The issue after an event. `undone` leaves nothing behind: it is for the neck to delete the issue then. */
export function evolve(issue: Issue, event: IssueEvent): Issue {
  const next = { ...issue, version: issue.version + 1 };
  if (isOfEnd(event)) return evolveEnd(next, event);
  if (isOfHold(event)) return next.state === 'saved' ? evolveHold(next, event) : next;
  switch (event.type) {
    case 'edited':
      return edit(next, event.gap);
    case 'posted':
      return { ...common(next), state: 'open' };
    case 'withdrawn':
      return { ...common(next), state: 'withdrawn' };
    case 'joined':
      return event.wasBrought === true ? next : join(next, event.person);
    case 'returned-from':
      return { ...next, returnOf: event.number };
    case 'claimed':
      return begin(next, event.owner);
    case 'let-go':
      return { ...common(next), state: 'open' };
    case 'agreed':
      return owned(next, (it) => ({ ...it, agreement: event.agreement }));
    case 'inquired':
      return owned(next, (it) => ({
        ...it,
        inquiry: { seq: it.version, text: event.text, isAnswered: false },
      }));
    case 'informed':
      return owned(next, (it) => informed(it, event.inquiry));
    case 'offered':
      return owned(next, (it) => ({ ...it, offeredTo: event.to }));
    case 'offer-declined':
      return owned(next, (it) => ({ ...it, offeredTo: null }));
    case 'handed-over':
      return owned(next, (it) => ({ ...it, ...begin(it, event.to), ...carried(it, event.to) }));
    case 'resolved':
      return owned(next, (it) => solve(it, event));
    case 'answered':
      return answered(next, event.person, event.verdict);
    case 'fell-silent':
      return solved(next, (it) => ({ ...it, reporterIsSilent: true }));
    case 'confirmed':
      return solved(next, (it) => ({ ...it, state: 'confirmed' }));
    case 'reopened':
      return reopen(next);
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

function edit(issue: Issue, { text, impact, affected, isStuck }: Gap): Issue {
  return { ...issue, text, impact, affected, help: isStuck ? { state: 'wanted' } : null };
}

function join(issue: Issue, person: PersonId): Issue {
  return { ...issue, meToos: [...issue.meToos, { person, verdict: null }] };
}

function begin(issue: Issue, owner: PersonId): OwnedIssue {
  return {
    ...common(issue),
    state: 'claimed',
    owner,
    spell: issue.version,
    agreement: null,
    offeredTo: null,
    inquiry: null,
  };
}

/** What goes on from one spell of ownership to the next. Reporters who take it on need not answer themselves. */
function carried({ agreement, inquiry, reporter }: OwnedIssue, owner: PersonId) {
  return { agreement, inquiry: reporter.person === owner ? null : inquiry };
}

function informed(issue: OwnedIssue, seq: number): OwnedIssue {
  const { inquiry } = issue;
  return inquiry?.seq === seq ? { ...issue, inquiry: { ...inquiry, isAnswered: true } } : issue;
}

function owned(issue: Issue, change: (issue: OwnedIssue) => Issue): Issue {
  return isOwned(issue) ? change(issue) : issue;
}

function solved(issue: Issue, change: (issue: SolvedIssue) => Issue): Issue {
  return isSolved(issue) ? change(issue) : issue;
}

/** A new solution is a new question: what people said of the one before does not count for it. */
function solve(issue: OwnedIssue, event: Extract<IssueEvent, { type: 'resolved' }>): Issue {
  return {
    ...issue,
    state: 'resolved',
    offeredTo: null,
    solution: event.solution,
    resolvedAt: event.at,
    reporterIsSilent: false,
    reporter: { ...issue.reporter, verdict: null },
    meToos: issue.meToos.map((it) => ({ ...it, verdict: null })),
  };
}

function answered(issue: Issue, person: PersonId | null, verdict: Verdict): Issue {
  if (person === null) return { ...issue, reporter: { ...issue.reporter, verdict } };
  const meToos = issue.meToos.map((it) => (it.person === person ? { ...it, verdict } : it));
  return { ...issue, meToos };
}

/** It goes on with its owner, and without reproach. */
function reopen(issue: Issue): Issue {
  return owned(issue, (it) => ({
    ...begin(it, it.owner),
    ...carried(it, it.owner),
    reopenings: it.reopenings + 1,
  }));
}
