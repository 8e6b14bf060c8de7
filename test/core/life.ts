import type { Temporal } from 'temporal-polyfill';

import type { Actor, Command } from '../../src/core/command.ts';
import { decide, take } from '../../src/core/decide.ts';
import type { Turn } from '../../src/core/decide.ts';
import { evolve } from '../../src/core/evolve.ts';
import { followUps, noFollowUps } from '../../src/core/follow-ups.ts';
import type { FollowUps } from '../../src/core/follow-ups.ts';
import type { Issue, IssueEvent, PersonId } from '../../src/core/issue.ts';
import { ana, anActor, sam, slackIds, solution, thursday } from '../support/builders.ts';

export type Step = readonly [Actor, Command] | Turn;

export interface Change {
  readonly before: Issue;
  readonly after: Issue;
  readonly events: readonly IssueEvent[];
  readonly followUps: FollowUps;
}

/** One step of an issue's life, as the neck takes it: posting is when the rules learn who flagged it. */
export function takeStep(before: Issue, step: Step, now: Temporal.Instant): Change {
  const events = eventsOf(before, step, now);
  const evolved = events.reduce(evolve, before);
  const isPosted = events.some(({ type }) => type === 'posted');
  const after = isPosted ? { ...evolved, reporter: { ...evolved.reporter, person: ana } } : evolved;
  return { before, after, events, followUps: followUps(before, after, events) };
}

function eventsOf(issue: Issue, step: Step, now: Temporal.Instant): readonly IssueEvent[] {
  if ('type' in step) return take(issue, step, now);
  const decision = decide(issue, ...step, now);
  return decision.ok ? decision.events : [];
}

export { noFollowUps as silence };

/** The issue after all steps, each an hour after the one before. */
export function live(issue: Issue, ...steps: readonly Step[]): Change {
  let now = thursday;
  let change: Change = { before: issue, after: issue, events: [], followUps: noFollowUps };
  for (const step of steps) {
    now = now.add({ hours: 1 });
    change = takeStep(change.after, step, now);
  }
  return change;
}

export const solve: Step = [anActor(sam), { type: 'resolve', solution }];
export const says = (person: PersonId, verdict: 'fixed' | 'partly' | 'not-fixed'): Step => [
  anActor(person),
  { type: 'answer', verdict },
];
export const does = (person: PersonId, command: Command): Step => [anActor(person), command];

export function nameOf(person: PersonId): string {
  return slackIds.get(person)?.slice(1).toLowerCase() ?? 'somebody';
}

/** What a change lets be said, and to whom: `controls 42/3 to sam`. */
export function told({ followUps: { draw } }: Change): string[] {
  return draw.map(({ kind, subject, person }) =>
    person === null ? `${kind} ${subject}` : `${kind} ${subject} to ${nameOf(person)}`,
  );
}
