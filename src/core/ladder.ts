import type { PersonId } from './issue.ts';

/** Who answers for the issues of a workspace, lowest first: the leads, their lead, the sponsor. */
export type Rungs = readonly (readonly PersonId[])[];

export interface Rung {
  readonly rung: number;
  readonly people: readonly PersonId[];
  /** Nobody stands above them, there or not. */
  readonly isTop: boolean;
}

/** So many on a rung are asked: enough that one of them is there, and nobody asks the whole house. */
const mostAsked = 3;

export function areEnough(people: readonly PersonId[]): boolean {
  return people.length >= mostAsked;
}

export function aFew(people: readonly PersonId[]): PersonId[] {
  return people.toSorted().slice(0, mostAsked);
}

/** Of each rung who stands on none below it. */
export function ownOf(rungs: Rungs, not: readonly (PersonId | null)[]): Rungs {
  const isNew = (person: PersonId, at: number): boolean =>
    !not.includes(person) && !rungs.slice(0, at).some((below) => below.includes(person));
  return rungs.map((people, at) => people.filter((it) => isNew(it, at)));
}

/**
 * Whom it goes to after `rung`: nobody is asked twice, nor any of `not`, who would judge what is their own. It goes past
 * those who are not there, unless nobody above is.
 */
export function nextRung(
  rungs: Rungs,
  not: readonly (PersonId | null)[],
  rung: number,
  isThere: (person: PersonId) => boolean = () => true,
): Rung | null {
  const all = ownOf(rungs, not).map((people, at) => ({ rung: at, people }));
  const above = all.filter((it) => it.rung > rung && it.people.length > 0);
  const there = above.map((it) => ({ ...it, people: it.people.filter(isThere) }));
  const next = there.find(({ people }) => people.length > 0) ?? above[0];
  if (next === undefined) return null;
  return { rung: next.rung, people: aFew(next.people), isTop: next.rung === above.at(-1)?.rung };
}
