import type { Temporal } from 'temporal-polyfill';

import type { AskEvent, Supported } from './ask.ts';
import type { Attended, AttendedEvent } from './attended.ts';
import type { Lasting, LastingEvent } from './did-it-hold.ts';
import type { FirstAnswerEvent, Unowned } from './first-answer.ts';
import type { Hold, HoldEvent } from './hold.ts';
import type { Inquiry } from './inquiry.ts';
import type { Look } from './look.ts';
import type { AmendedEvent } from './said.ts';
import type { SameEvent } from './same.ts';
import type { Help, HelpEvent } from './stuck.ts';
import type { Contributed, Thanks, ThanksEvent } from './thanks.ts';

/** Our own id of a person (a UUID); Slack's ids stand in the table `people` only. */
export type PersonId = string & { readonly __person: unique symbol };

export const impacts = ['annoying', 'slows', 'blocks', 'hurts'] as const;
export type Impact = (typeof impacts)[number];

export const changeKinds = ['removed-cause', 'added-guard', 'automated', 'checklist', 'one-off'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const verdicts = ['fixed', 'partly', 'not-fixed', 'cannot-tell'] as const;
export type Verdict = (typeof verdicts)[number];

interface Words {
  readonly text: string;
  readonly impact: Impact | null;
  readonly affected: string | null;
}

/** What a person writes when they flag; `text` holds 1 to 3,000 characters, see `charactersIn`. */
export interface Gap extends Words {
  /** They can't go on working right now. */
  readonly isStuck: boolean;
  /** Somebody above the lead is to answer first. */
  readonly asksAbove: boolean;
}

export const longestText = 3000;

export interface Agreement {
  readonly success: string | null;
  readonly by: Temporal.PlainDate | null;
}

export interface Solution {
  readonly changed: string;
  readonly kind: ChangeKind;
  readonly learning: string | null;
}

/** Somebody who met the issue as well, and what they said of the present solution. */
export interface MeToo {
  readonly person: PersonId;
  readonly verdict: Verdict | null;
  readonly hasLeft?: true;
  /** Help that is asked for is for them too. */
  readonly isStuck?: true;
}

export interface Reporter {
  /** `null` while the reporter is sealed: before posting nobody, not even the rules, can say who it was. */
  readonly person: PersonId | null;
  readonly hasLeft: boolean;
  readonly verdict: Verdict | null;
}

interface Common extends Words, Contributed {
  readonly number: number;
  /** The number of events so far; an event's place in the issue's history is the version it made. */
  readonly version: number;
  readonly flaggedAt: Temporal.Instant;
  readonly reporter: Reporter;
  readonly asksAbove: boolean;
  readonly meToos: readonly MeToo[];
  /** How often it went on after somebody had called it solved. */
  readonly reopenings: number;
  /** The number of the issue whose fix did not hold, where its reporter says that it is the same cause. */
  readonly returnOf: number | null;
  /** `null`: nobody is stuck, as far as is known. */
  readonly help: Help | null;
  /** Another look was asked for; once is what there is. */
  readonly hasAskedForLook: boolean;
  /** The numbers of those that were found to be the same as this one. */
  readonly duplicates: readonly number[];
}

interface Owned {
  readonly owner: PersonId;
  readonly ownerHasLeft?: true;
  /** The version at which this spell of ownership began: a new spell gets a new set of controls. */
  readonly spell: number;
  readonly agreement: Agreement | null;
  readonly offeredTo: PersonId | null;
  /** The newest question to the reporter. Its answer goes to whoever owns the issue by then. */
  readonly inquiry: Inquiry | null;
}

interface Solved extends Owned {
  readonly solution: Solution;
  readonly resolvedAt: Temporal.Instant;
  readonly reporterIsSilent: boolean;
  readonly thanks: readonly Thanks[];
}

interface Declined {
  readonly because: string;
  readonly by: PersonId;
  /** In which role they decided it. */
  readonly as: 'lead' | 'owner';
  /** The version at which it was declined. */
  readonly since: number;
  readonly look: Look | null;
}

export type SavedIssue = Common & {
  readonly state: 'saved';
  /** While it is held nothing is posted. */
  readonly postAt: Temporal.Instant;
  readonly hold: Hold | null;
  /** Marks of what the lens noticed and its reporter has answered, see `Reading`. */
  readonly answered: readonly string[];
};
export type OpenIssue = Common & Unowned & { readonly state: 'open' };
export type ClaimedIssue = Common &
  Owned &
  Supported & { readonly state: 'claimed'; readonly attended: Attended };
export type ResolvedIssue = Common & Solved & { readonly state: 'resolved' };
export type ConfirmedIssue = Common & Solved & Lasting & { readonly state: 'confirmed' };
export type DeclinedIssue = Common & Declined & { readonly state: 'declined' };
/** It goes on as another issue, and its people are counted there. */
export type DuplicateIssue = Common & { readonly state: 'duplicate'; readonly of: number };
export type WithdrawnIssue = Common & { readonly state: 'withdrawn' };

/** The life of an issue: each state carries only what it has. An undone issue is gone and has no state. */
export type Issue =
  | SavedIssue
  | OpenIssue
  | ClaimedIssue
  | ResolvedIssue
  | ConfirmedIssue
  | DeclinedIssue
  | DuplicateIssue
  | WithdrawnIssue;
export type OwnedIssue = ClaimedIssue | ResolvedIssue | ConfirmedIssue;
export type SolvedIssue = ResolvedIssue | ConfirmedIssue;

export const states = [
  'saved',
  'open',
  'claimed',
  'resolved',
  'confirmed',
  'declined',
  'duplicate',
  'withdrawn',
] as const;

export type IssueEvent =
  | { readonly type: 'flagged' }
  | { readonly type: 'edited'; readonly gap: Gap }
  | { readonly type: 'undone' }
  | { readonly type: 'posted' }
  /** `told`: who met it as well, and no duplicate that goes on by itself from now on. */
  | { readonly type: 'withdrawn'; readonly told: readonly PersonId[] }
  /** `wasBrought`: they were counted because of a duplicate, and stay so should it not be one after all. */
  | { readonly type: 'joined'; readonly person: PersonId; readonly wasBrought?: true }
  | { readonly type: 'returned-from'; readonly number: number }
  | { readonly type: 'claimed'; readonly owner: PersonId }
  | { readonly type: 'agreed'; readonly agreement: Agreement }
  | { readonly type: 'updated'; readonly text: string }
  /** `by`: a lead, while nobody owns it. */
  | { readonly type: 'inquired'; readonly text: string; readonly by?: PersonId }
  | { readonly type: 'informed'; readonly inquiry: number; readonly text: string }
  | { readonly type: 'let-go'; readonly from: PersonId; readonly hasLeft: boolean }
  | { readonly type: 'offered'; readonly to: PersonId; readonly by?: PersonId }
  | { readonly type: 'offer-declined'; readonly person: PersonId }
  | { readonly type: 'handed-over'; readonly from: PersonId; readonly to: PersonId }
  | { readonly type: 'resolved'; readonly solution: Solution; readonly at: Temporal.Instant }
  | { readonly type: 'answered'; readonly person: PersonId | null; readonly verdict: Verdict }
  | {
      readonly type: 'commented';
      readonly verdict: Verdict;
      readonly text: string;
      readonly asReporter: boolean;
    }
  | { readonly type: 'fell-silent' }
  | { readonly type: 'confirmed' }
  /** `isReturn`: it had been confirmed. */
  | { readonly type: 'reopened'; readonly isReturn?: true }
  /** `version`: how often what was learned was published. */
  | { readonly type: 'written-up'; readonly version: number }
  | { readonly type: 'credited'; readonly consent: 'yes' | 'no' }
  | HelpEvent
  | HoldEvent
  | FirstAnswerEvent
  | AskEvent
  | {
      readonly type: 'declined';
      readonly by: PersonId;
      readonly as: 'lead' | 'owner';
      readonly because: string;
    }
  | { readonly type: 'look-asked'; readonly of: readonly PersonId[] }
  | { readonly type: 'opened-again'; readonly by: PersonId; readonly against: PersonId }
  | { readonly type: 'upheld'; readonly by: PersonId; readonly because: string }
  | SameEvent
  | ThanksEvent
  | AttendedEvent
  | LastingEvent
  | AmendedEvent;

export function isOwned(issue: Issue): issue is OwnedIssue {
  return issue.state === 'claimed' || isSolved(issue);
}

export function isSolved(issue: Issue): issue is SolvedIssue {
  return issue.state === 'resolved' || issue.state === 'confirmed';
}

/** Posted, and not at an end otherwise than by a fix. */
export function isGoingOn(issue: Issue): issue is OpenIssue | OwnedIssue {
  return issue.state === 'open' || isOwned(issue);
}

/** What its reporter wrote, as far as it still holds. */
export function gapOf({ text, impact, affected, help, asksAbove }: Issue): Gap {
  return { text, impact, affected, isStuck: help?.state === 'wanted', asksAbove };
}

export function hasMet(issue: Issue, person: PersonId | null): boolean {
  if (person === null) return false;
  return issue.reporter.person === person || isMeToo(issue, person);
}

export function isMeToo(issue: Issue, person: PersonId): boolean {
  return issue.meToos.some((meToo) => meToo.person === person);
}

/** Which solution is the present one, or will be the next: the first is 1. */
export function roundOf(issue: Issue): number {
  return issue.reopenings + 1;
}

/** Everybody known to have met it: the reporter and the me toos. */
export function metBy(issue: Issue): number {
  return 1 + issue.meToos.length;
}
