import type { Button, KnownBlock, ModalView } from '@slack/types';

import type { LearningPage } from '../../platform/postgres/learnings.ts';
import type { OpenedLearning } from '../../platform/postgres/read-learning.ts';
import { actions, buttonWith, form, note, page, plain, section, textInput } from '../blocks.ts';
import { consentBlocks } from '../credits.ts';
import { learningIds, learningRow, writeUpButton } from '../learning-buttons.ts';
import { countOf } from '../words.ts';
import { fullBlocks } from './post.ts';

export const searchFormId = 'learnings-search';
export const queryField = 'learnings-query';
export const longestQuery = 100;

/** A page of one of the lists. */
export const shelves = ['newest', 'used', 'search'] as const;
export interface Shelf {
  readonly name: (typeof shelves)[number];
  /** From 0. */
  readonly page: number;
  /** What was searched for; empty in the other lists. */
  readonly query: string;
}

export const shelfSize = 10;

function writeShelf({ name, page: at, query }: Shelf): string {
  return `${name} ${at} ${query}`.trim();
}

/** `null`: it was opened from elsewhere. */
export function readShelf(text: string): Shelf | null {
  const found = /^(newest|used|search) (\d{1,6})(?: ([^]*))?$/.exec(text);
  const name = shelves.find((it) => it === found?.[1]);
  return name === undefined ? null : { name, page: Number(found?.[2]), query: found?.[3] ?? '' };
}

export function searchForm(query = ''): ModalView {
  const blocks = [
    textInput(queryField, 'What are you looking for?', {
      most: longestQuery,
      focus: true,
      initial: query,
      hint: 'A word or two. A slip of the pen is no harm.',
    }),
  ];
  return form({ id: searchFormId, title: 'Search learnings', submit: 'Search', memory: '', blocks });
}

export function shelfPage(shelf: Shelf, { rows, total, page: at }: LearningPage): ModalView {
  const here = { ...shelf, page: at };
  const again = shelf.name === 'search' ? [actions(searchButton('Search again'))] : [];
  return page('Learnings', [
    { type: 'section', text: plain(heading(shelf, total)) },
    ...rows.map((row) => learningRow(row, writeShelf(here))),
    ...pager(here, total),
    ...again,
  ]);
}

function heading({ name, query }: Shelf, total: number): string {
  switch (name) {
    case 'newest':
      return total === 0 ? nothingYet : 'The newest first';
    case 'used':
      return total === 0 ? nothingYet : 'What others have used most, first';
    case 'search':
      return total === 0
        ? `Nothing here speaks of “${query}”. Fewer words, or others, may find more.`
        : `${countOf(total, 'One learning speaks', '# learnings speak')} of “${query}”`;
  }
}

const nothingYet = 'Nothing yet. What is learned from a fix appears here once it is confirmed.';

function pager(shelf: Shelf, total: number): KnownBlock[] {
  const last = Math.ceil(total / shelfSize) - 1;
  if (last <= 0) return [];
  const earlier = shelf.page > 0 ? [shelfButton('Previous', { ...shelf, page: shelf.page - 1 })] : [];
  const later = shelf.page < last ? [shelfButton('Next', { ...shelf, page: shelf.page + 1 })] : [];
  return [note(`Page ${shelf.page + 1} of ${last + 1}`), actions(...turns(earlier, later))];
}

function turns(earlier: readonly Button[], later: readonly Button[]): Button[] {
  return [...earlier, ...later.map((it) => ({ ...it, action_id: learningIds.later }))];
}

function shelfButton(text: string, shelf: Shelf, spoken = `${text} page of learnings`): Button {
  return buttonWith(learningIds.list, text, writeShelf(shelf), spoken);
}

function searchButton(text: string): Button {
  return buttonWith(learningIds.search, text, 'search');
}

/** One learning in full, with what this reader can do about it; `remark` answers what they have just pressed. */
export function learningPage(
  { scene, mayWrite, isCredited }: OpenedLearning,
  shelf: Shelf | null,
  remark: string | null = null,
): ModalView {
  const { issue, learned } = scene;
  const { number } = issue;
  const post = learned.link === null ? [] : [note(`<${learned.link}|See its post>`)];
  const credit = isCredited ? consentBlocks(number, learned.consent, consentQuestion) : [];
  const buttons = [
    ...(mayWrite ? [writeUpButton(number, learned.writeUp !== null)] : []),
    ...(shelf === null ? [] : [shelfButton('Back to the list', shelf, 'Back to the list of learnings')]),
  ];
  const blocks = [
    ...fullBlocks(scene),
    ...(remark === null ? [] : [section(remark)]),
    ...post,
    ...credit,
    ...(buttons.length === 0 ? [] : [actions(...buttons)]),
  ];
  const memory = `${number} ${shelf === null ? '' : writeShelf(shelf)}`.trim();
  return { ...page('What we learned', blocks), private_metadata: memory };
}

const consentQuestion =
  'You had a part in it. May your name be shown with it? It is left off unless you say yes.';

export function noLearningPage(number: number): ModalView {
  const words = `What was learned from *#${number}* is taken back: it has come back since.`;
  return page('What we learned', [section(words)]);
}
