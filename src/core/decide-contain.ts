import { Temporal } from 'temporal-polyfill';

import { isWith, promiserOf } from './ask.ts';
import type { AskEvent, End, Over } from './ask.ts';
import type { Actor } from './command.ts';
import { no, nothing, notThere, solvedAlready, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { isMeToo, isSolved } from './issue.ts';
import type { ClaimedIssue, Issue, IssueEvent, PersonId } from './issue.ts';
import { isContaining } from './still-containing.ts';

export type ContainCommand =
  | { readonly type: 'contain' }
  | { readonly type: 'still-containing' }
  /** `today`: as it is for whoever contains it. */
  | {
      readonly type: 'snooze-containment';
      readonly until: Temporal.PlainDate;
      readonly today: Temporal.PlainDate;
    }
  | { readonly type: 'contained'; readonly line: string }
  | { readonly type: 'cannot-contain' };

/** A lead keeps the damage small while its owner goes on. */
export function decideContain(issue: Issue, actor: Actor, command: ContainCommand): Decision {
  switch (command.type) {
    case 'contain':
      return contain(issue, actor);
    case 'contained':
    case 'cannot-contain':
      return contained(issue, actor, command);
    case 'still-containing':
    case 'snooze-containment':
      return stillContaining(issue, actor, command);
  }
}

/** A lead takes the immediate damage; who owns it stays as it is. */
function contain(issue: Issue, actor: Actor): Decision {
  const over = isOver(issue, actor);
  if (over !== null) return no(over);
  if (issue.state !== 'claimed') return no({ reason: 'nothing-asked' });
  const refusal = notTheirs(issue, actor);
  if (refusal !== null) return no(refusal);
  const { containment } = issue;
  const isUnderWay = containment?.state === 'under-way' && containment.hasLeft !== true;
  if (!isUnderWay) return yes({ type: 'containing', by: actor.person });
  return containment.by === actor.person ? nothing : no({ reason: 'contained-by', person: containment.by });
}

/** Whoever takes it back has no reason to give. */
function contained(
  issue: Issue,
  { person }: Actor,
  command: Extract<ContainCommand, { type: 'contained' | 'cannot-contain' }>,
): Decision {
  const containment = issue.state === 'claimed' ? issue.containment : null;
  if (containment?.by !== person) return no({ reason: 'not-containing' });
  const isDone = containment.state === 'done';
  if (command.type === 'contained') {
    return isDone ? nothing : yes({ type: 'contained', by: person, line: command.line });
  }
  return isDone
    ? no({ reason: 'not-containing' })
    : yes({ type: 'containment-ended', by: person, hasLeft: false });
}

/** Whoever was asked says that it holds still, or when to ask again. */
function stillContaining(
  issue: Issue,
  { person }: Actor,
  command: Extract<ContainCommand, { type: 'still-containing' | 'snooze-containment' }>,
): Decision {
  if (!isContaining(issue) || issue.containment.by !== person) return no({ reason: 'not-containing' });
  const { unanswered, snoozedUntil } = issue.containment.asked;
  if (command.type === 'still-containing')
    return unanswered === 0 ? nothing : yes({ type: 'still-containing', by: person });
  const { until, today } = command;
  if (Temporal.PlainDate.compare(until, today) <= 0) return no({ reason: 'date-is-over' });
  return snoozedUntil?.equals(until) === true
    ? nothing
    : yes({ type: 'containment-snoozed', by: person, until });
}

type Ended = Extract<AskEvent, { type: 'containment-ended' | 'support-ended' }>;

/**
 * It ends otherwise than by a fix: nothing is expected of those who support it, which each hears once, save `by`, and
 * whoever hears of the end itself.
 */
export function nothingExpected(issue: Issue, over: End, by: PersonId): AskEvent[] {
  if (issue.state !== 'claimed') return [];
  const hears = (person: PersonId): boolean => person === issue.owner || isMeToo(issue, person);
  const all = endOfSupport(issue, over).filter((it) => it.by !== by && !hears(it.by));
  return all.filter((it, nth) => all.findIndex((other) => other.by === it.by) === nth);
}

/** Whoever contains it, or has promised support, hears that this ends with the spell it was for. */
export function endOfSupport(issue: ClaimedIssue, over: Exclude<Over, 'solved'>): Ended[] {
  const by = issue.ask === null ? null : promiserOf(issue.ask);
  return [
    ...endOfContainment(issue, over),
    ...(by === null ? [] : [{ type: 'support-ended', by, over } as const]),
  ];
}

function endOfContainment({ containment }: ClaimedIssue, over: Over): Ended[] {
  if (containment?.state !== 'under-way' || containment.hasLeft === true) return [];
  return [{ type: 'containment-ended', by: containment.by, hasLeft: false, over }];
}

/** Likewise; but what is asked closes with that, so that its owner and whoever has promised it say what they learned. */
export function supportWhenSolved(issue: ClaimedIssue): AskEvent[] {
  const { owner, ask } = issue;
  const ended = endOfContainment(issue, 'solved');
  if (ask === null) return ended;
  return [...ended, { type: 'ask-closed', how: 'solved', owner, lead: promiserOf(ask), text: '' }];
}

/** What is asked of whoever takes it over ends with that. What is asked of others goes on with it. */
export function handingOver({ owner, ask }: ClaimedIssue, to: PersonId): IssueEvent[] {
  const isOver = ask !== null && isWith(ask, to);
  return [
    { type: 'handed-over', from: owner, to },
    ...(isOver ? [{ type: 'ask-closed', how: 'taken-over', owner, lead: to, text: '' } as const] : []),
  ];
}

/** Once it is solved, or has ended otherwise, it needs nothing. */
export function isOver(issue: Issue, actor: Actor): Refusal | null {
  return notThere(issue, actor) ?? (isSolved(issue) ? solvedAlready(issue, actor) : null);
}

/** Nobody judges what is their own, and the card would name a reporter. Others are on the ladder, or were asked. */
export function notTheirs({ owner, ask }: ClaimedIssue, actor: Actor): Refusal | null {
  if (owner === actor.person) return { reason: 'own-ask', you: 'owner' };
  if (actor.isReporter) return { reason: 'own-ask', you: 'reporter' };
  if (actor.isLead || ask?.to.includes(actor.person) === true) return null;
  return actor.isMember === null ? { reason: 'admin-unknown' } : { reason: 'not-a-lead', to: 'support' };
}
