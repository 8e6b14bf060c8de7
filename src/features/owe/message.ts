import type { Button, KnownBlock } from '@slack/types';

import { isAtTop } from '../../core/ask.ts';
import { isAskedAtTop } from '../../core/asked-first.ts';
import { isSupportOffered } from '../../core/attended.ts';
import { isOwned } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import { rhythms } from '../../core/owed.ts';
import type { Answering, LedTo, OwedKind, Rhythm } from '../../core/owed.ts';
import { isHelpWanted } from '../../core/stuck.ts';
import type { OwedMessage } from '../../platform/postgres/load-owed.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { answerAskButtons, offerSupportButton } from '../ask-buttons.ts';
import { couldUseHelp, needsInWords, supportIsOffered } from '../ask-words.ts';
import {
  actions,
  buttonWith,
  escaped,
  fallback,
  labelled,
  note,
  quoted,
  section,
  shortened,
} from '../blocks.ts';
import { openAgainButton, upholdButton } from '../buttons.ts';
import { decisionButtons, firstAnswerButtons } from '../first-answer-buttons.ts';
import { circumstances, linked, stateWords, toCard } from '../issue-card.ts';
import { rhythmLabels } from '../rhythm-words.ts';
import { capitalised, countOf, monthInWords, numberInWords } from '../words.ts';

export const rhythmIds: Readonly<Record<Rhythm, string>> = {
  weekly: 'owed-weekly',
  fortnightly: 'owed-fortnightly',
  'when-waiting': 'owed-when-waiting',
};

type Item = OwedMessage['items'][number];

/** What waits for a lead, with the buttons to answer in place. What has been answered since says so. */
export function drawOwed(message: OwedMessage): Drawing {
  const { items, more, ledTo } = message;
  const waiting = items.filter(({ owed }) => owed !== null);
  const head = `*${opening(waiting.length)}*${waiting.length === 0 ? ' Thank you.' : ` ${duration(waiting.length)}`}`;
  const led = ledTo === null ? [] : [whatItLedTo(ledTo, message)];
  const besides = more === 0 ? [] : [`and ${more} more on Home`];
  const lines = [head, ...items.map((it) => spokenOf(it, message)), ...besides, ...led];
  return {
    ...(waiting.length === 0 ? { isEcho: true } : {}),
    text: fallback(lines.join('\n')),
    blocks: [
      section(head),
      ...items.flatMap((it) => blocksOf(it, message)),
      ...besides.map(note),
      ...led.map(section),
      ...(message.asksRhythm ? rhythmBlocks : []),
      ...(waiting.length === 0 ? [] : [note(why)]),
    ],
  };
}

const why =
  'Comes once a week at most, since you are one of those I ask here, and only when something waits.';

function opening(count: number): string {
  if (count === 0) return 'Nothing of this waits for you any more.';
  return `${capitalised(numberInWords(count))} ${count === 1 ? 'thing waits' : 'things wait'} for you.`;
}

function duration(minutes: number): string {
  return `About ${countOf(minutes, 'a minute', `${numberInWords(minutes)} minutes`)}.`;
}

function lineOf({ issue, owed }: Item, message: OwedMessage): string {
  if (owed === null) return sinceThen(issue, message);
  const stuck = isHelpWanted(issue) ? ' Somebody is stuck right now.' : '';
  return `*#${issue.number}* ${reasonOf(owed, issue)}${stuck}${toCard(message.links.get(issue.number) ?? null)}`;
}

/** With what somebody typed, so much of it that three fit. */
function spokenOf(item: Item, message: OwedMessage): string {
  const line = lineOf(item, message);
  return item.owed === null ? line : `${line} ${escaped(shortened(item.issue.text, mostSpoken))}`;
}

const mostSpoken = 150;

const threeWays = 'an owner, an honest no, or a day to look at it again';

/** Why it is theirs. */
function reasonOf(owed: OwedKind, issue: Issue): string {
  switch (owed) {
    case 'first-answer':
      return isAskedAtTop(issue)
        ? `waits for a first answer. Everybody I could ask was asked, and you are one of them: it needs ${threeWays}.`
        : 'waits for a first answer, and you are one of those I asked.';
    case 'ask':
      return 'could use support, and you are one of those who were asked for it.';
    case 'help':
      return couldUseHelp;
    case 'look':
      return 'waits for another look, by you or somebody else who has not decided on it.';
    case 'decision':
      return `still needs an owner, and by now a decision. As somebody who leads here you can make it: ${threeWays}.`;
  }
}

function blocksOf(item: Item, message: OwedMessage): KnownBlock[] {
  const { issue, owed } = item;
  if (owed === null) return [section(lineOf(item, message))];
  const wanted =
    owed === 'ask' && issue.state === 'claimed' && issue.ask !== null
      ? [
          section(`*What would help:* ${needsInWords(issue.ask)}.`),
          labelled('What was tried:', shortened(issue.ask.tried, 300)),
        ]
      : [];
  const because =
    issue.state === 'declined' ? [labelled('Not doing, because:', shortened(issue.because, 300))] : [];
  return [
    section(lineOf(item, message)),
    quoted(shortened(issue.text, 300)),
    ...circumstances(issue),
    ...because,
    ...wanted,
    actions(...buttonsOf(owed, issue)),
  ];
}

function buttonsOf(owed: OwedKind, issue: Issue): Button[] {
  const { number } = issue;
  switch (owed) {
    case 'first-answer':
      return firstAnswerButtons(number, isAskedAtTop(issue));
    case 'ask':
      return issue.state === 'claimed' && issue.ask !== null
        ? answerAskButtons({ ...issue, ask: issue.ask }, isAtTop(issue.ask))
        : [];
    case 'help':
      return [offerSupportButton(number)];
    case 'look':
      return [openAgainButton(number), upholdButton(number)];
    case 'decision':
      return decisionButtons(number);
  }
}

function sinceThen(issue: Issue, { reader, slackIds, links, sentAt }: OwedMessage): string {
  const number = `*#${issue.number}*`;
  if (isOwned(issue) && issue.owner === reader && issue.state === 'claimed')
    return `${number} is yours now. Thank you.`;
  if (issue.state === 'declined' && issue.by === reader)
    return `${number}: not doing, you said. Thank you for the honest answer.`;
  if (isSupportOffered(issue)) return supportIsOffered(issue.number);
  return stateWords(issue, sentAt, slackIds, links);
}

const answers: Readonly<Record<Answering, string>> = {
  owner: 'for which you found an owner',
  question: 'which you answered with a question',
  day: 'which you answered with a day to look at it again',
  look: 'which you opened again',
  answer: 'whose owner you gave an answer',
  support: 'whose owner you gave support',
  no: 'whose owner you gave an honest no',
};

function whatItLedTo({ number, answer, at }: LedTo, { links, sentAt }: OwedMessage): string {
  const month = monthInWords(at, sentAt);
  return `${linked(number, links)}, ${answers[answer]} in ${month}, is fixed, and confirmed. Thank you.`;
}

const rhythmBlocks: readonly KnownBlock[] = [
  section('How often would you like to read this?'),
  actions(...rhythms.map((rhythm) => buttonWith(rhythmIds[rhythm], rhythmLabels[rhythm], rhythm))),
];
