import type { Taker } from './ask.ts';
import { isGoingOn, isOwned, isSolved } from './issue.ts';
import type { Issue, PersonId } from './issue.ts';
import { askedForLook } from './look.ts';
import { askedMeToos } from './settle.ts';
import { theReporter } from './told.ts';

function offeredTo(issue: Issue): PersonId | null {
  return isGoingOn(issue) ? issue.offeredTo : null;
}

/** Whether it waits for their yes to take it on. */
export function isOfferedTo(issue: Issue, person: PersonId): boolean {
  return offeredTo(issue) === person;
}

/** The lead whose offer of that event waits for a yes of theirs, its owner's. */
export function takerFor(issue: Issue, person: PersonId | null, seq: number | undefined): Taker | null {
  const taker = issue.state === 'claimed' && issue.owner === person ? (issue.ask?.taker ?? null) : null;
  return taker !== null && taker.hasLeft !== true && taker.since === seq ? taker : null;
}

/** Whose App Home shows something of it. */
export function involved(issue: Issue): PersonId[] {
  const owner = isOwned(issue) ? [issue.owner] : [];
  const offered = offeredTo(issue);
  const asked = isSolved(issue) ? askedMeToos(issue).map(({ person }) => person) : [];
  const helper = issue.help?.state === 'promised' ? [issue.help.helper] : [];
  const lookers = askedForLook(issue)?.of ?? [];
  const offeredPeople = offered === null ? [] : [offered];
  return [
    ...theReporter(issue),
    ...owner,
    ...offeredPeople,
    ...asked,
    ...helper,
    ...lookers,
    ...(issue.state === 'open' ? (issue.asked?.of ?? []) : []),
    ...supporters(issue),
  ];
}

/** Who was asked for support, has promised it, or contains the damage. */
function supporters(issue: Issue): PersonId[] {
  if (issue.state !== 'claimed') return [];
  const { ask, containment } = issue;
  const promiser = ask?.standing.state === 'promised' ? [ask.standing.by] : [];
  return [...(ask?.to ?? []), ...promiser, ...(containment?.state === 'under-way' ? [containment.by] : [])];
}
