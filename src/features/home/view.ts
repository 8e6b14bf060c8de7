import type { Button, HomeView, KnownBlock } from '@slack/types';

import { isOwned } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import { pageSize } from '../../platform/postgres/home-lists.ts';
import type { HomeLists, List, ListName } from '../../platform/postgres/home-lists.ts';
import { actions, header, note, plain, plainNote, quoted, section, shortened } from '../blocks.ts';
import {
  claimButton,
  editButton,
  flagButton,
  inquireButtons,
  ownersButtons,
  meTooButton,
  settingsButton,
  undoButton,
  updateButton,
  withdrawButton,
} from '../buttons.ts';
import { stateWords } from '../issue-card.ts';
import { waitingBlocks } from './waiting.ts';

export const laterPage = 'home-next-page';
export const earlierPage = 'home-previous-page';

const titles: Readonly<Record<ListName, string>> = {
  waiting: 'Waiting for you',
  owned: 'You own',
  flagged: 'You flagged',
  unowned: 'Waiting for an owner',
};

const whenEmpty: Readonly<Record<ListName, string>> = {
  waiting: 'Nothing waits for you.',
  owned: 'You own nothing just now. Anyone may claim an issue, from any team.',
  flagged: 'You have flagged nothing yet. Whatever gets in the way of your work is worth a line.',
  unowned: 'Every issue has an owner.',
};

export function homeView(home: HomeLists): HomeView {
  const names: ListName[] = ['waiting', 'owned', 'flagged', 'unowned'];
  return {
    type: 'home',
    blocks: [
      section(
        'Something gets in the way of your work? Flag it: it gets an owner, and you decide when it is fixed.',
      ),
      actions(flagButton(), ...(home.isAdmin ? [settingsButton()] : [])),
      ...names.flatMap((name) => listBlocks(name, home)),
    ],
  };
}

/** When the lists can't be read: the person learns so, and what to do. */
export function calmHome(sentence: string): HomeView {
  return { type: 'home', blocks: [section(sentence), actions(flagButton())] };
}

function listBlocks(name: ListName, home: HomeLists): KnownBlock[] {
  const list = home.lists[name];
  const title = list.total > 0 ? `${titles[name]} (${list.total})` : titles[name];
  if (list.total === 0) return [header(title), note(whenEmpty[name])];
  return [header(title), ...list.issues.flatMap((issue) => row(name, issue, home)), ...pager(name, list)];
}

function row(name: ListName, issue: Issue, home: HomeLists): KnownBlock[] {
  if (name === 'waiting') return waitingBlocks(issue, home);
  const buttons = buttonsFor(name, issue);
  return [
    section(stateWords(issue, home.slackIds)),
    quoted(shortened(issue.text, 300)),
    ...(name === 'flagged' ? [plainNote(track(issue))] : []),
    ...(buttons.length === 0 ? [] : [actions(...buttons)]),
  ];
}

const steps = ['Saved', 'Posted', 'Has an owner', 'Solved', 'Confirmed'] as const;

/** How far it has come, in words a screen reader can say: `Step 3 of 5: Has an owner`. */
function track(issue: Issue): string {
  const reached = { saved: 1, open: 2, withdrawn: 2, claimed: 3, resolved: 4, confirmed: 5 }[issue.state];
  return `Step ${reached} of ${steps.length}: ${steps[reached - 1]}`;
}

function buttonsFor(name: Exclude<ListName, 'waiting'>, issue: Issue): Button[] {
  const { number, state } = issue;
  switch (name) {
    case 'flagged':
      if (state === 'saved') return [undoButton(number), editButton(number)];
      return state === 'open' ? [withdrawButton(number)] : [];
    case 'owned':
      if (issue.state === 'claimed') return ownersButtons(issue);
      return [updateButton(number), ...(isOwned(issue) ? inquireButtons(issue) : [])];
    case 'unowned':
      return [claimButton(number), meTooButton(number)];
  }
}

function pager(name: ListName, { page, total }: List): KnownBlock[] {
  const last = Math.ceil(total / pageSize) - 1;
  if (last === 0) return [];
  const earlier = page > 0 ? [pageButton(earlierPage, 'Previous', name, page - 1)] : [];
  const later = page < last ? [pageButton(laterPage, 'Next', name, page + 1)] : [];
  return [note(`Page ${page + 1} of ${last + 1}`), actions(...earlier, ...later)];
}

function pageButton(id: string, text: string, name: ListName, page: number): Button {
  return {
    type: 'button',
    action_id: id,
    text: plain(text),
    value: `${name} ${page}`,
    accessibility_label: `${text} page of ${titles[name]}`,
  };
}
