import type { ActionsBlock, Button, KnownBlock } from '@slack/types';

import { isOwned } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import { canAskForLook } from '../../core/look.ts';
import { isForReporter, isLive } from '../../core/stuck.ts';
import type { HomeLists, ListName } from '../../platform/postgres/home-lists.ts';
import { containmentUnknown } from '../ask-words.ts';
import { actions, labelled, note, plain, section, shortened } from '../blocks.ts';
import {
  askLookButton,
  button,
  editButton,
  ids,
  inquireButtons,
  notStuckButton,
  ownersButtons,
  undoButton,
  updateButton,
  withdrawButton,
} from '../buttons.ts';
import { goOnButtons } from '../go-on-buttons.ts';
import { whatItNeeds } from '../go-on-words.ts';
import { helpWords } from '../help-words.ts';
import { learningIds, writeUpButton, writeUpButtons } from '../learning-buttons.ts';
import { beginning } from './beginning.ts';
import { withOneLikeliest } from './likeliest.ts';
import { stateFor } from './state.ts';
import { unownedButtons } from './unowned.ts';
import { waitingBlocks } from './waiting.ts';

/** One issue in one of Home's lists: at most four blocks, of the hundred that a Home may have. */
export function row(name: ListName, issue: Issue, home: HomeLists): KnownBlock[] {
  return withOneLikeliest(blocksOf(name, issue, home));
}

function blocksOf(name: ListName, issue: Issue, home: HomeLists): KnownBlock[] {
  if (name === 'waiting') return waitingBlocks(issue, home);
  if (name === 'solved') return [solvedRow(issue, home)];
  const buttons = name === 'owned' ? ownedButtons(issue, home) : buttonsFor(name, issue, home);
  return [
    section([stateFor(issue, home), ...(name === 'owned' ? told(issue, home) : [])].join('\n')),
    beginning(issue),
    ...(name === 'flagged' ? [howFar(issue, home)] : []),
    ...(buttons.length === 0 ? [] : [actions(...buttons)]),
  ];
}

function told(issue: Issue, home: HomeLists): string[] {
  return [...damage(issue, home), ...question(issue, home)];
}

/** The very question that a message would bring, or has brought, where the issue stands. */
function question(issue: Issue, { askedOfOwner, now }: HomeLists): string[] {
  const asked = askedOfOwner.get(issue.number);
  return asked === undefined || issue.state !== 'claimed'
    ? []
    : [whatItNeeds(asked.kind, issue, asked.heard, now)];
}

function damage({ number }: Issue, { unknownContainments }: HomeLists): string[] {
  return unknownContainments.has(number) ? [containmentUnknown(number)] : [];
}

/** Whoever is asked answers first, in the same block: a Home may have a hundred. */
function ownedButtons(issue: Issue, home: HomeLists): ActionsBlock['elements'] {
  const { number } = issue;
  const others = ownersRow(issue, home);
  if (question(issue, home).length === 0) return others;
  return [...goOnButtons(number), ...others.filter((it) => it.action_id !== ids.handOver)];
}

function ownersRow(issue: Issue, home: HomeLists): Button[] {
  const { number } = issue;
  if (issue.state === 'claimed') return ownersButtons(issue);
  const write = writeUpButtons(issue, home.learned.get(number) ?? nothingYet, home.person);
  return [updateButton(number), ...write, ...(isOwned(issue) ? inquireButtons(issue) : [])];
}

/** One block each, for there is room for few: what it was, and the way to what was learned or to writing it. */
function solvedRow({ number, text }: Issue, { learned }: HomeLists): KnownBlock {
  const { writeUp, link } = learned.get(number) ?? nothingYet;
  const isNew = writeUp === null && link === null;
  return {
    type: 'section',
    text: plain(`#${number}: ${shortened(text, 300)}`),
    accessory: isNew ? writeUpButton(number) : button(learningIds.open, 'What we learned', number),
  };
}

const steps = ['Saved', 'Posted', 'First answer', 'Has an owner', 'Solved', 'Confirmed'] as const;

/** `null`: it has ended otherwise. What an answer waits for is a first answer, while nobody owns it. */
function stepOf(issue: Issue): number | null {
  switch (issue.state) {
    case 'saved':
      return 1;
    case 'open':
      return issue.promise?.state === 'waiting' || issue.answerer !== null ? 3 : 2;
    case 'claimed':
      return 4;
    case 'resolved':
      return 5;
    case 'confirmed':
      return 6;
    default:
      return null;
  }
}

/** How far it has come, in words a screen reader can say: `Step 4 of 6: Has an owner`; or why it goes no further. */
function howFar(issue: Issue, home: HomeLists): KnownBlock {
  if (issue.state === 'declined') {
    const { because, look } = issue;
    const newest = look?.state === 'upheld' ? look.because : because;
    return labelled('Not doing, because:', shortened(newest, 300));
  }
  const step = stepOf(issue);
  const track =
    step === null ? 'You are counted there.' : stepWords(step, issue.state === 'confirmed' && issue.hasHeld);
  const help = helpWords(issue, home.slackIds);
  const link = home.learned.get(issue.number)?.link ?? null;
  const learned = link === null ? [] : [`What we learned: <${link}|see the post>`];
  return note([track, ...(help === null ? [] : [help]), ...learned].join(' · '));
}

function stepWords(step: number, hasHeld: boolean): string {
  return `Step ${step} of ${steps.length}: ${steps[step - 1]}${hasHeld ? ', and it held' : ''}`;
}

function buttonsFor(
  name: Exclude<ListName, 'waiting' | 'solved' | 'owned'>,
  issue: Issue,
  home: HomeLists,
): ActionsBlock['elements'] {
  const { number } = issue;
  const write = writeUpButtons(issue, home.learned.get(number) ?? nothingYet, home.person);
  switch (name) {
    case 'flagged':
      return reportersButtons(issue, write);
    case 'unowned':
      return unownedButtons(issue, home);
  }
}

const nothingYet = { writeUp: null, link: null };

function reportersButtons(issue: Issue, write: readonly Button[]): Button[] {
  const { number, state } = issue;
  if (state === 'saved') return [undoButton(number), editButton(number)];
  if (state === 'declined') return canAskForLook(issue) ? [askLookButton(number)] : [];
  const isAsked = isLive(issue.help) && isForReporter(issue);
  return [
    ...write,
    ...(state === 'open' ? [withdrawButton(number)] : []),
    ...(isAsked ? [notStuckButton(number)] : []),
  ];
}
