import type { Temporal } from 'temporal-polyfill';

import type { Supported } from '../../../src/core/ask.ts';
import type { Cadence } from '../../../src/core/cadence.ts';
import type { Actor } from '../../../src/core/command.ts';
import { budgetOf, reachOf, workingTimeOf } from '../../../src/core/hours.ts';
import { isOwned } from '../../../src/core/issue.ts';
import type { ClaimedIssue, Issue, PersonId, ResolvedIssue } from '../../../src/core/issue.ts';
import { isAfter } from '../../../src/core/moments.ts';
import { openingAfter } from '../../../src/core/working-time.ts';
import type { WorkingTime } from '../../../src/core/working-time.ts';
import type { Colleague } from './people.ts';
import { wantedStill } from './still-wanted.ts';
import type { Sent, Waiting, World } from './world.ts';

export function timeOf({ cadence }: World, { hours }: Colleague): WorkingTime {
  return workingTimeOf(hours, cadence.time);
}

/** The issue as it is read: who has left is known of people, and not of issues. */
export function loaded(world: World, number: number): Issue | null {
  const issue = world.issues.get(number);
  if (issue === undefined) return null;
  const left = (person: PersonId | null): boolean =>
    person !== null && world.people.get(person)?.hasLeft === true;
  const reporter = { ...issue.reporter, hasLeft: left(issue.reporter.person) };
  const meToos = issue.meToos.map((it) => (left(it.person) ? { ...it, hasLeft: true as const } : it));
  const { help } = issue;
  const isHelperGone = help?.state === 'promised' && left(help.helper);
  const helped = isHelperGone ? { ...help, hasLeft: true as const } : help;
  const isLeft = isOwned(issue) && left(issue.owner);
  const read = {
    ...issue,
    ...(isLeft ? { ownerHasLeft: true as const } : {}),
    reporter,
    meToos,
    help: helped,
  };
  return read.state === 'claimed' ? { ...read, ...supportOf(read, left) } : read;
}

function supportOf(
  { ask, containment }: ClaimedIssue,
  left: (person: PersonId | null) => boolean,
): Supported {
  const isContained = containment?.state === 'under-way' && left(containment.by);
  const contained = isContained ? { ...containment, hasLeft: true as const } : containment;
  if (ask === null) return { ask, containment: contained };
  const { standing, to, taker } = ask;
  const isPromised = standing.state === 'promised' && left(standing.by);
  return {
    containment: contained,
    ask: {
      ...ask,
      to: to.filter((it) => !left(it)),
      taker: taker !== null && left(taker.by) ? { ...taker, hasLeft: true } : taker,
      standing: isPromised ? { ...standing, hasLeft: true } : standing,
    },
  };
}

export function reachedBy({ cadence }: World, { hours }: Colleague): Pick<Sent, 'reach' | 'budget'> {
  return { reach: reachOf(hours, cadence.time), budget: budgetOf(hours) };
}

/** Since when they are asked whether it is fixed: they are when they work. `null`: they have not been yet. */
export function reporterAskedAt(
  world: World,
  { reporter: { person }, resolvedAt }: ResolvedIssue,
): Temporal.Instant | null {
  const reporter = person === null ? undefined : world.people.get(person);
  if (reporter === undefined) return resolvedAt;
  const opening = openingAfter(timeOf(world, reporter), resolvedAt) ?? resolvedAt;
  return isAfter(opening, world.now) ? null : opening;
}

/** How the workspace keeps its word now: those on the ladder have hours of their own. */
export function cadenceOf(world: World): Cadence {
  const { cadence, people } = world;
  const leads = cadence.rungs.flat().flatMap((id) => {
    const person = people.get(id);
    if (person === undefined) return [];
    return [[id, timeOf(world, person)] as const];
  });
  return { ...cadence, leads: new Map(leads) };
}

export function actorOf(world: World, person: Colleague, number: number): Actor {
  return {
    person: person.id,
    isReporter: world.flaggedBy.get(number) === person.id,
    isMember: person.isMember,
    isAdmin: false,
    isLead: world.cadence.rungs.some((rung) => rung.includes(person.id)),
    isOnlyLead: false,
  };
}

export function isWanted(world: World, person: PersonId, { kind, subject }: Waiting): boolean {
  if (kind === 'owed') return world.owes(person, subject);
  const issue = loaded(world, Number(subject.split('/')[0]));
  const theirs = world.people.get(person);
  if (issue === null || theirs === undefined) return false;
  return wantedStill[kind](issue, person, subject, timeOf(world, theirs), world.now);
}
