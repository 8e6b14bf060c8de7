import { isClauseEnd, isClauseMark, isClauseStart, isPhraseEnd } from './clause.ts';
import { fillers, firstWords, hasAny, nextWords } from './first-words.ts';
import type { People, Person } from './person.ts';
import type { Sentence } from './text.ts';

/** A sentence with who is spoken of in it. */
export interface Read {
  readonly sentence: Sentence;
  readonly people: People;
}

/** Named lists of words; several words that belong together are joined by `_`, and `~his` among them is any of the list `his`, where an article may open up to three more. */
export type WordLists = Readonly<Record<string, ReadonlySet<string>>>;

/**
 * A phrase, as the rule files write it:
 *
 * - `forgot|overlooked`: one of these words; `gave_up` are two words
 * - `<harm>`: one of a list of words
 * - `<who>`: somebody as the subject. `<likely>`: a capital word that may be a name, too; `<others>`: the same but not
 *   "you"; `<named>`: and no pronoun. `<whoever>`: whatever stands there with a capital, for verbs that only people do; `<folk>`: the same but not "you".
 *   `<whom>`: somebody in any place. `<calling>`: a word for people by what they do
 * - `<past>`: a verb in its past form; `<acted>`: the same but for "been"; `<ing>`: one that ends so; `<any>`: any word
 * - `!down|up`: none of these words next
 * - `?` after it: or nothing. `*`: up to four of them. `...`: up to six words of the same clause; `....`: up to twenty of the sentence
 * - `...!down|<up>`: up to six words of the same clause, none of them these
 * - `^` and `$`: a clause begins, ends here; `/`: what is said of a person ends, no noun follows
 * - `[` and `]` around what is shown to the writer; without them it is all of it
 */
export interface Pattern {
  /** A sentence without any of these can't match. */
  readonly anchors: ReadonlySet<string>;
  /** A sentence can't match without one word of each of these, small words apart. */
  readonly needs: readonly ReadonlySet<string>[];
  /** The words it may begin with; null where it begins with somebody, or with any word. */
  readonly firsts: ReadonlySet<string> | null;
  readonly beginsWithPerson: boolean;
  /** The words that may come right after what it begins with, fillers apart; null where that may be any. */
  readonly nexts: ReadonlySet<string> | null;
  /** The same without fillers, where it begins with one word. */
  readonly seconds: ReadonlySet<string> | null;
  readonly follow: Follow;
}

/** Where a phrase stands, in words, the end exclusive; `shown` is what the writer sees of it. */
export interface Match {
  to: number;
  shownFrom: number;
  shownTo: number;
}

/** Goes on from this word; false where nothing of it fits. Written only on the way that fits. */
type Follow = (read: Read, at: number, match: Match) => boolean;

/** How one way of saying it goes on: with each place after it, until one fits. */
type Way = (read: Read, at: number, go: (at: number) => boolean) => boolean;

const gapAtMost = 6;
const longGapAtMost = 20;
const timesAtMost = 4;

/** @throws where a pattern can't be read or has no word to go by. */
export function compile(source: string, lists: WordLists): Pattern {
  const parts = source.split(' ');
  const sets = parts
    .filter((part) => !/^!|^\.\.\.!|[?*]$/u.test(part))
    .map((part) => firstWords(part, lists));
  const common = lists['common'] ?? new Set();
  const isCommon = (set: ReadonlySet<string>): boolean => hasAny(set, common);
  const known = sets
    .filter((set) => set !== null)
    .toSorted((a, b) => Number(isCommon(a)) - Number(isCommon(b)) || a.size - b.size);
  const [anchors] = known;
  if (anchors === undefined) throw new Error(`the pattern "${source}" has no word to go by`);
  const first = parts.find((part) => !(part in signs) && !part.startsWith('!')) ?? '';
  const rest = parts.slice(parts.indexOf(first) + 1);
  return {
    anchors,
    needs: known.filter((set) => !isCommon(set)),
    firsts: /[?*]$/u.test(first) ? null : firstWords(first, lists),
    beginsWithPerson: first.split('|').every((way) => way.slice(1, -1) in persons),
    nexts: nextWords(rest, lists),
    seconds: isOneWord(first, lists) ? nextWords(rest, lists, true) : null,
    follow: parts.reduceRight<Follow>((next, part) => stepOf(part, next, lists), end),
  };
}

