import type { Temporal } from 'temporal-polyfill';

import { hasPassedOnce, isByName } from './asked-first.ts';
import { answerBy, ladderFor, nextAsked, theyAnswerBy } from './cadence.ts';
import type { Cadence } from './cadence.ts';
import type { Inquiry } from './inquiry.ts';
import type { Issue, IssueEvent, OpenIssue, PersonId } from './issue.ts';
import { isAfter } from './moments.ts';
import { addWorkingDays } from './working-time.ts';

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
      /** One was not kept already: nobody reads a time on the card again. */
      readonly hasPassed: boolean;
    }
  /** It begins again then: the reporter was asked something, somebody was offered it, or a lead named a date. */
  | {
      readonly state: 'waiting';
      readonly for: 'answer' | 'yes' | 'date';
      readonly until: Temporal.Instant;
    }
  /** Everybody there is to ask was asked once. */
  | { readonly state: 'unanswered' };

/** Whom Flagpost has asked for a first answer, by name and rung after rung. */
export interface Asked {
  /** Those of them who have not left. */
  readonly of: readonly PersonId[];
  /** The version at which the first of them were asked. */
  readonly since: number;
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

interface Asking {
  readonly promise: Promised;
  /** Who is asked by name. */
  readonly to: readonly PersonId[];
  /** There is nobody above them: theirs is to find an owner, to say no, or to name a date. */
  readonly isTop: boolean;
}

type AskingNow = Asking & { readonly promise: Extract<Promised, { readonly state: 'running' }> };

export type FirstAnswerEvent =
  /** `isAgain`: what was waited for did not come, the day is there, or nobody who was asked leads any more. `ownerHasLeft`: it had an owner until then. */
  | ({ readonly type: 'promised'; readonly isAgain?: true; readonly ownerHasLeft?: true } & Asking)
  | ({ readonly type: 'promise-passed' } & Asking)
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
  'looks-again': true,
};

export function isOfFirstAnswer(event: IssueEvent): event is FirstAnswerEvent {
  return event.type in types;
}

export function evolveFirstAnswer(issue: OpenIssue, event: FirstAnswerEvent): OpenIssue {
  if (event.type !== 'looks-again') return { ...issue, promise: event.promise, asked: asked(issue, event) };
  const { by, until } = event;
  const promise: Promised = { state: 'waiting', for: 'date', until };
  return { ...issue, answerer: by, offeredTo: null, promise, asked: null };
}

function asked(
  issue: OpenIssue,
  { type, promise, to, isTop }: Asking & Pick<FirstAnswerEvent, 'type'>,
): Asked | null {
  const before = type === 'promise-passed' ? issue.asked : null;
  const of = [...(before?.of ?? []), ...to];
  if (of.length === 0) return null;
  return { of, since: before?.since ?? issue.version, isTop: isTop || promise.state === 'unanswered' };
}

/** A working day has begun again by then, and the reporter had time for an answer. */
const daysForAnswer = 5;
const daysForYes = 2;

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
  if (!hasLost) return [{ type: 'promised', ...beginning(issue, cadence, from) }];
  return [{ type: 'promised', ownerHasLeft: true, ...askedAtOnce(issue, cadence, from) }];
}

function beginning(issue: OpenIssue, cadence: Cadence, from: Temporal.Instant): Asking {
  const { time } = cadence;
  if (issue.offeredTo !== null) return waiting('yes', addWorkingDays(time, from, daysForYes) ?? from);
  if (issue.inquiry?.isAnswered === false) {
    return waiting('answer', addWorkingDays(time, from, daysForAnswer) ?? from);
  }
  return firstAsking(issue.reporter.person, issue.asksAbove, cadence, from);
}

/** How it begins where nothing is waited for: with the card, or with those above the lead if its reporter wants it so. */
export function firstAsking(
  reporter: PersonId | null,
  asksAbove: boolean,
  cadence: Cadence,
  from: Temporal.Instant,
): AskingNow {
  return (asksAbove ? askAbove(reporter, cadence, 0, from) : null) ?? ofCard(cadence, from);
}

