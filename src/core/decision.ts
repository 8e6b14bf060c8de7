import type { Actor } from './command.ts';
import { isMeToo } from './issue.ts';
import type { Issue, IssueEvent, PersonId, SolvedIssue } from './issue.ts';

/**
 * How the person who is refused stands to a solved issue: its owner is never spoken of to themselves as of somebody
 * else, and the `asked`, who met it, may say whether it is fixed.
 */
type Standing = 'owner' | 'asked' | 'other';

/** What a flag is by now, for whoever flagged it or looks at it. */
export type FlagRefusal =
  | { readonly reason: 'gone' }
  | { readonly reason: 'not-posted-yet'; readonly isReporter: boolean }
  | {
      readonly reason: 'posted-already';
      readonly state: 'open' | 'claimed' | 'resolved';
      readonly isOwner: boolean;
    }
  /** Its pause is over, but its card waits for a channel: others see it on Home alone. */
  | { readonly reason: 'waits-for-channel' }
  | { readonly reason: 'not-the-reporter' }
  | { readonly reason: 'withdrawn'; readonly isReporter: boolean }
  | { readonly reason: 'own-flag' }
  /** The issue `number` tests Flagpost and takes itself away: nobody is counted there. */
  | { readonly reason: 'on-trial'; readonly number: number }
  /** It was edited since what they answer was shown to them. */
  | { readonly reason: 'other-words' }
  /** `fix`: the issue whose fix they say did not hold. */
  | { readonly reason: 'not-fixed'; readonly fix: number };

/** Why somebody can't take it on, or do what its owner does. */
export type OwnerRefusal =
  | { readonly reason: 'no-owner'; readonly canClaim: boolean }
  | { readonly reason: 'not-the-owner'; readonly owner: PersonId }
  | { readonly reason: 'not-a-member' }
  | { readonly reason: 'membership-unknown' }
  | { readonly reason: 'claimed-by'; readonly owner: PersonId }
  | { readonly reason: 'admin-unknown' }
  | { readonly reason: 'not-an-admin'; readonly owner: PersonId; readonly ownerHasLeft: boolean }
  | { readonly reason: 'owner-is-here'; readonly owner: PersonId }
  | { readonly reason: 'let-go-later' }
  | { readonly reason: 'offer-to-self' }
  | { readonly reason: 'cannot-own'; readonly person: PersonId }
  | { readonly reason: 'candidate-unknown'; readonly person: PersonId }
  | { readonly reason: 'not-offered' }
  | { readonly reason: 'yours-already' };

/** Why it is not the moment, or not theirs, to say whether it is fixed. */
export type AnswerRefusal =
  | { readonly reason: 'solved-by'; readonly owner: PersonId; readonly you: Standing }
  | { readonly reason: 'settled'; readonly you: Standing }
  | { readonly reason: 'not-solved'; readonly hasOwner: boolean }
  | { readonly reason: 'not-asked' }
  /** Whether it held is asked later. */
  | { readonly reason: 'too-early' }
  | { readonly reason: 'newer-solution' }
  | { readonly reason: 'answer-first' }
  | { readonly reason: 'owner-does-not-decide' };

/** Why there is no line of thanks to write, or to show. */
export type ThanksRefusal =
  | { readonly reason: 'thanks-for-a-fix' }
  | { readonly reason: 'thanked-already' }
  /** It goes on since, so there is nothing to thank for just now. */
  | { readonly reason: 'thanks-are-over' }
  /** Whoever wrote it does not want others to read it. */
  | { readonly reason: 'thanks-between-you' }
  | { readonly reason: 'other-words-of-thanks' }
  | { readonly reason: 'not-your-thanks' };

/** Why nothing can be asked of its reporter, or why they need not answer. */
export type InquiryRefusal =
  | { readonly reason: 'own-question' }
  | { readonly reason: 'reporter-unreachable' }
  | { readonly reason: 'no-inquiry' }
  | { readonly reason: 'newer-inquiry' };

/** Why somebody can't help whoever is stuck, or can't say that they are. */
export type HelpRefusal =
  | { readonly reason: 'nobody-stuck' }
  | { readonly reason: 'help-is-for-you'; readonly isStuck: boolean }
  | { readonly reason: 'helps-already'; readonly person: PersonId }
  | { readonly reason: 'not-the-helper' }
  | { readonly reason: 'not-stuck-yourself' }
  /** It is solved, so the help that they need would be asked for nowhere. */
  | { readonly reason: 'no-help-there' };

