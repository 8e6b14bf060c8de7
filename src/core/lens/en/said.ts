import type { Read } from '../pattern.ts';
import { fromBase, fromParticiple, fromPast } from './verbs.ts';
import type { Verb } from './verbs.ts';

/** A verb as it was said of somebody, ready to be said of the thing. */
export interface Said {
  readonly verb: Verb;
  readonly isNot: boolean;
  readonly time: 'was' | 'has been' | 'had been';
  /** Where what it was done to begins. */
  readonly at: number;
}

/** What was said of somebody here: done, or not done. */
export function saidAt(read: Read, from: number, isNobody: boolean): Said | null {
  const at = skip(read, from);
  const [first, second, third] = normsAt(read, at);
  const not = (verb: Verb | undefined, to: number): Said | null =>
    verb === undefined ? null : { verb, isNot: true, time: 'was', at: to };
  if (['forgot', 'failed', 'neglected', 'omitted'].includes(first) && second === 'to')
    return not(fromBase(third), at + 3);
  if (first === 'did' && second === 'not') return notDone(read, at + 2, fromBase, not);
  if (first === 'never') return notDone(read, at + 1, fromPast, not);
  if (isNobody) return notDone(read, at, fromPast, not);
  if (first === 'managed' && second === 'to') return done(fromBase(third), 'was', at + 3);
  if (['has', 'have', 'had'].includes(first))
    return done(fromParticiple(second), first === 'had' ? 'had been' : 'has been', at + 2);
  return done(fromPast(first), 'was', at + 1);
}

function done(verb: Verb | undefined, time: Said['time'], at: number): Said | null {
  return verb === undefined ? null : { verb, isNot: false, time, at };
}

/** "Even check", "bother to check", "bothered to check". */
function notDone(
  read: Read,
  at: number,
  verbOf: (norm: string) => Verb | undefined,
  not: (verb: Verb | undefined, to: number) => Said | null,
): Said | null {
  const [first, second, third] = normsAt(read, at);
  if (first === 'even') return notDone(read, at + 1, verbOf, not);
  if (['bother', 'bothered', 'think', 'thought'].includes(first) && second === 'to')
    return not(fromBase(third), at + 3);
  return not(verbOf(first), at + 1);
}

const opinions = new Set(
  'just simply actually clearly obviously plainly then carelessly stupidly lazily recklessly casually blithely happily also somehow conveniently who that'.split(
    ' ',
  ),
);

export function skip(read: Read, from: number): number {
  let at = from;
  while (opinions.has(normsAt(read, at)[0])) at += 1;
  return normsAt(read, at).slice(0, 2).join(' ') === 'went and' ? at + 2 : at;
}

/** What somebody ought to have done: "should have checked", "was supposed to close". */
export function wantedAt(read: Read, at: number): Said | null {
  const [first, second, third, fourth] = normsAt(read, at);
  const said = (verb: Verb | undefined, isNot: boolean, to: number): Said | null =>
    verb === undefined ? null : { verb, isNot, time: 'was', at: to };
  const done = (i: number): Verb | undefined => fromParticiple(normsAt(read, i)[0]);
  if (['should', 'could', 'ought'].includes(first)) {
    if (second === 'have') return said(done(skip(read, at + 2)), false, skip(read, at + 2) + 1);
    if (second === 'to' && third === 'have') return said(done(at + 3), false, at + 4);
    if (['not', 'never'].includes(second) && third === 'have') return said(done(at + 3), true, at + 4);
  }
  if (
    ['was', 'were'].includes(first) &&
    ['supposed', 'meant', 'expected', 'required'].includes(second) &&
    third === 'to'
  )
    return said(fromBase(fourth), false, at + 4);
  return first === 'needed' && second === 'to' ? said(fromBase(third), false, at + 3) : null;
}

/** This word and the next three, as they are compared. */
export function normsAt({ sentence }: Read, at: number): readonly [string, string, string, string] {
  const norm = (i: number): string => sentence[at + i]?.norm ?? '';
  return [norm(0), norm(1), norm(2), norm(3)];
}
