import type { Temporal } from 'temporal-polyfill';

import { askedAtOnce, firstAsking, lowest } from './asking.ts';
import type { Asking } from './asking.ts';
import type { Cadence, Counted } from './cadence.ts';
import type { Inquiry } from './inquiry.ts';
import type { Issue, IssueEvent, OpenIssue, PersonId } from './issue.ts';
import { moved, waitedUntil, waitsInVain } from './promise-moves.ts';

/** A claim or what comes of one, a question, an offer to somebody, a day to look again, or *Not doing*. */
export const firstAnswers = [
  'claimed',
  'updated',
  'inquired',
  'offered',
  'looks-again',
  'declined',
] as const satisfies readonly IssueEvent['type'][];

/** What holds while an open issue has had no first answer. `null` on an issue from before there were promises. */
export type Promised =
  /** Somebody answers `by` then. `rung`: who has been asked; `null` is whoever reads the card. */
  | {
      readonly state: 'running';
      readonly rung: number | null;
      readonly by: Temporal.Instant;
      /** None where it was promised before that was kept. */
      readonly counted?: Counted;
      /** Who of that rung had been asked before: it is not their answer that is promised now. */
      readonly earlier?: readonly PersonId[];
      /** One was not kept already: nobody reads a time on the card again. */
      readonly hasPassed: boolean;
      /** They were asked then, and none of them has it before them yet: `by` is when it goes on should nobody ever. */
      readonly onItsWaySince?: Temporal.Instant;
    }
  /** It begins again then: the reporter was asked something, somebody was offered it, or a lead named a date. */
  | {
      readonly state: 'waiting';
      readonly for: 'answer' | 'yes' | 'date';
      readonly until: Temporal.Instant;
      /** When that began; not kept of a date, nor before that was kept. */
      readonly from?: Temporal.Instant;
    }
  /** Everybody there is to ask was asked once. */
  | { readonly state: 'unanswered' };

/** Whom Flagpost has asked for a first answer, by name and rung after rung. */
export interface Asked {
  /** Those of them who have not left. */
  readonly of: readonly PersonId[];
  /** The version at which the first of them were asked. */
  readonly since: number;
  /** The version at which the last of them were; 0 where that was not kept yet. */
  readonly turn: number;
  /** Nobody is left to be asked: theirs is to find an owner, to say no, or to name a date. */
  readonly isTop: boolean;
}

/** What an issue has while nobody owns it. */
export interface Unowned {
  readonly promise: Promised | null;
  readonly asked: Asked | null;
  /** Who has answered without taking it on, or tries to find an owner: they hear what comes of it. */
  readonly answerer: PersonId | null;
  readonly offeredTo: PersonId | null;
  readonly inquiry: Inquiry | null;
}

export type FirstAnswerEvent =
  /** `isAgain`: what was waited for did not come, the day is there, or nobody who was asked leads any more. `ownerHasLeft`: it had an owner until then. */
  | ({ readonly type: 'promised'; readonly isAgain?: true; readonly ownerHasLeft?: true } & Asking)
  | ({ readonly type: 'promise-passed' } & Asking)
  /** What they are asked has come to `reader`: their time begins. `isLate`: its reporter has known for a while that they are asked. */
  | {
      readonly type: 'asking-arrived';
      readonly reader: PersonId;
      readonly by: Temporal.Instant;
      readonly counted?: Counted;
      readonly isLate: boolean;
    }
  /** Hours are others since: what was to come by then, or was waited for until then, has until this. */
  | { readonly type: 'promise-moved'; readonly until: Temporal.Instant }
  | {
      readonly type: 'looks-again';
      readonly by: PersonId;
      readonly on: Temporal.PlainDate;
      /** When work begins on that day. */
      readonly until: Temporal.Instant;
    };

const types: Readonly<Record<FirstAnswerEvent['type'], true>> = {
  promised: true,
  'promise-passed': true,
  'asking-arrived': true,
  'promise-moved': true,
  'looks-again': true,
};

/** By which people are asked, by name or by the card. */
export type AsksFirst = Extract<FirstAnswerEvent, Asking>;

export function isAskingFirst(event: IssueEvent): event is AsksFirst {
  return event.type === 'promised' || event.type === 'promise-passed';
}

export function isOfFirstAnswer(event: IssueEvent): event is FirstAnswerEvent {
  return event.type in types;
}

export function evolveFirstAnswer(issue: OpenIssue, event: FirstAnswerEvent): OpenIssue {
  if (isAskingFirst(event)) return { ...issue, promise: event.promise, asked: asked(issue, event) };
  if (event.type === 'asking-arrived') return { ...issue, promise: begun(issue.promise, event) };
  if (event.type === 'promise-moved') return { ...issue, promise: moved(issue.promise, event.until) };
  const { by, until } = event;
  const promise: Promised = { state: 'waiting', for: 'date', until };
  return { ...issue, answerer: by, offeredTo: null, promise, asked: null };
}

function asked({ version, ...issue }: OpenIssue, { type, promise, to, isTop }: AsksFirst): Asked | null {
  const before = type === 'promise-passed' ? issue.asked : null;
  const of = [...(before?.of ?? []), ...to];
  if (of.length === 0) return null;
  const turn = to.length > 0 ? version : (before?.turn ?? version);
  return { of, since: before?.since ?? version, turn, isTop: isTop || promise.state === 'unanswered' };
}

function begun(
  promise: Promised | null,
  { by, counted }: Extract<FirstAnswerEvent, { type: 'asking-arrived' }>,
): Promised | null {
  if (promise?.state !== 'running') return promise;
  const { onItsWaySince: _, ...kept } = promise;
  return { ...kept, by, ...(counted === undefined ? {} : { counted }) };
}

/**
 * Whatever is open is promised a first answer. `from`: when it became so. `events`: what opened it; where its owner has
 * left, those who lead are asked at once.
 */
export function promised(
  issue: Issue,
  cadence: Cadence,
  from: Temporal.Instant,
  events: readonly IssueEvent[] = [],
): FirstAnswerEvent[] {
  if (issue.state !== 'open' || issue.promise !== null) return [];
  const hasLost = events.some((event) => event.type === 'let-go' && event.hasLeft);
  if (!hasLost) return [{ type: 'promised', ...beginning(issue, cadence, from, events) }];
  return [{ type: 'promised', ownerHasLeft: true, ...askedAtOnce(issue, cadence, from) }];
}

function beginning(
  issue: OpenIssue,
  cadence: Cadence,
  from: Temporal.Instant,
  events: readonly IssueEvent[],
): Asking {
  if (issue.offeredTo !== null) return waiting('yes', cadence, from);
  if (issue.inquiry?.isAnswered === false && !issue.reporter.hasLeft) return waiting('answer', cadence, from);
  const isReceipt = events.some(({ type }) => type === 'posted');
  return isReceipt
    ? firstAsking(issue.reporter.person, issue.asksAbove, cadence, from)
    : lowest(issue, cadence, from);
}

function waiting(what: 'answer' | 'yes', cadence: Cadence, from: Temporal.Instant): Asking {
  const until = waitedUntil(what, cadence, from);
  return { promise: { state: 'waiting', for: what, until, from }, to: [], isTop: false };
}

/** When time changes what was promised; `null`: never. */
export function promiseDueAt(issue: OpenIssue): Temporal.Instant | null {
  const { promise, flaggedAt } = issue;
  switch (promise?.state) {
    case undefined:
      return flaggedAt;
    case 'running':
      return promise.by;
    case 'waiting':
      return waitsInVain(issue) ? flaggedAt : promise.until;
    case 'unanswered':
      return null;
  }
}
