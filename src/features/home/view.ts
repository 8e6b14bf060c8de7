import type { Button, HomeView, KnownBlock } from '@slack/types';

import type { HomeLists, List, ListName } from '../../platform/postgres/home-lists.ts';
import { mostNews } from '../../platform/slack/feature.ts';
import type { NewsOnHome } from '../../platform/slack/feature.ts';
import { actions, buttonWith, header, note, section } from '../blocks.ts';
import { flagButton, hoursButton, ids, mirrorButton, ownThanksButton, settingsButton } from '../buttons.ts';
import { hoursInWords } from '../hours-words.ts';
import { learningRow, libraryButtons } from '../learning-buttons.ts';
import { capitalised, numberInWords } from '../words.ts';
import { row } from './row.ts';

export const laterPage = 'home-next-page';
export const earlierPage = 'home-previous-page';

const titles: Readonly<Record<ListName, string>> = {
  waiting: 'Waiting for you',
  owned: 'You own',
  flagged: 'You flagged',
  unowned: 'Waiting for an owner',
  solved: 'You saw through',
};

/** Whoever has seen nothing through yet is not told so. */
const whenEmpty: Readonly<Record<Exclude<ListName, 'solved'>, string>> = {
  waiting: 'Nothing waits for you.',
  owned: 'You own nothing just now. Anyone may claim an issue, from any team.',
  flagged: 'You have flagged nothing yet. Whatever gets in the way of your work is worth a line.',
  unowned: 'No issue waits for an owner.',
};

export function homeView(home: HomeLists, news: readonly NewsOnHome[] = []): HomeView {
  const names: ListName[] = ['waiting', 'owned', 'flagged', 'unowned', 'solved'];
  return {
    type: 'home',
    blocks: [
      section(
        'Something gets in the way of your work? Flag it: it gets an owner, and you decide when it is fixed.',
      ),
      actions(
        flagButton(),
        ...(home.isAdmin ? [settingsButton()] : []),
        ...(home.isLead ? [mirrorButton()] : []),
        ...(home.isThanked ? [ownThanksButton()] : []),
        ...notesButtons(home),
      ),
      hoursBlock(home),
      ...newsBlocks(news),
      ...names.flatMap((name) => listBlocks(name, home)),
      ...learningBlocks(home),
    ],
  };
}

/** A hundred blocks, less what the lists fill with a page each: see `pageSizeBesideNews`. */
const mostNewsBlocks = 13;

/** The newest, as far as there is room; older ones follow once these have been read. */
function newsBlocks(news: readonly NewsOnHome[]): KnownBlock[] {
  if (news.length === 0) return [];
  const shown = news.slice(0, fitting(news));
  const read = buttonWith(ids.newsRead, 'I have read this', shown.map(({ id }) => id).join(' '));
  return [
    header(`News for you (${news.length}${news.length < mostNews ? '' : ' or more'})`),
    ...shown.flatMap(({ drawing }) => drawing.blocks),
    actions(read),
  ];
}

/** At least one; no message has more blocks than there is room for. */
function fitting(news: readonly NewsOnHome[]): number {
  const sums = news.map((_, index) =>
    news.slice(0, index + 1).reduce((sum, { drawing }) => sum + drawing.blocks.length, 0),
  );
  return Math.max(1, sums.filter((sum) => sum <= mostNewsBlocks).length);
}

function hoursBlock({ hours, now }: HomeLists): KnownBlock {
  return {
    ...section(`*When may I write to you?* ${hoursInWords(hours, now)}`),
    accessory: hoursButton('Change'),
  };
}

/** What each is called is what it does. */
function notesButtons({ notes }: HomeLists): Button[] {
  if (notes === null) return [];
  const off = buttonWith(ids.wordingNotes, 'Switch wording notes off', 'off');
  switch (notes) {
    case 'all':
      return [off];
    case 'not-of-flags':
      return [buttonWith(ids.flagNotes, 'Wording notes for my flags again', 'on'), off];
    case 'none':
      return [buttonWith(ids.wordingNotes, 'Switch wording notes on', 'on')];
  }
}

/** When the lists can't be read: the person learns so, and what to do. */
export function calmHome(sentence: string): HomeView {
  return { type: 'home', blocks: [section(sentence), actions(flagButton())] };
}

function listBlocks(name: ListName, home: HomeLists): KnownBlock[] {
  const list = home.lists[name];
  const title = list.total > 0 ? `${titles[name]} (${list.total})` : titles[name];
  if (list.total === 0) return name === 'solved' ? [] : [header(title), note(emptyWords(name, home))];
  const rows = list.issues.flatMap((issue) => row(name, issue, home));
  return [header(title), ...rows, ...pager(name, list, home.pageSize)];
}

/** What waits for them may stand in another list, or an issue that waits for an owner at the top. */
function emptyWords(name: Exclude<ListName, 'solved'>, { lists, questionsToOwner }: HomeLists): string {
  if (name === 'waiting' && questionsToOwner > 0) return waitUnderOwned(questionsToOwner);
  const isNothingElse = name === 'unowned' && lists.waiting.total > 0;
  return isNothingElse ? 'No other issue waits for an owner.' : whenEmpty[name];
}

function waitUnderOwned(questions: number): string {
  const wait = questions === 1 ? 'question waits' : 'questions wait';
  return `${capitalised(numberInWords(questions))} ${wait} for you, under *${titles.owned}*. Nothing else does.`;
}

function learningBlocks({ learnings: { rows, total } }: HomeLists): KnownBlock[] {
  if (total === 0) return [header('Learnings'), note(noLearnings)];
  return [header(`Learnings (${total})`), ...rows.map((it) => learningRow(it)), actions(...libraryButtons())];
}

const noLearnings = 'Nothing yet. What is learned from a fix appears here once it is confirmed.';

function pager(name: ListName, { page, total }: List, size: number): KnownBlock[] {
  const last = Math.ceil(total / size) - 1;
  if (last === 0) return [];
  const earlier = page > 0 ? [pageButton(earlierPage, 'Previous', name, page - 1)] : [];
  const later = page < last ? [pageButton(laterPage, 'Next', name, page + 1)] : [];
  return [note(`Page ${page + 1} of ${last + 1}`), actions(...earlier, ...later)];
}

function pageButton(id: string, text: string, name: ListName, page: number): Button {
  return buttonWith(id, text, `${name} ${page}`, `${text} page of ${titles[name]}`);
}
