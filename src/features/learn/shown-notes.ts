import { isKindWord } from '../../core/lens/kind-word.ts';
import type { PhraseNote } from '../../core/wording.ts';
import type { Noted } from '../../platform/postgres/write-up-wording.ts';

/** At most so many phrases are shown, whatever a text holds. */
const mostPhrases = 3;
/** Slack takes ten boxes in a group: https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
const mostNames = 8;

/**
 * What is shown of all that the lens noticed, for its writer to decide, in the text's order: first of all what can be
 * ticked. A kind word asks for nothing.
 */
export function shownOf(notes: readonly Noted[]): readonly Noted[] {
  const { phrases, names } = askedAbout(notes);
  const [offered, others] = [phrases.filter(isOffered), phrases.filter((it) => !isOffered(it))];
  const first = [...offered, ...others].slice(0, mostPhrases);
  return [...phrases.filter((it) => first.includes(it)), ...names.slice(0, mostNames)];
}

/** By kind, in the text's order. */
export function askedAbout(notes: readonly Noted[]) {
  return {
    phrases: phrasesAmong(notes).filter((it) => !isKindWord(it)),
    names: notes.filter((it) => it.kind === 'name'),
  };
}

export function isOffered({ finding }: PhraseNote): boolean {
  return finding.offer.kind === 'rewording';
}

export function phrasesAmong(notes: readonly Noted[]): readonly Noted<PhraseNote>[] {
  return notes.filter((it) => it.kind === 'phrase');
}
