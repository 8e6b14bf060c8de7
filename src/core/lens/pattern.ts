import { isClauseEnd, isClauseMark, isClauseStart, isPhraseEnd } from './clause.ts';
import { fillers, firstWords, hasAny, nextWords } from './first-words.ts';
import type { People } from './person.ts';
import type { Sentence } from './text.ts';
import { anyOf, persons } from './way.ts';
import type { Way } from './way.ts';

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
