import type { Temporal } from 'temporal-polyfill';

import { askAbove, passed } from './ask-turns.ts';
import { promiserOf } from './ask.ts';
import type { Ask, AskEvent, Ending, Lesson, Wanted } from './ask.ts';
import type { Cadence } from './cadence.ts';
import type { Actor, Candidate } from './command.ts';
import { decideContain, handingOver, isOver, notTheirs } from './decide-contain.ts';
import type { ContainCommand } from './decide-contain.ts';
import { no, nothing, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import type { ClaimedIssue, Issue } from './issue.ts';
import { isAfter } from './moments.ts';

/** How an ask ended, as the history has it, and who has said since what would have let them settle it. */
export interface Closed {
  /** Its place in the history. */
  readonly seq: number;
  readonly event: Extract<AskEvent, { type: 'ask-closed' }>;
  readonly told: readonly ('owner' | 'lead')[];
}

export type AskCommand =
  | ({ readonly type: 'ask-support'; readonly cadence: Cadence } & Wanted)
  | { readonly type: 'call-back' }
  /** `until`: when it goes on if nothing more is heard of it, see `promiseLapses`. */
  | {
      readonly type: 'promise-support';
      readonly of?: number;
      readonly on: Temporal.PlainDate;
      readonly until: Temporal.Instant;
    }
  /** `of`: the version that made the ask they mean; the one that stands, unless they say. */
  | { readonly type: 'answer-ask'; readonly of?: number; readonly text: string }
  | { readonly type: 'support-done'; readonly of?: number; readonly text: string }
  | { readonly type: 'not-possible'; readonly of?: number; readonly text: string }
  | {
      readonly type: 'pass-up';
      readonly of?: number;
      readonly text: string | null;
      readonly cadence: Cadence;
    }
  | { readonly type: 'offer-to-take'; readonly of?: number }
  /** `of`: the version that made the offer; the one that stands, unless they say. */
  | {
      readonly type: 'let-take';
      readonly of?: number;
      readonly canOwn: Candidate['canOwn'];
    }
  | { readonly type: 'keep-it'; readonly of?: number }
  | ContainCommand
  /** `closed`: what they answer about; `null` if no ask ended there. */
  | { readonly type: 'tell-lesson'; readonly closed: Closed | null; readonly lesson: Lesson };

/** What an owner needs from those who lead, and what these make of it. */
export function decideAsk(issue: Issue, actor: Actor, command: AskCommand, now: Temporal.Instant): Decision {
  switch (command.type) {
    case 'ask-support':
    case 'call-back':
    case 'let-take':
    case 'keep-it':
      return asOwner(issue, actor, command, now);
    case 'contain':
    case 'contained':
    case 'cannot-contain':
    case 'still-containing':
    case 'snooze-containment':
      return decideContain(issue, actor, command);
    case 'tell-lesson':
      return tellLesson(actor, command.closed, command.lesson);
    default:
      return asAsked(issue, actor, command, now);
  }
}

type OwnersCommand = Extract<AskCommand, { type: 'ask-support' | 'call-back' | 'let-take' | 'keep-it' }>;

function asOwner(issue: Issue, actor: Actor, command: OwnersCommand, now: Temporal.Instant): Decision {
  const over = isOver(issue, actor);
  if (over !== null) return no(over);
  if (issue.state !== 'claimed') return no({ reason: 'no-owner', canClaim: actor.isMember === true });
  if (issue.owner !== actor.person) return no({ reason: 'not-the-owner', owner: issue.owner });
  const { ask } = issue;
  if (command.type === 'ask-support') return begin(issue, command, now);
  if (ask === null) return command.type === 'call-back' ? nothing : no({ reason: 'nobody-takes' });
  if (command.type === 'call-back') return close(issue, actor, 'called-back', '');
  return answerTake(issue, ask, command);
}

/** It is theirs only if they are still here, and were meant. */
function answerTake(
  issue: ClaimedIssue,
  { taker }: Ask,
  command: Extract<AskCommand, { type: 'let-take' | 'keep-it' }>,
): Decision {
  if (taker === null) return command.type === 'keep-it' ? nothing : no({ reason: 'nobody-takes' });
  if (command.of !== undefined && command.of !== taker.since) return no({ reason: 'offer-over' });
  if (command.type === 'keep-it') return yes({ type: 'take-declined', by: taker.by });
  if (command.canOwn === null) return no({ reason: 'candidate-unknown', person: taker.by });
  if (!command.canOwn) return no({ reason: 'offer-over' });
  return yes(...handingOver(issue, taker.by));
}

function begin(
  issue: ClaimedIssue,
  { cadence, tried, needs, by }: Extract<AskCommand, { type: 'ask-support' }>,
  now: Temporal.Instant,
): Decision {
  if (issue.ask !== null) return no({ reason: 'asked-already' });
  const on = askAbove(issue, cadence, -1, now);
  if (on === null) return no({ reason: 'nobody-to-ask' });
  return yes({ type: 'asked', tried, needs, by, ...on });
}

type LeadsCommand = Exclude<AskCommand, OwnersCommand | ContainCommand | { type: 'tell-lesson' }>;

function asAsked(issue: Issue, actor: Actor, command: LeadsCommand, now: Temporal.Instant): Decision {
  const over = isOver(issue, actor);
  if (over !== null) return no(over);
  if (issue.state !== 'claimed' || issue.ask === null) return no({ reason: 'nothing-asked' });
  const { ask } = issue;
  const refusal = notTheirs(issue, actor) ?? isAnother(ask, command) ?? promisedByAnother(ask, actor);
  if (refusal !== null) return no(refusal);
  switch (command.type) {
    case 'promise-support':
      return promise(ask, actor, command, now);
    case 'answer-ask':
      return close(issue, actor, 'answered', command.text);
    case 'support-done':
      return close(issue, actor, 'done', command.text);
    case 'not-possible':
      return close(issue, actor, 'not-possible', command.text);
    case 'pass-up':
      return passUp(issue, ask, actor, command, now);
    case 'offer-to-take':
      return offerToTake(ask, actor);
  }
}

/** What is said to one ask is no answer to the one after it. */
function isAnother({ since }: Ask, { of = since }: LeadsCommand): Refusal | null {
  return of === since ? null : { reason: 'another-ask' };
}

/** Never two at once. Whoever has left has promised nothing. */
function promisedByAnother(ask: Ask, { person }: Actor): Refusal | null {
  const by = promiserOf(ask);
  return by === null || by === person ? null : { reason: 'promised-by', person: by };
}

function promise(
  { standing }: Ask,
  { person }: Actor,
  { on, until }: Extract<AskCommand, { type: 'promise-support' }>,
  now: Temporal.Instant,
): Decision {
  if (!isAfter(until, now)) return no({ reason: 'date-is-over' });
  const isSame = standing.state === 'promised' && standing.by === person && standing.on.equals(on);
  return isSame ? nothing : yes({ type: 'ask-promised', by: person, on, until });
}

function passUp(
  issue: ClaimedIssue,
  { rung, to }: Ask,
  { person }: Actor,
  { text, cadence }: Extract<AskCommand, { type: 'pass-up' }>,
  now: Temporal.Instant,
): Decision {
  /* Whoever had it before has passed it on already. */
  if (!to.includes(person)) return nothing;
  const event = passed(issue, cadence, now, { why: 'passed-on', by: person, text, from: rung });
  return event.on === null ? no({ reason: 'nobody-above' }) : yes(event);
}

function offerToTake({ taker }: Ask, { person, isMember }: Actor): Decision {
  if (taker?.by === person) return nothing;
  if (isMember === null) return no({ reason: 'membership-unknown' });
  if (!isMember) return no({ reason: 'not-a-member' });
  return taker === null
    ? yes({ type: 'take-offered', by: person })
    : no({ reason: 'taken-by', person: taker.by });
}

function close({ owner }: ClaimedIssue, { person }: Actor, how: Ending, text: string): Decision {
  const lead = how === 'called-back' ? null : person;
  return yes({ type: 'ask-closed', how, owner, lead, text });
}

/** Once each, by whoever asked and by whoever closed it, whatever has become of the issue since. */
function tellLesson({ person }: Actor, closed: Closed | null, lesson: Lesson): Decision {
  const as = closed?.event.owner === person ? 'owner' : closed?.event.lead === person ? 'lead' : null;
  if (closed === null || as === null) return no({ reason: 'not-your-lesson' });
  return closed.told.includes(as) ? nothing : yes({ type: 'lesson-told', of: closed.seq, as, lesson });
}
