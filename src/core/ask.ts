import type { Temporal } from 'temporal-polyfill';

import type { Asked } from './asked.ts';
import type { Counted } from './cadence.ts';
import type { ClaimedIssue, Issue, IssueEvent, PersonId } from './issue.ts';

/** What an owner may need from a lead. */
export const needs = ['decision', 'time', 'money', 'access', 'training', 'person', 'pressure'] as const;
export type Need = (typeof needs)[number];

/** What would have let them settle it without asking. */
export const lessons = ['freedom', 'step', 'training', 'tool', 'nothing'] as const;
export type Lesson = (typeof lessons)[number];

/** In the owner's words. */
export interface Wanted {
  readonly tried: string;
  /** At least one. */
  readonly needs: readonly Need[];
  readonly by: Temporal.PlainDate | null;
}

/** Why it went on to others, and what was said with it: what was offered so far. */
export interface SoFar {
  /** The event that it went on with; 0 where that was not kept yet. */
  readonly seq: number;
  readonly rung: number;
  /** `passed-on` by somebody who was asked; `no-answer` in time; nobody was `not-there` to read it; a `promise` was not kept; they `left`. */
  readonly why: 'passed-on' | 'no-answer' | 'not-there' | 'promise' | 'left';
  readonly text: string | null;
}

/** An owner's wish for support. Never two at once: it stands with one rung of the ladder, or with whoever has promised it. */
export interface Ask extends Wanted {
  /** The version at which it was asked. */
  readonly since: number;
  /** The version at which it came to this rung. */
  readonly turn: number;
  readonly rung: number;
  /** Who was asked on this rung. Never the owner, never the reporter, nobody who has left. */
  readonly to: readonly PersonId[];
  readonly soFar: readonly SoFar[];
  /** A lead who would take the issue over, if its owner says yes. */
  readonly taker: Taker | null;
  readonly standing: Standing;
}

export interface Taker {
  readonly by: PersonId;
  /** The version at which it was offered. */
  readonly since: number;
  readonly hasLeft?: true;
}

export type Standing =
  /** `until`: when it goes on, by the hours of whoever read it first; `null` until somebody can. `lapsesAt`: when it goes on if nobody ever can. */
  | {
      readonly state: 'asked';
      readonly isTop: boolean;
      readonly until: Temporal.Instant | null;
      readonly lapsesAt: Temporal.Instant;
      /** What the one that holds was worked out from; none where it was asked before that was kept. */
      readonly counted?: Counted;
    }
  /** Everybody there is to ask was asked; they can still answer. */
  | { readonly state: 'unanswered' }
  /** Somebody sees to it by that date. `until`: when it goes on if nothing more is heard. */
  | {
      readonly state: 'promised';
      readonly by: PersonId;
      readonly on: Temporal.PlainDate;
      readonly until: Temporal.Instant;
      /** The version at which it was promised. */
      readonly since: number;
      readonly hasLeft?: true;
    };

/** A lead takes the immediate damage; the lasting fix stays with the owner. */
export type Containment =
  | {
      readonly state: 'under-way';
      readonly by: PersonId;
      readonly since: number;
      /** Whether it holds still. */
      readonly asked: Asked;
      readonly hasLeft?: true;
    }
  | { readonly state: 'done'; readonly by: PersonId; readonly since: number; readonly line: string };

/** What an owner has of others while it is not solved. */
export interface Supported {
  readonly ask: Ask | null;
  readonly containment: Containment | null;
}

/** What a rung is asked with. */
export interface AskedOf {
  readonly rung: number;
  readonly to: readonly PersonId[];
  readonly isTop: boolean;
  readonly lapsesAt: Temporal.Instant;
  readonly counted?: Counted;
}

/** `taken-over`: whoever was asked owns the issue from then on. `solved`: its owner called the issue solved before. */
export const endings = ['answered', 'done', 'not-possible', 'called-back', 'taken-over', 'solved'] as const;
export type Ending = (typeof endings)[number];