function waiting(what: 'answer' | 'yes', until: Temporal.Instant): Asking {
  return { promise: { state: 'waiting', for: what, until }, to: [], isTop: false };
}

/** Whoever reads the card is promised to answer, by nobody's name: that counts as the workspace works. */
function ofCard(cadence: Cadence, from: Temporal.Instant): AskingNow {
  const by = answerBy(cadence, from);
  return { promise: { state: 'running', rung: null, by, hasPassed: false }, to: [], isTop: false };
}

/** The next rung that has somebody on it; `null` if there is none. `rung`: the one below, -1 is the card. */
function askAbove(
  reporter: PersonId | null,
  cadence: Cadence,
  rung: number,
  from: Temporal.Instant,
  hasPassed = false,
): AskingNow | null {
  const next = nextAsked(ladderFor(cadence, reporter), [reporter], rung, from);
  if (next === null) return null;
  const { people, isTop } = next;
  const by = theyAnswerBy(cadence, next, from);
  return { promise: { state: 'running', rung: next.rung, by, hasPassed }, to: people, isTop };
}

/** When time changes what was promised; `null`: never. */
export function promiseDueAt({ promise, flaggedAt }: OpenIssue): Temporal.Instant | null {
  switch (promise?.state) {
    case undefined:
      return flaggedAt;
    case 'running':
      return promise.by;
    case 'waiting':
      return promise.until;
    case 'unanswered':
      return null;
  }
}

/**
 * What time brings about for a promise. Nobody is asked or told while those it is for rest, see `restsUntil`.
 */
export function promisePasses(
  issue: Issue,
  cadence: Cadence,
  now: Temporal.Instant,
): readonly FirstAnswerEvent[] {
  if (issue.state !== 'open') return [];
  const { promise } = issue;
  if (promise === null) return promised(issue, cadence, now);
  const others = isLeftBehind(issue, cadence) ? askedInstead(issue, cadence, now) : null;
  if (others !== null) return [{ type: 'promised', isAgain: true, ...others }];
  if (promise.state === 'unanswered' || !isDue(issue, now)) return [];
  if (promise.state === 'waiting') return [beginAgain(issue, cadence, now)];
  const next = askAbove(issue.reporter.person, cadence, promise.rung ?? -1, now, true);
  const asking = next ?? { promise: { state: 'unanswered' }, to: [], isTop: false };
  return [{ type: 'promise-passed', ...asking }];
}

/** On the lowest rung, by name: they are those who waited for something, or who said that they would look again. */
function beginAgain(issue: OpenIssue, cadence: Cadence, now: Temporal.Instant): FirstAnswerEvent {
  return { type: 'promised', isAgain: true, ...askedAtOnce(issue, cadence, now) };
}

function askedAtOnce(issue: OpenIssue, cadence: Cadence, now: Temporal.Instant): Asking {
  return fromBelow(issue, cadence, now) ?? ofCard(cadence, now);
}

function fromBelow(
  { asksAbove, reporter }: OpenIssue,
  cadence: Cadence,
  now: Temporal.Instant,
  hasPassed = false,
): AskingNow | null {
  const ask = (above: number): AskingNow | null => askAbove(reporter.person, cadence, above, now, hasPassed);
  return ask(asksAbove ? 0 : -1) ?? ask(-1);
}

/** It waits for people by name, none of whom leads here any more. */
function isLeftBehind({ promise, asked: those, reporter }: OpenIssue, cadence: Cadence): boolean {
  const { rungs } = ladderFor(cadence, reporter.person);
  return (
    isByName(promise) && !(those?.of ?? []).some((person) => rungs.some((rung) => rung.includes(person)))
  );
}

/** What they leave behind is for those who lead now; `null`: there is nobody yet. */
function askedInstead(issue: OpenIssue, cadence: Cadence, now: Temporal.Instant): AskingNow | null {
  return fromBelow(issue, cadence, now, hasPassedOnce(issue.promise));
}

function isDue(issue: OpenIssue, now: Temporal.Instant): boolean {
  const at = promiseDueAt(issue);
  return at !== null && !isAfter(at, now);
}
