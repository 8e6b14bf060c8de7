import type { Temporal } from 'temporal-polyfill';

import { owesFirstAnswer } from './asked-first.ts';
import {
  answerBy,
  askedLapseAt,
  ladderFor,
  lapsesAt,
  neverAsked,
  nextAsked,
  readerAnswersBy,
  theyAnswerBy,
} from './cadence.ts';
import type { Cadence } from './cadence.ts';
import type { FirstAnswerEvent, Promised } from './first-answer.ts';
import type { Issue, OpenIssue, PersonId } from './issue.ts';
import { ownOf } from './ladder.ts';
import type { Rung } from './ladder.ts';
import { isAfter } from './moments.ts';
import type { WorkingTime } from './working-time.ts';

export interface Asking {
  readonly promise: Promised;
  /** Who is asked by name. */
  readonly to: readonly PersonId[];
  /** There is nobody above them: theirs is to find an owner, to say no, or to name a date. */
  readonly isTop: boolean;
}

export type AskingNow = Asking & { readonly promise: Extract<Promised, { readonly state: 'running' }> };

/** Who is asked of it, and who was. */
type Of = Pick<OpenIssue, 'reporter' | 'asksAbove' | 'asked'>;

/**
 * How a flag begins: with the card, or with those above the lead if its reporter wants it so. Its receipt has said by
 * when somebody answers, and that holds whenever it comes to them.
 */
export function firstAsking(
  reporter: PersonId | null,
  asksAbove: boolean,
  cadence: Cadence,
  from: Temporal.Instant,
): AskingNow {
  const next = asksAbove ? nextAsked(ladderFor(cadence, reporter), [reporter], 0, from) : null;
  if (next === null) return ofCard(cadence, from);
  const { rung, people, isTop } = next;
  const by = theyAnswerBy(cadence, next, from);
  const counted = { from, minutes: cadence.minutes };
  return { promise: { state: 'running', rung, by, counted, hasPassed: false }, to: people, isTop };
}

/** The same where nobody was told by when. */
export function lowest(issue: Of, cadence: Cadence, from: Temporal.Instant): AskingNow {
  return (issue.asksAbove ? askFrom(issue, cadence, 0, from) : null) ?? ofCard(cadence, from);
}

/** Whoever reads the card is promised to answer, by nobody's name: that counts as the workspace works. */
function ofCard(cadence: Cadence, from: Temporal.Instant): AskingNow {
  const by = answerBy(cadence, from);
  const counted = { from, minutes: cadence.minutes };
  return { promise: { state: 'running', rung: null, by, counted, hasPassed: false }, to: [], isTop: false };
}

/** The lowest rung, by name. */
export function askedAtOnce(issue: Of, cadence: Cadence, now: Temporal.Instant): AskingNow {
  return fromBelow(issue, cadence, now) ?? ofCard(cadence, now);
}

export function fromBelow(
  issue: Of,
  cadence: Cadence,
  now: Temporal.Instant,
  hasPassed = false,
): AskingNow | null {
  const ask = (above: number): AskingNow | null => askFrom(issue, cadence, above, now, hasPassed);
  return ask(issue.asksAbove ? 0 : -1) ?? ask(-1);
}

/** The next rung that has somebody on it; `null` if there is none. `rung`: the one below, -1 is the card. */
function askFrom(
  { reporter: { person } }: Of,
  cadence: Cadence,
  rung: number,
  from: Temporal.Instant,
  hasPassed = false,
): AskingNow | null {
  const next = nextAsked(ladderFor(cadence, person), [person], rung, from);
  return next === null ? null : byName(cadence, next, from, hasPassed);
}

/** The same once those below were asked in vain: nobody is asked twice, wherever they stand by now. */
export function askAbove(
  { reporter: { person }, asked }: Of,
  cadence: Cadence,
  rung: number,
  from: Temporal.Instant,
): AskingNow | null {
  const before = asked?.of ?? [];
  const ladder = ladderFor(cadence, person);
  const next = nextAsked(ladder, [person, ...before], rung, from);
  return next === null ? null : byName(ladder, next, from, true, before);
}

/** Everybody was asked in vain: whoever is there and was not. Its reporter may have wanted to keep clear of the leads. */
export function askNever(issue: Of, cadence: Cadence, from: Temporal.Instant): AskingNow | null {
  const { asked, asksAbove, reporter } = issue;
  const ladder = ladderFor(cadence, reporter.person);
  const isOver = (rung: number): boolean => asksAbove && rung === 0;
  const before = asked?.of ?? [];
  const next = neverAsked(ladder, [reporter.person], before, isOver, from);
  return next === null ? null : byName(ladder, next, from, true, before);
}

/** Their time begins when it has come to one of them. `before`: who was asked already. */
function byName(
  cadence: Cadence,
  asked: Rung,
  from: Temporal.Instant,
  hasPassed: boolean,
  before: readonly PersonId[] = [],
): AskingNow {
  const { rung, people, isTop } = asked;
  const by = askedLapseAt(cadence, asked, from);
  const counted = { from, minutes: cadence.minutes };
  const earlier = ownOf(cadence.rungs, [])[rung]?.filter((it) => before.includes(it)) ?? [];
  const others = earlier.length === 0 ? {} : { earlier };
  const promise = { state: 'running', rung, by, counted, ...others, hasPassed, onItsWaySince: from } as const;
  return { promise, to: people, isTop };
}

interface Arriving {
  readonly person: PersonId;
  readonly time: WorkingTime;
  /** The event that asked them. */
  readonly seq: number;
  readonly at: Temporal.Instant;
  /** When its reporter was told that they were asked; `null`: not yet. */
  readonly toldAt: Temporal.Instant | null;
}

/** Later than that after they were told who is asked, its reporter is told by itself by when they answer. */
const soonHours = 1;

/**
 * What somebody is asked has just come to them in Slack, or stands on their Home while they work. Whoever can read it
 * first starts the clock, as with an ask for support.
 */
export function arrivedFirst(
  issue: Issue,
  { person, time, seq, at, toldAt }: Arriving,
  cadence: Pick<Cadence, 'time' | 'minutes'>,
): FirstAnswerEvent[] {
  if (issue.state !== 'open' || issue.asked?.turn !== seq || !owesFirstAnswer(issue, person)) return [];
  const { promise } = issue;
  if (promise?.state !== 'running' || promise.onItsWaySince === undefined) return [];
  const { onItsWaySince: since } = promise;
  const by = readerAnswersBy(cadence, time, at, lapsesAt(cadence, since));
  const isLate = toldAt !== null && isAfter(at, toldAt.add({ hours: soonHours }));
  const counted =
    promise.counted === undefined ? {} : { counted: { from: at, minutes: cadence.minutes, since } };
  return [{ type: 'asking-arrived', reader: person, by, ...counted, isLate }];
}
