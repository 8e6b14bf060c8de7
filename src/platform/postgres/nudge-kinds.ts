import type { Temporal } from 'temporal-polyfill';

import { eventIn, numberIn } from '../../core/address.ts';
import { isAskedOf, owesPromised } from '../../core/ask.ts';
import { askedOnceMore, awaitsAnswer } from '../../core/asked-again.ts';
import { isAskedStill } from '../../core/asked-first.ts';
import { couldStillUseHelp, mayAskOwner } from '../../core/attended.ts';
import { awaitsWhetherHeld } from '../../core/did-it-hold.ts';
import { isOfferedTo, takerFor } from '../../core/involved.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
import { isAskedToLook } from '../../core/look.ts';
import type { NudgeKind } from '../../core/nudge.ts';
import { isContainmentUnknown, mayAskContainer } from '../../core/still-containing.ts';
import { startClock } from './asks.ts';
import { containerIsAsked, isQuiet, ownerIsAsked } from './attend.ts';
import { lastAt } from './later-events.ts';
import { isNameWanted } from './learned.ts';
import { loadIssue } from './load-issue.ts';
import { wantNudges } from './nudges.ts';
import { noteOwedSent, owedNow } from './owed.ts';
import type { SceneKind } from './scene.ts';
import type { Store } from './store.ts';
import type { Tx, WorkspaceId } from './transact.ts';

interface Of {
  /** Whose scene it is drawn from: the subject is alike; `null`: it is about several issues. */
  readonly like: SceneKind | null;
  /**
   * The numbers of the issues that it would tell of as things stand now. `null`: a nudge is not cancelled when they change,
   * but found to be over.
   */
  readonly tellsOf: (...found: Found) => Promise<readonly number[] | null>;
  /** Home says the very same, with its buttons, to whoever reads only there. */
  readonly isOnHome?: true;
  /** Tells whatever it is about that it goes to them now, in the transaction that sends it. */
  readonly sent?: (
    store: Store,
    tx: Tx,
    workspace: WorkspaceId,
    person: PersonId,
    subject: string,
    issues: readonly number[],
  ) => Promise<void>;
  /** Tells it that this stands before them, in Slack or on Home, since `at`. May be told so again. */
  readonly arrived?: (
    store: Store,
    tx: Tx,
    workspace: WorkspaceId,
    person: PersonId,
    subject: string,
    at: Temporal.Instant,
  ) => Promise<void>;
}

type Found = [
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  subject: string,
  now: Temporal.Instant,
  store: Pick<Store, 'environment'>,
];

/** It is about the issue whose number the subject begins with. */
function aboutOne(isStillWanted: (...found: Found) => Promise<boolean>): Of['tellsOf'] {
  return async (...found) => ((await isStillWanted(...found)) ? [numberIn(found[3])] : null);
}

function asksIssue(is: (issue: Issue, person: PersonId, subject: string) => boolean): Of['tellsOf'] {
  return aboutOne(async (tx, workspace, person, subject) => {
    const loaded = await loadIssue(tx, workspace, numberIn(subject), 'read');
    return loaded !== null && is(loaded.issue, person, subject);
  });
}

/** The same may be offered to the same person twice: the newest stands for both. */
const isOfferedStill: Of['tellsOf'] = async (tx, workspace, person, subject, ...found) => {
  const stands = asksIssue(isOfferedTo);
  const newest = await lastAt(tx, workspace, numberIn(subject), 'offered', eventIn(subject));
  return newest === null ? await stands(tx, workspace, person, subject, ...found) : null;
};

const toOwner: Of = {
  like: 'controls',
  tellsOf: asksIssue(mayAskOwner),
  isOnHome: true,
  sent: ownerIsAsked,
};

export const ofNudge: Readonly<Record<NudgeKind, Of>> = {
  'fixed-for-you': {
    like: 'question',
    tellsOf: asksIssue(awaitsAnswer),
    isOnHome: true,
    arrived: (store, tx, workspace, person, subject, at) =>
      wantNudges(store, tx, workspace, [askedOnceMore(person, subject)], at),
  },
  'is-it-fixed': { like: 'question', tellsOf: asksIssue(awaitsAnswer) },
  'did-it-hold': { like: 'question', tellsOf: asksIssue(awaitsWhetherHeld) },
  'day-before': toOwner,
  'on-the-day': toOwner,
  quiet: { ...toOwner, tellsOf: aboutOne(isQuiet) },
  'snooze-over': toOwner,
  'could-use-help': {
    like: 'news',
    tellsOf: asksIssue((issue, _, subject) => couldStillUseHelp(issue, eventIn(subject))),
    isOnHome: true,
  },
  offer: {
    like: 'news',
    tellsOf: isOfferedStill,
    isOnHome: true,
  },
  'take-over': {
    like: 'news',
    tellsOf: asksIssue((issue, person, subject) => takerFor(issue, person, eventIn(subject)) !== null),
    isOnHome: true,
  },
  look: {
    like: 'news',
    tellsOf: asksIssue((issue, person, subject) => isAskedToLook(issue, person, eventIn(subject))),
    isOnHome: true,
  },
  credit: {
    like: 'credit',
    tellsOf: aboutOne(async (tx, workspace, person, subject) => {
      const loaded = await loadIssue(tx, workspace, numberIn(subject), 'read');
      return loaded !== null && (await isNameWanted(tx, workspace, loaded.issue, person));
    }),
    isOnHome: true,
  },
  ask: {
    like: 'news',
    tellsOf: asksIssue((issue, person, subject) => isAskedOf(issue, person, eventIn(subject))),
    isOnHome: true,
    arrived: startClock,
  },
  'ask-promise': {
    like: 'news',
    tellsOf: asksIssue((issue, person, subject) => owesPromised(issue, person, eventIn(subject))),
  },
  containment: {
    like: 'news',
    tellsOf: asksIssue(mayAskContainer),
    isOnHome: true,
    sent: containerIsAsked,
  },
  'containment-unknown': {
    like: 'news',
    tellsOf: asksIssue((issue, person, subject) => isContainmentUnknown(issue, person, eventIn(subject))),
    isOnHome: true,
  },
  'first-answer': {
    like: 'news',
    tellsOf: asksIssue((issue, person, subject) => isAskedStill(issue, person, eventIn(subject))),
    isOnHome: true,
    arrived: startClock,
  },
  owed: { like: null, tellsOf: owedNow, sent: noteOwedSent },
};
