import type { Temporal } from 'temporal-polyfill';

import { isAskedOf, owesPromised } from '../../../src/core/ask.ts';
import { awaitsAnswer } from '../../../src/core/asked-again.ts';
import { isAskedStill } from '../../../src/core/asked-first.ts';
import { couldStillUseHelp, mayAskOwner, mayAskWhyQuiet, ownersKinds } from '../../../src/core/attended.ts';
import { awaitsWhetherHeld } from '../../../src/core/did-it-hold.ts';
import { isOfferedTo, takerFor } from '../../../src/core/involved.ts';
import type { Issue, PersonId } from '../../../src/core/issue.ts';
import { mayAskForName } from '../../../src/core/learning.ts';
import { isAskedToLook } from '../../../src/core/look.ts';
import type { NudgeKind, OneIssueKind } from '../../../src/core/nudge.ts';
import { isContainmentUnknown, mayAskContainer } from '../../../src/core/still-containing.ts';
import type { WorkingTime } from '../../../src/core/working-time.ts';

/** Home says the very same: owners who read only there are asked there, and so is whoever is asked to answer, or to help. */
export const isOnHome: readonly NudgeKind[] = [
  ...ownersKinds,
  'fixed-for-you',
  'first-answer',
  'could-use-help',
  'ask',
  'offer',
  'take-over',
  'look',
  'credit',
];

type IsWanted = (
  issue: Issue,
  person: PersonId,
  subject: string,
  time: WorkingTime,
  now: Temporal.Instant,
) => boolean;

/** Whether what somebody was to be told is to be told them still. */
export const wantedStill: Readonly<Record<OneIssueKind, IsWanted>> = {
  'fixed-for-you': awaitsAnswer,
  'is-it-fixed': awaitsAnswer,
  'did-it-hold': awaitsWhetherHeld,
  'day-before': mayAskOwner,
  'on-the-day': mayAskOwner,
  quiet: mayAskWhyQuiet,
  'snooze-over': mayAskOwner,
  offer: isOfferedTo,
  'take-over': (issue, person, subject) => takerFor(issue, person, eventIn(subject)) !== null,
  look: (issue, person, subject) => isAskedToLook(issue, person, eventIn(subject)),
  credit: (issue, person) => mayAskForName(issue, { writeUp: null, consent: null }, person, false),
  'first-answer': (issue, person, subject) => isAskedStill(issue, person, eventIn(subject)),
  'could-use-help': (issue, _, subject) => couldStillUseHelp(issue, eventIn(subject)),
  ask: (issue, person, subject) => isAskedOf(issue, person, eventIn(subject)),
  containment: mayAskContainer,
  'containment-unknown': (issue, person, subject) => isContainmentUnknown(issue, person, eventIn(subject)),
  'ask-promise': (issue, person, subject) => owesPromised(issue, person, eventIn(subject)),
};

/** The second part of such a subject. */
function eventIn(subject: string): number {
  return Number(subject.split('/')[1]);
}
