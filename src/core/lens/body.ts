import { listIn, unknown, waysAfter } from './lexicon.ts';
import type { Lexicon, Way } from './lexicon.ts';
import type { Read, WordLists } from './pattern.ts';
import type { Person } from './person.ts';
import type { Sentence } from './text.ts';

/** A sentence, ready for patterns to be looked for in it. */
export interface Reading extends Read {
  readonly lexicon: Lexicon;
  /** Its words by their numbers. */
  readonly numbers: readonly number[];
}

/** A stack of places in a sentence, used over and over, so that a try makes nothing new. */
export interface Places {
  readonly all: number[];
  count: number;
}

export function put(places: Places, at: number): void {
  places.all[places.count] = at;
  places.count += 1;
}

/** What may stand at a place: `forgot|<harm>|<who>`. */
export interface Body {
  /** Its words, by the number of their set. */
  readonly set: number | null;
  readonly classes: readonly Class[];
}

/** Puts down the places after something of its kind that begins here. */
type Class = (reading: Reading, at: number, places: Places) => void;

export function bodyOf(text: string, { sets }: Lexicon, lists: WordLists): Body {
  const classes = text.split('|').flatMap((name) => {
    const list = listIn(name);
    return list === null || list in lists ? [] : [classOf(list, lists)];
  });
  return { set: sets.get(text) ?? null, classes };
}

/** Which persons each class takes. */
export const persons: Readonly<Record<string, (person: Person) => boolean>> = {
  who: ({ isSubject, sureness }) => isSubject && sureness === 'sure',
  likely: ({ isSubject, sureness }) => isSubject && sureness !== 'perhaps',
  whoever: ({ isSubject }) => isSubject,
  folk: ({ isSubject, kind }) => isSubject && kind !== 'you',
  others: ({ isSubject, sureness, kind }) => isSubject && sureness !== 'perhaps' && kind !== 'you',
  named: ({ isSubject, sureness, kind }) =>
    isSubject && sureness !== 'perhaps' && (kind === 'name' || kind === 'role' || kind === 'team'),
  whom: ({ sureness }) => sureness !== 'perhaps',
};

const tests: Readonly<Record<string, (norm: string, lists: WordLists) => boolean>> = {
  any: () => true,
  ing: (norm, lists) => norm.length > 4 && norm.endsWith('ing') && lists['not-ing']?.has(norm) !== true,
  past: isPast,
  acted: (norm, lists) => norm !== 'been' && isPast(norm, lists),
};

function isPast(norm: string, lists: WordLists): boolean {
  if (lists['irregular-past']?.has(norm) === true) return true;
  return norm.length > 3 && norm.endsWith('ed') && lists['not-past']?.has(norm) !== true;
}

function classOf(name: string, lists: WordLists): Class {
  const isMeant = persons[name];
  if (isMeant !== undefined)
    return ({ people }, at, places) => {
      const person = people.at(at);
      if (person !== null && !person.isNobody && isMeant(person))
        for (const end of person.ends) put(places, end);
    };
  if (name === 'calling')
    return ({ people }, at, places) => {
      if (people.isCalling(at)) put(places, at + 1);
    };
  const isIt = tests[name];
  if (isIt === undefined) throw new Error(`there is no list of words called "${name}"`);
  return ({ sentence }, at, places) => {
    const token = sentence[at];
    if (token?.kind === 'word' && !token.isQuoted && isIt(token.norm, lists)) put(places, at + 1);
  };
}

/** Puts down the places after whatever of this begins here, those to be tried first before the others. */
export function reachBody({ set, classes }: Body, reading: Reading, at: number, places: Places): void {
  if (set !== null) reachWords(set, reading, at, places);
  for (const reachClass of classes) reachClass(reading, at, places);
}

function reachWords(set: number, { sentence, numbers, lexicon }: Reading, at: number, places: Places): void {
  if (sentence[at]?.isQuoted !== false) return;
  for (const way of waysAfter(numbers[at] ?? unknown, set, lexicon))
    reachRest(sentence, at + 1, way, 0, lexicon.articles, places);
}

/** The places after the words of a way from this one on, with as many as an article may open. */
function reachRest(
  sentence: Sentence,
  at: number,
  way: Way,
  from: number,
  articles: ReadonlySet<string>,
  places: Places,
): void {
  const word = way[from];
  if (word === undefined) {
    put(places, at);
    return;
  }
  const norm = sentence[at]?.norm ?? '';
  if (typeof word === 'string' ? norm !== word : !word.has(norm)) return;
  reachRest(sentence, at + 1, way, from + 1, articles, places);
  if (typeof word === 'string' || !articles.has(norm)) return;
  for (let i = at + 1; i <= at + nounAtMost && sentence[i]?.kind === 'word'; i += 1)
    reachRest(sentence, i + 1, way, from + 1, articles, places);
}

/** Words after an article. */
const nounAtMost = 3;
