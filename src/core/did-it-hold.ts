import type { Temporal } from 'temporal-polyfill';

import { solutionSubject } from './address.ts';
import type { ConfirmedIssue, Issue, IssueEvent, PersonId } from './issue.ts';
import type { WantedNudge } from './nudge.ts';
import { askedMeToos, askedPeople, decidingMeToos, reporterSays } from './settle.ts';

/** What somebody says a month later. That it came back is said as it always is: *Not fixed*. */
export const whethers = ['held', 'cannot-tell'] as const;
export type Whether = (typeof whethers)[number];

/** What is kept of it. That it came back is kept with the answer, which may have been the same before it was confirmed. */
export const heldOrNot = [...whethers, 'came-back'] as const;

/** Whether a fix holds, as far as it is known. */
export interface Lasting {
  /** Silence is no yes. */
  readonly hasHeld: boolean;
  /** One of those who met it has said since that it isn't fixed after all. */
  readonly isDoubted: boolean;
  readonly saidOfHold: readonly SaidOfHold[];
}

interface SaidOfHold {
  /** `null`: the reporter. */
  readonly by: PersonId | null;
  readonly whether: (typeof heldOrNot)[number];
}

export type LastingEvent =
  | { readonly type: 'said-of-hold'; readonly by: PersonId | null; readonly whether: Whether }
  | { readonly type: 'held' };

export const notKnownYet: Lasting = { hasHeld: false, isDoubted: false, saidOfHold: [] };

export function isOfHolding(event: IssueEvent): event is LastingEvent {
  return event.type === 'said-of-hold' || event.type === 'held';
}

export function evolveHolding(issue: ConfirmedIssue, event: LastingEvent): ConfirmedIssue {
  if (event.type === 'held') return { ...issue, hasHeld: true };
  return said(event.whether === 'held' ? fixedFor(issue, event.by) : issue, event);
}

function said(issue: ConfirmedIssue, { by, whether }: SaidOfHold): ConfirmedIssue {
  return { ...issue, saidOfHold: [...issue.saidOfHold.filter((it) => it.by !== by), { by, whether }] };
}

/** A *Not fixed* from before counts no more for whoever says that it held. */
function fixedFor(issue: ConfirmedIssue, by: PersonId | null): ConfirmedIssue {
  const meToos = issue.meToos.map((it) => (it.person === by ? { ...it, verdict: 'fixed' as const } : it));
  return { ...issue, meToos };
}

/** A reporter's *Not fixed* opens it again; of the others it takes two, or the only one there is. */
export function doubted(issue: Issue, { person, verdict }: Extract<IssueEvent, { type: 'answered' }>): Issue {
  if (issue.state !== 'confirmed' || person === null) return issue;
  if (verdict === 'not-fixed')
    return { ...said(issue, { by: person, whether: 'came-back' }), isDoubted: true };
  const isOther = ({ by, whether }: SaidOfHold): boolean => by !== person || whether !== 'came-back';
  return { ...issue, saidOfHold: issue.saidOfHold.filter(isOther) };
}

/** Whether one more who says so opens it again. */
export function isInDoubt(issue: Issue): issue is ConfirmedIssue {
  return issue.state === 'confirmed' && decidingMeToos(issue).some(({ verdict }) => verdict === 'not-fixed');
}

const afterDays = 30;

/** From when on it may be said. */
export function askedFrom(confirmedAt: Temporal.Instant): Temporal.Instant {
  return confirmedAt.add({ hours: 24 * afterDays });
}

/** Whoever may be asked by then whether it held: who is, is found out on the day. */
export function laterAsked(before: Issue | null, after: Issue): readonly WantedNudge[] {
  if (after.state !== 'confirmed' || before?.state === 'confirmed') return [];
  const subject = solutionSubject(after);
  return askedPeople(after).map(({ person }) => ({
    person,
    kind: 'did-it-hold',
    subject,
    isQuestion: true,
    when: { afterDays },
  }));
}

/** The reporter, if it was they who confirmed it and they are still here; else those who met it as well. */
export function askedOfHold(issue: ConfirmedIssue): PersonId[] {
  return reporterSays(issue) ? reporterOf(issue) : askedMeToos(issue).map(({ person }) => person);
}

function reporterOf({ reporter: { person } }: Issue): PersonId[] {
  return person === null ? [] : [person];
}

/** Whether it is still to be asked of this person whether the fix held. `subject`: `42/1`, the number of the solution. */
export function awaitsWhetherHeld(issue: Issue, person: PersonId, subject: string): issue is ConfirmedIssue {
  if (issue.state !== 'confirmed' || subject !== solutionSubject(issue)) return false;
  const cannotTell = issue.meToos.some((it) => it.person === person && it.verdict === 'cannot-tell');
  const hasSaid = cannotTell || saidOfHoldBy(issue, person) !== null;
  const isOpen = !issue.hasHeld && !hasSaid;
  return isOpen && askedOfHold(issue).includes(person);
}

export function saidOfHoldBy(
  { saidOfHold, reporter }: ConfirmedIssue,
  person: PersonId,
): SaidOfHold['whether'] | null {
  const by = reporter.person === person ? null : person;
  return saidOfHold.find((it) => it.by === by)?.whether ?? null;
}
