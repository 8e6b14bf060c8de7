import type { KnownBlock } from '@slack/types';

import { isAskedAtTop, owesFirstAnswer } from '../../core/asked-first.ts';
import { isGoingOn, isOwned, verdicts } from '../../core/issue.ts';
import type { Issue, OpenIssue, PersonId, ResolvedIssue } from '../../core/issue.ts';
import { askedForLook } from '../../core/look.ts';
import type { HomeLists } from '../../platform/postgres/home-lists.ts';
import { offerSupportButton } from '../ask-buttons.ts';
import { couldUseHelp } from '../ask-words.ts';
import { actions, labelled, plainNote, quoted, section, shortened } from '../blocks.ts';
import {
  acceptButton,
  cannotHelpButton,
  declineButton,
  helpedButton,
  holdButtons,
  informButton,
  openAgainButton,
  upholdButton,
  verdictButton,
} from '../buttons.ts';
import { firstAnswerButtons } from '../first-answer-buttons.ts';
import { heldBlocks, heldFrom } from '../held.ts';
import { consentButton } from '../learning-buttons.ts';
import { mention } from '../refusals.ts';
import { capitalised } from '../words.ts';
import { askBlocks } from './asks.ts';
import { beginning } from './beginning.ts';
import { besidesTaking } from './unowned.ts';

type Home = Pick<
  HomeLists,
  'person' | 'isLead' | 'slackIds' | 'now' | 'openCredits' | 'askedOfHold' | 'couldUseHelp' | 'noticed'
>;

/** Everything about one issue that waits for this person, each with the buttons to answer it in place. */
export function waitingBlocks(issue: Issue, home: Home): KnownBlock[] {
  const all = [
    ...heldFlag(issue, home),
    ...helpPromised(issue, home.person),
    ...offer(issue, home),
    ...(issue.state === 'claimed' ? askBlocks(issue, home) : []),
    ...firstAnswer(issue, home),
    ...lookAsked(issue, home.person),
    ...question(issue, home.person),
    ...didItHold(issue, home),
  ];
  const asked = [...all, ...inquiry(issue, home, all.length > 0)];
  if (asked.length > 0) return asked;
  return home.couldUseHelp.has(issue.number) ? help(issue) : credit(issue, home);
}

/** Nobody but its reporter has it in this list before it is posted. */
function heldFlag(issue: Issue, { noticed }: Home): KnownBlock[] {
  return issue.state === 'saved' ? heldBlocks(heldFrom(issue, noticed.get(issue.number) ?? [])) : [];
}

function helpPromised(issue: Issue, person: PersonId): KnownBlock[] {
  const { number, help } = issue;
  if (help?.state !== 'promised' || help.helper !== person) return [];
  return [
    section(`You help with *#${number}* today.`),
    beginning(issue),
    actions(helpedButton(number), cannotHelpButton(number)),
  ];
}

function offer(issue: Issue, home: Home): KnownBlock[] {
  if (!isGoingOn(issue) || issue.offeredTo !== home.person) return [];
  const { number } = issue;
  const more = issue.state === 'open' ? besidesTaking(issue, home) : [];
  return [
    section(`*#${number}* is offered to you. Would you take it on?`),
    beginning(issue),
    actions(acceptButton(number), declineButton(number), ...more),
  ];
}

function isOnlyAsked({ asked }: OpenIssue): boolean {
  return asked?.of.length === 1;
}

/** Whoever is asked to take it on has a better question before them. */
function firstAnswer(issue: Issue, home: Home): KnownBlock[] {
  const { person } = home;
  if (issue.state !== 'open' || issue.offeredTo === person || !owesFirstAnswer(issue, person)) return [];
  const isTop = isAskedAtTop(issue);
  const more = besidesTaking(issue, home, isTop ? [] : ['find-owner', 'look-again']);
  return [
    section(
      `*#${issue.number}* waits for a first answer from ${isOnlyAsked(issue) ? 'you' : 'you, or from somebody else whom I asked'}.`,
    ),
    beginning(issue),
    actions(...firstAnswerButtons(issue.number, isTop), ...more),
  ];
}

function lookAsked(issue: Issue, person: PersonId): KnownBlock[] {
  if (issue.state !== 'declined' || askedForLook(issue)?.of.includes(person) !== true) return [];
  const { number, because } = issue;
  return [
    section(`Another look at *#${number}* is asked of you, as somebody who has not decided on it.`),
    beginning(issue),
    labelled('Not doing, because:', shortened(because, 300)),
    actions(openAgainButton(number), upholdButton(number)),
  ];
}

function isAsked({ owner, reporter, meToos }: ResolvedIssue, person: PersonId): boolean {
  if (owner === person) return false;
  if (reporter.person === person) return reporter.verdict === null;
  return meToos.some((meToo) => meToo.person === person && meToo.verdict === null);
}

function question(issue: Issue, person: PersonId): KnownBlock[] {
  if (issue.state !== 'resolved' || !isAsked(issue, person)) return [];
  return [
    section(`Is *#${issue.number}* fixed for you?`),
    beginning(issue),
    labelled('What changed:', shortened(issue.solution.changed, 300)),
    actions(...verdicts.map((verdict) => verdictButton(verdict, issue))),
  ];
}

function didItHold(issue: Issue, { askedOfHold }: Home): KnownBlock[] {
  if (issue.state !== 'confirmed' || !askedOfHold.has(issue.number)) return [];
  return [
    section(`*#${issue.number}* was confirmed as fixed a month ago. Did it hold?`),
    beginning(issue),
    labelled('What changed:', shortened(issue.solution.changed, 300)),
    actions(...holdButtons(issue)),
  ];
}

/** A Home may have a hundred blocks: what the issue is about is not said twice. */
function inquiry(issue: Issue, { person, slackIds }: Home, isQuoted: boolean): KnownBlock[] {
  if (!isGoingOn(issue) || issue.inquiry === null || issue.inquiry.isAnswered) return [];
  const { number, text, reporter, inquiry: asked } = issue;
  const asker = isOwned(issue) ? issue.owner : issue.answerer;
  if (reporter.person !== person || asker === person) return [];
  const waits = isOwned(issue)
    ? `who has taken on *#${number}*, waits for your answer`
    : `who leads here, waits for your answer about *#${number}*`;
  return [
    section(capitalised(`${mention(slackIds, asker)}, ${waits}:`)),
    quoted(shortened(asked.text, 1000)),
    ...(isQuoted ? [] : [plainNote(`You flagged: ${shortened(text, 300)}`)]),
    actions(informButton(number, asked.seq)),
  ];
}

/** It waits for whatever else is asked about the same issue, as a credit does. */
function help(issue: Issue): KnownBlock[] {
  const { number } = issue;
  return [section(`*#${number}* ${couldUseHelp}`), beginning(issue), actions(offerSupportButton(number))];
}

/** It waits for whatever else is asked about the same issue: a Home may have a hundred blocks. */
function credit(issue: Issue, { openCredits }: Home): KnownBlock[] {
  const { number } = issue;
  if (!openCredits.has(number)) return [];
  return [
    section(
      `May your name be shown with what was learned from *#${number}*? It is left off unless you say yes.`,
    ),
    beginning(issue),
    actions(consentButton(number, 'yes'), consentButton(number, 'no')),
  ];
}
