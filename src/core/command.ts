import type { Temporal } from 'temporal-polyfill';

import type { AskCommand } from './decide-ask.ts';
import type { Whether } from './did-it-hold.ts';
import type { HoldCommand, Reading } from './hold.ts';
import type { Agreement, Gap, Issue, PersonId, Solution, Verdict } from './issue.ts';
import type { Said, Words } from './said.ts';
import type { OwnedBefore } from './same.ts';
import type { ThanksCommand } from './thanks.ts';

/** Who asks for a change, as far as the rules care. */
export interface Actor {
  readonly person: PersonId;
  /** Known by the neck, from the link or from the seal's tag; the rules never see who a sealed reporter is. */
  readonly isReporter: boolean;
  /** Guests are not members: they flag and say me too, but do not claim. `null`: Slack did not tell. */
  readonly isMember: boolean | null;
  readonly isAdmin: boolean;
  /** On a rung of the ladder. Leads may say "not doing", take another look at it, and answer what nobody owns. */
  readonly isLead: boolean;
  /** They lead, and nobody else does on any rung. */
  readonly isOnlyLead: boolean;
}

/** Somebody who may be offered an issue. */
export interface Candidate {
  readonly person: PersonId;
  /** Only members own issues. `null`: Slack did not tell. */
  readonly canOwn: boolean | null;
}

export type Command =
  | { readonly type: 'edit'; readonly gap: Gap; readonly reading: Reading }
  /** Asks whether the notes on it are theirs to answer, and changes nothing. */
  | { readonly type: 'choose' }
  | HoldCommand
  | AskCommand
  | { readonly type: 'undo' }
  /** `duplicates`: those that go on as it. */
  | { readonly type: 'withdraw'; readonly duplicates: readonly Issue[] }
  | ({ readonly type: 'me-too' } & MeTooFacts)
  | { readonly type: 'link-to-fix'; readonly fix: number; readonly isFixed: boolean }
  | { readonly type: 'claim' }
  | { readonly type: 'agree'; readonly agreement: Agreement }
  | { readonly type: 'update'; readonly text: string }
  | { readonly type: 'inquire'; readonly text: string }
  /** `inquiry`: the version of the issue that the question made. */
  | { readonly type: 'inform'; readonly inquiry: number; readonly text: string }
  | { readonly type: 'let-go'; readonly ownerHasLeft: boolean }
  | { readonly type: 'offer'; readonly to: Candidate }
  /** `until`: when work begins on that day. */
  | {
      readonly type: 'look-again';
      readonly on: Temporal.PlainDate;
      readonly until: Temporal.Instant;
    }
  /** Asks whether an owner is theirs to find, and changes nothing. */
  | { readonly type: 'find-owner' }
  | { readonly type: 'still-on-it' }
  /** `today`: as it is for the owner. */
  | { readonly type: 'snooze'; readonly until: Temporal.PlainDate; readonly today: Temporal.PlainDate }
  | { readonly type: 'offer-support' }
  | { readonly type: 'accept' }
  | { readonly type: 'decline' }
  | { readonly type: 'resolve'; readonly solution: Solution }
  | { readonly type: 'answer'; readonly verdict: Verdict; readonly round?: number }
  /** `confirmedAt`: when it was last; `null`: it never was. */
  | {
      readonly type: 'say-of-hold';
      readonly whether: Whether;
      readonly round: number;
      readonly confirmedAt: Temporal.Instant | null;
    }
  | { readonly type: 'comment'; readonly text: string }
  | ThanksCommand
  | { readonly type: 'help' }
  | { readonly type: 'helped'; readonly line: string }
  | { readonly type: 'cannot-help' }
  | { readonly type: 'stuck' }
  | { readonly type: 'not-stuck' }
  | { readonly type: 'not-doing'; readonly because: string }
  | { readonly type: 'ask-look'; readonly of: readonly PersonId[] }
  | { readonly type: 'open-again' }
  | { readonly type: 'uphold'; readonly because: string }
  /** `said`: what is put otherwise; `null` if nothing was said there. */
  | { readonly type: 'amend'; readonly said: Said | null; readonly words: Words }
  | { readonly type: 'duplicate'; readonly of: Target | null; readonly isTrial?: true }
  /**
   * `of`: what it was the same as where they pressed; `null` takes what it is now. `other`: what was found there.
   * `ownedBefore`: what its owner had before, if they are still here.
   */
  | {
      readonly type: 'not-duplicate';
      readonly of: number | null;
      readonly other: Target | null;
      readonly ownedBefore: OwnedBefore | null;
    };

/**
 * `isStuck`: they can't go on working right now. `isTrial`: the issue tests Flagpost, and takes itself away.
 * `isBrought`: they are counted because of a duplicate, and have not said so themselves.
 */
export interface MeTooFacts {
  readonly isStuck?: true;
  readonly isTrial?: true;
  readonly isBrought?: true;
}

/** The issue that another is to be the same as; `null` stands for one that is not chosen yet. */
export interface Target {
  /** The number somebody gave. */
  readonly asked: number;
  /** What that number leads to: a duplicate leads to what it is the same as. `null`: there is none. */
  readonly issue: Issue | null;
  /** It tests Flagpost, and takes itself away. */
  readonly isTrial?: true;
}
