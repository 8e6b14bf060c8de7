import type { Temporal } from 'temporal-polyfill';

import { owesAnswer } from './ask.ts';
import type { Ending } from './ask.ts';
import { hasPassedOnce, owesFirstAnswer } from './asked-first.ts';
import { couldStillUseHelp } from './attended.ts';
import { impacts, metBy } from './issue.ts';
import type { Issue, IssueEvent, OpenIssue, PersonId } from './issue.ts';
import { askedForLook } from './look.ts';
import { isHelpWanted } from './stuck.ts';

/** How often somebody wants to read what they owe. */
export const rhythms = ['weekly', 'fortnightly', 'when-waiting'] as const;
export type Rhythm = (typeof rhythms)[number];

/**
 * What a lead may owe about an issue.
 *
 * - `ask` its owner has asked for support, and nobody has given it or promised it
 * - `first-answer` they were asked for one, and there is none yet
 * - `look` its reporter has asked for another look, and they may take it
 * - `help` they were told that it could use help, and nothing has come of that
 * - `decision` it waits for an owner for too long: an owner, a no with its reason, or a day to look at it again
 */
export type OwedKind = 'ask' | 'first-answer' | 'look' | 'help' | 'decision';

/** An issue that may wait for them. */
export interface OwedIssue {
  readonly issue: Issue;
  /** It was in the digest as waiting as often as it can be. */
  readonly isUndecided: boolean;
  /** They were told last that it could use help. */
  readonly isTold: boolean;
}

export interface Owing {
  readonly person: PersonId;
  /** On the lowest rung; those above owe only what they were asked. */
  readonly isLead: boolean;
}

/** What they owe about an issue; `null`: nothing. Nobody judges what they flagged themselves. */
export function owedBy(
  { issue, isUndecided, isTold }: OwedIssue,
  { person, isLead }: Owing,
): OwedKind | null {
  if (issue.reporter.person === person) return null;
  if (owesAnswer(issue, person)) return 'ask';
  if (owesFirstAnswer(issue, person)) return 'first-answer';
  if (askedForLook(issue)?.of.includes(person) === true) return 'look';
  if (isTold && couldStillUseHelp(issue)) return 'help';
  return isLead && needsDecision(issue, isUndecided) ? 'decision' : null;
}

function needsDecision(issue: Issue, isUndecided: boolean): boolean {
  return isLeftToDecide(issue) && (isUndecided || issue.promise?.state === 'unanswered');
}

/** Nobody owns it, and while a question, an offer or a day is waited for, something is decided already. */
export function isLeftToDecide(issue: Issue): issue is OpenIssue {
  return issue.state === 'open' && issue.promise?.state !== 'waiting';
}

/** So many are shown. */
export const mostOwed = 3;

/** First whatever blocks somebody most: who is stuck, then what hurts, whom it hurts, and for how long. */
export function byBlocked(one: Issue, other: Issue): number {
  return (
    Number(isHelpWanted(other)) - Number(isHelpWanted(one)) ||
    harmOf(other) - harmOf(one) ||
    metBy(other) - metBy(one) ||
    one.number - other.number
  );
}

/** Where nobody has said how much it gets in the way, least. */
export function harmOf({ impact }: Pick<Issue, 'impact'>): number {
  return impact === null ? -1 : impacts.indexOf(impact);
}

/** Somebody is stuck, or has been waiting beyond what was promised. */
export function isWaitedFor(issue: Issue): boolean {
  if (isHelpWanted(issue)) return true;
  if (issue.state === 'claimed') return (issue.ask?.soFar.length ?? 0) > 0;
  return issue.state === 'open' && hasPassedOnce(issue.promise);
}

/** More than a week and less than two: every second digest, whatever the clock or a change of its day does to it. */
const fortnightHours = 11 * 24;

/** Whether they want to read of what they owe in this period. `last`: the end of the last one in which they did. */
export function isTheirTime(
  rhythm: Rhythm | null,
  owed: readonly Issue[],
  ends: { readonly now: Temporal.Instant; readonly last: Temporal.Instant | null },
): boolean {
  if (rhythm === 'when-waiting') return owed.some(isWaitedFor);
  if (rhythm !== 'fortnightly' || ends.last === null) return true;
  return ends.now.since(ends.last).total('hours') >= fortnightHours;
}

const unpressedBeforeAsking = 3;

/** Whether they are asked how often. `unpressed`: how many came in a row in which nothing was pressed, with this one. */
export function asksRhythm(rhythm: Rhythm | null, unpressed: number): boolean {
  return rhythm === null && unpressed > unpressedBeforeAsking;
}

/** How somebody has answered without taking it on. */
export type Answering = 'owner' | 'question' | 'day' | 'look' | ToAsk;

/** What came of what its owner had asked of them. */
type ToAsk = 'answer' | 'support' | 'no';

/** An answer of theirs, and that the issue is fixed since. */
export interface LedTo {
  readonly number: number;
  readonly answer: Answering;
  readonly at: Temporal.Instant;
}

export interface Done {
  readonly event: IssueEvent;
  readonly by: PersonId | null;
  readonly at: Temporal.Instant;
}

/** What their last answer has led to; `null`: they gave none, or it is not known to be fixed. */
export function ledTo(issue: Issue, history: readonly Done[], person: PersonId): LedTo | null {
  if (issue.state !== 'confirmed' || issue.owner === person) return null;
  const theirs = history.flatMap(({ event, by, at }, index) => {
    const answer = by === person ? answering(event, history.slice(index)) : null;
    return answer === null ? [] : [{ number: issue.number, answer, at }];
  });
  return theirs.at(-1) ?? null;
}

/** An ask that was called back had no answer, and whoever took the issue over, or solved it, has given their own. */
const toAsk: Readonly<Record<Ending, ToAsk | null>> = {
  answered: 'answer',
  done: 'support',
  'not-possible': 'no',
  'called-back': null,
  'taken-over': null,
  solved: null,
};

function answering(event: IssueEvent, since: readonly Done[]): Answering | null {
  switch (event.type) {
    case 'offered':
      if (event.by === undefined) return null;
      return since.some((it) => it.event.type === 'claimed' && it.event.owner === event.to) ? 'owner' : null;
    case 'inquired':
      return event.by === undefined ? null : 'question';
    case 'looks-again':
      return 'day';
    case 'opened-again':
      return 'look';
    case 'ask-closed':
      return toAsk[event.how];
    default:
      return null;
  }
}
