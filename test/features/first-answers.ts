import { Temporal } from 'temporal-polyfill';

import type { AsksFirst, FirstAnswerEvent } from '../../src/core/first-answer.ts';
import type { OpenIssue, PersonId } from '../../src/core/issue.ts';
import { drawFirstAnswer } from '../../src/features/first-answer/message.ts';
import type { Scene } from '../../src/platform/postgres/scene.ts';
import { ana, hal, kim, ned, sam, thursday } from '../support/builders.ts';
import { draw, fullIssues, happened, sceneOf } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';
import { endedIssues } from './ends.ts';

const by = thursday.add({ hours: 8 });
const until = Temporal.Instant.from('2026-12-14T09:00:00Z');
const on = Temporal.PlainDate.from('2026-12-14');

type Passed = Extract<FirstAnswerEvent, { type: 'promise-passed' }>;

/** Kim and Ned lead, Hal is above them. */
function passed(rung: number, to: readonly PersonId[], isTop = false): Passed {
  return { type: 'promise-passed', promise: { state: 'running', rung, by, hasPassed: true }, to, isTop };
}

/** It has not come to them yet. */
const onItsWay = (event: Passed): Passed =>
  event.promise.state === 'running'
    ? { ...event, promise: { ...event.promise, onItsWaySince: thursday } }
    : event;

const nobody: Passed = { type: 'promise-passed', promise: { state: 'unanswered' }, to: [], isTop: false };

/** The issue in each way in which it waits for a first answer. */
function waits(words: Words) {
  const { open } = fullIssues(words);
  const as = (event: AsksFirst): OpenIssue => ({
    ...open,
    promise: event.promise,
  });
  const waiting = (what: 'answer' | 'yes' | 'date', more: Partial<OpenIssue> = {}): OpenIssue => ({
    ...open,
    answerer: kim,
    promise: { state: 'waiting', for: what, until },
    ...more,
  });
  return {
    old: { ...open, promise: null },
    passed: as(passed(0, [kim, ned])),
    unanswered: as(nobody),
    asked: waiting('answer', { inquiry: { seq: 7, text: words.question, isAnswered: false } }),
    offered: waiting('yes', { offeredTo: sam }),
    later: waiting('date'),
  };
}

