import { remembered } from '../remembered.ts';

/** So many are in use at a time; beyond it they are looked at afresh, so that no text fills the memory. */
const mostWords = 10_000;

/** The same, looked up where it was asked before. */
export function remembering<T extends object | string | number>(
  find: (word: string) => T,
): (word: string) => T {
  return remembered(mostWords, (word: string) => word, find);
}
