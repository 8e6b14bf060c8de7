import type { Actor } from './command.ts';
import { no, nothing, notThere, solvedAlready, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { saidOfHoldBy } from './did-it-hold.ts';
import { evolve } from './evolve.ts';
import { isMeToo, isOwned, isSolved, roundOf } from './issue.ts';
import type { Issue, IssueEvent, PersonId, SolvedIssue, Verdict } from './issue.ts';
import { reporterIsOwner, verdictOf } from './settle.ts';

/** `round`: the solution they saw, see `roundOf`; whichever stands now, unless they say. */
export function answer(issue: Issue, actor: Actor, verdict: Verdict, round = roundOf(issue)): Decision {
  const asked = whoIsAsked(issue, actor);
  if (!asked.ok) return no(asked.refusal);
  if (round !== roundOf(issue)) return no(unlessSettled(asked.issue, actor, 'newer-solution'));
  if (asked.given === verdict && !comesBack(asked.issue, actor, verdict)) return nothing;
  const event: IssueEvent = { type: 'answered', person: actor.isReporter ? null : actor.person, verdict };
  return yes(event, ...verdictOf(evolve(asked.issue, event)));
}

/** The same answer says something new once it is confirmed: that it came back. */
function comesBack(issue: SolvedIssue, { person }: Actor, verdict: Verdict): boolean {
  return (
    issue.state === 'confirmed' && verdict === 'not-fixed' && saidOfHoldBy(issue, person) !== 'came-back'
  );
}

/** A line beside an answer; given the answer itself may have reopened the issue, it is taken in that state too. */
export function comment(issue: Issue, actor: Actor, text: string): Decision {
  const given = actor.isReporter ? issue.reporter.verdict : verdictBy(issue, actor.person);
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (given === null) {
    const asked = whoIsAsked(issue, actor);
    return no(asked.ok ? { reason: 'answer-first' } : asked.refusal);
  }
  return yes({ type: 'commented', verdict: given, text, asReporter: actor.isReporter });
}

type Asked = { ok: true; issue: SolvedIssue; given: Verdict | null } | { ok: false; refusal: Refusal };

export function whoIsAsked(issue: Issue, actor: Actor): Asked {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  if (!isSolved(issue)) return no({ reason: 'not-solved', hasOwner: isOwned(issue) });
  if (issue.owner === actor.person) return no(unlessSettled(issue, actor, 'owner-does-not-decide'));
  if (actor.isReporter && !reporterIsOwner(issue)) return { ok: true, issue, given: issue.reporter.verdict };
  if (isMeToo(issue, actor.person)) return { ok: true, issue, given: verdictBy(issue, actor.person) };
  return no(unlessSettled(issue, actor, 'not-asked'));
}

/** Once it is confirmed, that is what everybody needs to know first. */
function unlessSettled(
  issue: SolvedIssue,
  actor: Actor,
  reason: 'owner-does-not-decide' | 'newer-solution' | 'not-asked',
): Refusal {
  return issue.state === 'confirmed' ? solvedAlready(issue, actor) : { reason };
}

function verdictBy(issue: Issue, person: PersonId): Verdict | null {
  return issue.meToos.find((meToo) => meToo.person === person)?.verdict ?? null;
}
