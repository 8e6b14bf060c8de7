import type { Temporal } from 'temporal-polyfill';

import { eventIn, numberIn } from '../../core/address.ts';
import type { Address } from '../../core/address.ts';
import { isAskedOf, owesPromised } from '../../core/ask.ts';
import { awaitsAnswer } from '../../core/asked-again.ts';
import { isAskedStill } from '../../core/asked-first.ts';
import { couldStillUseHelp, mayAskOwner } from '../../core/attended.ts';
import { awaitsWhetherHeld } from '../../core/did-it-hold.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
import type { NudgeKind } from '../../core/nudge.ts';
import { isContainmentUnknown, mayAskContainer } from '../../core/still-containing.ts';
import { startClock } from './asks.ts';
import { containerIsAsked, isQuiet, ownerIsAsked } from './attend.ts';
import { loadIssue } from './load-issue.ts';
import { noteOwedSent, owedNow } from './owed.ts';
import type { Store } from './store.ts';
import type { Tx, WorkspaceId } from './transact.ts';

interface Of {
  /** What has the same subject, and is drawn from the same; `null`: it is about several issues. */
  readonly like: Address['kind'] | null;
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

const toOwner: Of = {
  like: 'controls',
  tellsOf: asksIssue(mayAskOwner),
  isOnHome: true,
  sent: ownerIsAsked,
};

export const ofNudge: Readonly<Record<NudgeKind, Of>> = {
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
  ask: {
    like: 'offer',
    tellsOf: asksIssue((issue, person, subject) => isAskedOf(issue, person, eventIn(subject))),
    isOnHome: true,
    arrived: startClock,
  },
  'ask-promise': {
    like: 'offer',
    tellsOf: asksIssue((issue, person, subject) => owesPromised(issue, person, eventIn(subject))),
  },
  containment: {
    like: 'offer',
    tellsOf: asksIssue(mayAskContainer),
    isOnHome: true,
    sent: containerIsAsked,
  },
  'containment-unknown': {
    like: 'offer',
    tellsOf: asksIssue((issue, person, subject) => isContainmentUnknown(issue, person, eventIn(subject))),
    isOnHome: true,
  },
  'first-answer': {
    like: 'look',
    tellsOf: asksIssue((issue, person, subject) => isAskedStill(issue, person, eventIn(subject))),
  },
  owed: { like: null, tellsOf: owedNow, sent: noteOwedSent },
};
