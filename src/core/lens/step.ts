import { bodyOf, put, reachBody } from './body.ts';
import type { Body, Places, Reading } from './body.ts';
import { isClauseEnd, isClauseMark, isClauseStart, isPhraseEnd } from './clause.ts';
import type { Lexicon } from './lexicon.ts';
import type { Kind, Part, WordLists } from './pattern.ts';

/** A part of patterns, made ready: wherever it stands in any of them it is the same. */
export interface Step {
  readonly kind: Kind;
  readonly body: Body;
}

const nothing: Body = { set: null, classes: [] };

export function stepOf({ kind, body }: Part, lexicon: Lexicon, lists: WordLists): Step {
  return { kind, body: body === null ? nothing : bodyOf(body, lexicon, lists) };
}

const timesAtMost = 4;
const gapAtMost = 6;
const longGapAtMost = 20;

/** Puts down the places to which a step leads from here, those to be tried first before the others. */
export function reach({ kind, body }: Step, reading: Reading, at: number, places: Places): void {
  const { sentence } = reading;
  if (kind === 'once') reachBody(body, reading, at, places);
  else if (kind === 'maybe') reachSome(body, reading, at, places, 1);
  else if (kind === 'some') reachSome(body, reading, at, places, timesAtMost);
  else if (kind === 'gap') reachInClause(body, reading, at, places);
  else if (kind === 'long gap') {
    const last = Math.min(at + longGapAtMost, sentence.length);
    for (let i = at; i <= last; i += 1) put(places, i);
  } else if (mayPass(kind, body, reading, at, places)) put(places, at);
}

/** What takes no word. */
function mayPass(kind: Kind, body: Body, reading: Reading, at: number, places: Places): boolean {
  const { sentence } = reading;
  if (kind === 'never') return !isHere(body, reading, at, places);
  if (kind === 'start') return isClauseStart(sentence, at);
  return kind === 'end' ? isClauseEnd(sentence, at) : isPhraseEnd(sentence[at]);
}

/** Up to so many one after the other, as many as there are first; and none. */
function reachSome(body: Body, reading: Reading, at: number, places: Places, most: number): void {
  const from = places.count;
  if (most > 0) reachBody(body, reading, at, places);
  const to = places.count;
  for (let i = from; i < to; i += 1) reachSome(body, reading, places.all[i] ?? at, places, most - 1);
  put(places, at);
  if (to > from) takeOut(places, from, to);
}

function takeOut(places: Places, from: number, to: number): void {
  places.all.copyWithin(from, to, places.count);
  places.count -= to - from;
}

/** Any words before the clause ends, or before what must not be among them. */
function reachInClause(body: Body, reading: Reading, at: number, places: Places): void {
  for (let i = at; i <= at + gapAtMost; i += 1) {
    put(places, i);
    if (isClauseMark(reading.sentence[i]) || isHere(body, reading, i, places)) return;
  }
}

function isHere(body: Body, reading: Reading, at: number, places: Places): boolean {
  const { count } = places;
  reachBody(body, reading, at, places);
  const isReached = places.count > count;
  places.count = count;
  return isReached;
}
