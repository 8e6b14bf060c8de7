import type { Read, WordLists } from './pattern.ts';
import type { Person } from './person.ts';
import type { Sentence } from './text.ts';

/** How one way of saying it goes on: with each place after it, until one fits. */
export type Way = (read: Read, at: number, go: (at: number) => boolean) => boolean;

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

const known = new WeakMap<WordLists, Map<string, Way>>();

/** Many phrases share their parts: each is made once. */
export function anyOf(body: string, lists: WordLists): Way {
  const made = known.get(lists) ?? new Map<string, Way>();
  known.set(lists, made);
  const way = made.get(body) ?? newWay(body, lists);
  made.set(body, way);
  return way;
}

function newWay(body: string, lists: WordLists): Way {
  const names = body.split('|');
  const words = new Set<string>();
  const ways: Way[] = [];
  for (const name of names) {
    const list = /^<(.+)>$/u.exec(name)?.[1];
    if (list === undefined) words.add(name);
    else if (list in lists) for (const word of lists[list] ?? []) words.add(word);
    else ways.push(classOf(list, lists));
  }
  if (words.size > 0) ways.unshift(wordsWay(words, lists));
  const [only] = ways;
  if (ways.length === 1 && only !== undefined) return only;
  return (read, at, go) => ways.some((way) => way(read, at, go));
}

function classOf(name: string, lists: WordLists): Way {
  const isMeant = persons[name];
  if (isMeant !== undefined) return personWay(isMeant);
  if (name === 'calling') return ({ people }, at, go) => people.isCalling(at) && go(at + 1);
  const isIt = tests[name];
  if (isIt === undefined) throw new Error(`there is no list of words called "${name}"`);
  return ({ sentence }, at, go) => {
    const token = sentence[at];
    return token?.kind === 'word' && !token.isQuoted && isIt(token.norm, lists) && go(at + 1);
  };
}

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

/** A word, or one of a list. */
type Place = string | ReadonlySet<string>;

function wordsWay(all: ReadonlySet<string>, lists: WordLists): Way {
  const articles = lists['article'] ?? noArticles;
  const rests = new Map<string, Place[][]>();
  for (const phrase of all) {
    const [first = '', ...rest] = phrase.split('_');
    const places = rest.map((word) => (word.startsWith('~') ? (lists[word.slice(1)] ?? word) : word));
    const there = rests.get(first);
    if (there === undefined) rests.set(first, [places]);
    else there.push(places);
  }
  for (const ways of rests.values()) ways.sort((a, b) => b.length - a.length);
  return ({ sentence }, at, go) => {
    const token = sentence[at];
    if (token === undefined || token.isQuoted) return false;
    const ways = rests.get(token.norm);
    if (ways === undefined) return false;
    for (const rest of ways)
      if (rest.length === 0 ? go(at + 1) : goesOn(sentence, at + 1, rest, 0, articles, go)) return true;
    return false;
  };
}

/** The places after these words, with as many as an article may open. */
function goesOn(
  sentence: Sentence,
  at: number,
  words: readonly Place[],
  from: number,
  articles: ReadonlySet<string>,
  go: (at: number) => boolean,
): boolean {
  const word = words[from];
  if (word === undefined) return go(at);
  const norm = sentence[at]?.norm ?? '';
  if (typeof word === 'string' ? norm !== word : !word.has(norm)) return false;
  if (goesOn(sentence, at + 1, words, from + 1, articles, go)) return true;
  if (typeof word === 'string' || !articles.has(norm)) return false;
  for (let i = at + 1; i <= at + nounAtMost && sentence[i]?.kind === 'word'; i += 1)
    if (goesOn(sentence, i + 1, words, from + 1, articles, go)) return true;
  return false;
}

/** Words after an article. */
const nounAtMost = 3;
const noArticles: ReadonlySet<string> = new Set();

function personWay(isMeant: (person: Person) => boolean): Way {
  return ({ people }, at, go) => {
    const person = people.at(at);
    return person !== null && !person.isNobody && isMeant(person) && person.ends.some(go);
  };
}
