import type { Actor, Command, Target } from './command.ts';
import { nothingExpected } from './decide-contain.ts';
import { no, nothing, notThere, solvedAlready, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { isMeToo, isOwned, isSolved } from './issue.ts';
import type { Issue, IssueEvent } from './issue.ts';

type Marking = Extract<Command, { type: 'duplicate' }>;

/**
 * It is the same as another. Its owner may say so, a lead, and while nobody owns it the person who flagged it: they know
 * best what they met. Others might end somebody else's flag by mistake.
 */
export function duplicate(issue: Issue, actor: Actor, { of, isTrial }: Marking): Decision {
  if (isTrial === true) return no({ reason: 'on-trial', number: issue.number });
  if (issue.state === 'duplicate' && issue.of === of?.issue?.number) return nothing;
  const refusal = mayNotMark(issue, actor);
  if (refusal !== null) return no(refusal);
  if (of === null) return nothing;
  const other = chosen(issue, of);
  if ('reason' in other) return no(other);
  const by = actor.isReporter ? null : actor.person;
  const ended = nothingExpected(issue, 'duplicate', actor.person);
  return yes({ type: 'duplicated', of: other.number, by }, ...ended);
}

/** The other issue, or why nobody can be moved to it. */
function chosen({ number }: Issue, { asked, issue: other, isTrial }: Target): Issue | Refusal {
  if (isTrial === true) return { reason: 'on-trial', number: asked };
  if (other === null || other.state === 'saved') return { reason: 'no-such-issue', asked };
  if (other.number === number)
    return asked === number ? { reason: 'same-issue' } : { reason: 'other-way-round', asked };
  return cannotJoin(other) ?? other;
}

export function mayNotMark(issue: Issue, actor: Actor): Refusal | null {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return hidden;
  if (isSolved(issue)) return solvedAlready(issue, actor);
  const isItsOwner = isOwned(issue) && issue.owner === actor.person;
  const isOwnFlag = actor.isReporter && issue.state === 'open';
  if (actor.isLead || isItsOwner || isOwnFlag) return null;
  if (actor.isMember === null) return { reason: 'admin-unknown' };
  return { reason: 'cannot-mark', isReporter: actor.isReporter };
}

/** Nobody is moved to where nothing goes on. */
function cannotJoin(other: Issue): Refusal | null {
  switch (other.state) {
    case 'withdrawn':
    case 'declined':
    case 'confirmed':
      return { reason: 'cannot-join', other: other.number, state: other.state };
    case 'duplicate':
      return { reason: 'moved-meanwhile', other: other.number, of: other.of };
    default:
      return null;
  }
}

/** What happens to the other issue: whoever met the duplicate is counted there, and nobody twice. */
export function mergedInto(other: Issue, duplicated: Issue): IssueEvent {
  const { person } = duplicated.reporter;
  const met = [...(person === null ? [] : [person]), ...duplicated.meToos.map((it) => it.person)];
  const people = met.filter((it) => it !== other.reporter.person && !isMeToo(other, it));
  return { type: 'merged', from: duplicated.number, people };
}
