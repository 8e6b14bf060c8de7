import type { Match } from '../pattern.ts';
import type { Sentence } from '../text.ts';

/** It opens the clause, so that it is no relative one: "the volunteer who gave out the trays". */
export function isAsked({ shownFrom }: Match, sentence: Sentence): boolean {
  const before = sentence[shownFrom - 1];
  if (before?.norm === ',' && !sentence.some(({ norm }) => norm === '?'))
    return sentence[shownFrom]?.norm !== 'who';
  return before === undefined || before.kind !== 'word' || openers.has(before.norm);
}

const openers = new Set(
  'omg lol smh wtf ugh argh jeez christ god ffs erm um hmm mate guys lads folks dear and but so or right seriously honestly oh ok okay well also again like then yet please'.split(
    ' ',
  ),
);
