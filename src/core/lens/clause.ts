import type { Sentence, Token } from './text.ts';

const clauseMarks = new Set('.,;:!?()…–—-');

export function isClauseMark(token: Token | undefined): boolean {
  return token === undefined || (token.norm.length === 1 && clauseMarks.has(token.norm));
}

const afterPhrase = new Set(
  'in on at by with from for of to during as who that which was were is are when where while because after before again today yesterday twice last this the a so and but or then led cost meant made put has had have'.split(
    ' ',
  ),
);

export function isPhraseEnd(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.kind !== 'word' ||
    afterPhrase.has(token.norm) ||
    /.(?:ed|s)$/u.test(token.norm)
  );
}

const joins = new Set(
  'and but yet so because since as while although though when if unless until till before after once that which then or cause cos coz bc'.split(
    ' ',
  ),
);

export function isClauseStart(sentence: Sentence, at: number): boolean {
  const before = sentence[at - 1];
  return isClauseMark(before) || before?.kind === 'emoji' || joins.has(before?.norm ?? '');
}

export function isClauseEnd(sentence: Sentence, at: number): boolean {
  const token = sentence[at];
  return isClauseMark(token) || token?.kind === 'emoji' || joins.has(token?.norm ?? '');
}
