import { afterFillers, compile, matchesAt } from './pattern.ts';
import type { Match, Pattern, Read, WordLists } from './pattern.ts';
import type { Sentence } from './text.ts';

/** Patterns by where to look for them, so that most words of a text cost one look into a map. */
export interface Index<T> {
  readonly byWord: ReadonlyMap<string, Word<T>>;
  readonly afterFillers: (read: Read, at: number) => readonly number[];
  /** How many different sets of words patterns need. */
  readonly needs: number;
}

/** What a word has to do with patterns. */
interface Word<T> {
  /** They may begin with it. */
  readonly begins: Entry<T>[];
  /** They begin with somebody, and it may come next. */
  readonly follows: Entry<T>[];
  /** They may begin with any word, or with somebody, and can't be without this one or another of its kind. */
  readonly anchors: Entry<T>[];
  /** The sets of words it is in, by number. */
  readonly meets: number[];
}

interface Entry<T> {
  readonly of: T;
  readonly pattern: Pattern;
  /** The sets of words of which a sentence must have one each, by number. */
  readonly needs: readonly number[];
}

export function indexed<T>(all: readonly T[], phraseOf: (it: T) => string, lists: WordLists): Index<T> {
  const byWord = new Map<string, Word<T>>();
  const numbers = new Map<ReadonlySet<string>, number>();
  const each = (words: ReadonlySet<string>, put: (word: Word<T>) => void): void => {
    for (const norm of words) {
      const word = byWord.get(norm) ?? { begins: [], follows: [], anchors: [], meets: [] };
      byWord.set(norm, word);
      put(word);
    }
  };
  const numberOf = (set: ReadonlySet<string>): number => {
    const number = numbers.get(set) ?? numbers.size;
    if (number === numbers.size) each(set, ({ meets }) => meets.push(number));
    numbers.set(set, number);
    return number;
  };
  for (const of of all) {
    const pattern = compile(phraseOf(of), lists);
    const { firsts, nexts, anchors, beginsWithPerson } = pattern;
    const entry: Entry<T> = { of, pattern, needs: pattern.needs.map(numberOf) };
    if (firsts !== null) each(firsts, ({ begins }) => begins.push(entry));
    else if (beginsWithPerson && nexts !== null) each(nexts, ({ follows }) => follows.push(entry));
    else each(anchors, (word) => word.anchors.push(entry));
  }
  return { byWord, afterFillers: afterFillers(lists), needs: numbers.size };
}

/** Goes through all matches in a sentence until one is enough; whether one was. */
export function eachMatch<T>(index: Index<T>, read: Read, take: (it: T, match: Match) => boolean): boolean {
  const { sentence, people } = read;
  const match: Match = { to: 0, shownFrom: 0, shownTo: 0 };
  const words = hopefulIn(index, sentence);
  const tryAt = ({ of, pattern }: Entry<T>, at: number): boolean =>
    matchesAt(pattern, read, at, match) && take(of, { ...match });
  const everywhere = sentence.map((_, at) => at);
  const somebody = everywhere.filter((at) => people.at(at) !== null);
  const anchored = new Set<Entry<T>>();
  for (const { anchors } of words) for (const entry of anchors) anchored.add(entry);
  for (const entry of anchored)
    if ((entry.pattern.beginsWithPerson ? somebody : everywhere).some((at) => tryAt(entry, at))) return true;
  return (
    somebody.some((at) => afterSomebody(index, words, read, at).some((entry) => tryAt(entry, at))) ||
    words.some(({ begins }, at) => {
      const next = sentence[at + 1]?.norm ?? '';
      return begins.some((entry) => entry.pattern.seconds?.has(next) !== false && tryAt(entry, at));
    })
  );
}

type Tries<T> = Pick<Word<T>, 'begins' | 'follows' | 'anchors'>;

const none: Tries<never> = { begins: [], follows: [], anchors: [] };

/** Of each word what can still match, in a sentence of these words; the same word is looked at once. */
function hopefulIn<T>({ byWord, needs }: Index<T>, sentence: Sentence): Tries<T>[] {
  const words = sentence.map(({ norm }) => byWord.get(norm));
  const isHopeful = hopesIn(words, needs);
  const known = new Map<Word<T>, Tries<T>>();
  const only = (entries: readonly Entry<T>[]): Entry<T>[] =>
    entries.filter((entry) => isHopeful(entry.needs));
  return words.map((word) => {
    if (word === undefined) return none;
    const there = known.get(word);
    if (there !== undefined) return there;
    const { begins, follows, anchors } = word;
    const tries = { begins: only(begins), follows: only(follows), anchors: only(anchors) };
    known.set(word, tries);
    return tries;
  });
}

/** Whether a sentence has a word of each kind that a pattern needs. */
function hopesIn<T>(
  words: readonly (Word<T> | undefined)[],
  count: number,
): (needs: readonly number[]) => boolean {
  const isThere = new Uint8Array(count);
  for (const word of words) if (word !== undefined) for (const number of word.meets) isThere[number] = 1;
  return (needs) => {
    for (const number of needs) if (isThere[number] === 0) return false;
    return true;
  };
}

/** What may begin with the person here, by what comes after them. */
function afterSomebody<T>(
  { afterFillers: after }: Index<T>,
  words: readonly Tries<T>[],
  read: Read,
  at: number,
): readonly Entry<T>[] {
  const ends = read.people.at(at)?.ends ?? [];
  const places = ends.length === 1 ? after(read, ends[0] ?? at) : ends.flatMap((end) => after(read, end));
  const [only] = places;
  if (places.length === 1 && only !== undefined) return words[only]?.follows ?? [];
  const entries = new Set<Entry<T>>();
  for (const place of places) for (const entry of words[place]?.follows ?? []) entries.add(entry);
  return [...entries];
}
