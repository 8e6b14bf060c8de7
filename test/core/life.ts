import type { Temporal } from 'temporal-polyfill';

import type { Actor, Command } from '../../src/core/command.ts';
import { decide, take } from '../../src/core/decide.ts';
import type { Turn } from '../../src/core/decide.ts';
import { evolve } from '../../src/core/evolve.ts';
import { promised } from '../../src/core/first-answer.ts';
import { followUps, noFollowUps } from '../../src/core/follow-ups.ts';
import type { FollowUps } from '../../src/core/follow-ups.ts';
import type { Issue, IssueEvent, PersonId } from '../../src/core/issue.ts';
import { ana, anActor, cadence, sam, slackIds, solution, thursday } from '../support/builders.ts';

/** `happens`: what neither a person nor the sweep brings about. */
export type Step =
  | readonly [Actor, Command]
  | Turn
  | { readonly type: 'happens'; readonly events: readonly IssueEvent[] };

export interface Change {
  readonly before: Issue;
  readonly after: Issue;
  readonly events: readonly IssueEvent[];
  readonly followUps: FollowUps;
}

/** One step of an issue's life, as the neck takes it: posting is when the rules learn who flagged it. */
export function takeStep(
  before: Issue,
  step: Step,
  now: Temporal.Instant,
  by = cadence,
  reporter = ana,
): Change {
  const decided = eventsOf(before, step, now);
  const evolved = decided.reduce(evolve, before);
  const isPosted = decided.some(({ type }) => type === 'posted');
  const named = isPosted ? { ...evolved, reporter: { ...evolved.reporter, person: reporter } } : evolved;
  const promises =
    decided.length === 0 ? [] : promised(named, by, before.state === 'saved' ? before.postAt : now, decided);
  const events = [...decided, ...promises];
  const after = promises.reduce(evolve, named);
  return { before, after, events, followUps: followUps(before, after, events) };
}

function eventsOf(issue: Issue, step: Step, now: Temporal.Instant): readonly IssueEvent[] {
  if ('type' in step) return step.type === 'happens' ? step.events : take(issue, step, now);
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

/** What a change lets people be told unasked: `first-answer 42/3 to kim`. */
export function wanted({ followUps: { nudges } }: Change): string[] {
  return nudges.map(({ kind, subject, person }) => `${kind} ${subject} to ${nameOf(person)}`);
}

/** What a change lets be said, and to whom: `controls 42/3 to sam`. */
export function told({ followUps: { draw } }: Change): string[] {
  return draw.map(({ kind, subject, person }) =>
    person === null ? `${kind} ${subject}` : `${kind} ${subject} to ${nameOf(person)}`,
  );
}
