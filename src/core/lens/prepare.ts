import { persons } from './body.ts';
import { lexiconOf, listIn, wordSetOf } from './lexicon.ts';
import type { Lexicon, WordSet } from './lexicon.ts';
import { packed } from './packed.ts';
import type { Packed } from './packed.ts';
import { partsOf } from './pattern.ts';
import type { Kind, Part, Pattern, WordLists } from './pattern.ts';
import { stepOf } from './step.ts';
import type { Step } from './step.ts';

/** Patterns by the words without which they can't match, so that a sentence is held against few of them. */
export interface Index<T> {
  /** Its first sets are those that patterns go by, then come the others that they need, then the rest. */
  readonly lexicon: Lexicon;
  readonly entries: readonly Entry<T>[];
  /** So many entries at the beginning leave open how they begin. */
  readonly free: number;
  /** By set: the entries that go by it. */
  readonly goingBy: Packed;
  /** By entry: the sets of which a sentence must have a word each. */
  readonly needs: Packed;
  /** Where the words of each needed set stand in the sentence that is looked at; each sentence writes it anew. */
  readonly first: Int16Array;
  readonly last: Int16Array;
}

export interface Entry<T> {
  readonly of: T;
  readonly links: readonly Link[];
  /** What it begins with: a word of this set, somebody, or else anything. */
  readonly begins: number | 'somebody' | null;
}

/** A step of a pattern, and whether what is shown begins or ends before it. */
export interface Link {
  readonly step: Step;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** @throws where a pattern names a list that is not there, or has no word to go by. */
export function indexed<T>(all: readonly T[], patternOf: (it: T) => Pattern, lists: WordLists): Index<T> {
  const sorted = all
    .map((of) => {
      const parts = partsOf(patternOf(of));
      return { of, parts, certainty: certaintyOf(parts, lists) };
    })
    .toSorted((a, b) => a.certainty - b.certainty);
  const patterns = sorted.map(({ parts }) => parts);
  const wordSets = wordSetsIn(patterns.flat(), lists);
  const needs = patterns.map((parts) => needsOf(parts, wordSets, lists));
  const goneBy = new Set(needs.map(([most], i) => most ?? nothingToGoBy(patterns[i])));
  const needed = new Set([...goneBy, ...needs.flat()]);
  const sets = [...new Set([...needed, ...wordSets.values()])];
  const free = sorted.filter(({ certainty }) => certainty === 0).length;
  const inOrder = new Set(needs.slice(0, free).flatMap(([most]) => most ?? []));
  const lexicon = lexiconOf(sets, needed, inOrder, lists['article'] ?? new Set());
  const stepFor = remembered(lexicon, lists);
  const entries = sorted.map(({ of, parts }): Entry<T> => {
    const links = parts.map((part) => ({ step: stepFor(part), opens: part.opens, closes: part.closes }));
    return { of, links, begins: beginOf(parts, lexicon, lists) };
  });
  const goingBy = Array.from(goneBy, (): number[] => []);
  const numbers = needs.map((its) => its.map(({ body }) => lexicon.sets.get(body) ?? 0));
  numbers.forEach(([most = 0], entry) => goingBy[most]?.push(entry));
  return {
    lexicon,
    entries,
    free,
    goingBy: packed(goingBy),
    needs: packed(numbers),
    first: new Int16Array(needed.size),
    last: new Int16Array(needed.size),
  };
}

function nothingToGoBy(parts: readonly Part[] = []): never {
  throw new Error(`the pattern "${parts.map(({ text }) => text).join(' ')}" has no word to go by`);
}

function wordSetsIn(parts: readonly Part[], lists: WordLists): ReadonlyMap<string, WordSet> {
  const bodies = new Set(parts.flatMap(({ body }) => body ?? []));
  const sets = [...bodies].map((body) => [body, wordSetOf(body, lists)] as const);
  return new Map(sets.filter(([, { firsts }]) => firsts.size > 0));
}

/** Equal parts become one step. */
function remembered(lexicon: Lexicon, lists: WordLists): (part: Part) => Step {
  const steps = new Map<string, Step>();
  return (part) => {
    const step = steps.get(part.text) ?? stepOf(part, lexicon, lists);
    steps.set(part.text, step);
    return step;
  };
}

/** What tells most comes first. */
function needsOf(
  parts: readonly Part[],
  wordSets: ReadonlyMap<string, WordSet>,
  lists: WordLists,
): WordSet[] {
  const needs = parts.flatMap(({ kind, body }) =>
    kind === 'once' && isWords(body, lists) ? (wordSets.get(body) ?? []) : [],
  );
  return needs.toSorted((a, b) => tellingOf(b) - tellingOf(a));
}

/** Few words tell more than many; with a small one among them, which may stand everywhere, they tell least. */
function tellingOf({ firsts, hasCommon }: WordSet): number {
  return (hasCommon ? 0 : 1) + 1 / (firsts.size + 1);
}

function isWords(body: string | null, lists: WordLists): body is string {
  if (body === null) return false;
  return body.split('|').every((name) => {
    const list = listIn(name);
    return list === null || list in lists;
  });
}

const withoutWords: ReadonlySet<Kind> = new Set(['never', 'start', 'end', 'phrase end']);

function beginOf(parts: readonly Part[], { sets }: Lexicon, lists: WordLists): Entry<unknown>['begins'] {
  const first = parts.find(({ kind }) => !withoutWords.has(kind));
  if (first === undefined || first.kind !== 'once') return null;
  if (isSomebody(first)) return 'somebody';
  return isWords(first.body, lists) ? (sets.get(first.body ?? '') ?? null) : null;
}

function isSomebody({ kind, body }: Part): boolean {
  return kind === 'once' && body?.split('|').every((name) => (listIn(name) ?? '') in persons) === true;
}

/** 2 where it begins with certain words, 1 where they come right after somebody, else 0. */
function certaintyOf(parts: readonly Part[], lists: WordLists): number {
  const from = parts.findIndex(({ kind }) => !withoutWords.has(kind));
  const first = parts[from];
  if (first === undefined) return 0;
  if (first.kind === 'once' && isWords(first.body, lists)) return 2;
  const next = parts
    .slice(from + 1)
    .find(
      ({ kind, body }) =>
        kind !== 'never' &&
        !(kind === 'maybe' && isWords(body, lists)) &&
        !(kind === 'some' && isWords(body, lists)),
    );
  return isSomebody(first) && next?.kind === 'once' && isWords(next.body, lists) ? 1 : 0;
}
