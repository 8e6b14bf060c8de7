import type { Actor } from './command.ts';
import { no, nothing, notThere, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { evolve } from './evolve.ts';
import { isMeToo, isSolved, roundOf } from './issue.ts';
import type { Issue, IssueEvent, PersonId, SolvedIssue, Verdict } from './issue.ts';
import { reporterIsOwner, verdictOf } from './settle.ts';

/** `round`: the solution they saw, see `roundOf`; whichever stands now, unless they say. */
export function answer(issue: Issue, actor: Actor, verdict: Verdict, round = roundOf(issue)): Decision {
  const asked = whoIsAsked(issue, actor);
  if (!asked.ok) return no(asked.refusal);
  if (round !== roundOf(issue)) return no({ reason: 'newer-solution' });
  if (asked.given === verdict) return nothing;
  const event: IssueEvent = { type: 'answered', person: actor.isReporter ? null : actor.person, verdict };
  return yes(event, ...verdictOf(evolve(asked.issue, event)));
}

/** A line beside an answer; given the answer itself may have reopened the issue, it is taken in that state too. */
export function comment(issue: Issue, actor: Actor, text: string): Decision {
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
