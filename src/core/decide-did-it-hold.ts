import type { Temporal } from 'temporal-polyfill';

import type { Actor, Command } from './command.ts';
import { whoIsAsked } from './decide-answer.ts';
import { no, nothing, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import { askedFrom, askedOfHold, evolveHolding, saidOfHoldBy } from './did-it-hold.ts';
import { roundOf } from './issue.ts';
import type { ConfirmedIssue, Issue, PersonId } from './issue.ts';
import { isBefore } from './moments.ts';
import { reporterSays } from './settle.ts';

/** Those who met it say whether it held, once time has shown it. `round`: the solution that they saw. */
export function sayOfHold(
  issue: Issue,
  actor: Actor,
  { whether, round, confirmedAt }: Extract<Command, { type: 'say-of-hold' }>,
  now: Temporal.Instant,
): Decision {
  const asked = whoIsAsked(issue, actor);
  if (!asked.ok) return no(asked.refusal);
  if (round !== roundOf(issue)) return no({ reason: 'newer-solution' });
  if (asked.issue.state !== 'confirmed' || confirmedAt === null) return no({ reason: 'not-asked' });
  if (isBefore(now, askedFrom(confirmedAt))) return no({ reason: 'too-early' });
  if (saidOfHoldBy(asked.issue, actor.person) === whether) return nothing;
  const by = actor.isReporter ? null : actor.person;
  const event = { type: 'said-of-hold', by, whether } as const;
  const after = evolveHolding(asked.issue, event);
  return !after.hasHeld && hasHeld(after) ? yes(event, { type: 'held' }) : yes(event);
}

/** As with the fix itself: the reporter's word, or that of two who met it as well, or of the only one there is. */
function hasHeld(issue: ConfirmedIssue): boolean {
  const says = (by: PersonId | null): boolean =>
    issue.saidOfHold.some((it) => it.by === by && it.whether === 'held');
  if (says(null)) return true;
  if (reporterSays(issue)) return false;
  const asked = askedOfHold(issue);
  const needed = Math.min(2, asked.length);
  return needed > 0 && asked.filter((person) => says(person)).length >= needed;
}
