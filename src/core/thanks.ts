import type { PersonId, SolvedIssue } from './issue.ts';

/** Who did something for an issue, whatever has become of it since. */
export interface Contributed {
  /** Whoever owned it before, and does not now: the last to do so is the last. */
  readonly formerOwners: readonly PersonId[];
  /** Who has helped somebody who was stuck: a promise alone is no help yet. */
  readonly helpers: readonly PersonId[];
  /** Who gave an owner what they needed, or kept the damage small. */
  readonly supporters: readonly PersonId[];
}

/** A line of thanks for the present solution. It is between whoever wrote it and those who solved it, unless both agree. */
export interface Thanks {
  /** The version of the issue that it made. */
  readonly seq: number;
  /** `null`: the reporter. */
  readonly by: PersonId | null;
  /** Whoever wrote it lets the digest show it. */
  readonly mayShow: boolean;
  /** What the owner says to that; `null`: nothing yet, which is no yes. */
  readonly isWelcome: boolean | null;
  /** The version that its words have stood since. */
  readonly words: number;
}

export type ThanksEvent =
  | {
      readonly type: 'thanked';
      /** `null`: the reporter. */
      readonly by: PersonId | null;
      readonly text: string;
      readonly mayShow: boolean;
    }
  /** `of`: the version that the line made. */
  | {
      readonly type: 'thanks-shown';
      readonly of: number;
      readonly as: 'writer' | 'owner';
      readonly mayShow: boolean;
    };

export type ThanksCommand =
  | { readonly type: 'thank'; readonly text: string; readonly mayShow: boolean }
  /** `words`: those they saw, see `Thanks`; those that stand, unless they say. */
  | {
      readonly type: 'show-thanks';
      readonly of: number;
      readonly mayShow: boolean;
      readonly words?: number;
    };

/** Only what both want is shown to others. */
export function isForAll({ mayShow, isWelcome }: Thanks): boolean {
  return mayShow && isWelcome === true;
}

export function thanksOf(issue: SolvedIssue, seq: number): Thanks | null {
  return issue.thanks.find((it) => it.seq === seq) ?? null;
}

/** Whom a line is for: the owner, and whoever helped. */
export function thankedPeople({ owner, helpers }: SolvedIssue, by: PersonId | null): PersonId[] {
  return [...new Set([owner, ...helpers])].filter((it) => it !== by);
}

/** `seq`: the version that the event makes. */
export function evolveThanks(issue: SolvedIssue, event: ThanksEvent, seq: number): SolvedIssue {
  if (event.type === 'thanked') {
    const { by, mayShow } = event;
    return { ...issue, thanks: [...issue.thanks, { seq, by, mayShow, isWelcome: null, words: seq }] };
  }
  const { of, as, mayShow } = event;
  return change(issue, of, as === 'writer' ? { mayShow } : { isWelcome: mayShow });
}

/** Its words are others by now: the owner has not said yes to these. */
export function withOtherWords(issue: SolvedIssue, seq: number): SolvedIssue {
  return change(issue, seq, { isWelcome: null, words: issue.version });
}

function change(issue: SolvedIssue, seq: number, next: Partial<Thanks>): SolvedIssue {
  return { ...issue, thanks: issue.thanks.map((it) => (it.seq === seq ? { ...it, ...next } : it)) };
}
