import type { Actor, Command } from './command.ts';
import { common } from './common.ts';
import { mayNotMark } from './decide-duplicate.ts';
import { no, nothing, notThere, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { evolve } from './evolve.ts';
import { hasMet, isOwned } from './issue.ts';
import type { DuplicateIssue, Issue, IssueEvent, PersonId } from './issue.ts';
import type { OwnedBefore } from './same.ts';
import { verdictOf } from './settle.ts';

/** It is not the same after all. Whoever might mark it, as it is then, may say so. */
export function notDuplicate(
  issue: Issue,
  actor: Actor,
  { of, other, ownedBefore: owned }: Extract<Command, { type: 'not-duplicate' }>,
): Decision {
  if (issue.state !== 'duplicate') {
    const hidden = notThere(issue, actor);
    return hidden === null ? nothing : no(hidden);
  }
  if ((of ?? issue.of) !== issue.of || other?.asked !== issue.of) {
    return no({ reason: 'duplicate', of: issue.of });
  }
  const by = actor.isReporter ? null : actor.person;
  const event: IssueEvent = { type: 'separated', from: issue.of, by, ...whatTheyHad(owned) };
  const refusal = mayNotMark(evolve(issue, event), actor) ?? wentAlong(other.issue);
  return refusal === null ? yes(event) : no(worded(refusal, issue));
}

/** What it is the same as was withdrawn: no flag falls silent because of another, so it goes on as it did before. */
export function leftAlone({ of }: DuplicateIssue, owned: OwnedBefore | null): IssueEvent {
  return { type: 'separated', from: of, by: null, ...whatTheyHad(owned), wasWithdrawn: true };
}

function whatTheyHad(owned: OwnedBefore | null) {
  return owned ?? { owner: null, agreement: null, inquiry: null };
}

/** What was merged last comes apart first: its people are counted where that goes on by now. */
function wentAlong(other: Issue | null): Refusal | null {
  return other?.state === 'duplicate' ? { reason: 'went-along', other: other.number, of: other.of } : null;
}

function worded(refusal: Refusal, { of }: DuplicateIssue): Refusal {
  return refusal.reason === 'cannot-mark'
    ? { reason: 'cannot-separate', of, isReporter: refusal.isReporter }
    : refusal;
}

/** What its owner had when it was marked, from what had happened until then; `null` where nobody owned it. */
export function ownedBefore(issue: Issue, events: readonly IssueEvent[]): OwnedBefore | null {
  const until = events.findLastIndex(({ type }) => type === 'duplicated');
  const flagged: Issue = {
    ...common(issue),
    version: 0,
    meToos: [],
    state: 'saved',
    postAt: issue.flaggedAt,
    hold: null,
    answered: [],
  };
  const before = events.slice(0, Math.max(until, 0)).reduce(evolve, flagged);
  if (!isOwned(before)) return null;
  const { owner, agreement, inquiry } = before;
  return { owner, agreement, inquiry };
}

interface Merged {
  /** What has happened to the issue that goes on. */
  readonly events: readonly IssueEvent[];
  /** Those that are still the same as it. */
  readonly duplicates: readonly Issue[];
}

/**
 * What happens to the other issue: whom the merger brought is taken out again. Not those who said me too there
 * themselves, nor those whom another of its duplicates brings as well.
 */
export function unmergedFrom(other: Issue, separated: Issue, { events, duplicates }: Merged): IssueEvent[] {
  const brought = broughtBy(events);
  const leaves = (person: PersonId): boolean =>
    brought.has(person) && hasMet(separated, person) && !duplicates.some((it) => hasMet(it, person));
  const people = other.meToos.map((it) => it.person).filter(leaves);
  const event: IssueEvent = { type: 'unmerged', from: separated.number, people };
  return [event, ...verdictOf(evolve(other, event))];
}

/** Those who are counted because of a duplicate, and have not said themselves that they met this one. */
export function broughtBy(events: readonly IssueEvent[]): ReadonlySet<PersonId> {
  const brought = new Set<PersonId>();
  for (const event of events) {
    if (event.type === 'merged') for (const person of event.people) brought.add(person);
    if (event.type === 'stuck-too' || event.type === 'joined') brought.delete(event.person);
    if (event.type === 'unmerged') for (const person of event.people) brought.delete(person);
  }
  return brought;
}