export function firstAnswers(words: Words): Drawings {
  const all = waits(words);
  const { claimed, open } = fullIssues(words);
  const ended = endedIssues(words);
  const card = (issue: Scene['issue']) => draw('card', { issue });
  const asks = (issue: Scene['issue'], event: FirstAnswerEvent, reader: PersonId = kim, now = thursday) =>
    drawFirstAnswer(sceneOf({ issue, reader, now, happening: happened(event, null, 'flagpost') }));
  const first = passed(0, [kim, ned]);
  const again: FirstAnswerEvent = { ...first, type: 'promised', isAgain: true };
  const left: FirstAnswerEvent = { ...first, type: 'promised', ownerHasLeft: true };
  const above: FirstAnswerEvent = { ...passed(1, [hal]), type: 'promised' };
  const top = passed(2, [hal], true);
  const going = onItsWay(first);
  const goingAgain: FirstAnswerEvent = { ...going, type: 'promised', isAgain: true };
  const counted = { from: thursday, minutes: 240, since: thursday };
  const came: FirstAnswerEvent = { type: 'asking-arrived', reader: kim, by, counted, isLate: true };
  const asking = (to: readonly PersonId[]) => ({ of: to, since: 3, turn: 7, isTop: false });
  const as = (event: Passed, more: Partial<OpenIssue> = {}): OpenIssue => ({
    ...open,
    promise: event.promise,
    ...more,
  });
  const told = (issue: Scene['issue'], event: FirstAnswerEvent, now = thursday) =>
    draw('news', { issue, reader: ana, now, happening: happened(event, null, 'flagpost') });
  const reply = (issue: Scene['issue'], event: FirstAnswerEvent) =>
    draw('reply', { issue, happening: happened(event, null, 'flagpost') });
  const inquiry = (issue: Scene['issue']) => {
    const event = { type: 'inquired', text: words.question, by: kim } as const;
    return draw('inquiry', { issue, reader: ana, happening: happened(event, kim, 'lead') });
  };
  const looks: FirstAnswerEvent = { type: 'looks-again', by: kim, on, until };
  return {
    'card: from before there were promises': card(all.old),
    'card: a promise has passed': card(all.passed),
    'card: asked by name, and it has not come to them yet': card({
      ...open,
      promise: { state: 'running', rung: 0, by, hasPassed: false, onItsWaySince: thursday },
    }),
    'card: everybody was asked': card(all.unanswered),
    'card: its reporter was asked something': card(all.asked),
    'card: somebody was asked to take it on': card(all.offered),
    'card: it is looked at again': card(all.later),
    'reply, in the channel too: a promise has passed': reply(all.passed, first),
    'reply, in the channel too: somebody looks again': reply(all.later, first),
    'reply, in the channel too: somebody has it': reply(claimed, first),
    'reply, in the channel too: it is declined': reply(ended.declined, first),
    'reply, in the channel too: it is withdrawn': reply(ended.withdrawn, first),
    'reply: somebody looks again': reply(all.later, looks),
    'asks a lead': asks(all.passed, first),
    'asks a lead who reads it when the time is over': asks(all.passed, first, kim, by),
    'asks several leads, to none of whom it has come yet': asks(
      as(going, { asked: asking([kim, ned]) }),
      going,
    ),
    'asks the only lead': asks(as(passed(0, [kim])), passed(0, [kim])),
    'asks whom the leads turn to': asks(as(passed(1, [hal])), passed(1, [hal]), hal),
    'asks the sponsor, at the top': asks(as(top), top, hal),
    'asks the only rung there is': asks(as(passed(0, [kim], true)), passed(0, [kim], true)),
    'asks as the reporter wished': asks(as(passed(1, [hal]), { asksAbove: true }), above, hal),
    'asks again on the day': asks(all.passed, again),
    'asks, since its owner has left': asks(all.passed, left),
    'asks still, and somebody above was asked since': asks(
      as({ ...top, promise: { state: 'running', rung: 2, by: by.add({ hours: 4 }), hasPassed: true } }),
      first,
    ),
    'asks still, and everybody was asked since': asks(all.unanswered, first),
    'asked, and somebody took it on': asks(claimed, first),
    'asked, and they took it on themselves': asks({ ...claimed, owner: kim }, first),
    'asked, and a lead declined it': asks({ ...ended.declined, by: ned }, first),
    'asked, and they declined it themselves': asks(ended.declined, first),
    'asked, and it is the same as another': asks(ended.duplicate, first),
    'asked, and it was withdrawn': asks(ended.withdrawn, first),
    'asked, and a lead asked its reporter': asks(all.asked, first, ned),
    'asked, and a lead looks for an owner': asks(all.offered, first, ned),
    'asked, and a lead looks again': asks(all.later, first, ned),
    'asked, and they asked its reporter themselves': asks(all.asked, first),
    'asked, and they look for an owner themselves': asks(all.offered, first),
    'asked, and they named a day themselves': asks(all.later, first),
    'asked, and asked anew since': asks(
      { ...open, promise: first.promise, asked: { of: [kim], since: 99, turn: 99, isTop: false } },
      first,
    ),
    'asked, and its reporter has told what a lead had asked': asks(open, first),
    'news: a lead has it': told(as(passed(0, [kim])), passed(0, [kim])),
    'news: a lead is asked, and it has not come to them yet': told(
      as(onItsWay(passed(0, [kim])), { asked: asking([kim]) }),
      onItsWay(passed(0, [kim])),
    ),
    'news: several leads are asked, and it has come to none of them yet': told(
      as(going, { asked: asking([kim, ned]) }),
      going,
    ),
    'news: several leads were asked, and it has come to one of them since': told(
      as(first, { asked: asking([kim, ned]) }),
      going,
    ),
    'news: it is looked at again, and has not come to those who are asked yet': told(
      as(going, { asked: asking([kim, ned]) }),
      goingAgain,
    ),
    'news: what was asked has come to a lead, after a while': told(all.passed, came),
    'news: it has come to a lead, read when the time is over': told(all.passed, came, by),
    'news: it had come to a lead, and somebody took it on since': told(claimed, came),
    'news: several leads have it': told(all.passed, first),
    'news: a lead has it, read when the time is over': told(as(passed(0, [kim])), passed(0, [kim]), by),
    'news: several leads have it, read when the time is over': told(all.passed, first, by),
    'news: its owner has left, read when the time is over': told(all.passed, { ...left, to: [] }, by),
    'news: everybody was asked': told(all.unanswered, nobody),
    'news: it passed, and somebody has taken it on since': told(claimed, first),
    'news: somebody looks again': told(all.later, looks),
    'news: somebody looks again, and somebody else took it on since': told(claimed, looks),
    'news: it is looked at again': told(all.passed, again),
    'news: its owner has left': told(all.passed, left),
    'news: its owner has left, and there is nobody to ask': told(all.passed, { ...left, to: [] }),
    'news: of an owner whom they found': draw('news', {
      issue: claimed,
      reader: kim,
      happening: happened({ type: 'claimed', owner: sam }),
    }),
    'news: who was asked can’t': draw('news', {
      issue: open,
      reader: kim,
      happening: happened({ type: 'offer-declined', person: sam }),
    }),
    'inquiry: from a lead, while nobody owns it': inquiry(all.asked),
    'inquiry: from a lead, and somebody has taken it on since': inquiry({
      ...claimed,
      inquiry: all.asked.inquiry,
    }),
  };
}
