import type { Person, Sureness } from '../person.ts';
import type { Sentence, Token } from '../text.ts';
import { isRole } from './description.ts';
import type { PeopleWords } from './people-words.ts';

type Found = Omit<Person, 'isSubject' | 'isNobody'>;

/** "Mrs Okafor", "Dr Lindqvist", and "sister" alone is a role. */
export function byTitle(sentence: Sentence, at: number, words: PeopleWords): Found | null {
  const token = sentence[at];
  if (token === undefined || !words.titles.has(token.norm)) return null;
  const name = normAt(sentence, at + 1) === '.' ? at + 2 : at + 1;
  const called = sentence[name];
  if (called?.kind !== 'word' || !called.isCapital) return null;
  return { ends: [name + 1], sureness: 'sure', kind: 'name' };
}

export function byName(sentence: Sentence, at: number, words: PeopleWords): Found | null {
  const token = sentence[at];
  if (token?.kind !== 'word' || token.isAllCapitals || token.norm.length < 2) return null;
  if (!token.isCapital && !isNameOrWord(token.norm, words)) return null;
  if (storms.has(normAt(sentence, at - 1)) || grounds.has(normAt(sentence, at + 1))) return null;
  const sureness = surenessOf(sentence, at, token, words);
  if (sureness === null) return null;
  const hasSurname = sureness !== 'perhaps' && isSurname(sentence[at + 1], words);
  return { ends: hasSurname ? [at + 2, at + 1] : [at + 1], sureness, kind: 'name' };
}

function isSurname(token: Token | undefined, { things }: PeopleWords): boolean {
  return token?.kind === 'word' && token.isCapital && !token.isAllCapitals && !things.has(token.norm);
}

/** Written small it can be a name only if it is a known one. */
function isNameOrWord(written: string, { givenNames, wordNames, placeNames }: PeopleWords): boolean {
  const norm = withoutAccents(written);
  return givenNames.has(norm) || wordNames.has(norm) || placeNames.has(norm);
}

function withoutAccents(norm: string): string {
  return /[^a-z'-]/u.test(norm) ? norm.normalize('NFD').replaceAll(/\p{M}/gu, '') : norm;
}

function surenessOf(sentence: Sentence, at: number, token: Token, words: PeopleWords): Sureness | null {
  const norm = withoutAccents(token.norm);
  if (words.wordNames.has(norm)) return ofWordName(sentence, at, token);
  if (words.placeNames.has(norm)) return token.isCapital ? 'likely' : 'perhaps';
  if (words.givenNames.has(norm)) return 'sure';
  return token.isCapital && !words.things.has(norm) ? ofStranger(sentence, at, norm, words) : null;
}

/** "Mark sank the deal", "it was Grace", and not "Mark the pallet", "Will it be…". */
function ofWordName(sentence: Sentence, at: number, token: Token): Sureness | null {
  const next = normAt(sentence, at + 1);
  const hasVerb =
    /^(?:'s|is|was|has|had|did|does|do|should|could|never|always|just|only|keeps|forgot|left|put|sent|took|made|lost|broke|sank|told|gave|got|who|\p{L}+ed)$/u.test(
      next,
    );
  const before = normAt(sentence, at - 1);
  const opens =
    at === 0 || !/^\p{L}/u.test(before) || ['because', 'since', 'and', 'but', 'as', 'so'].includes(before);
  if (token.isCapital && !opens) return hasVerb || !/^\p{L}/u.test(next) ? 'sure' : 'likely';
  if (token.isCapital) return hasVerb && !isIntransitive(sentence, at + 1) ? 'sure' : 'likely';
  return opens && /^(?:forgot|left|put|sent|took|made|lost|broke|sank|told|did|\p{L}+ed)$/u.test(next)
    ? 'likely'
    : null;
}

/** "Dawn broke before…": what follows the verb is nothing that somebody did something to. */
function isIntransitive(sentence: Sentence, verb: number): boolean {
  const next = normAt(sentence, verb + 1);
  return (
    /(?:ed|broke)$/u.test(normAt(sentence, verb)) &&
    /^(?:off|before|after|with|during|on|in|at|when|as|down|up|again|\P{L}*)$/u.test(next)
  );
}

function ofStranger(sentence: Sentence, at: number, norm: string, words: PeopleWords): Sureness | null {
  const isSmall = words.smallWords.has(norm) || words.prepositions.has(norm) || words.determiners.has(norm);
  if (isSmall || words.teams.has(norm) || isRole(norm, words)) return null;
  const opens = at === 0 || /^\p{P}$/u.test(normAt(sentence, at - 1));
  if (!opens) return 'likely';
  const isNoun =
    words.plainNouns.has(norm) ||
    /(?:tion|sion|ment|ness|ity|ing|ance|ence|ship|ism|age|ly|ed|[^sui]s)$/u.test(norm);
  if (isNoun) return null;
  return words.called.has(norm) ? 'likely' : 'perhaps';
}

const storms = new Set(['storm', 'hurricane', 'cyclone', 'typhoon', 'the']);
const grounds = new Set(
  'cottage house road street lane ward building school hall park hospital avenue centre center room suite bay line site wing square court estate day week'.split(
    ' ',
  ),
);

function normAt(sentence: Sentence, at: number): string {
  return sentence[at]?.norm ?? '';
}