/** What has ended otherwise than by a fix, and who may end it so. */
export type EndRefusal =
  | {
      readonly reason: 'not-doing';
      readonly person: PersonId;
      readonly you: 'decider' | 'reporter' | 'other';
    }
  | { readonly reason: 'duplicate'; readonly of: number }
  | {
      readonly reason: 'not-a-lead';
      readonly to: 'decline' | 'find-owner' | 'look' | 'look-again' | 'offer-support' | 'support';
    }
  /** They flagged it, and others lead as well. */
  | { readonly reason: 'decide-by-another'; readonly hasOwner: boolean }
  | { readonly reason: 'date-is-over' }
  | { readonly reason: 'cannot-mark'; readonly isReporter: boolean }
  | { readonly reason: 'goes-on' }
  | { readonly reason: 'looked-already' }
  | { readonly reason: 'nobody-to-look' }
  | { readonly reason: 'no-look-asked' }
  | { readonly reason: 'look-by-another'; readonly you: 'decider' | 'reporter' }
  | { readonly reason: 'no-such-issue'; readonly asked: number }
  | { readonly reason: 'same-issue' }
  | { readonly reason: 'other-way-round'; readonly asked: number }
  | {
      readonly reason: 'cannot-join';
      readonly other: number;
      readonly state: 'withdrawn' | 'declined' | 'confirmed';
    }
  | { readonly reason: 'moved-meanwhile'; readonly other: number; readonly of: number }
  | { readonly reason: 'cannot-separate'; readonly of: number; readonly isReporter: boolean }
  /** `other`, which it is the same as, goes on as another itself, and has taken its people along. */
  | { readonly reason: 'went-along'; readonly other: number; readonly of: number };

/** Why an owner can't ask for support, or somebody can't give it. */
export type AskRefusal =
  | { readonly reason: 'asked-already' }
  | { readonly reason: 'nobody-to-ask' }
  | { readonly reason: 'nobody-above' }
  | { readonly reason: 'nothing-asked' }
  | { readonly reason: 'another-ask' }
  | { readonly reason: 'own-ask'; readonly you: 'owner' | 'reporter' }
  | { readonly reason: 'promised-by'; readonly person: PersonId }
  | { readonly reason: 'taken-by'; readonly person: PersonId }
  | { readonly reason: 'nobody-takes' }
  | { readonly reason: 'offer-over' }
  | { readonly reason: 'contained-by'; readonly person: PersonId }
  | { readonly reason: 'not-containing' }
  | { readonly reason: 'not-your-lesson' };

/** Why they can't write up what was learned from it, or be named beside it. */
export type LearningRefusal =
  | { readonly reason: 'not-solved-yet' }
  | { readonly reason: 'not-involved' }
  | { readonly reason: 'written-up' }
  | { readonly reason: 'not-credited' };

/** Why they can't put something otherwise. */
export type AmendRefusal = { readonly reason: 'not-the-writer' } | { readonly reason: 'said-no-more' };

export type Refusal =
  | FlagRefusal
  | OwnerRefusal
  | AnswerRefusal
  | ThanksRefusal
  | InquiryRefusal
  | HelpRefusal
  | EndRefusal
  | AskRefusal
  | LearningRefusal
  | AmendRefusal;

export type Decision =
  | { readonly ok: true; readonly events: readonly IssueEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

export const nothing: Decision = { ok: true, events: [] };

export function yes(...events: IssueEvent[]): Decision {
  return { ok: true, events };
}

export function no(refusal: Refusal): Extract<Decision, { ok: false }> {
  return { ok: false, refusal };
}

/** Not posted yet, or at an end otherwise than by a fix: nobody can do what belongs to an issue that goes on. */
export function notThere(issue: Issue, actor: Actor): Refusal | null {
  const { isReporter } = actor;
  switch (issue.state) {
    case 'saved':
      return { reason: 'not-posted-yet', isReporter };
    case 'withdrawn':
      return { reason: 'withdrawn', isReporter };
    case 'declined': {
      const you = issue.by === actor.person ? 'decider' : isReporter ? 'reporter' : 'other';
      return { reason: 'not-doing', person: issue.by, you };
    }
    case 'duplicate':
      return { reason: 'duplicate', of: issue.of };
    default:
      return null;
  }
}

/** What stands in the way of everything that belongs to an issue which goes on. */
export function solvedAlready(issue: SolvedIssue, actor: Actor): Refusal {
  const you = standing(issue, actor);
  return issue.state === 'confirmed'
    ? { reason: 'settled', you }
    : { reason: 'solved-by', owner: issue.owner, you };
}

function standing(issue: SolvedIssue, { person, isReporter }: Actor): Standing {
  if (issue.owner === person) return 'owner';
  return isReporter || isMeToo(issue, person) ? 'asked' : 'other';
}
