import type { Person, Sureness } from '../person.ts';
import { normAt } from '../text.ts';
import type { Sentence, Token } from '../text.ts';
import { wordAt } from './word.ts';
import type { Known, Word } from './word.ts';

type NameKind = NonNullable<Word['nameKind']>;

type Found = Omit<Person, 'isSubject' | 'isNobody'>;

/** "Mrs Okafor", "Dr Lindqvist", and "sister" alone is a role. */
export function byTitle(known: Known, at: number): Found | null {
  if (!wordAt(known, at).isTitle) return null;
  const { sentence } = known;
  const name = normAt(sentence, at + 1) === '.' ? at + 2 : at + 1;
  const called = sentence[name];
  if (called?.kind !== 'word' || !called.isCapital) return null;
  return { ends: [name + 1], sureness: 'sure', kind: 'name' };
}

export function byName(known: Known, at: number): Found | null {
  const { sentence } = known;
  const token = sentence[at];
  const { nameKind } = wordAt(known, at);
  if (nameKind === null || token?.kind !== 'word' || token.isAllCapitals || token.norm.length < 2)
    return null;
  if (!token.isCapital && nameKind === 'stranger') return null;
  if (storms.has(normAt(sentence, at - 1)) || grounds.has(normAt(sentence, at + 1))) return null;
  const sureness = surenessOf(known, at, token, nameKind);
  if (sureness === null) return null;
  const hasSurname = sureness !== 'perhaps' && isSurname(known, at + 1);
  return { ends: hasSurname ? [at + 2, at + 1] : [at + 1], sureness, kind: 'name' };
}

function isSurname(known: Known, at: number): boolean {
  const token = known.sentence[at];
  return token?.kind === 'word' && token.isCapital && !token.isAllCapitals && !wordAt(known, at).isThing;
}

function surenessOf(known: Known, at: number, token: Token, nameKind: NameKind): Sureness | null {
  if (nameKind === 'word') return ofWordName(known, at, token);
  if (nameKind === 'place') return token.isCapital ? 'likely' : 'perhaps';
  return nameKind === 'given' ? 'sure' : ofStranger(known, at);
}

/** "Mark sank the deal", "it was Grace", and not "Mark the pallet", "Will it be…". */
function ofWordName(known: Known, at: number, token: Token): Sureness | null {
  const { sentence } = known;
  const next = normAt(sentence, at + 1);
  const hasVerb =
    /^(?:'s|is|was|has|had|did|does|do|should|could|never|always|just|only|keeps|forgot|left|put|sent|took|made|lost|broke|sank|told|gave|got|who|\p{L}+ed)$/u.test(
      next,
    );
  const before = normAt(sentence, at - 1);
  const opens =
    at === 0 ||
    !wordAt(known, at - 1).isLetters ||
    ['because', 'since', 'and', 'but', 'as', 'so'].includes(before);
  if (token.isCapital && !opens) return hasVerb || !wordAt(known, at + 1).isLetters ? 'sure' : 'likely';
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

function ofStranger(known: Known, at: number): Sureness | null {
  const { sentence, called } = known;
  const { firstName, isPlainNoun } = wordAt(known, at);
  const opens = at === 0 || /^\p{P}$/u.test(normAt(sentence, at - 1));
  if (!opens) return 'likely';
  if (isPlainNoun) return null;
  return called.has(firstName) || isTakenUp(sentence, at) ? 'likely' : 'perhaps';
}

/** "Thao broke it with her tray": what is taken up by "her" is no thing. */
function isTakenUp(sentence: Sentence, at: number): boolean {
  return sentence.slice(at + 1).some(({ norm, isQuoted }) => !isQuoted && ownPronouns.has(norm));
}

const ownPronouns = new Set(['he', 'she', 'his', 'her', 'himself', 'herself']);

const storms = new Set(['storm', 'hurricane', 'cyclone', 'typhoon', 'the']);
const grounds = new Set(
  'cottage house road street lane ward building school hall park hospital avenue centre center room suite bay line site wing square court estate day week'.split(
    ' ',
  ),
);