export type AskEvent =
  | ({ readonly type: 'asked' } & Wanted & AskedOf)
  /** `reader`: who could read it first. `after`: why it had gone on to them; `null`: they were asked first. */
  | {
      readonly type: 'ask-delivered';
      readonly reader: PersonId;
      readonly until: Temporal.Instant;
      readonly after: SoFar['why'] | null;
      readonly counted?: Counted;
    }
  /** Hours are others since: what would have gone on at that time has until this. */
  | { readonly type: 'ask-moved'; readonly until: Temporal.Instant }
  /** `on`: who has it now; `null`: there is nobody else. `by`: who passed it on. */
  | {
      readonly type: 'ask-passed';
      readonly why: SoFar['why'];
      readonly by: PersonId | null;
      readonly text: string | null;
      readonly on: AskedOf | null;
    }
  | {
      readonly type: 'ask-promised';
      readonly by: PersonId;
      readonly on: Temporal.PlainDate;
      readonly until: Temporal.Instant;
    }
  /**
   * `lead`: who closed it, or had promised it where it was solved; `null`: its owner has called it back, or solved the issue
   * while nobody had promised it.
   */
  | {
      readonly type: 'ask-closed';
      readonly how: Ending;
      readonly owner: PersonId;
      readonly lead: PersonId | null;
      readonly text: string;
    }
  /** `of`: the event that closed the ask. Who it was is kept by role alone. */
  | {
      readonly type: 'lesson-told';
      readonly of: number;
      readonly as: 'owner' | 'lead';
      readonly lesson: Lesson;
    }
  | { readonly type: 'take-offered'; readonly by: PersonId }
  | { readonly type: 'take-declined'; readonly by: PersonId }
  /** Whoever offered has left. */
  | { readonly type: 'take-ended'; readonly by: PersonId }
  | { readonly type: 'containing'; readonly by: PersonId }
  | { readonly type: 'still-containing'; readonly by: PersonId }
  | { readonly type: 'containment-snoozed'; readonly by: PersonId; readonly until: Temporal.PlainDate }
  /** Whoever contains it was asked whether it holds still. */
  | { readonly type: 'containment-asked'; readonly by: PersonId }
  | { readonly type: 'contained'; readonly by: PersonId; readonly line: string }
  /** `over`: it was not theirs to end. */
  | {
      readonly type: 'containment-ended';
      readonly by: PersonId;
      readonly hasLeft: boolean;
      readonly over?: Over;
    }
  /** What `by` had promised to see to ends with what it was for. Where that is `solved`, the ask is closed by now instead. */
  | { readonly type: 'support-ended'; readonly by: PersonId; readonly over: Over };

/** What ends all support that is not given yet. */
export const overs = ['solved', 'let-go', 'declined', 'duplicate'] as const;
export type Over = (typeof overs)[number];
/** Of these, what ends the issue otherwise than by a fix. */
export type End = Extract<Over, 'declined' | 'duplicate'>;

export function isEnd(over: Over): over is End {
  return over === 'declined' || over === 'duplicate';
}

const types: Readonly<Record<AskEvent['type'], true>> = {
  asked: true,
  'ask-delivered': true,
  'ask-moved': true,
  'ask-passed': true,
  'ask-promised': true,
  'ask-closed': true,
  'lesson-told': true,
  'take-offered': true,
  'take-declined': true,
  'take-ended': true,
  containing: true,
  'still-containing': true,
  'containment-snoozed': true,
  'containment-asked': true,
  contained: true,
  'containment-ended': true,
  'support-ended': true,
};

export function isOfAsk(event: IssueEvent): event is AskEvent {
  return event.type in types;
}

type Asking = ClaimedIssue & { readonly ask: Ask };
type Promising = ClaimedIssue & {
  readonly ask: Ask & { readonly standing: Extract<Standing, { readonly state: 'promised' }> };
};

/** Whether this person is asked for support now, by the event `seq`. */
export function isAskedOf(issue: Issue, person: PersonId, seq: number): issue is Asking {
  return owesAnswer(issue, person) && issue.ask.turn === seq;
}

/** Whether an ask waits for this person's answer, however long it has. */
export function owesAnswer(issue: Issue, person: PersonId): issue is Asking {
  if (issue.state !== 'claimed' || issue.ask === null) return false;
  return issue.ask.standing.state !== 'promised' && issue.ask.to.includes(person);
}

/** Whether this person has it: they have promised it, or it is asked of them and nobody has. */
export function isWith({ to, standing }: Ask, person: PersonId): boolean {
  return standing.state === 'promised' ? standing.by === person : to.includes(person);
}

/** Who sees to it; `null`: nobody who is still here has promised it. */
export function promiserOf({ standing }: Ask): PersonId | null {
  return standing.state === 'promised' && standing.hasLeft !== true ? standing.by : null;
}

/** Whether nobody is left to pass it on to. */
export function isAtTop({ standing }: Ask): boolean {
  return standing.state !== 'asked' || standing.isTop;
}

/** Whether this person has promised, with the event `seq`, to see to what its owner needs. */
export function owesPromised(issue: Issue, person: PersonId, seq: number): issue is Promising {
  if (issue.state !== 'claimed' || issue.ask === null) return false;
  const { standing } = issue.ask;
  return standing.state === 'promised' && standing.by === person && standing.since === seq;
}

/** Whether others have what was asked for now, or contain the damage, or nobody has to any more. */
export function isSupportedOtherwise(before: Issue, after: Issue): boolean {
  if (before.state !== 'claimed') return false;
  const now: Supported = after.state === 'claimed' ? after : { ask: null, containment: null };
  return before.ask !== now.ask || before.containment !== now.containment;
}