/** Whether a part is one word of the sentence, never several. */
function isOneWord(part: string, lists: WordLists): boolean {
  return part.split('|').every((way) => {
    const list = /^<(.+)>$/u.exec(way)?.[1];
    if (list === undefined) return !/[_?*]/u.test(way);
    return list in lists && [...(lists[list] ?? [])].every((word) => !word.includes('_'));
  });
}

/** The places after none, one or more fillers, each once. */
export function afterFillers(lists: WordLists): (read: Read, at: number) => readonly number[] {
  const way = anyOf(fillers.slice(0, -1), lists);
  return (read, at) => {
    const places = [at];
    for (let i = 0; i < places.length && places.length < placesAtMost; i += 1)
      way(read, places[i] ?? at, (to) => {
        if (!places.includes(to)) places.push(to);
        return false;
      });
    return places;
  };
}

const placesAtMost = 12;

const end: Follow = (_, at, match) => {
  match.to = at;
  return true;
};

/** Whether the phrase begins at this word; where it stands is then in `match`, which serves for one look after the other. */
export function matchesAt(pattern: Pattern, read: Read, at: number, match: Match): boolean {
  match.shownFrom = at;
  match.shownTo = -1;
  if (!pattern.follow(read, at, match) || match.to === at) return false;
  if (match.shownTo < 0) match.shownTo = match.to;
  return true;
}

const signs: Readonly<Record<string, (next: Follow) => Follow>> = {
  '[': (next) => (read, at, match) => {
    if (!next(read, at, match)) return false;
    match.shownFrom = at;
    return true;
  },
  ']': (next) => (read, at, match) => {
    if (!next(read, at, match)) return false;
    match.shownTo = at;
    return true;
  },
  '^': (next) => (read, at, match) => isClauseStart(read.sentence, at) && next(read, at, match),
  $: (next) => (read, at, match) => isClauseEnd(read.sentence, at) && next(read, at, match),
  '/': (next) => (read, at, match) => isPhraseEnd(read.sentence[at]) && next(read, at, match),
  '....': (next) => (read, at, match) => {
    for (let i = at; i <= at + longGapAtMost; i += 1) if (next(read, i, match)) return true;
    return false;
  },
  '...': (next) => (read, at, match) => {
    for (let i = at; i <= at + gapAtMost; i += 1) {
      if (next(read, i, match)) return true;
      if (isClauseMark(read.sentence[i])) return false;
    }
    return false;
  },
};

function stepOf(part: string, next: Follow, lists: WordLists): Follow {
  const sign = signs[part];
  if (sign !== undefined) return sign(next);
  if (part.startsWith('...!')) return gapWithout(anyOf(part.slice(4), lists), next);
  if (part.startsWith('!')) {
    const way = anyOf(part.slice(1), lists);
    return (read, at, match) => !way(read, at, () => true) && next(read, at, match);
  }
  const [, body = part, times] = /^(.+?)([?*])$/u.exec(part) ?? [];
  const way = anyOf(body, lists);
  if (times === undefined) return (read, at, match) => way(read, at, (i) => next(read, i, match));
  const most = times === '*' ? timesAtMost : 1;
  const upTo = (read: Read, at: number, match: Match, left: number): boolean =>
    (left > 0 && way(read, at, (i) => upTo(read, i, match, left - 1))) || next(read, at, match);
  return (read, at, match) => upTo(read, at, match, most);
}

function gapWithout(way: Way, next: Follow): Follow {
  return (read, at, match) => {
    for (let i = at; i <= at + gapAtMost; i += 1) {
      if (next(read, i, match)) return true;
      if (isClauseMark(read.sentence[i]) || way(read, i, () => true)) return false;
    }
    return false;
  };
}

/** Which persons each class takes. */
const persons: Readonly<Record<string, (person: Person) => boolean>> = {
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
function anyOf(body: string, lists: WordLists): Way {
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
  ing: (norm) => norm.length > 4 && norm.endsWith('ing'),
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
    rests.set(first, [...(rests.get(first) ?? []), places]);
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
