import type { Button, KnownBlock } from '@slack/types';

import { canAskForLook, isOwned } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import { isForReporter, isHelpWanted, isLive } from '../../core/stuck.ts';
import type { HomeLists, ListName } from '../../platform/postgres/home-lists.ts';
import { actions, labelled, note, plain, quoted, section, shortened } from '../blocks.ts';
import {
  askLookButton,
  button,
  claimButton,
  editButton,
  helpButton,
  inquireButtons,
  meTooButton,
  notStuckButton,
  ownersButtons,
  undoButton,
  updateButton,
  withdrawButton,
} from '../buttons.ts';
import { helpWords } from '../help-words.ts';
import { learningIds, writeUpButton, writeUpButtons } from '../learning-buttons.ts';
import { stateFor } from './state.ts';
import { waitingBlocks } from './waiting.ts';

/** One issue in one of Home's lists: at most four blocks, of the hundred that a Home may have. */
export function row(name: ListName, issue: Issue, home: HomeLists): KnownBlock[] {
  if (name === 'waiting') return waitingBlocks(issue, home);
  if (name === 'solved') return [solvedRow(issue, home)];
  const buttons = buttonsFor(name, issue, home);
  return [
    section(stateFor(issue, home)),
    quoted(shortened(issue.text, 300)),
    ...(name === 'flagged' ? [howFar(issue, home)] : []),
    ...(buttons.length === 0 ? [] : [actions(...buttons)]),
  ];
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

const steps = ['Saved', 'Posted', 'Has an owner', 'Solved', 'Confirmed'] as const;

const reached: Readonly<Partial<Record<Issue['state'], number>>> = {
  saved: 1,
  open: 2,
  claimed: 3,
  resolved: 4,
  confirmed: 5,
};

/** How far it has come, in words a screen reader can say: `Step 3 of 5: Has an owner`; or why it goes no further. */
function howFar(issue: Issue, home: HomeLists): KnownBlock {
  if (issue.state === 'declined') {
    const { because, look } = issue;
    const newest = look?.state === 'upheld' ? look.because : because;
    return labelled('Not doing, because:', shortened(newest, 300));
  }
  const step = reached[issue.state];
  const track = step === undefined ? 'You are counted there.' : stepWords(step);
  const help = helpWords(issue, home.slackIds);
  const link = home.learned.get(issue.number)?.link ?? null;
  const learned = link === null ? [] : [`What we learned: <${link}|see the post>`];
  return note([track, ...(help === null ? [] : [help]), ...learned].join(' · '));
}

function stepWords(step: number): string {
  return `Step ${step} of ${steps.length}: ${steps[step - 1]}`;
}

function buttonsFor(name: Exclude<ListName, 'waiting' | 'solved'>, issue: Issue, home: HomeLists): Button[] {
  const { number } = issue;
  const write = writeUpButtons(issue, home.learned.get(number) ?? nothingYet, home.person);
  switch (name) {
    case 'flagged':
      return reportersButtons(issue, write);
    case 'owned':
      if (issue.state === 'claimed') return ownersButtons(issue);
      return [updateButton(number), ...write, ...(isOwned(issue) ? inquireButtons(issue) : [])];
    case 'unowned': {
      const help = isHelpWanted(issue) ? [helpButton(number)] : [];
      /* Whoever flagged it has met it already. */
      const meToo = issue.reporter.person === home.person ? [] : [meTooButton(number)];
      return [claimButton(number), ...help, ...meToo];
    }
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
