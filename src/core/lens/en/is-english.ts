import { remembering } from '../remembering.ts';
import type { Sentence } from '../text.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Small words that no neighbour shares. */
const ours = wordsOf(
  "the and is are was were he she they you we i it not of to with that this who why how did does do have has had should would could at for on by his her their your my our be been from about if when what never always nobody again just 's",
);

/** Small words of German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish and Danish that English lacks. */
const theirs = wordsOf(
  'der das und ist nicht ein eine einen wir ihr sie hat haben mit auf für von dem des wieder warum wer immer wurde sich auch le la les une est pas et nous vous ils elle qui pourquoi dans sur avec encore toujours jamais été el los las y es que por una se su siempre nunca quién como os não é um uma foi sempre porque ele ela il lo gli che di non è un sono perché ancora chi hanno het een niet zijn dat heeft werd weer altijd waarom ik jij nie jest się na z że w był była znowu zawsze kto dlaczego och att det som inte är har på för hij og ikke af',
);

/** 1 for a word of ours, -1 for one of theirs or in another script. */
const sideOf = remembering((norm) => {
  if (theirs.has(norm) || /[^\p{Script=Latin}\p{M}\p{P}]/u.test(norm)) return -1;
  return ours.has(norm) ? 1 : 0;
});

/**
 * Whether a sentence reads as English: no other script, and of its small words more are ours than theirs. One without
 * any small word of either is taken for English.
 */
export function isEnglish(sentence: Sentence): boolean {
  let our = 0;
  let their = 0;
  for (const { norm, kind, isQuoted } of sentence) {
    if (kind !== 'word' || isQuoted) continue;
    const side = sideOf(norm);
    if (side > 0) our += 1;
    if (side < 0) their += 1;
  }
  return their === 0 || our > their;
}
