import { hasAny } from './first-words.ts';
import { compile, matchesAt } from './pattern.ts';
import type { Match, Pattern, Read, WordLists } from './pattern.ts';
import type { Sentence } from './text.ts';

/** Patterns by where to look for them, so that most words of a text cost one look into a map. */
export interface Index<T> {
  readonly byWord: ReadonlyMap<string, readonly Entry<T>[]>;
  /** Those that begin with somebody, or with any word, by each of the words without which they can't match. */
  readonly byAnchor: ReadonlyMap<string, readonly Entry<T>[]>;
}

interface Entry<T> {
  readonly of: T;
  readonly pattern: Pattern;
}

export function indexed<T>(all: readonly T[], phraseOf: (it: T) => string, lists: WordLists): Index<T> {
  const byWord = new Map<string, Entry<T>[]>();
  const byAnchor = new Map<string, Entry<T>[]>();
  for (const of of all) {
    const pattern = compile(phraseOf(of), lists);
    const map = pattern.firsts === null ? byAnchor : byWord;
    const entry: Entry<T> = { of, pattern };
    for (const word of pattern.firsts ?? pattern.anchors) {
      const there = map.get(word);
      if (there === undefined) map.set(word, [entry]);
      else there.push(entry);
    }
  }
  return { byWord, byAnchor };
}

/** Goes through all matches in a sentence until one is enough; whether one was. */
export function eachMatch<T>(
  { byWord, byAnchor }: Index<T>,
  read: Read,
  take: (it: T, match: Match) => boolean,
): boolean {
  const { sentence, people } = read;
  const match: Match = { to: 0, shownFrom: 0, shownTo: 0 };
  const isHopeful = sentence.length >= longSentence ? hopesIn(sentence) : always;
  const tryAt = ({ of, pattern }: Entry<T>, at: number): boolean =>
    matchesAt(pattern, read, at, match) && take(of, { ...match });
  const everywhere = sentence.map((_, at) => at);
  const somebody = everywhere.filter((at) => people.at(at) !== null);
  const anchored = new Set<Pattern>();
  for (const { norm } of sentence) {
    for (const entry of byAnchor.get(norm) ?? []) {
      if (anchored.has(entry.pattern)) continue;
      anchored.add(entry.pattern);
      if (!isHopeful(entry.pattern)) continue;
      if ((entry.pattern.beginsWithPerson ? somebody : everywhere).some((at) => tryAt(entry, at)))
        return true;
    }
  }
  return sentence.some(
    ({ norm }, at) =>
      byWord.get(norm)?.some((entry) => isHopeful(entry.pattern) && tryAt(entry, at)) === true,
  );
}

/** In a sentence so long a pattern is looked at often enough to ask first whether all its words are there. */
const longSentence = 60;
const always = (): boolean => true;

/** Whether a sentence has a word of each kind that a pattern needs. */
function hopesIn(sentence: Sentence): (pattern: Pattern) => boolean {
  const words = new Set(sentence.map(({ norm }) => norm));
  const known = new Map<Pattern, boolean>();
  return (pattern) => {
    const there = known.get(pattern);
    if (there !== undefined) return there;
    const isThere = pattern.needs.every((need) => hasAny(need, words));
    known.set(pattern, isThere);
    return isThere;
  };
}
