import type { Temporal } from 'temporal-polyfill';

import { askDueAt, askMovedUntil, graceEnds, isLeft } from './ask-ends.ts';
import { isAskedOf } from './ask.ts';
import type { Ask, AskEvent, AskedOf, SoFar } from './ask.ts';
import { ladderFor, neverAsked, nextAsked, readerAnswersBy, rungLapsesAt } from './cadence.ts';
import type { Cadence } from './cadence.ts';
import type { ClaimedIssue, Issue, PersonId } from './issue.ts';
import type { Rung } from './ladder.ts';
import { isAfter } from './moments.ts';
import { orAWeek } from './working-time.ts';
import type { WorkingTime } from './working-time.ts';

/** The next rung that has somebody on it who is there, and what they are asked with; `null` if there is none, see `ladderFor`. */
export function askAbove(
  { owner, reporter }: Pick<ClaimedIssue, 'owner' | 'reporter'>,
  cadence: Cadence,
  rung: number,
  now: Temporal.Instant,
): AskedOf | null {
  const not = [owner, reporter.person];
  const next = nextAsked(ladderFor(cadence, ...not), not, rung, now);
  return next === null ? null : askedOf(cadence, next, now);
}

function askedOf(cadence: Cadence, next: Rung, now: Temporal.Instant): AskedOf {
  const { rung, people: to, isTop } = next;
  const counted = { from: now, minutes: cadence.minutes };
  return { rung, to, isTop, lapsesAt: rungLapsesAt(cadence, next, now), counted };
}

/**
 * It has just been sent to somebody, or stands on their Home while they work. `seq`: the event that asked them. Whoever
 * can read it first starts the clock.
 */
export function delivered(
  issue: Issue,
  person: PersonId,
  seq: number,
  time: WorkingTime,
  cadence: Pick<Cadence, 'time' | 'minutes'>,
  now: Temporal.Instant,
): AskEvent[] {
  if (!isAskedOf(issue, person, seq)) return [];
  const { standing, soFar } = issue.ask;
  if (standing.state !== 'asked' || standing.until !== null) return [];
  const until = readerAnswersBy(cadence, time, now, standing.lapsesAt);
  const counted = { from: now, minutes: cadence.minutes };
  return [{ type: 'ask-delivered', reader: person, until, after: soFar.at(-1)?.why ?? null, counted }];
}

/** When a promise goes on to others if nothing more is heard of it. */
export function promiseLapses(
  time: WorkingTime,
  on: Temporal.PlainDate,
  now: Temporal.Instant,
): Temporal.Instant {
  return orAWeek(graceEnds(time, on), now);
}

/** What time, or somebody's leaving, brings about. */
export function askPasses(issue: Issue, cadence: Cadence, now: Temporal.Instant): readonly AskEvent[] {
  if (issue.state !== 'claimed') return [];
  const { ask } = issue;
  const ended = endedByLeaving(issue);
  if (ended !== null) return [ended];
  if (ask?.standing.state === 'unanswered')
    return isLeftBehind(issue, ask, cadence)
      ? askedInstead(issue, cadence, now)
      : askedSince(issue, ask, cadence, now);
  const at = askDueAt(issue);
  if (ask === null || at === null) return [];
  const until = isLeft(ask) ? null : askMovedUntil(issue, cadence);
  if (until !== null) return [{ type: 'ask-moved', until }];
  if (isAfter(at, now)) return [];
  const why = whyPassed(ask);
  /* What somebody leaves behind is their rung's again. */
  const from = why === 'left' ? ask.rung - 1 : ask.rung;
  return [passed(issue, cadence, now, { why, by: null, text: null, from })];
}

/** What somebody who has left would have done besides. */
function endedByLeaving({ ask, containment }: ClaimedIssue): AskEvent | null {
  if (containment?.state === 'under-way' && containment.hasLeft === true)
    return { type: 'containment-ended', by: containment.by, hasLeft: true };
  return ask?.taker?.hasLeft === true ? { type: 'take-ended', by: ask.taker.by } : null;
}

/** Nobody who was asked last leads any more. */
function isLeftBehind({ owner, reporter }: ClaimedIssue, { to }: Ask, cadence: Cadence): boolean {
  const { rungs } = ladderFor(cadence, owner, reporter.person);
  return !to.some((person) => rungs.some((rung) => rung.includes(person)));
}

/** It begins again from below with those who lead now, if there is anybody. */
function askedInstead(issue: ClaimedIssue, cadence: Cadence, now: Temporal.Instant): readonly AskEvent[] {
  const on = askAbove(issue, cadence, -1, now);
  return on === null ? [] : [{ type: 'ask-passed', why: 'left', by: null, text: null, on }];
}

/** Everybody was asked in vain; since then somebody was named whom nobody has asked. */
function askedSince(
  { owner, reporter }: ClaimedIssue,
  { rung, to, soFar }: Ask,
  cadence: Cadence,
  now: Temporal.Instant,
): readonly AskEvent[] {
  const not = [owner, reporter.person];
  /* Of those on a rung below it is not kept who was asked. */
  const isOver = (at: number): boolean => soFar.filter((it) => it.rung === at).length > (at === rung ? 1 : 0);
  const next = neverAsked(ladderFor(cadence, ...not), not, to, isOver, now);
  if (next === null) return [];
  return [{ type: 'ask-passed', why: 'no-answer', by: null, text: null, on: askedOf(cadence, next, now) }];
}

function whyPassed(ask: Ask): SoFar['why'] {
  const { standing } = ask;
  if (isLeft(ask)) return 'left';
  if (standing.state === 'promised') return 'promise';
  return standing.state === 'asked' && standing.until === null ? 'not-there' : 'no-answer';
}

type Passed = Extract<AskEvent, { type: 'ask-passed' }>;

interface Passing extends Pick<Passed, 'why' | 'by' | 'text'> {
  readonly from: number;
}

/** It goes to whoever stands above `from`; where those who had it lead no more, to those who do; or it stays where it is. */
export function passed(
  issue: ClaimedIssue,
  cadence: Cadence,
  now: Temporal.Instant,
  { from, ...why }: Passing,
): Passed {
  const on = askAbove(issue, cadence, from, now);
  const isLost = on === null && issue.ask !== null && isLeftBehind(issue, issue.ask, cadence);
  return { type: 'ask-passed', ...why, on: isLost ? askAbove(issue, cadence, -1, now) : on };
}
