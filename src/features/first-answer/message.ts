import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import { answeredBy, isAskedSince, isPromisedStill } from '../../core/asked-first.ts';
import { isAskingFirst } from '../../core/first-answer.ts';
import type { AsksFirst, Promised } from '../../core/first-answer.ts';
import { isOwned } from '../../core/issue.ts';
import type { OpenIssue } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { aboutIssue } from '../about-issue.ts';
import { asWhom } from '../ask-words.ts';
import { actions, oneSentence, section } from '../blocks.ts';
import { firstAnswerButtons } from '../first-answer-buttons.ts';
import { decider, linked, toCard } from '../issue-card.ts';
import { mention } from '../refusals.ts';
import { answersBy, asksAnew, capitalised, comingDay } from '../words.ts';

/** A lead is asked for a first answer; once there is one the message says so, and asks nothing. */
export function drawFirstAnswer(scene: Scene): Drawing | null {
  const { issue, happening } = scene;
  if (happening === null || !isAskingFirst(happening.event)) return null;
  const { event, seq } = happening;
  return isAskedSince(issue, seq)
    ? asked(scene, issue, event, seq)
    : { ...oneSentence(capitalised(answered(scene))), isEcho: true };
}

function asked({ cardLink, now }: Scene, issue: OpenIssue, event: AsksFirst, seq: number): Drawing {
  const ours = `${why(issue, event)}${whatIsKnown(issue, event, seq, now)}${toCard(cardLink)}`;
  const top: KnownBlock[] = event.isTop ? [section(choice)] : [];
  return aboutIssue(ours, issue, [...top, actions(...firstAnswerButtons(issue.number, event.isTop))]);
}

const choice =
  'There is nobody after you whom I could ask. So it needs one of these: an owner, an honest no, or a day to look at it again.';

function why({ number, asksAbove }: OpenIssue, event: AsksFirst): string {
  const { promise, type } = event;
  const rung = promise.state === 'running' ? (promise.rung ?? 0) : 0;
  const you = `I ask you, ${asWhom(rung)}.`;
  if (type === 'promise-passed') return `*#${number}* has had no first answer yet, so ${you}`;
  if (event.ownerHasLeft === true)
    return `Whoever had taken on *#${number}* has left. It needs an owner again, so ${you}`;
  if (event.isAgain === true) return `*#${number}* has waited until now, and still needs an owner, so ${you}`;
  const wish = asksAbove ? ', and whoever flagged it would like somebody above the lead to answer first' : '';
  return `*#${number}* is new${wish}, so ${you}`;
}

/** What the reporter was told, while that holds; nobody knows a time before it stands here. */
function whatIsKnown(
  issue: OpenIssue,
  { promise: then, to }: AsksFirst,
  seq: number,
  now: Temporal.Instant,
): string {
  if (issue.promise?.state !== 'running' || then.state !== 'running') return '';
  if (!isPromisedStill(issue, seq, then)) return ' By now I have asked others as well; you can still answer.';
  const one = to.length > 1 ? ' One of you is enough.' : '';
  const at = answeredBy(issue);
  const by = at === null ? null : answersBy(at, now);
  return by === null ? one : ` The person who flagged it knows that somebody answers ${by}.${one}`;
}

/** Who has answered since, and how. */
function answered({ issue, reader, slackIds, links }: Scene): string {
  const number = `*#${issue.number}*`;
  if (isOwned(issue)) {
    if (issue.owner === reader) return `${number} is yours now. Thank you.`;
    return `${mention(slackIds, issue.owner)} has taken on ${number}. Nothing is asked of you any more.`;
  }
  switch (issue.state) {
    case 'open':
      if (issue.promise?.state !== 'waiting') return askedAnew(issue, reader);
      return issue.answerer === reader
        ? youSaid(issue.number, issue.promise)
        : theySaid(issue.number, issue.promise, mention(slackIds, issue.answerer));
    case 'declined':
      return issue.by === reader
        ? `${number}: not doing, you said. Thank you for the honest answer.`
        : `${number}: not doing, says ${decider(issue, slackIds)}. Nothing is asked of you any more.`;
    case 'duplicate':
      return `${number} is the same as ${linked(issue.of, links)}, and goes on there. Nothing is asked of you any more.`;
    default:
      return `${number} was withdrawn by the person who flagged it. Nothing is asked of you any more.`;
  }
}

function askedAnew({ number, asked: now }: OpenIssue, reader: Scene['reader']): string {
  const isAnew = reader !== null && now?.of.includes(reader) === true;
  return isAnew ? asksAnew(number) : `*#${number}* still needs an owner. Nothing is asked of you just now.`;
}

type Waiting = Extract<Promised, { state: 'waiting' }>;

function theySaid(number: number, { for: what, until }: Waiting, lead: string): string {
  if (what === 'date')
    return `*#${number}* waits ${comingDay('until', until)}, says ${lead}. Nothing is asked of you before then.`;
  return what === 'yes'
    ? `${lead} has asked somebody to take on *#${number}*. Nothing is asked of you just now.`
    : `${lead} has asked the person who flagged *#${number}* something. Nothing is asked of you just now.`;
}

function youSaid(number: number, { for: what, until }: Waiting): string {
  if (what === 'date')
    return `*#${number}* waits ${comingDay('until', until)}, you said. Then I ask those who lead here. Thank you for the honest answer.`;
  return what === 'yes'
    ? `You have asked somebody to take on *#${number}*, and hear what they say. Thank you.`
    : `You have asked the person who flagged *#${number}* something, and hear what they say. Thank you.`;
}
