import type { KnownBlock } from '@slack/types';

import { isAtTop, owesAnswer } from '../../core/ask.ts';
import type { ClaimedIssue, PersonId } from '../../core/issue.ts';
import type { HomeLists } from '../../platform/postgres/home-lists.ts';
import {
  answerAskButtons,
  containButtons,
  promisedButtons,
  stillContainingButtons,
  takeButtons,
} from '../ask-buttons.ts';
import { needsInWords, stillContaining } from '../ask-words.ts';
import { actions, plainNote, section, shortened } from '../blocks.ts';
import { dayInWords } from '../day.ts';
import { mention } from '../refusals.ts';
import { answersBy, capitalised } from '../words.ts';
import { beginning } from './beginning.ts';

type Home = Pick<HomeLists, 'person' | 'slackIds' | 'now'>;

/** What waits for this person of what an owner needs, each with the buttons to answer it in place. */
export function askBlocks(issue: ClaimedIssue, home: Home): KnownBlock[] {
  const { person, slackIds } = home;
  const all = [...asked(issue, home), ...promised(issue, home), ...taking(issue, person, slackIds)];
  const damage = containing(issue, person);
  return all.length > 0 || damage.length === 0
    ? [...all, ...damage]
    : [...damage.slice(0, 1), beginning(issue), ...damage.slice(1)];
}

function asked(issue: ClaimedIssue, { person, slackIds, now }: Home): KnownBlock[] {
  if (!owesAnswer(issue, person)) return [];
  const { number, owner, ask } = issue;
  const { standing } = ask;
  const until = standing.state === 'asked' ? standing.until : null;
  const by = until === null ? null : answersBy(until, now);
  const known = by === null ? '' : ` They know that somebody answers ${by}.`;
  const who = capitalised(mention(slackIds, owner));
  return [
    section(`${who} asks for support with *#${number}*: ${needsInWords(ask)}.${known}`),
    beginning(issue),
    plainNote(`What was tried: ${shortened(ask.tried, 300)}`),
    actions(...answerAskButtons(issue, isAtTop(ask))),
  ];
}

function promised(issue: ClaimedIssue, { person, now }: Pick<Home, 'person' | 'now'>): KnownBlock[] {
  const { number, ask } = issue;
  if (ask?.standing.state !== 'promised' || ask.standing.by !== person) return [];
  const on = dayInWords(ask.standing.on, now);
  return [
    section(`You see to what *#${number}* needs, ${needsInWords(ask)}, by ${on}.`),
    beginning(issue),
    actions(...promisedButtons(number, ask)),
  ];
}

function taking(issue: ClaimedIssue, person: PersonId, slackIds: Home['slackIds']): KnownBlock[] {
  const { number, owner, ask } = issue;
  if (owner !== person || ask?.taker == null || ask.taker.hasLeft === true) return [];
  return [
    section(`${capitalised(mention(slackIds, ask.taker.by))} offers to take *#${number}* over from you.`),
    beginning(issue),
    actions(...takeButtons(number, ask.taker)),
  ];
}

function containing({ number, containment }: ClaimedIssue, person: PersonId): KnownBlock[] {
  if (containment?.state !== 'under-way' || containment.by !== person) return [];
  return containment.asked.unanswered > 0
    ? [section(stillContaining(number)), actions(...stillContainingButtons(number))]
    : [section(`You take care of the immediate damage of *#${number}*.`), actions(...containButtons(number))];
}
