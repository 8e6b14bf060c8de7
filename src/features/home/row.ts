import type { Button, KnownBlock } from '@slack/types';

import { canAskForLook, isOwned, isSolved } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import { isForReporter, isHelpWanted, isLive } from '../../core/stuck.ts';
import type { HomeLists, ListName } from '../../platform/postgres/home-lists.ts';
import { actions, labelled, note, quoted, section, shortened } from '../blocks.ts';
import {
  askLookButton,
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
import { writeUpButton } from '../learning-buttons.ts';
import { stateFor } from './state.ts';
import { waitingBlocks } from './waiting.ts';

/** One issue in one of Home's lists: at most four blocks, of the hundred that a Home may have. */
export function row(name: ListName, issue: Issue, home: HomeLists): KnownBlock[] {
  if (name === 'waiting') return waitingBlocks(issue, home);
  const buttons = buttonsFor(name, issue);
  return [
    section(stateFor(issue, home)),
    quoted(shortened(issue.text, 300)),
    ...(name === 'flagged' ? [howFar(issue, home)] : []),
    ...(buttons.length === 0 ? [] : [actions(...buttons)]),
  ];
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
  return note(help === null ? track : `${track} · ${help}`);
}

function stepWords(step: number): string {
  return `Step ${step} of ${steps.length}: ${steps[step - 1]}`;
}

function buttonsFor(name: Exclude<ListName, 'waiting'>, issue: Issue): Button[] {
  const { number } = issue;
  switch (name) {
    case 'flagged':
      return reportersButtons(issue);
    case 'owned':
      if (issue.state === 'claimed') return ownersButtons(issue);
      return [updateButton(number), writeUpButton(number), ...(isOwned(issue) ? inquireButtons(issue) : [])];
    case 'unowned': {
      const help = isHelpWanted(issue) ? [helpButton(number)] : [];
      return [claimButton(number), ...help, meTooButton(number)];
    }
  }
}

function reportersButtons(issue: Issue): Button[] {
  const { number, state } = issue;
  if (state === 'saved') return [undoButton(number), editButton(number)];
  if (state === 'declined') return canAskForLook(issue) ? [askLookButton(number)] : [];
  const isAsked = isLive(issue.help) && isForReporter(issue);
  return [
    ...(isSolved(issue) ? [writeUpButton(number)] : []),
    ...(state === 'open' ? [withdrawButton(number)] : []),
    ...(isAsked ? [notStuckButton(number)] : []),
  ];
}
