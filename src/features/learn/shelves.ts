import { mostUsedLearnings, newestLearnings } from '../../platform/postgres/learnings.ts';
import type { LearningPage } from '../../platform/postgres/learnings.ts';
import { readLearning } from '../../platform/postgres/read-learning.ts';
import { searchLearnings } from '../../platform/postgres/search-learnings.ts';
import { transact } from '../../platform/postgres/transact.ts';
import type { Answer, Effect, House, Press, Submission, Visit } from '../../platform/slack/feature.ts';
import { numberIn } from '../answers.ts';
import { tooLongIn } from '../too-long.ts';
import {
  learningPage,
  longestQuery,
  noLearningPage,
  queryField,
  readShelf,
  searchForm,
  shelfPage,
  shelfSize,
} from './library.ts';
import type { Shelf } from './library.ts';

const firstShelf: Shelf = { name: 'newest', page: 0, query: '' };

export async function openShelf(house: House, press: Press): Promise<readonly Effect[]> {
  const shelf = readShelf(press.value) ?? firstShelf;
  return [{ form: shelfPage(shelf, await load(house, press, shelf)) }];
}

async function load({ store }: House, { workspace }: Visit, shelf: Shelf): Promise<LearningPage> {
  const { name, page, query } = shelf;
  return await transact(store, { workspace }, async (tx) => {
    switch (name) {
      case 'newest':
        return await newestLearnings(tx, workspace, page, shelfSize);
      case 'used':
        return await mostUsedLearnings(tx, workspace, page, shelfSize);
      case 'search':
        return await searchLearnings(tx, workspace, query, page, shelfSize);
    }
  });
}

export function openSearch(): Promise<readonly Effect[]> {
  return Promise.resolve([{ form: searchForm() }]);
}

export async function search(house: House, submission: Submission): Promise<Answer> {
  const query = (submission.form.values[queryField] ?? '').trim();
  if (query === '') return { errors: { [queryField]: 'Please type a word or two.' } };
  const isTooLong = tooLongIn({ [queryField]: [query, longestQuery] });
  if (isTooLong !== null) return isTooLong;
  const shelf: Shelf = { name: 'search', page: 0, query };
  return { form: shelfPage(shelf, await load(house, submission, shelf)) };
}

/** From a list or from Home: where it was opened from stands behind its number. */
export async function openLearning(house: House, press: Press): Promise<readonly Effect[]> {
  const from = press.value.replace(/^\d+ ?/, '');
  return await show(house, press, numberIn(press.value), readShelf(from), null);
}

/** The same page again, with an answer to what was pressed in it. */
export async function showLearning(
  house: House,
  press: Press,
  number: number,
  remark: string | null,
): Promise<readonly Effect[]> {
  const from = (press.view?.privateMetadata ?? '').replace(/^\d+ ?/, '');
  return await show(house, press, number, readShelf(from), remark);
}

async function show(
  { store, settings }: House,
  press: Press,
  number: number,
  shelf: Shelf | null,
  remark: string | null,
): Promise<readonly Effect[]> {
  const reading = await readLearning(store, { ...press, number }, settings.adminUsers);
  return [{ form: reading === null ? noLearningPage(number) : learningPage(reading, shelf, remark) }];
}
