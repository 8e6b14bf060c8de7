import type { Places, Reading } from './body.ts';
import { numbersOf, unknown } from './lexicon.ts';
import type { Packed } from './packed.ts';
import type { Match, Read } from './pattern.ts';
import type { Index, Link } from './prepare.ts';
import { reach } from './step.ts';

/** Goes through all matches in a sentence, in the order of the patterns. */
export function eachMatch<T>(
  index: Index<T>,
  { sentence, people }: Read,
  take: (it: T, match: Match) => void,
): void {
  const { lexicon, entries } = index;
  const reading: Reading = { sentence, people, lexicon, numbers: numbersOf(sentence, lexicon) };
  const places: Places = { all: [], count: 0 };
  const match: Match = { to: 0, shownFrom: 0, shownTo: 0 };
  for (const number of hopefulIn(index, reading)) {
    const entry = entries[number];
    if (entry === undefined) continue;
    const { of, links, begins } = entry;
    const from = typeof begins === 'number' ? (index.first[begins] ?? 0) : 0;
    const to = lastBegin(index, number, sentence.length - 1);
    for (let at = from; at <= to; at += 1)
      if ((begins !== 'somebody' || people.at(at) !== null) && matchesAt(links, reading, at, match, places))
        take(of, { ...match });
  }
}

/**
 * The patterns for which there is a word of each set that they need, by their numbers. Where two find the same, the
 * first counts: free ones in the order of the words they go by, then the others in their own.
 */
function hopefulIn<T>(index: Index<T>, reading: Reading): number[] {
  const { goingBy, needs, last, free } = index;
  const hopeful: number[] = [];
  for (const set of standIn(index, reading)) {
    const end = goingBy.from[set + 1] ?? 0;
    for (let i = goingBy.from[set] ?? 0; i < end; i += 1) {
      const entry = goingBy.of[i] ?? 0;
      if (isHopeful(needs, entry, last)) hopeful.push(entry);
    }
  }
  return hopeful.sort((a, b) => Math.max(a, free) - Math.max(b, free));
}

function isHopeful({ from, of }: Packed, entry: number, last: Int16Array): boolean {
  const end = from[entry + 1] ?? 0;
  for (let i = from[entry] ?? 0; i < end; i += 1) if (last[of[i] ?? 0] === nowhere) return false;
  return true;
}

/** Notes where each needed set may begin; those sets that patterns go by and that may stand here. */
function standIn<T>(index: Index<T>, { sentence, numbers, lexicon: { told, back } }: Reading): number[] {
  const { goingBy, first, last } = index;
  const there: number[] = [];
  first.fill(sentence.length);
  last.fill(nowhere);
  for (let at = 0; at < numbers.length; at += 1) {
    const most = sentence[at]?.isQuoted === true ? at - 1 : at;
    const word = numbers[at] ?? unknown;
    const end = word === unknown ? 0 : (told.from[word + 1] ?? 0);
    for (let i = told.from[word] ?? 0; i < end; i += 1) {
      const set = told.of[i] ?? 0;
      const begin = at - (back[i] ?? 0);
      if (begin < 0 || begin > most) continue;
      if (last[set] === nowhere && set < goingBy.from.length - 1) there.push(set);
      note(index, set, begin);
    }
  }
  return there;
}

const nowhere = -1;

function note<T>({ first, last }: Index<T>, set: number, begin: number): void {
  first[set] = Math.min(first[set] ?? begin, begin);
  last[set] = Math.max(last[set] ?? begin, begin);
}

/** Nothing that a pattern needs is behind where it begins. */
function lastBegin<T>({ needs: { from, of }, last }: Index<T>, entry: number, most: number): number {
  let at = most;
  const end = from[entry + 1] ?? 0;
  for (let i = from[entry] ?? 0; i < end; i += 1) at = Math.min(at, last[of[i] ?? 0] ?? 0);
  return at;
}

/** Whether a pattern matches from this word on; where is then in `match`. A match of no words is none. */
function matchesAt(
  links: readonly Link[],
  reading: Reading,
  at: number,
  match: Match,
  places: Places,
): boolean {
  match.shownFrom = at;
  match.shownTo = -1;
  places.count = 0;
  if (!follow(links, 0, reading, at, match, places) || match.to === at) return false;
  if (match.shownTo < 0) match.shownTo = match.to;
  return true;
}

/** Tries the places to which each step leads, one after the other, until a way through all of them is found. */
function follow(
  links: readonly Link[],
  from: number,
  reading: Reading,
  at: number,
  match: Match,
  places: Places,
): boolean {
  const link = links[from];
  if (link === undefined) {
    match.to = at;
    return true;
  }
  const bottom = places.count;
  reach(link.step, reading, at, places);
  const top = places.count;
  for (let i = bottom; i < top; i += 1)
    if (follow(links, from + 1, reading, places.all[i] ?? at, match, places)) {
      if (link.opens) match.shownFrom = at;
      if (link.closes) match.shownTo = at;
      return true;
    }
  places.count = bottom;
  return false;
}
