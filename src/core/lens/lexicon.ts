import { packed } from './packed.ts';
import type { Packed } from './packed.ts';
import type { WordLists } from './pattern.ts';
import type { Sentence } from './text.ts';

/**
 * The words that patterns name, and the sets of them that patterns ask for: `forgot|<harm>` is one. Both are numbers
 * here, so that each word of a text is looked up once.
 */
export interface Lexicon {
  readonly words: ReadonlyMap<string, number>;
  readonly sets: ReadonlyMap<string, number>;
  /** By word: the sets that it begins, ascending. */
  readonly begun: Packed;
  /** Beside each of these the ways in which it goes on, by their place among `ways`. */
  readonly goingOn: Uint16Array;
  /** By word: the needed sets of which it is the most telling word, ascending. */
  readonly told: Packed;
  /** Beside each of these how far before it they begin then. */
  readonly back: Uint16Array;
  readonly ways: readonly Ways[];
  readonly articles: ReadonlySet<string>;
}

/** What may follow the first of several words that belong together, the longest first. */
type Ways = readonly Way[];
export type Way = readonly Place[];

/** A word, or one of a list. */
type Place = string | ReadonlySet<string>;

/** What a pattern allows in one place, as it writes it, and the words that begin it. */
export interface WordSet {
  readonly body: string;
  readonly firsts: ReadonlyMap<string, Ways>;
  /** Without one of these it stands nowhere; beside each, in which places of several words it may be. */
  readonly telling: ReadonlyMap<string, ReadonlySet<number>>;
  /** A word among these stands in most sentences. */
  readonly hasCommon: boolean;
}

export function wordSetOf(body: string, lists: WordLists): WordSet {
  const common = lists['common'] ?? new Set();
  const firsts = new Map<string, Way[]>();
  const telling = new Map<string, Set<number>>();
  for (const word of wordsOf(body, lists)) {
    const all = word.split('_');
    const [first = word, ...rest] = all;
    const place = tellingPlace(all, common);
    const teller = all[place] ?? word;
    telling.set(teller, (telling.get(teller) ?? new Set()).add(place));
    const way = rest.map((it) => (it.startsWith('~') ? (lists[it.slice(1)] ?? it) : it));
    const there = firsts.get(first);
    if (there === undefined) firsts.set(first, way.length === 0 ? alone : [way]);
    else if (there === alone) firsts.set(first, [way, ...alone]);
    else there.push(way);
  }
  for (const ways of firsts.values()) ways.sort((a, b) => b.length - a.length);
  return { body, firsts, telling, hasCommon: [...common].some((word) => firsts.has(word)) };
}

/** "Dark" tells more than "in" and "the". What follows one of a list may stand farther on. */
function tellingPlace(words: readonly string[], common: ReadonlySet<string>): number {
  const sure = words.findIndex((word) => word.startsWith('~'));
  const place = words.findIndex((word) => !common.has(word));
  return sure < 0 || place < sure ? Math.max(place, 0) : 0;
}

const alone: Way[] = [[]];

/** All words of a body, whatever else it may have. */
function wordsOf(body: string, lists: WordLists): ReadonlySet<string> {
  const words = new Set<string>();
  for (const name of body.split('|')) {
    const list = listIn(name);
    if (list === null) words.add(name);
    else for (const word of lists[list] ?? []) words.add(word);
  }
  return words;
}

/** `harm` of `<harm>`. */
export function listIn(name: string): string | null {
  return name.length > 2 && name.startsWith('<') && name.endsWith('>') ? name.slice(1, -1) : null;
}

/** `inOrder`: needed sets that are told by the words that begin them, so that they come in their order. */
export function lexiconOf(
  sets: readonly WordSet[],
  needed: ReadonlySet<WordSet>,
  inOrder: ReadonlySet<WordSet>,
  articles: ReadonlySet<string>,
): Lexicon {
  const words = new Map<string, number>();
  const of: number[][] = [];
  const goingOn: number[][] = [];
  const told: number[][] = [];
  const back: number[][] = [];
  const ways: Ways[] = [alone];
  const numberOf = (word: string): number => {
    const number = words.get(word);
    if (number !== undefined) return number;
    for (const lists of [of, goingOn, told, back]) lists.push([]);
    words.set(word, words.size);
    return words.size - 1;
  };
  sets.forEach((wordSet, set) => {
    const { firsts, telling } = wordSet;
    for (const [first, its] of firsts) {
      const word = numberOf(first);
      of[word]?.push(set);
      goingOn[word]?.push(its === alone ? 0 : ways.push(its) - 1);
    }
    if (!needed.has(wordSet)) return;
    for (const [teller, places] of inOrder.has(wordSet) ? begunBy(firsts) : telling)
      for (const place of places) {
        const word = numberOf(teller);
        told[word]?.push(set);
        back[word]?.push(place);
      }
  });
  return {
    words,
    sets: new Map(sets.map(({ body }, set) => [body, set])),
    begun: packed(of),
    goingOn: packed(goingOn).of,
    told: packed(told),
    back: packed(back).of,
    ways,
    articles,
  };
}

function begunBy(firsts: WordSet['firsts']): WordSet['telling'] {
  return new Map([...firsts.keys()].map((first) => [first, new Set([0])]));
}

/** A word that no pattern names. */
export const unknown = -1;

/** Each word of a sentence by its number. */
export function numbersOf(sentence: Sentence, { words }: Lexicon): number[] {
  return sentence.map(({ norm }) => words.get(norm) ?? unknown);
}

/** The ways in which this word, if it begins this set, may go on. */
export function waysAfter(word: number, set: number, { begun: { from, of }, goingOn, ways }: Lexicon): Ways {
  let low = from[word] ?? 0;
  let high = from[word + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((of[middle] ?? 0) < set) low = middle + 1;
    else high = middle;
  }
  const isThere = of[low] === set && low < (from[word + 1] ?? 0);
  return isThere ? (ways[goingOn[low] ?? 0] ?? none) : none;
}

const none: Ways = [];
